import { randomInt } from 'node:crypto'
import { Module, type OnModuleInit } from '@nestjs/common'
import * as Y from 'yjs'
import { setForm, stampVersion } from '#schema/document/index.js'
import { CollaborationModule, Texts } from '#server/drafting/collaboration/index.js'
import { Documents, DocumentsModule } from '#server/drafting/documents/index.js'
import { labelsOf } from './figure-labels.js'
import { StandardsGroup } from './group.entity.js'

/**
 * What a group has chosen for the texts that are started in it: how their tables and figures are counted. It is written into the text, so that it
 * stays when the group later chooses otherwise, and so that everybody who writes may change it there. A module of its own, because the groups
 * themselves need no shared writing. Rule: docs/rules/process.md (GS-11).
 */
@Module({ imports: [CollaborationModule, DocumentsModule] })
export class GroupTextsModule implements OnModuleInit {
  constructor(
    private readonly documents: Documents,
    private readonly texts: Texts,
  ) {}

  onModuleInit(): void {
    this.documents.beginWith(async (ctx, { id, groupId }) => {
      const labels = labelsOf(await ctx.db.findOneByOrFail(StandardsGroup, { id: groupId }))
      // What a text that says nothing does anyway need not be written.
      if (labels === 'CONTINUOUS') return
      const doc = new Y.Doc({ gc: false })
      doc.clientID = randomInt(1, 2 ** 31)
      stampVersion(doc)
      setForm(doc, { labels })
      await this.texts.seed(ctx, id, Y.encodeStateAsUpdate(doc))
    })
  }
}
