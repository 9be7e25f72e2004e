import { Injectable } from '@nestjs/common'
import { readNumber, writeNumber } from '#schema/vocabulary/numbers.js'
import type { CaseState, CooperationMode, OverlapVerdict } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { parseDay } from '#server/platform/time/index.js'
import { Bodies } from '#server/roadmap/bodies/index.js'
import { Items, type Item } from '#server/roadmap/items/index.js'
import { givenOptionalText, givenText, handedIn, notToCome, sourceColumns } from '#server/roadmap/provenance/index.js'
import { requireEvidence, requireSeveral } from './case-content.js'
import { caseSteps, needsNote, needsVerdict } from './case-steps.js'
import { liveStates } from './cases.list.js'
import { OverlapCaseItem } from './overlap-case-item.entity.js'
import { OverlapCaseStep } from './overlap-case-step.entity.js'
import { OverlapCase } from './overlap-case.entity.js'
import './overlaps.access.js'
import { OverlapSuggestions } from './suggestions.service.js'

/** As in the SDL. */
export interface GivenItem {
  readonly item: string
  readonly scope?: string | null
  readonly clause?: string | null
  readonly source?: string | null
  readonly asOf?: string | null
}

export interface GivenCase {
  readonly title?: string | null
  readonly items: readonly GivenItem[]
  readonly verdict?: OverlapVerdict | null
  readonly evidence?: string | null
  readonly source?: string | null
  readonly evidenceOn?: string | null
  readonly isConfirmed?: boolean | null
  readonly mode?: CooperationMode | null
  readonly owner?: string | null
}

export interface UpdateCase extends GivenCase {
  /** O-01. */
  readonly number: string
  readonly expectedRevision: number
}

export interface MoveCase {
  readonly number: string
  readonly expectedRevision: number
  readonly state: CaseState
  readonly on?: string | null
  readonly note?: string | null
}

type Place = Omit<OverlapCaseItem, 'id' | 'caseId' | 'revision'>

