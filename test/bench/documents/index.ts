/** The list of documents of a large meeting, with many who watch it. docs/operations/benchmarks.md says what each figure is. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createClient, type Client } from 'graphql-ws'
import { WebSocket } from 'ws'
import { openBrowser } from '../../harness/browser.js'
import { findBrowser } from '../../harness/chromium.js'
import { startProgram } from '../../harness/program.js'
import { administrator } from '../imports.js'
import { databaseOf, environment } from '../servers.js'
import { percentile, type Aim } from '../statistics.js'
import { aimsTable, figure, spread, table } from '../table.js'
import { largeMeeting, type Extent, type LargeMeeting } from './world.js'

const seed = 20261122

export interface DocumentsExtent {
  readonly world: Extent
  /** Documents of the small meeting that is compared with it: so many calls of each step are made in both. */
  readonly beside: number
  readonly watchers: number
  readonly rounds: number
  /** How often each question is asked in a round. */
  readonly times: number
}
export const usualExtent: DocumentsExtent = {
  world: { documents: 1_800, rows: 40 },
  beside: 100,
  watchers: 100,
  rounds: 5,
  times: 10,
}
export const quickExtent: DocumentsExtent = {
  world: { documents: 120, rows: 6 },
  beside: 20,
  watchers: 5,
  rounds: 1,
  times: 2,
}

const line = `id number title sources purposes state standing availableSince handedIn { citedAs isLateRevision file { name url } } agendaItemId alsoUnder position presentedBy progress result
  note revisedTo { id number } mergedInto { id number } replaces { id number } revision`
const list = `query ($group: String!, $number: Int!, $first: Int, $after: String, $filter: MeetingDocumentFilter, $sort: MeetingDocumentSort) {
  meeting(group: $group, number: $number) { documents(first: $first, after: $after, filter: $filter, sort: $sort) {
    nodes { ${line} } totalCount since pageInfo { hasNextPage endCursor } } } }`
const facets = `query ($group: String!, $number: Int!, $filter: MeetingDocumentFilter) { meeting(group: $group, number: $number) {
  documentFacets(filter: $filter) { progress { value count } result { value count } agendaItem { value count } } } }`
const changes = `query ($group: String!, $number: Int!, $since: String!) { meeting(group: $group, number: $number) {
  documentChanges(since: $since) { since changed { ${line} } gone totalCount } } }`

interface Answer {
  readonly data: Record<string, unknown>
  readonly bytes: number
  readonly ms: number
}
type Ask = (query: string, variables: object) => Promise<Answer>

const results = ['AGREED', 'NOTED', 'APPROVED', 'ENDORSED', 'NOT_HANDLED', 'POSTPONED'] as const

export async function measureDocuments(given: {
  folder: string
  say: (what: string) => void
  extent: DocumentsExtent
}) {
  const { folder, say, extent } = given
  say(`A meeting of ${extent.world.documents} documents`)
  const env = { ...environment(mkdtempSync(join(folder, 'documents-'))) }
  const program = startProgram({ args: ['--enable-source-maps', 'dist/server/main.js'], env })
  const origin = await program.ready()
  const token = await administrator(env)
  const database = await databaseOf(env.DATA_DIR)
  const meeting = await largeMeeting(database, seed, extent.world)
  const small = await largeMeeting(database, seed, { ...extent.world, documents: extent.beside, prefix: 'EY' })
  const ask = askAt(origin, token)
  const where = { group: meeting.group, number: meeting.number }

  say('The whole meeting through the API')
  const replayed = await replay(ask, meeting, small, extent)

  say('Opening, filtering, sorting')
  const questions: Record<string, () => Promise<Answer>> = {
    'one page of 100': () => ask(list, { ...where, first: 100 }),
    'the whole list': () => whole(ask, where),
    'a filter of the whole list': () => whole(ask, { ...where, filter: { result: ['AGREED'], search: 'water' } }),
    'the whole list by title': () => whole(ask, { ...where, sort: { by: 'TITLE', direction: 'DESC' } }),
    'counts of the filters': () => ask(facets, { ...where, filter: { search: 'water' } }),
  }
  const asked: Record<string, number[][]> = {}
  for (let round = 0; round < extent.rounds; round += 1) {
    for (const [name, question] of Object.entries(questions)) {
      const took: number[] = []
      for (let i = 0; i < extent.times; i += 1) took.push((await question()).ms)
      ;(asked[name] ??= []).push(took)
    }
  }
  const wholeBytes = (await questions['the whole list']!()).bytes

  say(`${extent.watchers} who watch`)
  const watched = await watch(origin, ask, meeting, extent)
  say('In a browser')
  const seen = await browse(origin, meeting, extent)
  program.child.kill('SIGTERM')
  await program.ended()

  const result: Result & { seed: number } = { seed, setting: extent, replayed, asked, wholeBytes, watched, seen }
  return { text: report(result), result }
}

