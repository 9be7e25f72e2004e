import { Injectable } from '@nestjs/common'
import type { AgendaOutcome } from '#schema/vocabulary/agenda.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import type { AgendaItem } from './agenda-item.entity.js'

/** Rows that a meeting approved together, those left out that somebody pulled. */
export interface ApprovedBlock {
  readonly blockId: string
  readonly meetingId: string
  readonly groupId: string
  readonly outcome: AgendaOutcome
  readonly items: readonly (AgendaItem & { readonly number: string })[]
}

type Hear = (ctx: WriteCtx, block: ApprovedBlock) => Promise<void>

/** News that a block was approved, for higher rooms that keep decisions: told within the transaction, so that neither is there without the other. */
@Injectable()
export class BlockApprovals {
  private readonly listeners: Hear[] = []

  /** Hands in what is to happen besides when a block is approved. */
  onApproved(hear: Hear): void {
    this.listeners.push(hear)
  }

  async tell(ctx: WriteCtx, block: ApprovedBlock): Promise<void> {
    for (const hear of this.listeners) await hear(ctx, block)
  }
}
