import { isDeepStrictEqual } from 'node:util'
import { normalise } from '#schema/vocabulary/designation.js'
import type { ImportField } from '#schema/vocabulary/imports.js'
import {
  stageFamilyOf,
  type Confidence,
  type DateKind,
  type ItemState,
  type StateBasis,
} from '#schema/vocabulary/register.js'
import { Refusal } from '#server/platform/errors/index.js'
import { isStepBack, shortcomingOf, stateOf } from '#server/roadmap/items/index.js'
import type { Fact, Reason } from './fact.js'
import type { KnownBodies } from './known-bodies.js'
import type { KnownItem } from './known-item.js'

/** On what the facts of a file rest: all of them on the same. */
export interface ImportSource {
  readonly confidence: Confidence
  /** Day as of which the file tells. */
  readonly asOf: string
}

/** One field of an item, before and after; what is not known is null. */
export interface Change {
  readonly field: ImportField
  readonly from: unknown
  readonly to: unknown
}

/** What is to be written of an item. */
export interface Plan {
  /** Columns of the item by their names in the database; of a new one all that it has besides key, address and source. */
  readonly item: Readonly<Record<string, unknown>>
  /** Whether it gets a new name: another designation or title. */
  readonly isRenamed: boolean
  /** A stage that it has reached; null when that did not change. */
  readonly stage: StagePlan | null
  /** Titles in other languages. */
  readonly titles: readonly { readonly lang: string; readonly title: string }[]
  /** Whether its facts rest on the file from now on. */
  readonly isSourced: boolean
}

export interface StagePlan {
  readonly nativeStage: string | null
  readonly state: ItemState
  readonly stateBasis: StateBasis
}

export interface Planned {
  readonly plan: Plan | null
  readonly changes: readonly Change[]
  /** What of the row is not taken over, and why. */
  readonly reasons: readonly Reason[]
  /** Why the row cannot be taken at all. */
  readonly refusals: readonly Reason[]
}

/** What a row makes of a new item. Refuses a row without a body or a kind, and stages that do not exist. [IT-2, IT-3] */
export function planOfNew(fact: Fact, bodies: KnownBodies): Planned {
  const refusals: Reason[] = []
  const body =
    fact.body === undefined ? firstOf(fact.likelyBodies, (name) => bodies.named(name)) : bodies.named(fact.body)
  if (!body) {
    const names = fact.body ?? fact.likelyBodies.join(', ')
    refusals.push(
      names === '' ? { code: 'NO_BODY', args: {} } : { code: 'UNKNOWN_BODY', args: { body: names.slice(0, 80) } },
    )
  }
  const type = fact.type ?? fact.likelyType
  if (type === undefined) refusals.push({ code: 'NO_TYPE', args: {} })
  const stage = body ? stageOf(fact, body.slug, false) : null
  if (stage && 'code' in stage) refusals.push(stage)
  if (refusals.length > 0 || !body || (stage && 'code' in stage))
    return { plan: null, changes: [], reasons: [], refusals }

  const committee = firstOf(fact.committees, (name) => bodies.committee(name, body.id))
  const reasons: Reason[] =
    fact.committees.length > 0 && !committee
      ? [{ code: 'KEPT_BODY', args: { body: fact.committees[0]!.slice(0, 80) } }]
      : []
  const reached: StagePlan = stage ?? { nativeStage: null, state: 'UNKNOWN', stateBasis: 'UNKNOWN' }
  const title = fact.titles['en'] ?? Object.values(fact.titles)[0] ?? null
  const titles = Object.entries(fact.titles)
    .filter(([lang]) => lang !== 'en')
    .map(([lang, text]) => ({ lang, title: text }))
  const item = {
    designation: fact.designation,
    title,
    body_id: body.id,
    committee_id: committee && committee.id !== body.id ? committee.id : null,
    type,
    native_stage: reached.nativeStage,
    state: reached.state,
    state_basis: reached.stateBasis,
    dates: fact.dates,
    topics: fact.topics ?? [],
    lifecycle_stages: fact.lifecycleStages ?? [],
    impacts: fact.impacts ?? [],
    scope_note: fact.scopeNote ?? null,
    equivalents: fact.equivalents ?? [],
    url: fact.url ?? null,
    more_urls: fact.moreUrls ?? [],
  }
  const told: Change[] = [
    { field: 'designation', from: null, to: fact.designation },
    { field: 'title', from: null, to: title },
    { field: 'body', from: null, to: body.slug },
    { field: 'committee', from: null, to: item.committee_id && committee!.slug },
    { field: 'type', from: null, to: type },
    { field: 'stage', from: null, to: stage && (stage.nativeStage ?? stage.state) },
    { field: 'dates', from: null, to: item.dates },
    { field: 'topics', from: null, to: item.topics },
    { field: 'lifecycleStages', from: null, to: item.lifecycle_stages },
    { field: 'impacts', from: null, to: item.impacts },
    { field: 'scopeNote', from: null, to: item.scope_note },
    { field: 'equivalents', from: null, to: item.equivalents },
    { field: 'url', from: null, to: item.url },
    { field: 'moreUrls', from: null, to: item.more_urls },
    ...titles.map((one): Change => ({ field: `title:${one.lang}`, from: null, to: one.title })),
  ]
  return {
    plan: { item, isRenamed: true, stage: reached, titles, isSourced: true },
    changes: told.filter(({ to }) => !isNothing(to)),
    reasons,
    refusals: [],
  }
}

