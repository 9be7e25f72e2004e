import { Injectable } from '@nestjs/common'
import type { WriteCtx } from '#server/platform/context/index.js'
import type { MeetingAtWork } from './meetings.service.js'

/** Something that follows from the closing of a meeting, in the same transaction. The room that does it hands it in. */
export type ClosingSequel = (ctx: WriteCtx, atWork: MeetingAtWork) => Promise<void>

/** What follows from the closing of a meeting; nothing until rooms hand something in. [MT-11] */
@Injectable()
export class ClosingSequels {
  private readonly sequels: ClosingSequel[] = []

  /** Called by its room when its module is made. */
  add(sequel: ClosingSequel): void {
    this.sequels.push(sequel)
  }

  /** One after the other: inside a transaction there is one line to the database. */
  async follow(ctx: WriteCtx, atWork: MeetingAtWork): Promise<void> {
    for (const sequel of this.sequels) await sequel(ctx, atWork)
  }
}
