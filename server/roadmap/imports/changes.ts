import { isDeepStrictEqual } from 'node:util'
import { normalise } from '#schema/vocabulary/designation.js'
import type { ImportField } from '#schema/vocabulary/imports.js'
import type { DateKind } from '#schema/vocabulary/register.js'
import type { Fact, Reason } from './fact.js'
import type { KnownBodies } from './known-bodies.js'
import type { KnownItem } from './known-item.js'
import { firstOf, isNothing, type Change, type ImportSource, type Plan, type Planned } from './plan.js'
import { newStage } from './row-stage.js'

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

/** Dates of both; of one kind the row's, unless it only says less precisely what is known. [SO-4] */
function datesWith(held: KnownItem['dates'], given: Fact['dates']): KnownItem['dates'] {
  const dates: Partial<Record<DateKind, string>> = { ...held }
  for (const [kind, on] of Object.entries(given) as [DateKind, string][]) {
    if (!dates[kind]?.startsWith(on)) dates[kind] = on
  }
  return dates
}

const sorted = (value: unknown): unknown => (Array.isArray(value) ? (value as string[]).toSorted() : value)