/**
 * What a row changes of an item. What it does not say stays; what is confirmed is not replaced by what is remembered, nor what is newer by what is
 * older; what people here have classified stays as they did. [IM-3, IT-10, IT-12, GA-6]
 */
export function changesTo(held: KnownItem, fact: Fact, bodies: KnownBodies, source: ImportSource): Planned {
  const changes: Change[] = []
  const item: Record<string, unknown> = {}
  const reasons: Reason[] = []
  const refusals: Reason[] = []
  const isPoorer = held.confidence === 'VERIFIED' && source.confidence === 'MEMORY'
  const isOlder = held.confidence === source.confidence && held.evidenceOn !== null && source.asOf < held.evidenceOn
  const kept: string[] = []
  const curated: string[] = []

  /** A fact of the catalogue: replaced by better or newer evidence alone, and filled in where nothing was known. */
  const catalogued = (
    field: ImportField,
    column: string,
    from: unknown,
    to: unknown,
    told: unknown = to,
    toldFrom: unknown = from,
  ) => {
    if (isDeepStrictEqual(from, to)) return
    if (isPoorer || (isOlder && !isNothing(from))) kept.push(field)
    else {
      item[column] = to
      changes.push({ field, from: isNothing(toldFrom) ? null : toldFrom, to: told })
    }
  }

  // The same name written otherwise is no other name. [IT-6]
  if (normalise(fact.designation) !== normalise(held.designation)) {
    catalogued('designation', 'designation', held.designation, fact.designation)
  }
  const title = fact.titles['en']
  if (title !== undefined && title !== held.title) {
    const isTitlePoorer = held.title !== null && held.titleConfidence === 'VERIFIED' && source.confidence === 'MEMORY'
    if (isTitlePoorer) kept.push('title')
    else catalogued('title', 'title', held.title, title)
  }
  let bodyId = held.bodyId
  if (fact.body !== undefined) {
    const body = bodies.named(fact.body)
    if (!body) refusals.push({ code: 'UNKNOWN_BODY', args: { body: fact.body.slice(0, 80) } })
    else {
      catalogued('body', 'body_id', held.bodyId, body.id, body.slug, bodies.slugOf(held.bodyId))
      if (item['body_id'] !== undefined) bodyId = body.id
    }
  }
  const committee = firstOf(fact.committees, (name) => bodies.committee(name, bodyId))
  if (fact.committees.length > 0 && !committee)
    reasons.push({ code: 'KEPT_BODY', args: { body: fact.committees[0]!.slice(0, 80) } })
  // A group within the one that the file names says more than the file.
  if (committee && committee.id !== bodyId && !(held.committeeId && bodies.isWithin(held.committeeId, committee.id))) {
    catalogued(
      'committee',
      'committee_id',
      held.committeeId,
      committee.id,
      committee.slug,
      held.committeeId && bodies.slugOf(held.committeeId),
    )
  }
  if (fact.type !== undefined) catalogued('type', 'type', held.type, fact.type)
  const dates = datesWith(held.dates, fact.dates)
  catalogued('dates', 'dates', held.dates, isPoorer || isOlder ? { ...dates, ...held.dates } : dates)
  if (fact.url !== undefined) catalogued('url', 'url', held.url, fact.url)
  const equivalents = [...new Set([...held.equivalents, ...(fact.equivalents ?? [])])]
  catalogued('equivalents', 'equivalents', held.equivalents, equivalents)
  const moreUrls = [...new Set([...held.moreUrls, ...(fact.moreUrls ?? [])])]
  catalogued('moreUrls', 'more_urls', held.moreUrls, moreUrls)
  const isFactual = changes.length > 0

  /** What people here have classified: filled in where nobody has yet. [GA-6] */
  const ours = (field: ImportField, column: string, from: unknown, to: unknown) => {
    if (to === undefined || isDeepStrictEqual(sorted(from), sorted(to))) return
    if (isNothing(from)) {
      item[column] = to
      changes.push({ field, from: null, to })
    } else curated.push(field)
  }
  ours('topics', 'topics', held.topics, fact.topics)
  ours('lifecycleStages', 'lifecycle_stages', held.lifecycleStages, fact.lifecycleStages)
  ours('impacts', 'impacts', held.impacts, fact.impacts)
  ours('scopeNote', 'scope_note', held.scopeNote, fact.scopeNote)

  const stage = newStage(held, fact, bodies.slugOf(bodyId), source)
  if (stage === 'KEPT') kept.push('stage')
  else if (stage && 'code' in stage) refusals.push(stage)
  else if (stage) {
    Object.assign(item, { native_stage: stage.nativeStage, state: stage.state, state_basis: stage.stateBasis })
    changes.push({ field: 'stage', from: held.nativeStage ?? held.state, to: stage.nativeStage ?? stage.state })
  }

  const titles: { lang: string; title: string }[] = []
  for (const [lang, text] of Object.entries(fact.titles)) {
    const there = held.titles[lang]
    if (lang === 'en' || there?.title === text) continue
    if (there?.confidence === 'VERIFIED' && source.confidence === 'MEMORY') kept.push(`title:${lang}`)
    else {
      titles.push({ lang, title: text })
      changes.push({ field: `title:${lang}`, from: there?.title ?? null, to: text })
    }
  }

  if (kept.length > 0)
    reasons.push({ code: 'KEPT_POORER', args: { fields: kept.join(', '), why: isOlder ? 'OLDER' : 'POORER' } })
  if (curated.length > 0) reasons.push({ code: 'KEPT_CURATED', args: { fields: curated.join(', ') } })
  if (refusals.length > 0) return { plan: null, changes: [], reasons: [], refusals }
  const isRenamed = 'designation' in item || 'title' in item
  const plan: Plan = {
    item,
    isRenamed,
    stage: typeof stage === 'object' && stage && !('code' in stage) ? stage : null,
    titles,
    isSourced: isFactual && !isOlder,
  }
  return { plan: changes.length > 0 ? plan : null, changes, reasons, refusals: [] }
}

