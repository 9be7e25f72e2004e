import { randomInt } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { schemaVersion } from '#schema/document/index.js'
import { readNumber, writeNumber } from '#schema/vocabulary/numbers.js'
import type { StatementPurpose } from '#schema/vocabulary/statements.js'
import { wordsFor } from '#schema/words/index.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { Documents } from '#server/drafting/documents/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { labelsOf, narrower, scopeOf, StandardsGroup, textOf } from '#server/process/groups/index.js'
import { Bodies, bodiesById } from '#server/roadmap/bodies/index.js'
import { itemsById } from '#server/roadmap/items/index.js'
import { casesByNumber, itemsOfCase, type CaseRow } from '#server/roadmap/overlaps/index.js'
import { draftClauses, draftUpdate, type QuotedItem } from './draft-text.js'
import { Statement } from './statement.entity.js'

/** As in the SDL. */
export interface StartStatement {
  readonly group: string
  readonly to: string
  readonly title: string
  readonly purpose: StatementPurpose
  readonly replyBy?: string | null
  readonly case: string
}

/** The verbs on liaison statements. */
@Injectable()
export class Statements {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly bodies: Bodies,
    private readonly documents: Documents,
    private readonly texts: Texts,
  ) {}

  /**
   * Starts a draft from a case of overlap, with its text. It is for those who take part in the group, however public the group is: nothing is said
   * to anybody yet. [LS-8, LS-9] Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, TEXT_MISSING, TEXT_TOO_LONG, BAD_INPUT, OWN_BODY.
   */
  async start(ctx: WriteCtx, given: StartStatement): Promise<Statement> {
    const group = await ctx.db.findOne(StandardsGroup, {
      where: { slug: given.group.replaceAll('\0', '') },
      lock: { mode: 'for_no_key_update' },
    })
    if (!group) throw refuse('NOT_FOUND', {}, { field: 'input.group' })
    this.access.require(ctx, 'group.draftStatement', scopeOf(group))
    const found = await this.caseOf(ctx, given.case)
    const to = await this.bodies.require(ctx, given.to, 'input.to')
    if (to.id === group.bodyId) throw refuse('OWN_BODY', {}, { field: 'input.to' })
    const title = textOf(given.title, 300, 'input.title')
    const replyBy = given.replyBy ?? null
    if (replyBy !== null && replyBy < ctx.now.toISOString().slice(0, 10)) {
      throw refuse('BAD_INPUT', { detail: `${replyBy} is over` }, { field: 'input.replyBy' })
    }
    const visibility = narrower(group.visibility, 'PARTICIPANTS')
    const document = await this.documents.open(ctx, {
      groupId: group.id,
      kind: 'STATEMENT',
      title,
      schemaVersion,
      visibility,
      isExample: group.isExample,
    })
    const clauses = draftClauses(wordsFor(ctx.language), {
      number: writeNumber('O', found.number),
      items: await this.quoted(ctx, found),
      verdict: found.verdict,
      evidence: found.evidence,
      to: to.name,
      from: group.name,
    })
    await this.texts.seed(ctx, document.id, draftUpdate(clauses, randomInt(1, 2 ** 31), labelsOf(group)))
    const statement = ctx.db.create(Statement, {
      id: newId(),
      groupId: group.id,
      toBodyId: to.id,
      title,
      purpose: given.purpose,
      replyBy,
      state: 'DRAFT',
      caseId: found.id,
      documentId: document.id,
      visibility,
      draftedBy: ctx.viewer.personId,
      draftedAt: ctx.now,
      revision: 1,
    })
    await ctx.db.insert(Statement, statement)
    await this.activity.record(ctx, {
      verb: 'statement.drafted',
      object: { type: 'statement', id: statement.id },
      groupId: group.id,
      visibility,
      args: { case: writeNumber('O', found.number), to: to.slug },
    })
    return statement
  }

  private async caseOf(ctx: WriteCtx, text: string): Promise<CaseRow> {
    const number = readNumber('O', text)
    const found = number === null ? null : await casesByNumber(ctx).load(number)
    if (!found) throw refuse('NOT_FOUND', {}, { field: 'input.case' })
    return found
  }

  private async quoted(ctx: WriteCtx, { id }: CaseRow): Promise<QuotedItem[]> {
    const rows = await itemsOfCase(ctx).load(id)
    return Promise.all(
      rows.map(async ({ itemId, scope, clause, source, readOn }) => {
        const item = (await itemsById(ctx).load(itemId))!
        const body = (await bodiesById(ctx).load(item.bodyId))!
        const { designation, title, scopeNote: note } = item
        return { designation, title, body: body.name, scope, clause, source, asOf: readOn, note }
      }),
    )
  }
}
