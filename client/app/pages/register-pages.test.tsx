import { expect, it } from '@jest/globals'
import { LIFECYCLE_STAGES, TOPICS } from '#schema/vocabulary/register.js'
import { wordsFor } from '#schema/words/index.js'
import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router'
import { apiBy } from '../../api/index.js'
import { Application } from '../Application.js'
import { makeRoutes } from '../routes.js'

type Answers = Record<string, unknown>

const provenance = {
  source: 'https://example.org/a',
  confidence: 'VERIFIED',
  asOf: '2026-03-01',
  checkAgainOn: null,
  isStale: false,
  checkedBy: null,
}
const fromMemory = { ...provenance, source: null, confidence: 'MEMORY', asOf: null }
const body = { slug: 'itu-t', name: 'ITU Telecommunication Standardization Sector', acronym: 'ITU-T' }
const committee = { slug: 'itu-t-sg5', name: 'Study Group 5', acronym: 'SG5' }
const link = {
  slug: 'itu-t-l-1801',
  designation: 'ITU-T L.1801',
  title: 'Water <of> AI',
  titleConfidence: 'VERIFIED',
  state: 'PUBLISHED',
}
const row = {
  ...link,
  type: 'RECOMMENDATION',
  stateBasis: 'NATIVE_STAGE',
  nativeStage: 'In force',
  topics: ['WATER'],
  lifecycleStages: ['USE'],
  impacts: [],
  body,
  committee,
  provenance,
}
const gapLink = { number: 'G-01', title: 'Metering inference', standing: 'OPEN' }
const gapRow = {
  ...gapLink,
  priority: 'HIGH',
  suggestedPriority: 'MEDIUM',
  topics: ['WATER'],
  lifecycleStages: ['USE'],
  coverage: { degree: 'PARTIAL', expected: 'FULL', weakestLink: 'ONLY_PARTIAL', weakest: { id: '1', item: link } },
  bodies: [
    { role: 'UNKNOWN', body, provenance },
    { role: 'LEAD', body: committee, provenance },
  ],
  deliverables: [],
  provenance: fromMemory,
}
const event = {
  id: 'e1',
  occurredAt: '2026-03-01T10:00:00.000Z',
  verb: 'gap.updated',
  objectType: 'gap',
  href: '/gaps/G-01',
  label: 'G-01',
  args: { fields: ['title'] },
  group: null,
  actor: { name: 'Ada Example' },
}
const onePage = { hasNextPage: true, hasPreviousPage: false, startCursor: 'aaa', endCursor: 'zzz' }
const noPage = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null }
const choice = (value: string, count: number, label: string | null = null) => ({ value, label, count })
const noFacets = {
  body: [],
  type: [],
  state: [],
  topic: [],
  lifecycleStage: [],
  impact: [],
  confidence: [],
  standing: [],
  priority: [],
}
const shell = {
  viewer: {
    isSignedIn: false,
    isAdministrator: false,
    isDemo: false,
    language: 'en',
    person: null,
    roles: [],
    viewerMay: [],
  },
}

