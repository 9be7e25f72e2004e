import { Injectable } from '@nestjs/common'
import type { WriteCtx } from '#server/platform/context/index.js'
import type { ClosingSequel } from './closing-sequels.service.js'
import type { MeetingAtWork } from './meetings.service.js'

/** What follows when a closed meeting is opened again, in the same transaction; nothing until rooms hand something in. [MT-12] */
@Injectable()
export class ReopeningSequels {
  private readonly sequels: ClosingSequel[] = []

  /** Called by its room when its module is made. */
  add(sequel: ClosingSequel): void {
    this.sequels.push(sequel)
  }

  async follow(ctx: WriteCtx, atWork: MeetingAtWork): Promise<void> {
    for (const sequel of this.sequels) await sequel(ctx, atWork)
  }
}
