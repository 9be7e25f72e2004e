import { Injectable } from '@nestjs/common'
import { explainNotice, noticeSubject } from '#schema/words/explain-notice.js'
import type { Words } from '#schema/words/index.js'
import { managementRoles } from '#server/common/access/index.js'
import { Notices, type Tidings } from '#server/common/notifications/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
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

/** What the management of a group is told before its lifetime ends, on their pages and by letter. What is to come is computed; only what has left is kept. [GS-10] */
@Injectable()
export class LifetimeReminders {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly groups: Groups,
    private readonly notices: Notices,
  ) {}

  /** All reminders of a group in order, with the words that they would have; none while its end is not known or it has concluded. */
  async preview(ctx: Ctx, group: StandardsGroup, words: Words): Promise<readonly ReminderPreview[]> {
    const endsOn = await this.endOf(ctx, group)
    if (endsOn === null || group.state === 'CONCLUDED') return []
    const sent = await ctx.db.findBy(LifetimeReminder, { groupId: group.id, endsOn })
    return plannedReminders(endsOn).map((planned) => ({
      ...planned,
      sentAt: sent.find(({ monthsBefore }) => monthsBefore === planned.monthsBefore)?.sentAt ?? null,
      ...letterOf(words, this.tidings(group, planned)),
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
   * Tells of the reminder that is due for a group, if one is, and notes that it left: in one transaction, under the lock of the group,
   * so that none leaves twice however many processes try and wherever one dies. Answers how many letters
   * were written.
   */
  async send(ctx: Ctx, groupId: string): Promise<number> {
    return this.unit.write(ctx, async (tx) => {
      const group = await this.groups.lock(tx, groupId)
      const endsOn = await this.endOf(tx, group)
      if (endsOn === null || group.state === 'CONCLUDED') return 0
      const sent = await tx.db.findBy(LifetimeReminder, { groupId })
      const due = dueReminder(endsOn, dayIn(tx.now, group.deadlineZone), sent)
      if (!due) return 0
      const receivers = await this.receivers(tx, group)
      const letters = (await this.notices.reach(tx, receivers, 'REMINDER')).filter(({ byMail }) => byMail).length
      await this.notices.tell(tx, receivers, this.tidings(group, due))
      await tx.db.insert(LifetimeReminder, {
        id: newId(),
        groupId,
        endsOn,
        monthsBefore: due.monthsBefore,
        sentAt: tx.now,
        letters,
      })
      return letters
    })
  }

  private async endOf(ctx: Ctx, group: StandardsGroup): Promise<string | null> {
    const [first, extensions] = await Promise.all([
      firstMeetingByGroup(ctx).load(group.id),
      extensionsByGroup(ctx).load(group.id),
    ])
    return lifetimeOf(lifetimeStart(group, first), group.lifetimeMonths, extensions).endsOn
  }

  /** What is told, as it is kept; each end of the lifetime is another occasion. */
  private tidings(group: StandardsGroup, { endsOn, monthsBefore }: PlannedReminder): Tidings {
    return {
      key: `LIFETIME_ENDS:${group.id}:${endsOn}:${monthsBefore}`,
      kind: 'REMINDER',
      code: 'LIFETIME_ENDS',
      args: { group: group.acronym ?? group.name, endsOn, months: monthsBefore },
      href: `/groups/${group.slug}#lifetime`,
    }
  }
}

const letterOf = (words: Words, tidings: Tidings) => ({
  subject: noticeSubject(words, tidings),
  body: explainNotice(words, tidings),
})