const full: Answers = {
  Shell: shell,
  Home: {
    coverage: {
      topics: TOPICS,
      lifecycleStages: LIFECYCLE_STAGES,
      asOf: '2026-08-22',
      cells: [{ topic: 'WATER', lifecycleStage: 'USE', inForce: 2, inDevelopment: 0, gapsOpen: 1, isKnown: true }],
    },
    itemFacets: { state: [choice('PUBLISHED', 7), choice('PROPOSED', 2)] },
    gapFacets: { standing: [choice('OPEN', 3), choice('CLOSED', 1)] },
    bodies: { totalCount: 78 },
    upcomingMeetings: [
      {
        id: 'm1',
        number: 2,
        title: 'Second meeting',
        startsOn: '2026-12-01',
        endsOn: '2026-12-03',
        place: 'Geneva',
        mode: 'HYBRID',
        zone: 'Europe/Zurich',
        group: { slug: 'example', name: 'Example group', acronym: null, isExample: true },
        keyDates: [
          {
            obligation: 'CONTRIBUTIONS',
            effectiveOn: '2026-11-19',
            closesAt: '2026-11-19T23:00:00.000Z',
            zone: 'Europe/Zurich',
            hasPassed: false,
          },
        ],
      },
    ],
    activity: { nodes: [event] },
  },
  ItemList: {
    viewer: { viewerMay: [] },
    items: {
      nodes: [row, { ...row, slug: 'x', designation: 'X 1', title: null, nativeStage: null, provenance: fromMemory }],
      pageInfo: onePage,
      totalCount: 160,
    },
    itemFacets: {
      ...noFacets,
      state: [choice('PUBLISHED', 7), choice('WITHDRAWN', 0)],
      body: [choice('itu-t', 5, 'ITU-T')],
    },
    gaps: { totalCount: 3 },
  },
  ItemPage: {
    principles: { nodes: [{ number: 'P-01', title: 'Measure', withdrawnOn: null }] },
    item: {
      ...row,
      id: 'i1',
      isInForce: true,
      scopeNote: 'What it is about.',
      moreUrls: ['https://example.org/draft'],
      viewerMay: ['READ'],
      plans: [{ id: 'p', kind: 'PUBLISHED', plannedOn: '2026-06', slip: { amount: 6, unit: 'MONTH' }, provenance }],
      planned: [
        {
          kind: 'PUBLISHED',
          lastOn: '2026-06',
          reachedOn: null,
          changes: 1,
          isOverdue: true,
          slip: { amount: 6, unit: 'MONTH' },
        },
      ],
      activity: { nodes: [] },
      titles: [{ id: 't1', lang: 'fr', title: 'Eau et IA', from: null, to: null, provenance }],
      equivalents: ['ETSI ES 204 087'],
      url: 'https://example.org/l1801',
      dates: [{ kind: 'APPROVED', on: '2026-02' }],
      names: [{ id: 'n1', designation: 'ITU-T L.1801', title: null, from: '2026-02-01', to: null, provenance }],
      stages: [
        {
          id: 's1',
          on: '2026-02',
          correction: null,
          nativeStage: 'In force',
          state: 'PUBLISHED',
          stateBasis: 'NATIVE_STAGE',
          notedAt: '2026-03-01T00:00:00.000Z',
          provenance,
        },
      ],
      relations: [
        {
          id: 'r1',
          type: 'SUPERSEDES',
          isOutgoing: false,
          note: null,
          since: '2026-02-01',
          until: null,
          clause: '2',
          evidence: 'Replaces it.',
          endedReason: null,
          viewerMay: ['READ'],
          other: { ...link, slug: 'y', designation: 'Y 2', body },
          provenance,
        },
      ],
      pastRelations: [],
      stands: [
        {
          id: 's1',
          assessment: 'PARTLY',
          version: 1,
          isOfEarlierWording: true,
          clause: '6.2',
          evidence: null,
          principle: { number: 'P-01', title: 'Measure' },
          provenance,
        },
      ],
      gaps: [{ id: 'c1', degree: 'PARTIAL', clause: 'cl. 4', quote: null, gap: gapLink, provenance }],
      overlapCases: [{ number: 'O-01', title: 'Impact of AI', state: 'OPEN', verdict: 'OVERLAP', provenance }],
      lineage: [
        {
          relation: 'BECAME',
          titleThen: null,
          note: null,
          deliverable: { code: 'D.WG2-05', title: 'Guidelines', group: { slug: 'fg', acronym: 'FG', name: 'FG' } },
          provenance,
        },
      ],
      provenance,
    },
  },
  GapList: {
    viewer: { viewerMay: [] },
    gaps: { nodes: [gapRow], pageInfo: noPage, totalCount: 1 },
    open: { totalCount: 1 },
    closed: { totalCount: 0 },
    any: { totalCount: 1 },
    gapFacets: { ...noFacets, topic: [choice('WATER', 1)] },
  },
  GapPage: {
    gap: {
      ...gapRow,
      id: 'g1',
      viewerMay: [],
      replacement: null,
      arrivals: [],
      isProgressStale: false,
      progressUpdates: [],
      closures: [],
      questions: [],
      withdrawnEdges: [],
      description: 'Nobody meters it.',
      recommendation: null,
      kind: 'UNKNOWN',
      progress: 'UNKNOWN',
      readiness: 'READY',
      needsResearch: 'MAYBE',
      priorityReason: 'A first guess.',
      score: { criticality: 3, achievability: 2, scope: 1, effect: 2, sum: 8 },
      coverageEdges: [
        {
          id: 'c1',
          degree: 'PARTIAL',
          clause: null,
          quote: null,
          weakness: null,
          assertedAt: null,
          assertedBy: null,
          reviewedAt: null,
          reviewedBy: null,
          item: { ...link, body },
          provenance,
        },
      ],
      principles: [{ number: 'P-01', title: 'Measure' }],
      statedIn: ['Page 3 of https://example.org/report.'],
      sourceKind: null,
      activity: { nodes: [event] },
      provenance: fromMemory,
    },
  },
  BodyTree: {
    viewer: { viewerMay: [] },
    bodies: {
      nodes: [
        {
          ...body,
          kind: 'SDO',
          isExample: false,
          parent: null,
          itemCounts: [{ state: 'PUBLISHED', count: 4 }],
          gaps: [{ gap: gapLink }],
          provenance,
        },
        {
          ...committee,
          kind: 'COMMITTEE',
          isExample: false,
          parent: { slug: 'itu-t' },
          itemCounts: [],
          gaps: [],
          provenance: fromMemory,
        },
      ],
      pageInfo: noPage,
      totalCount: 2,
    },
  },
  BodyPage: {
    body: {
      ...committee,
      kind: 'COMMITTEE',
      id: 'b1',
      url: 'https://example.org/sg5',
      role: 'Environment.',
      numbering: null,
      dissolvedOn: '2028-01-01',
      successor: body,
      predecessors: [],
      names: [
        { id: 'n1', lang: 'fr', name: 'Commission 5', acronym: 'CE 5', to: null, provenance },
        { id: 'n2', lang: null, name: 'Study Group V', acronym: null, to: '2001-01-01', provenance },
      ],
      viewerMay: ['READ'],
      isExample: false,
      path: [body],
      coParent: null,
      children: [],
      itemCounts: [{ state: 'PUBLISHED', count: 4 }],
      items: { nodes: [row], pageInfo: noPage, totalCount: 1 },
      gaps: [{ role: 'LEAD', gap: { ...gapLink, priority: null }, provenance }],
      group: { slug: 'fg-ai4ee', name: 'FG-AI4EE', acronym: null, state: 'CONCLUDED', isExample: false },
      provenance,
    },
  },
  PrincipleList: {
    principles: {
      nodes: [
        {
          number: 'P-01',
          title: 'Measure',
          statement: 'Measure first.',
          rationale: null,
          origin: 'ROADMAP',
          version: 2,
          withdrawnOn: null,
          standCounts: [{ assessment: 'MEETS', count: 3 }],
          gaps: [gapLink],
          provenance,
        },
      ],
      pageInfo: noPage,
      totalCount: 1,
    },
    viewer: { viewerMay: [] },
  },
  ActivityPage: { activity: { nodes: [event], pageInfo: { hasNextPage: true, endCursor: 'zzz' } } },
}

