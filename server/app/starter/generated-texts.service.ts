import { Injectable } from '@nestjs/common'
import { schemaVersion } from '#schema/document/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { Documents, type SharedDocument } from '#server/drafting/documents/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { queryRows } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { groupsBySlug } from '#server/process/groups/index.js'
import { exampleWorld } from './example-world.js'
import { bounds, generateText, type Wanted } from './texts/generate.js'
import { writeText } from './texts/write-text.js'

/** Large texts of the example group, for trying things at size. */
@Injectable()
export class GeneratedTexts {
  constructor(
    private readonly documents: Documents,
    private readonly texts: Texts,
  ) {}

  /**
   * Makes a public draft of the example group, which its editors may write. Refuses: NOT_BETWEEN, NO_EXAMPLE_GROUP, SIGN_IN_REQUIRED, FORBIDDEN.
   */
  async make(ctx: WriteCtx, wanted: Wanted): Promise<SharedDocument> {
    for (const name of ['clauses', 'words', 'seed'] as const) {
      const { least, most } = bounds[name]
      const given = wanted[name]
      if (!(given >= least && given <= most)) throw refuse('NOT_BETWEEN', { name, given, least, most }, { field: name })
    }
    const group = await groupsBySlug(ctx).load(exampleWorld.group.slug)
    if (!group) throw refuse('NO_EXAMPLE_GROUP')
    const document = await this.documents.open(ctx, {
      groupId: group.id,
      kind: 'REPORT',
      title: `Synthetic report of ${wanted.clauses} clauses and ${wanted.words} words (seed ${wanted.seed})`,
      schemaVersion,
      visibility: group.visibility,
      isExample: true,
    })
    const { update, hands } = writeText(generateText(wanted), wanted.seed)
    await this.texts.seed(ctx, document.id, update, await this.peopleOf(ctx, group.id, [...hands.keys()]))
    return document
  }

  /** Gives the hands in a text to people of the group who write: one after the other, as far as there are any. */
  private async peopleOf(ctx: WriteCtx, groupId: string, clients: readonly number[]): Promise<Map<number, string>> {
    const people = await queryRows<{ id: string }>(
      ctx.db,
      `select distinct person_id as id from group_role
       where group_id = $1 and role in ('CHAIR', 'EDITOR', 'CONTRIBUTOR') order by 1`,
      [groupId],
    )
    return new Map(clients.slice(0, people.length).map((client, i) => [client, people[i]!.id]))
  }
}