/** The verbs on cases of overlap. */
@Injectable()
export class OverlapCases {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly items: Items,
    private readonly bodies: Bodies,
    private readonly suggestions: OverlapSuggestions,
  ) {}

  /**
   * Opens a case and gives it the next number. [OV-1, OV-3, OV-5] Refuses: SIGN_IN_REQUIRED, FORBIDDEN, TEXT_MISSING, TEXT_TOO_LONG, BAD_INPUT,
   * NO_SUCH_DATE, SOURCE_MISSING, QUOTE_SOURCE_MISSING, TWO_ITEMS_NEEDED, ITEM_TWICE, VERDICT_EVIDENCE_MISSING, CASE_EXISTS.
   */
  async open(ctx: WriteCtx, given: GivenCase): Promise<OverlapCase> {
    this.access.require(ctx, 'overlap.edit', null)
    const { named, places } = await this.places(ctx, given.items)
    const content = await this.content(ctx, given)
    await this.oneAtATime(ctx)
    await this.keepSingle(ctx, null, places)
    // Cases are never deleted, so the highest number is the last one given.
    const [last] = (await ctx.db.query('select coalesce(max(number), 0) as number from overlap_case')) as [
      { number: number },
    ]
    const opened = ctx.db.create(OverlapCase, {
      id: newId(),
      number: last.number + 1,
      title: givenOptionalText(given.title, 300, 'input.title') ?? titleOf(named),
      state: 'OPEN',
      revision: 1,
      ...content,
    })
    await ctx.db.insert(OverlapCase, opened)
    for (const place of places) {
      await ctx.db.insert(OverlapCaseItem, { id: newId(), caseId: opened.id, revision: 1, ...place })
    }
    await this.accept(ctx, opened.id, places)
    await this.addStep(ctx, opened.id, null, 'OPEN', today(ctx), null)
    await this.record(ctx, 'overlap.opened', opened, { items: named.map(({ slug }) => slug) })
    return opened
  }

  /**
   * Changes what is said in a case; nothing is recorded when nothing changes. [RE-5, OV-1, OV-3] Refuses: as `open`, and NOT_FOUND, STALE,
   * CASE_CLOSED, VERDICT_NEEDED when an agreed case would lose its verdict.
   */
  async update(ctx: WriteCtx, given: UpdateCase): Promise<OverlapCase> {
    const held = await this.take(ctx, given)
    if (caseSteps[held.state].includes('OPEN')) throw refuse('CASE_CLOSED')
    const { places } = await this.places(ctx, given.items)
    const content = await this.content(ctx, given, held)
    if (needsVerdict(held.state) && content.verdict === null) {
      throw refuse('VERDICT_NEEDED', {}, { field: 'input.verdict' })
    }
    const wanted = { title: givenText(given.title ?? '', 300, 'input.title'), ...content }
    const changes = changed(held, wanted)
    const itemsChanged = await this.nameItems(ctx, held, places)
    const named = Object.keys(changes).map((name) => (name in sourceFields ? 'source' : name))
    const fields = [...new Set(named), ...(itemsChanged ? ['items'] : [])]
    if (fields.length === 0) return held
    const updated = await revise(ctx.db, OverlapCase, held.id, given.expectedRevision, changes)
    await this.record(ctx, 'overlap.updated', updated, { fields })
    return updated
  }

  /**
   * Takes a case one step on. [RE-5, OV-2] Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, NOT_A_STEP, VERDICT_NEEDED, TEXT_MISSING,
   * TEXT_TOO_LONG, NO_SUCH_DAY, BAD_INPUT for a day to come, CASE_EXISTS when another case took its place meanwhile.
   */
  async move(ctx: WriteCtx, given: MoveCase): Promise<OverlapCase> {
    const held = await this.take(ctx, given)
    const { state } = given
    if (!caseSteps[held.state].includes(state)) {
      throw refuse('NOT_A_STEP', { from: held.state, to: state }, { field: 'input.state' })
    }
    if (needsVerdict(state) && held.verdict === null) throw refuse('VERDICT_NEEDED', {}, { field: 'input.state' })
    const on = parseDay(given.on?.trim() || today(ctx), 'input.on')
    notToCome(on, ctx.now, 'input.on')
    const note = needsNote(state)
      ? givenText(given.note ?? '', 5000, 'input.note')
      : givenOptionalText(given.note, 5000, 'input.note')
    if (state === 'OPEN') {
      await this.oneAtATime(ctx)
      await this.keepSingle(ctx, held.id, await ctx.db.findBy(OverlapCaseItem, { caseId: held.id }))
    }
    const moved = await revise(ctx.db, OverlapCase, held.id, given.expectedRevision, { state })
    await this.addStep(ctx, held.id, held.state, state, on, note)
    await this.record(ctx, 'overlap.moved', moved, { from: held.state, to: state, on })
    return moved
  }

  /** The case, locked, on the revision that the sender has seen. */
  private async take(ctx: WriteCtx, given: { number: string; expectedRevision: number }): Promise<OverlapCase> {
    const number = readNumber('O', given.number)
    const held =
      number === null
        ? null
        : await ctx.db.findOne(OverlapCase, { where: { number }, lock: { mode: 'for_no_key_update' } })
    if (!held) throw refuse('NOT_FOUND', {}, { field: 'input.number' })
    this.access.require(ctx, 'overlap.edit', held)
    if (held.revision !== given.expectedRevision) {
      const current = { ...held, number: writeNumber('O', held.number) }
      throw refuse('STALE', { revision: held.revision }, { details: { current } })
    }
    return held
  }

  /** The items as they are to stand in a case. */
  private async places(ctx: WriteCtx, given: readonly GivenItem[]): Promise<{ named: Item[]; places: Place[] }> {
    const named: Item[] = []
    for (const [at, { item }] of given.entries()) {
      named.push(await this.items.require(ctx, item, `input.items.${at}.item`))
    }
    requireSeveral(named)
    const places = given.map((one, at) => ({
      itemId: named[at]!.id,
      place: at,
      ...quoted(ctx, one, `input.items.${at}`),
    }))
    return { named, places }
  }

  private async content(ctx: WriteCtx, given: GivenCase, held?: OverlapCase) {
    const verdict = given.verdict ?? null
    const evidence = givenOptionalText(given.evidence, 10_000, 'input.evidence')
    const source = givenOptionalText(given.source, 2000, 'input.source')
    const asOf = given.evidenceOn?.trim() || null
    if (asOf !== null) notToCome(asOf, ctx.now, 'input.evidenceOn')
    requireEvidence({ verdict, evidence, source, asOf })
    const confidence = given.isConfirmed ? ('VERIFIED' as const) : ('MEMORY' as const)
    const isAsItWas = held && held.source === source && held.evidenceOn === asOf && held.confidence === confidence
    const { evidenceOn, ...sourced } = sourceColumns(handedIn(ctx, { source, confidence, asOf }, 'input'))
    const owner = given.owner ? await this.bodies.require(ctx, given.owner, 'input.owner') : null
    return {
      verdict,
      evidence,
      mode: given.mode ?? null,
      ownerId: owner?.id ?? null,
      evidenceOn,
      ...sourced,
      // Whoever checked it stays who did, as long as the source is the same.
      ...(isAsItWas && { checkedById: held.checkedById, checkAgainOn: held.checkAgainOn }),
    }
  }

  /** Makes the items of a case those named; answers whether that changed anything. Refuses: CASE_EXISTS. */
  private async nameItems(ctx: WriteCtx, held: OverlapCase, places: readonly Place[]): Promise<boolean> {
    const rows = new Map((await ctx.db.findBy(OverlapCaseItem, { caseId: held.id })).map((row) => [row.itemId, row]))
    const isOtherSet = rows.size !== places.length || places.some(({ itemId }) => !rows.has(itemId))
    if (isOtherSet) {
      await this.oneAtATime(ctx)
      await this.keepSingle(ctx, held.id, places)
    }
    let isOther = isOtherSet
    for (const place of places) {
      const row = rows.get(place.itemId)
      rows.delete(place.itemId)
      if (!row) await ctx.db.insert(OverlapCaseItem, { id: newId(), caseId: held.id, revision: 1, ...place })
      else if (Object.keys(changed(row, place)).length > 0) {
        isOther = true
        await revise(ctx.db, OverlapCaseItem, row.id, row.revision, place)
      }
    }
    if (isOtherSet) await this.accept(ctx, held.id, places)
    for (const { id } of rows.values()) await ctx.db.delete(OverlapCaseItem, { id })
    return isOther
  }

  /** What was suggested about items of a case is answered by it. [OV-7] */
  private accept(ctx: WriteCtx, caseId: string, places: readonly Place[]): Promise<void> {
    return this.suggestions.accept(
      ctx,
      caseId,
      places.map(({ itemId }) => itemId),
    )
  }

  /** One numbering, and one look for a case on the same items, at a time. */
  private oneAtATime(ctx: WriteCtx): Promise<unknown> {
    return ctx.db.query(`select pg_advisory_xact_lock(hashtextextended('overlap.number', 0))`)
  }

  /** Refuses: CASE_EXISTS when a live case compares the very same items. [OV-1] */
  private async keepSingle(
    ctx: WriteCtx,
    exceptId: string | null,
    places: readonly { readonly itemId: string }[],
  ): Promise<void> {
    const ids = places.map(({ itemId }) => itemId).sort()
    const [other] = (await ctx.db.query(
      `select o.number from overlap_case o join overlap_case_item f on f.case_id = o.id and f.item_id = $1
       where o.state in ${liveStates} and ($2::uuid is null or o.id <> $2)
         and (select array_agg(c.item_id order by c.item_id) from overlap_case_item c where c.case_id = o.id) = $3::uuid[]
       order by o.number limit 1`,
      [ids[0], exceptId, ids],
    )) as { number: number }[]
    if (other) throw refuse('CASE_EXISTS', { number: writeNumber('O', other.number) }, { field: 'input.items' })
  }

  private addStep(
    ctx: WriteCtx,
    caseId: string,
    fromState: CaseState | null,
    toState: CaseState,
    happenedOn: string,
    note: string | null,
  ): Promise<unknown> {
    const told = { toldById: ctx.viewer.personId, toldAt: ctx.now }
    return ctx.db.insert(OverlapCaseStep, { id: newId(), caseId, fromState, toState, happenedOn, note, ...told })
  }

  private record(
    ctx: WriteCtx,
    verb: `overlap.${string}`,
    { id, number }: OverlapCase,
    args: Record<string, unknown>,
  ): Promise<void> {
    const object = { type: 'overlap', id }
    return this.activity.record(ctx, { verb, object, args: { number: writeNumber('O', number), ...args } })
  }
}

