import { Injectable } from '@nestjs/common'
import type { WriteCtx } from '#server/platform/context/index.js'
import { queryRows } from '#server/platform/database/index.js'
import type { ApprovedBlock } from '#server/process/agenda/index.js'
import { Settling } from './settling.service.js'

/** Gives the documents of rows that a meeting approved in a block the result of the block. [DL-14] */
@Injectable()
export class SettledInBlock {
  constructor(private readonly settling: Settling) {}

  /**
   * Those which the rows are about, and those under them that wait for block approval; what has a result keeps it, and what was not handed in stays
   * open. In the transaction that approves the rows.
   */
  async settle(ctx: WriteCtx, { meetingId, outcome, items }: ApprovedBlock): Promise<void> {
    if (outcome !== 'NOTED' && outcome !== 'AGREED' && outcome !== 'APPROVED') return
    const documents = await queryRows<{ id: string; expectedRevision: number }>(
      ctx.db,
      `select d.contribution_id as id, d.revision as "expectedRevision"
       from listed_document d join contribution c on c.id = d.contribution_id
       where d.meeting_id = $1 and d.is_listed and d.result is null and c.state = 'SUBMITTED'
         and (d.contribution_id in (select i.contribution_id from agenda_item i where i.id = any($2::uuid[]))
           or d.progress = 'BLOCK_APPROVAL'
             and exists (select from allocation a where a.meeting_id = d.meeting_id and a.contribution_id = d.contribution_id
               and a.is_primary and a.agenda_item_id = any($2::uuid[])))
       order by d.id`,
      [meetingId, items.map(({ id }) => id)],
    )
    if (documents.length > 0) await this.settling.settle(ctx, { meetingId, documents, result: outcome })
  }
}