const empty: Answers = {
  ...full,
  Home: {
    ...(full.Home as object),
    coverage: { topics: TOPICS, lifecycleStages: LIFECYCLE_STAGES, asOf: null, cells: [] },
    upcomingMeetings: [],
    activity: { nodes: [] },
  },
  ItemList: {
    items: { nodes: [], pageInfo: noPage, totalCount: 0 },
    itemFacets: noFacets,
    gaps: { totalCount: 0 },
    viewer: { viewerMay: [] },
  },
  GapList: {
    viewer: { viewerMay: [] },
    gaps: { nodes: [], pageInfo: noPage, totalCount: 0 },
    open: { totalCount: 0 },
    closed: { totalCount: 0 },
    any: { totalCount: 0 },
    gapFacets: noFacets,
  },
  BodyTree: { bodies: { nodes: [], pageInfo: noPage, totalCount: 0 }, viewer: { viewerMay: [] } },
  PrincipleList: { principles: { nodes: [], pageInfo: noPage, totalCount: 0 }, viewer: { viewerMay: [] } },
  ActivityPage: { activity: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } },
  ItemPage: { item: null, principles: { nodes: [] } },
  ItemsNamed: { itemsNamed: [] },
  GapPage: { gap: null },
  BodyPage: { body: null },
}