/** Columns that are one field for people. */
const sourceFields = { confidence: 1, evidenceOn: 1, checkedById: 1, checkAgainOn: 1 }

const today = ({ now }: WriteCtx) => now.toISOString().slice(0, 10)

/** What a case is called that nobody gave a name: by its items, as many as fit. */
function titleOf(items: readonly Item[]): string {
  const title = items.map(({ designation }) => designation).join(', ')
  return [...title].length <= 300 ? title : `${[...title].slice(0, 299).join('')}…`
}

/** A quoted scope says where its words stand. Refuses: TEXT_TOO_LONG, BAD_INPUT, NO_SUCH_DATE, QUOTE_SOURCE_MISSING. [OV-3] */
function quoted(ctx: WriteCtx, given: GivenItem, field: string) {
  const scope = givenOptionalText(given.scope, 10_000, `${field}.scope`)
  const clause = givenOptionalText(given.clause, 300, `${field}.clause`)
  const source = givenOptionalText(given.source, 2000, `${field}.source`)
  const asOf = given.asOf?.trim() || null
  if (asOf !== null) notToCome(asOf, ctx.now, `${field}.asOf`)
  if (scope !== null && clause === null && source === null) {
    throw refuse('QUOTE_SOURCE_MISSING', {}, { field: `${field}.source` })
  }
  // What says where nothing stands says nothing.
  if (scope === null) return { scope, clause: null, source: null, readOn: null }
  return { scope, clause, source, readOn: asOf && `${asOf}-01-01`.slice(0, 10) }
}

/** The fields whose value is another one now. */
function changed<Row extends object, Wanted extends Partial<Row>>(row: Row, wanted: Wanted): Partial<Wanted> {
  const fields = Object.entries(wanted).filter(([name, value]) => row[name as keyof Row] !== value)
  return Object.fromEntries(fields) as Partial<Wanted>
}