const askAt =
  (origin: string, token: string | null): Ask =>
  async (query, variables) => {
    const began = performance.now()
    const answer = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    })
    const text = await answer.text()
    const ms = performance.now() - began
    const { data, errors } = JSON.parse(text) as { data: Record<string, unknown>; errors?: { message: string }[] }
    if (errors) throw new Error(errors[0]!.message)
    return { data, bytes: text.length, ms }
  }

/** The whole list as the page asks for it: piece after piece, until there is no more. */
async function whole(ask: Ask, where: object): Promise<Answer> {
  let [bytes, ms] = [0, 0]
  let after: string | null = null
  for (;;) {
    const piece: Answer = await ask(list, { ...where, first: 1_000, after })
    bytes += piece.bytes
    ms += piece.ms
    const { pageInfo } = (
      piece.data['meeting'] as { documents: { pageInfo: { hasNextPage: boolean; endCursor: string } } }
    ).documents
    if (!pageInfo.hasNextPage) return { data: piece.data, bytes, ms }
    after = pageInfo.endCursor
  }
}

/**
 * Rules, then each document by hand, then each result, one call after the other. While the last hundred of each step are made, the same is done in a
 * small meeting in turn: what else the machine does in these seconds slows both.
 */
async function replay(ask: Ask, meeting: LargeMeeting, small: LargeMeeting, { world }: DocumentsExtent) {
  const { id: meetingId, rows, documents } = meeting
  const allocate = `mutation ($input: AllocateDocumentsInput!) { allocateDocuments(input: $input) { count } }`
  const settle = `mutation ($input: SettleDocumentsInput!) { settleDocuments(input: $input) { revision } }`
  for (const [at, agendaItemId] of rows.entries()) {
    await ask(`mutation ($input: AddAllocationRuleInput!) { addAllocationRule(input: $input) { id } }`, {
      input: { meetingId, kind: 'KEYWORD', pattern: `row${at}`, agendaItemId },
    })
  }
  const rules = await ask(
    `mutation ($input: ApplyAllocationRulesInput!) { applyAllocationRules(input: $input) { count } }`,
    {
      input: { meetingId },
    },
  )
  const sorted = (rules.data['applyAllocationRules'] as { count: number }).count
  const took = { allocating: [] as number[], settling: [] as number[] }
  const beside = { allocating: [] as number[], settling: [] as number[] }
  const began = performance.now()
  const allocateAt = async (one: LargeMeeting, at: number) => {
    const input = { meetingId: one.id, documents: [one.documents[at]], agendaItemId: one.rows[at % one.rows.length] }
    return (await ask(allocate, { input })).ms
  }
  const settleAt = async (one: LargeMeeting, at: number) => {
    const isMerged = at % 20 === 0 && at + 1 < one.documents.length
    const input = {
      meetingId: one.id,
      documents: [{ id: one.documents[at], expectedRevision: 1 }],
      ...(isMerged
        ? { result: 'MERGED', mergedInto: one.documents[at + 1] }
        : { result: results[at % results.length] }),
    }
    return (await ask(settle, { input })).ms
  }
  const inTurn = async (step: keyof typeof took, all: readonly number[], act: typeof allocateAt) => {
    for (const [done, at] of all.entries()) {
      took[step].push(await act(meeting, at))
      const pair = done - (all.length - small.documents.length)
      if (pair >= 0) beside[step].push(await act(small, pair))
    }
  }
  const all = [...documents.keys()]
  await inTurn(
    'allocating',
    // Those that the rules took are there already.
    all.filter((at) => at % 5 !== 0),
    allocateAt,
  )
  await inTurn('settling', all, settleAt)
  return {
    rulesMs: rules.ms,
    sorted,
    ...took,
    beside,
    seconds: (performance.now() - began) / 1000,
    documents: world.documents,
  }
}

