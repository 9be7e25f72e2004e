import { Injectable } from '@nestjs/common'
import type { CalendarDay } from '#server/platform/time/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import type { Visibility } from '#server/common/access/index.js'
import type { StatementFact } from './facts.js'

/** Which statements are asked for. */
export interface StatementsAsked {
  readonly groupId: string
  /** Drafted or sent from this day on, to that one, included. */
  readonly fromOn: CalendarDay
  readonly untilOn: CalendarDay
  /** Only those that everybody sees who sees this. */
  readonly visibility: Visibility
}

type Tell = (ctx: Ctx, asked: StatementsAsked) => Promise<readonly StatementFact[]>

/** Liaison statements for reports. The storey above keeps them and hands in how they are told; none until it does. */
@Injectable()
export class StatementsTold {
  private tell: Tell = () => Promise.resolve([])

  tellWith(tell: Tell): void {
    this.tell = tell
  }

  of(ctx: Ctx, asked: StatementsAsked): Promise<readonly StatementFact[]> {
    return this.tell(ctx, asked)
  }
}