/** Where the row says that an item stands: null when it says nothing, a reason when there is no such stage. [IT-ISO] */
function stageOf(fact: Fact, bodySlug: string, isSuperseded: boolean): StagePlan | Reason | null {
  if (fact.nativeStage === undefined && fact.status === undefined) return null
  const nativeStage = fact.nativeStage ?? null
  try {
    const { state, basis } = stateOf({
      family: stageFamilyOf(bodySlug),
      nativeStage,
      fallbackStatus: fact.status ?? null,
      isSuperseded,
    })
    return { nativeStage, state, stateBasis: basis }
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'UNOFFICIAL_STAGE' || error.code === 'UNKNOWN_STAGE')) {
      return { code: error.code, args: { code: String(error.args['code']), near: String(error.args['near']) } }
    }
    throw new Error('Reading the stage of a row failed', { cause: error })
  }
}

function newStage(
  held: KnownItem,
  fact: Fact,
  bodySlug: string,
  source: ImportSource,
): StagePlan | Reason | 'KEPT' | null {
  const given = stageOf(fact, bodySlug, held.state === 'SUPERSEDED')
  if (given === null || 'code' in given) return given
  const isSame = given.state === held.state && (given.nativeStage === held.nativeStage || given.nativeStage === null)
  if (isSame) return null
  if (held.finding) {
    const finding = { basis: given.stateBasis, confidence: source.confidence, on: source.asOf }
    if (shortcomingOf(finding, held.finding) !== null) return 'KEPT'
  }
  if (isStepBack(given, held)) {
    return {
      code: 'STAGE_BEFORE_LAST',
      args: { stage: held.nativeStage ?? held.state, given: given.nativeStage ?? given.state },
    }
  }
  return given
}

/** Dates of both; of one kind the row's, unless it only says less precisely what is known. [SO-4] */
function datesWith(held: KnownItem['dates'], given: Fact['dates']): KnownItem['dates'] {
  const dates: Partial<Record<DateKind, string>> = { ...held }
  for (const [kind, on] of Object.entries(given) as [DateKind, string][]) {
    if (!dates[kind]?.startsWith(on)) dates[kind] = on
  }
  return dates
}

function firstOf<T>(names: readonly string[], find: (name: string) => T | null): T | null {
  for (const name of names) {
    const found = find(name)
    if (found) return found
  }
  return null
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) ? value.length === 0 : typeof value === 'object' && Object.keys(value).length === 0)

const sorted = (value: unknown): unknown => (Array.isArray(value) ? (value as string[]).toSorted() : value)
