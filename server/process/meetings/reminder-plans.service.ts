import { Injectable } from '@nestjs/common'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { keyDates, reminderPlan, replanned, type PlannedReminder } from '#server/process/deadlines/index.js'
import { factsOf } from './deadline-facts.loader.js'
import type { MeetingAtWork } from './meetings.service.js'
import { PublishedDate } from './published-date.entity.js'
import { ReminderChosen } from './reminder-choice.entity.js'
import { Reminder } from './reminder.entity.js'

/** Keeps the stored reminders of a meeting as its key dates ask for them. The verbs that change dates call it. [RM-3] */
@Injectable()
export class ReminderPlans {
  /** The reminders that a meeting has by its dates as they stand, or with these published dates; none when it is cancelled. */
  async planOf(
    ctx: Ctx,
    { meeting, group }: MeetingAtWork,
    kept?: readonly PublishedDate[],
  ): Promise<readonly PlannedReminder[]> {
    if (meeting.state === 'CANCELLED') return []
    const published = kept ?? (await ctx.db.findBy(PublishedDate, { meetingId: meeting.id }))
    const choices = await ctx.db.findBy(ReminderChosen, { meetingId: meeting.id })
    const dates = keyDates(await factsOf(ctx, group, meeting, published))
    return reminderPlan(dates, choices, { isAnnounced: meeting.announcedOn !== null })
  }

  /** How many reminders would go out at another time or for the first time, and how many that are still to come no more, were the meeting this one. */
  async wouldChange(
    ctx: Ctx,
    atWork: MeetingAtWork,
    kept: readonly PublishedDate[],
  ): Promise<{ readonly planned: number; readonly dropped: number }> {
    const stored = await ctx.db.findBy(Reminder, { meetingId: atWork.meeting.id })
    const { drop, add } = replanned(stored, await this.planOf(ctx, atWork, kept), ctx.now)
    return { planned: add.length, dropped: drop.filter(({ sendAt }) => sendAt > ctx.now).length }
  }

  /** Plans anew what was not sent yet. Of no effect when nothing has changed. Answers whether something had. */
  async replan(ctx: WriteCtx, atWork: MeetingAtWork): Promise<boolean> {
    const meetingId = atWork.meeting.id
    const stored = await ctx.db.findBy(Reminder, { meetingId })
    const { drop, add } = replanned(stored, await this.planOf(ctx, atWork), ctx.now)
    for (const { id } of drop) await ctx.db.query('delete from reminder where id = $1 and sent_at is null', [id])
    for (const { obligation, daysBefore, dueOn, sendAt } of add) {
      await ctx.db.query(
        `insert into reminder (id, meeting_id, obligation, days_before, due_on, send_at) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing`,
        [newId(), meetingId, obligation, daysBefore, dueOn, sendAt],
      )
    }
    return drop.length + add.length > 0
  }
}
