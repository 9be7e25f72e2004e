import { Injectable } from '@nestjs/common'
import type { Ctx } from '#server/platform/context/index.js'
import type { MeetingAtWork } from './meetings.service.js'

/** Something that must be so before a meeting is closed. The room that knows it hands it in. */
export interface ClosingCondition {
  /** Says what is to be done, `closing.<code>` of the catalogue: "record the answers to the patent question". */
  readonly code: string
  /** Path behind the meeting's own, where it is done; empty for its own page. */
  readonly path: string
  isMet(ctx: Ctx, atWork: MeetingAtWork): Promise<boolean>
}

export interface ConditionSeen {
  readonly code: string
  readonly path: string
  readonly isMet: boolean
}

/** What closing a meeting asks for; empty until rooms hand conditions in. [MT-11] */
@Injectable()
export class ClosingConditions {
  private readonly conditions: ClosingCondition[] = []

  /** Hands a condition in. Called by its room when its module is made. */
  add(condition: ClosingCondition): void {
    if (this.conditions.some(({ code }) => code === condition.code)) {
      throw new Error(`The condition ${condition.code} is handed in twice`)
    }
    this.conditions.push(condition)
  }

  /** How a meeting stands to each, in the order in which they were handed in. */
  of(ctx: Ctx, atWork: MeetingAtWork): Promise<ConditionSeen[]> {
    return Promise.all(
      this.conditions.map(async (condition) => ({
        code: condition.code,
        path: condition.path,
        isMet: await condition.isMet(ctx, atWork),
      })),
    )
  }
}