interface Seen {
  status: number
  html: string
  /** What a reader sees: no marks, no state for the browser. */
  text: string
  asked: Record<string, Record<string, unknown>>
  location: string | null
}

async function open(path: string, answers: Answers, language: 'en' | 'ar-XB' = 'en'): Promise<Seen> {
  const asked: Seen['asked'] = {}
  const api = apiBy(async (query, variables) => {
    const name = /query (\w+)/.exec(query)![1]!
    asked[name] = variables
    const answer = answers[name]
    return answer instanceof Error
      ? { errors: [{ message: '', extensions: { code: answer.message } }] }
      : { data: { now: '2026-06-01T12:00:00.000Z', ...(answer as object) } }
  })
  const handler = createStaticHandler(makeRoutes(api, wordsFor(language)))
  const context = await handler.query(new Request(`http://example.org${path}`))
  if (context instanceof Response) {
    return { status: context.status, html: '', text: '', asked, location: context.headers.get('location') }
  }
  const html = renderToString(
    <Application language={language}>
      <StaticRouterProvider
        router={createStaticRouter(handler.dataRoutes, context)}
        context={context}
        hydrate={false}
      />
    </Application>,
  )
  const text = html
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  return { status: context.statusCode, html, text, asked, location: null }
}

const pages = [
  '/',
  '/?view=table',
  '/roadmap',
  '/items/itu-t-l-1801',
  '/gaps',
  '/gaps/G-01',
  '/bodies',
  '/bodies/itu-t-sg5',
  '/principles',
  '/activity',
]

