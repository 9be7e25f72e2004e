import { Params, queryRows } from '#server/platform/database/index.js'
import { dayIn } from '#server/platform/time/index.js'
import type { BlockerSource } from '#server/process/groups/index.js'
import { nextMeetingByGroup } from '#server/process/meetings/index.js'
import { contributionBlockers } from './contribution-blockers.js'
import { phaseSql } from './contributions.reads.js'

interface Found {
  readonly what: 'LATE' | 'RESERVED' | 'ASKED'
  readonly number: string
  readonly title: string
}

/** What the contributions of a group wait for. [GS-9] */
export const contributionBlockerSource: BlockerSource = {
  async blockers(ctx, group) {
    const next = group.state === 'CONCLUDED' ? null : await nextMeetingByGroup(ctx).load(group.id)
    const p = new Params()
    const [groupId, me, nextId] = [p.add(group.id), p.add(ctx.viewer.personId), p.add(next?.id ?? null)]
    const phase = phaseSql(ctx, p)
    const found = await queryRows<Found>(
      ctx.db,
      `with c as (
         select c.id, c.number, c.title, c.meeting_id, c.reserved_by, ${phase} as phase
         from contribution c left join meeting cm on cm.id = c.meeting_id where c.group_id = ${groupId}::uuid
       )
       select case when phase = 'LATE_PENDING' then 'LATE' else 'RESERVED' end as what,
         number, title from c
       where phase = 'LATE_PENDING'
         or phase = 'RESERVED' and reserved_by = ${me}::uuid and meeting_id = ${nextId}::uuid
       union all
       select 'ASKED', number, title from c join contribution_cosigner s on s.contribution_id = c.id
       where s.person_id = ${me}::uuid and s.state = 'INVITED' and phase not in ('WITHDRAWN', 'LAPSED')
       order by 1, 2`,
      p.values,
    )
    const of = (what: Found['what']) => found.filter((one) => one.what === what)
    const closes = next?.keyDates.find(({ obligation }) => obligation === 'CONTRIBUTIONS')
    return contributionBlockers(
      group.slug,
      {
        latePending: of('LATE').length,
        closing: next && closes ? { meeting: next.title, on: closes.effectiveOn } : null,
        reserved: of('RESERVED'),
        asked: of('ASKED'),
      },
      dayIn(ctx.now, group.deadlineZone),
    )
  },
}
