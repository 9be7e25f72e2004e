import type { Fact, Reason } from './fact.js'
import type { KnownBodies } from './known-bodies.js'
import { firstOf, isNothing, type Change, type Planned, type StagePlan } from './plan.js'
import { stageOf } from './row-stage.js'

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