it.each(pages)('makes %s without script, with one heading, a title and no word missing', async (path) => {
  for (const language of ['en', 'ar-XB'] as const) {
    const { status, html, text } = await open(path, full, language)
    expect(status).toBe(200)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toMatch(/<title>[^<]+<\/title>/)
    expect(text).not.toMatch(/\b(?:register|item|gap|body|fact|home|activity|principle|shell|ui)\.[a-z]/)
    expect(text).not.toMatch(/undefined|\[object|NaN/)
  }
})

it.each(['/', '/roadmap?topic=WATER', '/gaps', '/bodies', '/principles', '/activity'])(
  'teaches at %s when there is nothing',
  async (path) => {
    const { status, html } = await open(path, empty)
    expect(status).toBe(200)
    expect(html).toContain('empty-title')
  },
)

it.each(pages)('shows the refusal at %s, and keeps the frame', async (path) => {
  const refused = Object.fromEntries(
    Object.keys(full).map((name) => [name, name === 'Shell' ? shell : new Error('BAD_CURSOR')]),
  )
  const { status, text } = await open(path, refused)
  expect(status).toBe(400)
  expect(text).toContain('That page of the list is gone')
  expect(text).toContain('Skip to content')
})

it.each(['/gaps/G-99', '/bodies/nobody', '/items/ISO%2FIEC%209999'])('answers 404 for %s', async (path) => {
  expect((await open(path, empty)).status).toBe(404)
})

it('[IT-1] sends any other name of an item to its address, the rest of the address kept', async () => {
  const { status, location, asked } = await open('/items/ITU-T%20L.1801%20(draft)?asOf=2026-03-01', full)
  expect([status, location]).toEqual([302, '/items/itu-t-l-1801?asOf=2026-03-01'])
  expect(asked.ItemPage).toEqual({ designation: 'ITU-T L.1801 (draft)', asOf: '2026-03-01T23:59:59.999Z' })
})

it('[IT-1] takes a name with slashes as it is', async () => {
  expect((await open('/items/ISO/IEC 21031:2024', full)).asked.ItemPage!.designation).toBe('ISO/IEC 21031:2024')
  expect((await open('/items/ISO%2FIEC%2021031', full)).asked.ItemPage!.designation).toBe('ISO/IEC 21031')
})

it('lets the reader choose when a name may mean several items', async () => {
  const { status, text } = await open('/items/1801', {
    ...empty,
    ItemsNamed: {
      itemsNamed: [
        { ...link, body },
        { ...link, slug: 'z', designation: 'Z 1801', body },
      ],
    },
  })
  expect(status).toBe(200)
  expect(text).toContain('“1801” may mean several items')
  expect(text).toContain('Z 1801')
})

it('offers a search for a name that nothing has, without letting it into the page as markup', async () => {
  const { html, text } = await open('/items/%3Cb%3Enothing', empty)
  expect(text).toContain('No item has this name')
  expect(html).toContain('action="/roadmap"')
  expect(html).not.toContain('<b>nothing')
})

it('[AD-1] asks for the list that the address names, and offers files of the same', async () => {
  const { asked, html } = await open(
    '/roadmap?q=water&topic=WATER&state=PUBLISHED&sort=-asOf&asOf=2026-03-01&after=abc&columns=title',
    full,
  )
  expect(asked.ItemList).toEqual({
    filter: { search: 'water', state: ['PUBLISHED'], topic: ['WATER'] },
    sort: { by: 'AS_OF', direction: 'DESC' },
    asOf: '2026-03-01T23:59:59.999Z',
    first: 50,
    after: 'abc',
    topic: 'WATER',
    withTimeline: false,
    withTopic: true,
    withGaps: true,
    openGaps: { topic: ['WATER'], lifecycleStage: undefined, isOpen: true },
  })
  expect(html).toContain(
    'href="/roadmap.csv?q=water&amp;state=PUBLISHED&amp;topic=WATER&amp;sort=-asOf&amp;asOf=2026-03-01T23%3A59%3A59.999Z"',
  )
  expect(html).toContain('The register as it stood on')
})

it('[AD-2] says what of the address it did not understand', async () => {
  const { text, html } = await open('/roadmap?topic=SOUP', full)
  expect(text).toContain('Not understood: topic=SOUP')
  expect(html).toContain('href="/roadmap.csv"')
})

it('[SO-3] makes what nobody checked look unconfirmed, and unknown look unknown', async () => {
  const { html, text } = await open('/roadmap', full)
  expect(html).toContain('class="unconfirmed"')
  expect(text).toContain('Unknown')
  expect(text).toContain('In force')
})

it('[MAP-2] hatches what is not known, in the matrix and in its twin', async () => {
  expect((await open('/', full)).html.match(/cell-is-unknown/g)).toHaveLength(17 * 9 - 1)
  expect((await open('/?view=table', full)).text).toContain('Unknown')
})

it('tells at a glance what is open and who is on it, the leader first', async () => {
  const { text } = await open('/gaps', full)
  expect(text).toMatch(/Metering inference .*Open .*High .*Partial .*SG5 Lead .*ITU-T/)
})

it('says which meeting is an example', async () => {
  expect((await open('/', full)).text).toMatch(
    /Example group Second meeting Example .*Next: Contributions, 19 Nov 2026, 23:59 Geneva/,
  )
})
