import { Injectable, type OnModuleInit } from '@nestjs/common'
import { managementRoles } from '#server/common/access/index.js'
import { CtxFactory } from '#server/common/identity/index.js'
import { Notices } from '#server/common/notifications/index.js'
import { UnitOfWork, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import { Jobs } from '#server/platform/jobs/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { narrower, StandardsGroup } from '#server/process/groups/index.js'
import { ConsensusCall } from './consensus-call.entity.js'

const TELL_GROUP = 'consensus.tell'

interface Tell {
  readonly callId: string
  /** Whoever opened it knows it already; null for the system. */
  readonly actorId: string | null
}

/** Tells a group that it is asked for consensus, once that has committed. [CC-5] */
@Injectable()
export class ConsensusNews implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unit: UnitOfWork,
    private readonly contexts: CtxFactory,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.jobs.define<Tell>(TELL_GROUP, (tell) => this.tell(tell), { retries: 8 })
  }

  /** Hands the telling over in the transaction that opens the call. */
  async spread(ctx: WriteCtx, { id: callId }: ConsensusCall): Promise<void> {
    await this.jobs.send<Tell>(ctx, TELL_GROUP, { callId, actorId: ctx.viewer.personId }, { key: callId })
  }

  /** Tells whoever takes part in the group and may see the call. Done twice, it tells nobody twice; of a call that was taken back meanwhile, nobody. */
  async tell({ callId, actorId }: Tell): Promise<void> {
    await this.unit.write(this.contexts.ofHouse(), async (tx) => {
      const call = await tx.db.findOneByOrFail(ConsensusCall, { id: callId })
      if (call.state !== 'OPEN') return
      const group = await tx.db.findOneByOrFail(StandardsGroup, { id: call.groupId })
      const people = await this.concerned(tx, group, call)
      const name = group.acronym ?? group.name
      const question = call.question.length <= 300 ? call.question : `${call.question.slice(0, 299).trimEnd()}…`
      await this.notices.tell(
        tx,
        people.filter((personId) => personId !== actorId),
        {
          key: `CONSENSUS_OPENED:${call.id}`,
          kind: 'CHANGE',
          code: 'CONSENSUS_OPENED',
          args: { group: name, question, closesOn: call.closesOn },
          href: `/groups/${encodeURIComponent(group.slug)}/consensus/${call.number}`,
        },
      )
    })
  }

  /** Holders of a role today; of a call for the management, that alone. */
  private async concerned(ctx: Ctx, group: StandardsGroup, call: ConsensusCall): Promise<string[]> {
    const isHidden = narrower(call.visibility, group.visibility) === 'MANAGEMENT'
    const rows = (await ctx.db.query(
      `select distinct person_id as "personId" from group_role
       where group_id = $1 and ($2::text[] is null or subgroup_id is null and role = any($2::text[]))
         and (from_on is null or from_on <= $3) and (to_on is null or to_on > $3) order by 1`,
      [group.id, isHidden ? managementRoles : null, dayIn(ctx.now, group.deadlineZone)],
    )) as { personId: string }[]
    return rows.map(({ personId }) => personId)
  }
}
