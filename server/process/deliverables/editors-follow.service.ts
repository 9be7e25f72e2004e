import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Follows } from '#server/common/notifications/index.js'
import { DeliverableEditor } from './deliverable-editor.entity.js'
import { Deliverables } from './deliverables.service.js'

/** Those who edited a deliverable follow what became of it, and so hear when it changes stage; they end it as they end any other. [DE-9, DV-7] */
@Injectable()
export class EditorsFollow implements OnModuleInit {
  constructor(
    private readonly deliverables: Deliverables,
    private readonly follows: Follows,
  ) {}

  onModuleInit(): void {
    this.deliverables.whenLineageIsAdded(async (ctx, { id }, { itemId }) => {
      if (itemId === null) return
      const editors = await ctx.db.findBy(DeliverableEditor, { deliverableId: id })
      await this.follows.beginFor(ctx, [...new Set(editors.map(({ personId }) => personId))], 'ITEM', itemId)
    })
  }
}