/** One result after the other, each until all who watch have the line. */
async function watch(
  origin: string,
  ask: Ask,
  { id: meetingId, group, number, documents }: LargeMeeting,
  extent: DocumentsExtent,
) {
  const stranger = askAt(origin, null)
  const where = { group, number }
  let messages = 0
  let bytes = 0
  let questions = 0
  let lines = 0
  let had = new Map<number, number>()
  const sockets: Client[] = []
  const opened: Promise<void>[] = []
  for (let who = 0; who < extent.watchers; who += 1) {
    let since = ((await stranger(list, { ...where, first: 1 })).data['meeting'] as { documents: { since: string } })
      .documents.since
    const client = createClient({
      url: `${origin.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    })
    sockets.push(client)
    opened.push(new Promise<void>((resolve) => void client.on('connected', () => resolve())))
    client.subscribe(
      {
        query: 'subscription ($id: UUID!) { meetingDocumentsChanged(meetingId: $id) { isAgendaChanged } }',
        variables: { id: meetingId },
      },
      {
        next: () => {
          messages += 1
          // A connection that was kept may have been closed meanwhile by the other side: asked once more.
          const wish = { ...where, since }
          void stranger(changes, wish)
            .catch(() => stranger(changes, wish))
            .then((answer) => {
              const told = (answer.data['meeting'] as { documentChanges: { since: string; changed: unknown[] } })
                .documentChanges
              since = told.since
              questions += 1
              bytes += answer.bytes
              lines += told.changed.length
              had.set(who, performance.now())
            })
        },
        error: (error) => {
          throw new Error('A watcher was turned away', { cause: error })
        },
        complete: () => {},
      },
    )
  }
  await Promise.all(opened)
  // Those who subscribed are heard of when the first message reaches all of them.
  const rounds: number[][] = []
  const settle = `mutation ($input: SettleDocumentsInput!) { settleDocuments(input: $input) { revision } }`
  const once = async (id: string, revision: number) => {
    had = new Map()
    const began = performance.now()
    await ask(settle, { input: { meetingId, documents: [{ id, expectedRevision: revision }], result: 'NOTED' } })
    while (had.size < extent.watchers) await pause(1)
    return Math.max(...had.values()) - began
  }
  await once(documents[0]!, 2)
  ;[messages, bytes, questions, lines] = [0, 0, 0, 0]
  let done = 0
  for (let round = 0; round < extent.rounds; round += 1) {
    const took: number[] = []
    for (let i = 0; i < extent.times; i += 1) took.push(await once(documents[(done += 1)]!, 2))
    rounds.push(took)
  }
  await Promise.all(sockets.map(async (socket) => socket.dispose()))
  return { rounds, changes: done, messages, questions, bytes, lines }
}

/** What of a page is asked about, in the page. */
declare const document: {
  querySelector(selector: string): object | null
  querySelectorAll(selector: string): { readonly length: number }
}
declare const requestIdleCallback: (run: () => void) => void
declare const requestAnimationFrame: (run: () => void) => void

/** The whole list in Chromium: how much is drawn, and how long the keys take. */
async function browse(origin: string, { group, number }: LargeMeeting, extent: DocumentsExtent) {
  process.env.RAPPORTEUR_TEST_BROWSER ??= JSON.stringify({ path: await findBrowser() })
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const opening: number[] = []
    const keys: number[] = []
    let nodes = 0
    let drawn = 0
    for (let round = 0; round < extent.rounds; round += 1) {
      const began = performance.now()
      await page.goto(`${origin}/groups/${group}/meetings/${number}/documents?all=true&visit=${round}`)
      await page.waitForFunction(() =>
        Object.keys(document.querySelector('main')!).some((key) => key.startsWith('__reactFiber')),
      )
      opening.push(performance.now() - began)
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => resolve(null))))
      nodes = await page.evaluate(() => document.querySelectorAll('*').length)
      drawn = await page.evaluate(() => document.querySelectorAll('[data-document]').length)
      for (let i = 0; i < 30; i += 1) {
        const pressed = performance.now()
        await page.keyboard.press('j')
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))))
        keys.push(performance.now() - pressed)
      }
    }
    await page.keyboard.press('End')
    const nodesAtEnd = await page.evaluate(() => document.querySelectorAll('*').length)
    return { opening, keys, nodes, nodesAtEnd, drawn }
  } finally {
    await browser.close()
  }
}

interface Result {
  readonly setting: DocumentsExtent
  readonly replayed: Awaited<ReturnType<typeof replay>>
  readonly asked: Record<string, number[][]>
  readonly wholeBytes: number
  readonly watched: Awaited<ReturnType<typeof watch>>
  readonly seen: Awaited<ReturnType<typeof browse>>
}

const sorted = (values: readonly number[]): number[] => values.toSorted((one, other) => one - other)
const middle = (values: readonly number[]): number => percentile(sorted(values), 50)
const late = (values: readonly number[]): number => percentile(sorted(values), 99)
const ends = (values: readonly number[]) => {
  const some = Math.min(100, Math.floor(values.length / 2))
  return { first: values.slice(0, some), last: values.slice(-some) }
}

function report({ replayed, asked, wholeBytes, watched, seen, setting }: Result): string {
  const steps = { 'put under a row': replayed.allocating, 'given a result': replayed.settling }
  const small = { 'put under a row': replayed.beside.allocating, 'given a result': replayed.beside.settling }
  const aims: Aim[] = [
    ...(['put under a row', 'given a result'] as const).map((name): Aim => ({
      name: `${name}: the last ${small[name].length}, of the same in a meeting of ${setting.beside}`,
      aim: { atMost: 1.5 },
      rounds: [middle(steps[name].slice(-small[name].length)) / middle(small[name])],
    })),
    { name: 'the whole list, p50 ms', aim: { atMost: 300 }, rounds: asked['the whole list']!.map(middle) },
    {
      name: 'a result until all who watch have it, p50 ms',
      aim: { atMost: 1_000 },
      rounds: watched.rounds.map(middle),
    },
    {
      name: 'messages a change and watcher',
      aim: { atMost: 1 },
      rounds: [watched.messages / watched.changes / setting.watchers],
    },
    {
      name: 'bytes fetched a change, of the whole list',
      aim: { atMost: 0.01 },
      rounds: [watched.bytes / watched.questions / wholeBytes],
    },
    { name: 'nodes of the page', aim: { atMost: 10_000 }, rounds: [seen.nodes] },
    { name: 'a key until it is drawn, p50 ms', aim: { atMost: 50 }, rounds: [middle(seen.keys)] },
  ]
  return [
    `${setting.world.documents.toLocaleString('en')} documents under ${setting.world.rows} rows, ${setting.watchers} who watch. ` +
      `The rules put ${replayed.sorted} under rows in ${figure(replayed.rulesMs)} ms; the rest of the meeting took ${figure(replayed.seconds)} s.`,
    '',
    table(
      ['Through the API, ms', 'p50', 'p99', 'p50 of the first 100', 'p50 of the last 100', 'p50 in the small meeting'],
      (['put under a row', 'given a result'] as const).map((name) => {
        const took = steps[name]
        const { first, last } = ends(took)
        const values = [middle(took), late(took), middle(first), middle(last), middle(small[name])]
        return [name, ...values.map((value) => figure(value))]
      }),
    ),
    '',
    table(
      ['Asked one after the other, ms', 'p50', 'p99 of all'],
      Object.entries(asked).map(([name, rounds]) => [name, spread(rounds.map(middle)), figure(late(rounds.flat()))]),
    ),
    '',
    `A result until all ${setting.watchers} have it: ${spread(watched.rounds.map(middle))} ms. ${watched.changes} changes, ${watched.messages} messages, ` +
      `${watched.questions} questions with ${watched.lines} lines, ${figure(watched.bytes / watched.questions)} bytes each; the whole list has ${wholeBytes.toLocaleString('en')}.`,
    '',
    `In Chromium, the whole list: taken over after ${spread(seen.opening)} ms, ${seen.nodes.toLocaleString('en')} nodes (${seen.nodesAtEnd.toLocaleString('en')} at its end), ` +
      `${seen.drawn} documents drawn; a key until it is drawn ${figure(middle(seen.keys))} ms, p99 ${figure(late(seen.keys))}.`,
    '',
    aimsTable(aims),
  ].join('\n')
}
