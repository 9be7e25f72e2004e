import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { naturalSortKey, normalise, searchKeys, slugOf } from '#schema/vocabulary/designation.js'
import * as vocabulary from '#schema/vocabulary/register.js'
import { coverageMap } from '#server/roadmap/gaps/coverage-map.js'
import { suggestedPriority, type CaseScores } from '#server/roadmap/gaps/case-score.js'
import { stateOf } from '#server/roadmap/items/state-of.js'
import { acceptable, type RelationEdge } from '#server/roadmap/relations/relation-rules.js'

interface Sourced {
  confidence: string
  source: string | null
}
interface Body extends Sourced {
  id: string
  name: string
  kind: string
  parent: string | null
  coParent?: string
  url: string | null
}
interface Item extends Sourced {
  id: string
  body: string
  designation: string
  title: string | null
  titleConfidence?: string
  type: string
  committee: string
  status: string
  statusAsOf: string | null
  stage: string | null
  dates: Record<string, string>
  topics: string[]
  lifecycleStages: string[]
  impacts: string[]
  scopeNote: string
  equivalents?: string[]
  url: string | null
}
interface Relation extends Sourced {
  id: string
  from: string
  to: string
  type: string
  note: string
}
interface Principle extends Sourced {
  id: string
  title: string
  statement: string
  origin: string
}
interface Gap {
  id: string
  title: string
  description: string
  topics: string[]
  lifecycleStages: string[]
  principles: string[]
  relatedItems: string[]
  candidateBodies: string[]
  priority: string
  case: CaseScores
  status: string
  statedIn: string[]
  sourceKind: string
  confidence: string
}
interface FocusGroup extends Sourced {
  id: string
  parentGroup: string
  establishment: Record<string, string>
  lifetime: Record<string, string>
  leadership: { role: string; name: string; affiliation: string }[]
  workingGroups: { id: string; confidence: string }[]
  meetings: { date: string; deadlines: { kind: string; date: string }[] }[]
  deliverables: (Sourced & { number: string | null; workingGroup: string; title: string; publishedAs: string | null })[]
}
interface Coalition extends Sourced {
  id: string
  umbrella: string
  launch: { eventStart: string; eventEnd: string; date: string; with: string[] }
  membershipCounts: { asOf: string }[]
  call: { deadline: string }
  workstreams: { id: string; title: string; gaps: string[] }[]
  summitDeliverables: { id: string; lead: string[]; url: string | null }[]
  roadmap: {
    leadOrganisation: string
    experts: string[]
    partners: string[]
    sessions: { date: string }[]
    versions: { date: string; item: string }[]
  }
}

const textOf = (name: string) => readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8')
const load = <T>(name: string) => JSON.parse(textOf(name)) as T

const bodies = load<Body[]>('bodies')
const items = load<Item[]>('items')
const relations = load<Relation[]>('relations')
const principles = load<Principle[]>('principles')
const gaps = load<Gap[]>('gaps')
const focusGroup = load<FocusGroup>('focusgroup')
const coalition = load<Coalition>('coalition')

const bodyIds = new Set(bodies.map(({ id }) => id))
const gapIds = new Set(gaps.map(({ id }) => id))
const principleIds = new Set(principles.map(({ id }) => id))
const itemOf = new Map(items.map((item) => [item.designation, item]))

const superseded = new Set(relations.filter(({ type }) => type === 'supersedes').map(({ to }) => to))
const findings = items.map((item) => ({
  item,
  finding: stateOf({
    family: vocabulary.stageFamilyOf(item.body),
    nativeStage: item.stage,
    fallbackStatus: vocabulary.readItemStatus(item.status),
    isSuperseded: superseded.has(item.designation),
  }),
}))

const count = <T>(things: readonly T[], keyOf: (thing: T) => string) =>
  Object.fromEntries([...Map.groupBy(things, keyOf)].map(([key, group]) => [key, group.length]))
/** Those of `wanted` that are not there: a failure then names them. */
const missing = (wanted: Iterable<string>, present: { has(id: string): boolean }) =>
  [...wanted].filter((id) => !present.has(id))
const expectUnique = (values: readonly string[]) => expect(values).toEqual([...new Set(values)])

