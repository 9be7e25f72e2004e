import { Injectable } from '@nestjs/common'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { managementRoles } from '#server/common/access/index.js'
import { type Account, Accounts, siteAddress } from '#server/common/identity/index.js'
import { Settings } from '#server/platform/config/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { Mail } from '#server/platform/mail/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { extensionsByGroup, Groups, type StandardsGroup } from '#server/process/groups/index.js'
import { firstMeetingByGroup, lifetimeOf, lifetimeStart } from '#server/process/meetings/index.js'
import { LifetimeReminder } from './lifetime-reminder.entity.js'
import { dueReminder, plannedReminders, type PlannedReminder } from './reminder-plan.js'

/** A reminder as its readers will have it. */
export interface ReminderPreview extends PlannedReminder {
  /** When it left; null while it has not. */
  readonly sentAt: Date | null
  readonly subject: string
  readonly body: string
}

/** Letters to the management of a group before its lifetime ends. What is to come is computed; only what has left is kept. [GS-10] */
@Injectable()
export class LifetimeReminders {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly groups: Groups,
    private readonly accounts: Accounts,
    private readonly mail: Mail,
    private readonly settings: Settings,
  ) {}

  /** All reminders of a group in order, with the words that they would have; none while its end is not known or it has concluded. */
  async preview(ctx: Ctx, group: StandardsGroup, words: Words): Promise<readonly ReminderPreview[]> {
    const endsOn = await this.endOf(ctx, group)
    if (endsOn === null || group.state === 'CONCLUDED') return []
    const sent = await ctx.db.findBy(LifetimeReminder, { groupId: group.id, endsOn })
    return plannedReminders(endsOn).map((planned) => ({
      ...planned,
      sentAt: sent.find(({ monthsBefore }) => monthsBefore === planned.monthsBefore)?.sentAt ?? null,
      ...this.letter(words, group, planned),
    }))
  }

  /** Ids of the people who would be told today: chair, vice-chairs and secretariat of the whole group. */
  async receivers(ctx: Ctx, group: StandardsGroup): Promise<string[]> {
    const rows = (await ctx.db.query(
      `select distinct person_id as "personId" from group_role
       where group_id = $1 and subgroup_id is null and role = any($2::text[])
         and (from_on is null or from_on <= $3) and (to_on is null or to_on > $3) order by 1`,
      [group.id, managementRoles, dayIn(ctx.now, group.deadlineZone)],
    )) as { personId: string }[]
    return rows.map(({ personId }) => personId)
  }

  /** Groups that are at work. */
  async atWork(ctx: Ctx): Promise<string[]> {
    const rows = (await ctx.db.query(`select id from standards_group where state <> 'CONCLUDED' order by id`)) as {
      id: string
    }[]
    return rows.map(({ id }) => id)
  }

  /**
   * Writes the letters of the reminder that is due for a group, if one is, and notes that they left: in one transaction, under the lock of the group,
   * so that none leaves twice however many processes try and wherever one dies. Answers how many letters were written.
   */
  async send(ctx: Ctx, groupId: string): Promise<number> {
    return this.unit.write(ctx, async (tx) => {
      const group = await this.groups.lock(tx, groupId)
      const endsOn = await this.endOf(tx, group)
      if (endsOn === null || group.state === 'CONCLUDED') return 0
      const sent = await tx.db.findBy(LifetimeReminder, { groupId })
      const due = dueReminder(endsOn, dayIn(tx.now, group.deadlineZone), sent)
      if (!due) return 0
      const accounts = await Promise.all(
        (await this.receivers(tx, group)).map((personId) => this.accounts.ofPerson(tx.db, personId)),
      )
      const readers = accounts.filter((one) => one !== null && canBeReached(one)) as Account[]
      for (const account of readers) {
        const { personId, email } = account
        await this.mail.send(tx, {
          to: email,
          personId,
          ...this.letter(this.accounts.wordsFor(tx, account), group, due),
        })
      }
      await tx.db.insert(LifetimeReminder, {
        id: newId(),
        groupId,
        endsOn,
        monthsBefore: due.monthsBefore,
        sentAt: tx.now,
        letters: readers.length,
      })
      return readers.length
    })
  }

  private async endOf(ctx: Ctx, group: StandardsGroup): Promise<string | null> {
    const [first, extensions] = await Promise.all([
      firstMeetingByGroup(ctx).load(group.id),
      extensionsByGroup(ctx).load(group.id),
    ])
    return lifetimeOf(lifetimeStart(group, first), group.lifetimeMonths, extensions).endsOn
  }

  private letter(words: Words, group: StandardsGroup, { endsOn, monthsBefore }: PlannedReminder) {
    const args = { group: group.acronym ?? group.name, endsOn: formatDay(endsOn, words), months: monthsBefore }
    const page = `${siteAddress(this.settings, undefined)}/groups/${group.slug}#lifetime`
    return { subject: words('mail.lifetime.subject', args), body: words('mail.lifetime.body', { ...args, page }) }
  }
}

const canBeReached = ({ closedAt, emailConfirmedAt }: Account): boolean =>
  closedAt === null && emailConfirmedAt !== null
