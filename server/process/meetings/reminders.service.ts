import { Injectable } from '@nestjs/common'
import type { Obligation } from '#schema/vocabulary/process.js'
import { MOST_DAYS_AHEAD, type ReminderState } from '#schema/vocabulary/reminders.js'
import { Notices } from '#server/common/notifications/index.js'
import { UnitOfWork, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { daysBefore } from '#server/platform/time/index.js'
import { dueReminders, isSameReminder, type PlannedReminder } from '#server/process/deadlines/index.js'
import { StandardsGroup } from '#server/process/groups/index.js'
import { audienceOf, type Concerned } from './audience.js'
import { Audiences, type AudienceCounts } from './audiences.service.js'
import { Meeting } from './meeting.entity.js'
import { Meetings, type MeetingAtWork } from './meetings.service.js'
import { ReminderChosen } from './reminder-choice.entity.js'
import { ReminderPlans } from './reminder-plans.service.js'
import { Reminder } from './reminder.entity.js'

/** Some dates lie weeks behind the meeting: minutes, resolutions. */
const DAYS_BEHIND = 120

/** A reminder as the preview shows it. */
export interface ShownReminder extends PlannedReminder {
  readonly state: ReminderState
  readonly sentAt: Date | null
  readonly told: number | null
  /** Whom it goes to, as of today. */
  readonly recipients: AudienceCounts & { readonly concerned: readonly Concerned[] }
}

export interface SetReminder {
  readonly meetingId: string
  readonly obligation: Obligation
  readonly daysBefore: number
  readonly isOn: boolean
}

/** Reminders of key dates: the preview, switching them, sending each once. Rules: docs/rules/process.md (RM). */
@Injectable()
export class Reminders {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly plans: ReminderPlans,
    private readonly audiences: Audiences,
    private readonly notices: Notices,
  ) {}

  /** Every reminder of a meeting with whom it goes to and where it stands, soonest first. [RM-5] */
  async preview(ctx: Ctx, atWork: MeetingAtWork): Promise<readonly ShownReminder[]> {
    const [plan, people, stored] = await Promise.all([
      this.plans.planOf(ctx, atWork),
      this.audiences.of(ctx, atWork),
      ctx.db.findBy(Reminder, { meetingId: atWork.meeting.id }),
    ])
    const reach = await this.audiences.reach(ctx, people, 'REMINDER')
    return plan.map((planned) => {
      const concerned = audienceOf(people, planned.audience)
      const known = stored.find((one) => isSameReminder(one, planned))
      const state = known?.sentAt
        ? 'SENT'
        : planned.isOff
          ? 'OFF'
          : planned.sendAt > ctx.now || known
            ? 'PLANNED'
            : 'MISSED'
      return {
        ...planned,
        state,
        sentAt: known?.sentAt ?? null,
        told: known?.told ?? null,
        recipients: { ...this.audiences.counted(concerned, reach), concerned },
      }
    })
  }

  /**
   * Switches a reminder on or off; one that is not there by itself is added, or taken away. Refuses: NOT_FOUND, also for a date that the meeting does not
   * have, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, NOT_BETWEEN. [RM-1]
   */
  async set(ctx: WriteCtx, { meetingId, obligation, daysBefore: days, isOn }: SetReminder): Promise<Meeting> {
    const atWork = await this.meetings.take(ctx, meetingId, 'remind')
    if (days < 0 || days > MOST_DAYS_AHEAD) {
      const args = { name: 'days before the date', least: 0, most: MOST_DAYS_AHEAD, given: days }
      throw refuse('NOT_BETWEEN', args, { field: 'input.daysBefore' })
    }
    const plan = await this.plans.planOf(ctx, atWork)
    if (!plan.some((one) => one.obligation === obligation)) {
      throw refuse('NOT_FOUND', {}, { field: 'input.obligation' })
    }
    const choice = { meetingId, obligation, daysBefore: days, isOff: !isOn }
    const isOwn = plan.some((one) => one.obligation === obligation && one.daysBefore === days && one.isAdded)
    // What somebody added and takes away again leaves no trace in the list.
    if (!isOn && isOwn) await ctx.db.delete(ReminderChosen, { meetingId, obligation, daysBefore: days })
    else await ctx.db.upsert(ReminderChosen, choice, ['meetingId', 'obligation', 'daysBefore'])
    await this.plans.replan(ctx, atWork)
    if (isOn) await this.meetings.record(ctx, atWork, 'meeting.reminderSet', { obligation, days })
    else await this.meetings.record(ctx, atWork, 'meeting.reminderDropped', { obligation, days })
    return atWork.meeting
  }

  /** Brings the plans of all meetings that still have dates to come up to date: dates also move by what happens to groups and their parents. [RM-3] */
  async replanAll(ctx: Ctx): Promise<number> {
    const since = daysBefore(ctx.now.toISOString().slice(0, 10), DAYS_BEHIND)
    const rows = (await ctx.db.query('select id from meeting where ends_on >= $1 order by starts_on', [since])) as {
      id: string
    }[]
    let changed = 0
    for (const { id } of rows) {
      const isChanged = await this.unit.write(ctx, async (tx) => this.plans.replan(tx, await this.atWork(tx, id)))
      if (isChanged) changed += 1
    }
    return changed
  }

  /** Meetings of which a reminder is due. */
  async due(ctx: Ctx): Promise<string[]> {
    const rows = (await ctx.db.query(
      'select distinct meeting_id as "meetingId" from reminder where sent_at is null and send_at <= $1',
      [ctx.now],
    )) as { meetingId: string }[]
    return rows.map(({ meetingId }) => meetingId)
  }

  /**
   * Sends what is due for a meeting. The plan is made anew first, so that nobody is reminded of a date that has moved; notices, letters and the mark that it
   * was sent are one transaction, under a lock on the meeting: all of it, once, whatever process dies. Answers how many reminders went out. [RM-4]
   */
  async send(ctx: Ctx, meetingId: string): Promise<number> {
    return this.unit.write(ctx, async (tx) => {
      await tx.db.query('select from meeting where id = $1 for no key update', [meetingId])
      const atWork = await this.atWork(tx, meetingId)
      await this.plans.replan(tx, atWork)
      const stored = await tx.db.findBy(Reminder, { meetingId })
      const { send, overtaken } = dueReminders(stored, tx.now)
      for (const { id } of overtaken) await tx.db.delete(Reminder, { id })
      if (send.length === 0) return 0
      const plan = await this.plans.planOf(tx, atWork)
      const people = await this.audiences.of(tx, atWork)
      for (const reminder of send) {
        const planned = plan.find((one) => isSameReminder(one, reminder))!
        await this.tell(tx, atWork, reminder, planned, audienceOf(people, planned.audience))
      }
      return send.length
    })
  }

  private async tell(
    tx: WriteCtx,
    { meeting, group }: MeetingAtWork,
    reminder: Reminder,
    { obligation, closesAt, zone, dueOn, daysBefore: days }: PlannedReminder,
    people: readonly Concerned[],
  ): Promise<void> {
    const told = await this.notices.tell(
      tx,
      people.map(({ personId }) => personId),
      {
        key: `reminder:${meeting.id}:${obligation}:${dueOn}:${days}`,
        kind: 'REMINDER',
        code: 'DATE_COMES',
        args: {
          obligation,
          group: group.acronym ?? group.name,
          title: meeting.title,
          closesAt: closesAt.toISOString(),
          zone,
          days,
        },
        href: `/groups/${encodeURIComponent(group.slug)}/meetings/${meeting.number}#key-dates`,
      },
    )
    await tx.db.update(Reminder, { id: reminder.id }, { sentAt: tx.now, told })
  }

  private async atWork(ctx: Ctx, id: string): Promise<MeetingAtWork> {
    const meeting = await ctx.db.findOneByOrFail(Meeting, { id })
    return { meeting, group: await ctx.db.findOneByOrFail(StandardsGroup, { id: meeting.groupId }) }
  }
}