describe('the starter data', () => {
  it('has the entries that its README counts', () => {
    const sourced = { bodies, items, relations, principles, gaps, deliverables: focusGroup.deliverables }

    expect(
      Object.fromEntries(
        Object.entries(sourced).map(([name, list]) => [
          name,
          count<{ confidence: string }>(list, (entry) => entry.confidence),
        ]),
      ),
    ).toEqual({
      bodies: { verified: 61, memory: 17 },
      items: { verified: 139, memory: 21 },
      relations: { verified: 44, memory: 41 },
      principles: { verified: 16 },
      gaps: { verified: 18, memory: 16 },
      deliverables: { verified: 1, memory: 9 },
    })
    expect(count(items, ({ status }) => status)).toEqual({ published: 138, 'under-development': 14, withdrawn: 8 })
    expect(coalition.workstreams).toHaveLength(7)
    expect(coalition.summitDeliverables).toHaveLength(7)
  })

  it('gives every entry an id of its own, fit for an address', () => {
    for (const list of [
      bodies,
      items,
      relations,
      principles,
      gaps,
      coalition.workstreams,
      coalition.summitDeliverables,
    ]) {
      const ids = list.map(({ id }) => id)
      expectUnique(ids)
      for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    }
    expectUnique(items.map(({ designation }) => designation))
  })

  it('refers only to what is there', () => {
    const bodyReferences = [
      ...bodies.flatMap(({ parent, coParent }) => [parent, coParent]),
      ...items.flatMap(({ body, committee }) => [body, committee]),
      ...gaps.flatMap(({ candidateBodies }) => candidateBodies),
      focusGroup.id,
      focusGroup.parentGroup,
      ...focusGroup.workingGroups.map(({ id }) => id),
      ...focusGroup.deliverables.map(({ workingGroup }) => workingGroup),
      coalition.id,
      coalition.umbrella,
      ...coalition.launch.with,
      ...coalition.summitDeliverables.flatMap(({ lead }) => lead),
      coalition.roadmap.leadOrganisation,
      ...coalition.roadmap.experts,
      ...coalition.roadmap.partners,
    ].filter((id) => id != null)
    const itemReferences = [
      ...relations.flatMap(({ from, to }) => [from, to]),
      ...gaps.flatMap(({ relatedItems }) => relatedItems),
      ...focusGroup.deliverables.flatMap(({ publishedAs }) => publishedAs ?? []),
      ...coalition.roadmap.versions.map(({ item }) => item),
    ]

    expect(missing(bodyReferences, bodyIds)).toEqual([])
    expect(missing(itemReferences, itemOf)).toEqual([])
    expect(
      missing(
        gaps.flatMap((gap) => gap.principles),
        principleIds,
      ),
    ).toEqual([])
    expect(
      missing(
        coalition.workstreams.flatMap((workstream) => workstream.gaps),
        gapIds,
      ),
    ).toEqual([])
  })

  it('has no body that is its own ancestor', () => {
    const parentOf = new Map(bodies.map(({ id, parent }) => [id, parent]))
    for (const { id } of bodies) {
      const seen = new Set<string>()
      for (let at: string | null | undefined = id; at != null; at = parentOf.get(at)) {
        expect(seen).not.toContain(at)
        seen.add(at)
      }
    }
  })

  it('uses the words of the closed lists only, each once', () => {
    for (const { kind } of bodies) vocabulary.readBodyKind(kind)
    for (const { type } of items) vocabulary.readItemType(type)
    for (const { impacts } of items) expectUnique(impacts.map(vocabulary.readImpact))
    for (const { topics, lifecycleStages } of [...items, ...gaps]) {
      expectUnique(topics.map(vocabulary.readTopic))
      expectUnique(lifecycleStages.map(vocabulary.readLifecycleStage))
      expect(topics).not.toEqual([])
    }
    for (const { dates } of items) Object.keys(dates).forEach(vocabulary.readDateKind)
    for (const { type } of relations) vocabulary.readRelationType(type)
    for (const { origin } of principles) vocabulary.readPrincipleOrigin(origin)
    for (const { status, priority } of gaps) {
      vocabulary.readGapStanding(status)
      vocabulary.readPriority(priority)
    }
  })

  it('uses every topic, life-cycle stage and impact for some item', () => {
    expect(new Set(items.flatMap(({ topics }) => topics)).size).toBe(vocabulary.TOPICS.length)
    expect(new Set(items.flatMap(({ lifecycleStages }) => lifecycleStages)).size).toBe(
      vocabulary.LIFECYCLE_STAGES.length,
    )
    expect(new Set(items.flatMap(({ impacts }) => impacts)).size).toBe(vocabulary.IMPACTS.length)
  })

  it('[SO-1] says of every entry how sure it is, and names the source of what is confirmed', () => {
    const sourced: Sourced[] = [
      ...bodies,
      ...items,
      ...relations,
      ...principles,
      ...focusGroup.deliverables,
      focusGroup,
      coalition,
    ]
    for (const { confidence, source } of sourced) {
      if (vocabulary.readConfidence(confidence) === 'VERIFIED' || source !== null) expect(source?.trim()).toBeTruthy()
    }
    for (const { confidence, statedIn } of gaps) {
      vocabulary.readConfidence(confidence)
      expect(statedIn.filter((source) => source.trim() !== '')).not.toEqual([])
    }
    for (const item of items.filter(({ confidence }) => confidence === 'verified')) {
      expect(item).toMatchObject({ url: expect.any(String), statusAsOf: expect.any(String) })
    }
  })

  it('[SO-4] has only dates that exist', () => {
    const dates = [
      ...items.flatMap((item) => [
        ...Object.values(item.dates),
        ...(item.statusAsOf === null ? [] : [item.statusAsOf]),
      ]),
      ...['meetingStart', 'meetingEnd', 'termsOfReferenceApproved', 'announced'].map(
        (kind) => focusGroup.establishment[kind] ?? '',
      ),
      ...['start', 'plannedEnd'].map((kind) => focusGroup.lifetime[kind] ?? ''),
      ...focusGroup.meetings.flatMap(({ date, deadlines }) => [date, ...deadlines.map((deadline) => deadline.date)]),
      coalition.launch.eventStart,
      coalition.launch.eventEnd,
      coalition.launch.date,
      coalition.call.deadline,
      ...coalition.membershipCounts.map(({ asOf }) => asOf),
      ...coalition.roadmap.sessions.map(({ date }) => date),
      ...coalition.roadmap.versions.map(({ date }) => date),
    ]

    expect(dates.filter((date) => !vocabulary.isPartialDate(date))).toEqual([])
    for (const { date, deadlines } of focusGroup.meetings)
      for (const deadline of deadlines) expect(deadline.date <= date).toBe(true)
  })

  it('has texts where texts belong, short scope notes, and web addresses that are addresses', () => {
    const texts = [
      ...bodies.map(({ name }) => name),
      ...items.map(({ scopeNote }) => scopeNote),
      ...relations.map(({ note }) => note),
      ...principles.flatMap(({ title, statement }) => [title, statement]),
      ...gaps.flatMap(({ title, description, sourceKind }) => [title, description, sourceKind]),
      ...focusGroup.leadership.flatMap(({ name, role }) => [name, role]),
    ]
    const addresses = [...bodies, ...items, ...coalition.summitDeliverables].flatMap(({ url }) => url ?? [])

    expect(texts.filter((text) => text.trim() === '')).toEqual([])
    expect(items.filter(({ scopeNote }) => scopeNote.length > 200)).toEqual([])
    expect(addresses.filter((url) => !/^https?:\/\/\S+$/.test(url))).toEqual([])
    expect(items.filter(({ title }) => title === null).map(({ designation }) => designation)).toEqual(['IEEE P1959'])
  })

  it('names no private place', () => {
    for (const name of ['bodies', 'items', 'relations', 'principles', 'gaps', 'focusgroup', 'coalition'])
      expect(textOf(name)).not.toMatch(/file:\/\/|localhost|127\.0\.0\.1|\/(home|tmp|root)\//)
  })
})

describe('the starter items', () => {
  it('[IT-8] have the addresses that their designations give', () => {
    expect(items.filter(({ id, designation }) => slugOf(designation) !== id)).toEqual([])
  })

  it('[IT-6] are found by their own names, in which no two are alike', () => {
    expectUnique(items.map(({ designation }) => normalise(designation)))
    expectUnique(items.map(({ designation }) => naturalSortKey(designation)))
    for (const { designation, equivalents = [] } of items) {
      expect(searchKeys(designation).has(normalise(designation))).toBe(true)
      for (const equivalent of equivalents) expect(searchKeys(equivalent).size).toBeGreaterThan(0)
    }
  })

  it('[IT-6] of ITU-T share a name in two cases, of which two editions are there', () => {
    const withoutEdition = count(
      items
        .filter(({ body }) => body === 'itu-t')
        .map(({ designation }) => designation.replace(/ \(\d\d\/\d{4}\)$/, '')),
      (name) => name,
    )

    expect(Object.keys(withoutEdition).filter((name) => withoutEdition[name]! > 1)).toEqual([
      'ITU-T L.1410',
      'ITU-T L.1480',
    ])
  })

  it('[IT-2, IT-3] all have a state, 115 from the stage of their body and 45 by status', () => {
    expect(count(findings, ({ finding }) => finding.basis)).toEqual({ NATIVE_STAGE: 115, BY_STATUS: 45 })
    expect(count(findings, ({ finding }) => finding.state)).toEqual({
      PUBLISHED: 133,
      UNDER_REVIEW: 5,
      APPROVED_UNPUBLISHED: 1,
      IN_DEVELOPMENT: 13,
      SUPERSEDED: 7,
      WITHDRAWN: 1,
    })
  })

  it('[IT-3] rest on their status for want of a stage, or for a stage in words of a body that has no table', () => {
    const unmapped = findings.filter(({ item, finding }) => finding.basis === 'BY_STATUS' && item.stage !== null)

    expect(unmapped.filter(({ item }) => vocabulary.stageFamilyOf(item.body) !== 'OTHER')).toEqual([])
    expect(unmapped.map(({ item }) => `${item.designation}: ${item.stage}`)).toEqual([
      'GSF SCI 1.1: Published',
      'GSF SCI for AI: Ratified',
      'GSF SWI: In development',
      'GSF SEI: In development',
      'GSF RTC: Ratified; V1.1 approved',
      'GHG Protocol Scope 2 Guidance: Revision in progress',
      'Delegated Regulation (EU) 2024/1364: In force',
      'Regulation (EU) 2019/424: In force',
      'Regulation (EU) 2024/1689: In force',
      'Coalition roadmap 2025: First version',
      'Coalition roadmap 2026: Updated version',
    ])
  })

  it('[IT-3] stand where their status says, seen coarsely', () => {
    const classes = {
      published: vocabulary.isInForce,
      'under-development': vocabulary.isInDevelopment,
      withdrawn: vocabulary.isGone,
    }
    const astray = findings.filter(({ item, finding }) => !classes[item.status as keyof typeof classes](finding.state))

    expect(astray.map(({ item }) => item.designation)).toEqual([])
  })
})

describe('the starter relations', () => {
  it('[RE-2, RE-3, RE-4] are acceptable one after the other, and none is there twice', () => {
    const accepted: RelationEdge[] = []
    for (const { from, to, type } of relations) {
      accepted.push(acceptable({ from, to, type: vocabulary.readRelationType(type) }, accepted))
    }

    expectUnique(accepted.map((edge) => JSON.stringify(edge)))
  })

  it('supersede withdrawn texts, and the first edition of the roadmap', () => {
    const stillThere = [...superseded].filter((designation) => itemOf.get(designation)?.status !== 'withdrawn')

    expect(stillThere).toEqual(['Coalition roadmap 2025'])
  })
})

describe('the starter gaps', () => {
  it('[GA-1] have CASE scores, and six priorities that differ from what the scores suggest', () => {
    const overridden = gaps.filter((gap) => suggestedPriority(gap.case) !== vocabulary.readPriority(gap.priority))

    expect(overridden.map(({ id }) => id)).toEqual([
      'gap-training-footprint',
      'gap-training-amortisation',
      'gap-agentic-ai',
      'gap-terminology',
      'gap-verification',
      'gap-uncertainty-data-quality',
    ])
  })

  it('[GA-7] are counted from the data', () => {
    expect(count(gaps, ({ status }) => status)).toEqual({ open: 15, 'partially-addressed': 11, 'in-progress': 8 })
    expect(count(gaps, ({ priority }) => priority)).toEqual({ high: 18, medium: 16 })
    expect(gaps.filter(({ candidateBodies }) => candidateBodies.length === 0)).toEqual([])
  })

  it('[MAP-2] leave some cells of the map about which nothing is known', () => {
    const place = ({ topics, lifecycleStages }: Item | Gap) => ({
      topics: topics.map(vocabulary.readTopic),
      lifecycleStages: lifecycleStages.map(vocabulary.readLifecycleStage),
    })
    const map = coverageMap(
      findings.map(({ item, finding }) => ({ state: finding.state, ...place(item) })),
      gaps.map((gap) => ({ standing: vocabulary.readGapStanding(gap.status), ...place(gap) })),
    )

    expect(count(map, ({ status }) => status)).toEqual({ KNOWN: 133, UNKNOWN: 20 })
  })
})
