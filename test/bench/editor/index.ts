/** The editor's binding against two others in Chromium, on the same text: opening it, and typing in it while others write or do not. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Node } from 'prosemirror-model'
import type { Browser, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { prosemirrorToYXmlFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import { readDocument, seeded } from '#schema/document/index.js'
import { openBrowser } from '../../harness/browser.js'
import { findBrowser } from '../../harness/chromium.js'
import { longest, longReport, paragraphsOf } from '../long-report.js'
import { root } from '../servers.js'
import { percentile, spreadOf, type Aim } from '../statistics.js'
import { aimsTable, spread, table } from '../table.js'
import { bindings, type BindingName, type PageApi } from './page/api.js'
import { edit, editsOf, fragmentName, paragraphsIn, stockSchema } from './texts.js'

export interface Extent {
  readonly rounds: number
  /** In each of the two: alone, and with others. */
  readonly keys: number
}
export const usualExtent: Extent = { rounds: 5, keys: 100 }
export const quickExtent: Extent = { rounds: 1, keys: 20 }

const othersPerSecond = 20
/** Milliseconds from one key to the next: those of a quick typist, and out of step with the screen and with others. */
const betweenKeys = () => 50 + random() * 30
const random = seeded(1)

const names: Readonly<Record<BindingName, string>> = {
  ours: 'Rapporteur',
  yProsemirror: 'y-prosemirror 1.3',
  yTiptap: '@tiptap/y-tiptap 3.0',
}

interface Measured {
  readonly openMs: number
  readonly quiet: { readonly p50: number; readonly p95: number }
  readonly withOthers: { readonly p50: number; readonly p95: number }
  /** Middle of what showing one edit of others took. */
  readonly showingMs: number
}
type Played = Readonly<Record<BindingName, readonly Measured[]>>

export async function measureEditor({ extent, say }: { extent: Extent; say: (what: string) => void }) {
  say('The page, and the text in two forms')
  const { server, origin, middle } = await serve(extent)
  process.env.RAPPORTEUR_TEST_BROWSER ??= JSON.stringify({ path: await findBrowser() })
  const browser = await openBrowser()
  try {
    const played = Object.fromEntries(bindings.map((name) => [name, [] as Measured[]])) as Record<
      BindingName,
      Measured[]
    >
    // The first page of a browser is slower than all others.
    await measure(browser, origin, 'yProsemirror', { ...extent, keys: 5 }, middle)
    for (let round = 0; round < extent.rounds; round++) {
      say(`Opening and typing, round ${round + 1} of ${extent.rounds}`)
      for (const i of bindings.keys()) {
        const name = bindings[(i + round) % bindings.length]!
        played[name].push(await measure(browser, origin, name, extent, middle))
      }
    }
    const aims = aimsOf(played)
    const setting = { extent, text: longest, othersPerSecond, browser: browser.version() }
    return { text: textOf(played, aims), result: { setting, played, aims } }
  } finally {
    await browser.close()
    server.close()
  }
}

async function measure(
  browser: Browser,
  origin: string,
  binding: BindingName,
  { keys }: Extent,
  paragraph: number,
): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  try {
    const page = await context.newPage()
    const faults: Error[] = []
    page.on('pageerror', (fault) => faults.push(fault))
    await page.goto(origin)
    await page.waitForFunction('window.bench')
    await ask(page, 'prepare', binding)
    const openMs = await ask(page, 'open')
    await ask(page, 'placeCaret', paragraph)
    await pause(500)
    await type(page, 5)
    const quiet = await type(page, keys)
    await ask(page, 'othersWrite', othersPerSecond)
    await type(page, 5)
    const withOthers = await type(page, keys)
    await ask(page, 'othersWrite', 0)
    await pause(200)
    const shown = await ask(page, 'shown')
    const showingMs = spreadOf(await ask(page, 'takeShowing')).median
    if (faults.length > 0) throw new Error(`${names[binding]} failed`, { cause: faults[0] })
    check(binding, shown, 2 * keys + 10)
    return { openMs, quiet, withOthers, showingMs }
  } finally {
    await context.close()
  }
}

/** A binding that shows less than was written is not fast. */
function check(binding: BindingName, { text, edits }: { text: string; edits: number }, keys: number): void {
  const typed = text.split('Q').length - 1
  const heard = text.split(edit).length - 1
  if (typed !== keys || heard !== edits)
    throw new Error(`${names[binding]} shows ${typed} of ${keys} keys and ${heard} of ${edits} edits of others`)
}

async function type(page: Page, keys: number): Promise<{ p50: number; p95: number }> {
  await ask(page, 'takeKeys')
  for (let i = 0; i < keys; i++) {
    await page.keyboard.press('Q')
    await pause(betweenKeys())
  }
  await pause(300)
  const took = (await ask(page, 'takeKeys')).sort((a, b) => a - b)
  if (took.length !== keys) throw new Error(`${took.length} of ${keys} keys were followed by a frame`)
  return { p50: percentile(took, 50), p95: percentile(took, 95) }
}

const ask = <Name extends keyof PageApi>(
  page: Page,
  name: Name,
  ...args: Parameters<PageApi[Name]>
): Promise<Awaited<ReturnType<PageApi[Name]>>> =>
  page.evaluate(`bench.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`)

/** Everything the page needs, from memory. */
async function serve({ keys }: Extent): Promise<{ server: Server; origin: string; middle: number }> {
  const clauses = longReport()
  const fragment = new Y.Doc()
  fragment.clientID = 1
  const content = Node.fromJSON(stockSchema, plain(readDocument(clauses).toJSON() as Json))
  prosemirrorToYXmlFragment(content, fragment.getXmlFragment(fragmentName))
  const files = new Map<string, Uint8Array | string>()
  const middle = Math.floor(paragraphsOf(clauses).length / 2)
  // More than there is time for, at the slowest.
  const count = othersPerSecond * keys
  for (const [form, doc, paragraphs] of [
    ['clauses', clauses, paragraphsOf(clauses)],
    ['fragment', fragment, paragraphsIn(fragment.getXmlFragment(fragmentName))],
  ] as const) {
    files.set(`/${form}.state`, Y.encodeStateAsUpdate(doc))
    files.set(`/${form}.edits`, editsOf(doc, paragraphs, count, middle))
  }
  files.set('/bench.js', await bundle())
  files.set('/', html)
  const server = createServer(({ url }, response) => {
    const file = files.get(url!)
    const type =
      url === '/' ? 'text/html; charset=utf-8' : url === '/bench.js' ? 'text/javascript' : 'application/octet-stream'
    if (file === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': type }).end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, middle }
}

/** All three have the styles that matter: clauses that are not on the screen are not laid out. */
const html = `<!doctype html><meta charset="utf-8"><title>Bench</title><style>
body { font: 16px/1.5 serif; margin: 0 auto; max-width: 44rem }
.ProseMirror { white-space: pre-wrap; overflow-wrap: break-word; outline: none }
section[data-clause] { content-visibility: auto; contain-intrinsic-size: auto 60rem }
</style><body><script type="module" src="/bench.js"></script>`

async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: {
      alias: [{ find: /^#schema\/(.*)\.js$/, replacement: join(root, 'schema/$1') }],
      dedupe: ['yjs', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view'],
    },
    build: {
      write: false,
      target: 'es2023',
      rollupOptions: { input: join(root, 'test/bench/editor/page/index.ts') },
    },
  })) as Rolldown.RolldownOutput
  return built.output[0].code
}

interface Json {
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly Json[]
}

/** A node without the attributes that the others' schema has not. */
function plain({ attrs, content, ...rest }: Json): Json {
  const kept = Object.entries(attrs ?? {}).filter(([name]) => !['suggestions', 'other'].includes(name))
  return { ...rest, ...(attrs && { attrs: Object.fromEntries(kept) }), ...(content && { content: content.map(plain) }) }
}

export function aimsOf({ ours, yProsemirror, yTiptap }: Played): Aim[] {
  const figures = {
    open: (one: Measured) => one.openMs,
    quiet: (one: Measured) => one.quiet.p50,
    withOthers: (one: Measured) => one.withOthers.p50,
  }
  const ofBetter = (figure: (one: Measured) => number) =>
    ours.map((one, i) => figure(one) / Math.min(figure(yProsemirror[i]!), figure(yTiptap[i]!)))
  const ofTiptap = ours.map((one, i) => figures.withOthers(yTiptap[i]!) / figures.withOthers(one))
  const atMost = (limit: number, name: string, rounds: readonly number[]): Aim => ({
    name,
    aim: { atMost: limit },
    rounds,
  })
  return [
    atMost(1.2, 'open to editable, of the better one', ofBetter(figures.open)),
    atMost(1.5, 'open to editable, of the better one [CB-20]', ofBetter(figures.open)),
    atMost(1.2, 'key to next frame p50, quiet, of the better one', ofBetter(figures.quiet)),
    atMost(1.2, 'key to next frame p50, 20 remote edits/s, of the better one', ofBetter(figures.withOthers)),
    { name: 'the same, times better than @tiptap/y-tiptap', aim: { atLeast: 5 }, rounds: ofTiptap },
    atMost(
      1.5,
      'key to next frame p50, 20 remote edits/s, of the quiet one [CB-20]',
      ours.map((one) => figures.withOthers(one) / figures.quiet(one)),
    ),
  ]
}

function textOf(played: Played, aims: readonly Aim[]): string {
  const heading = [
    'A report of 100,000 words in Chromium, ms',
    'open to editable',
    'key, quiet p50',
    'p95',
    'key, others write p50',
    'p95',
    'an edit of others',
  ]
  const rows = bindings.map((name) => {
    const rounds = played[name]
    const pick = (figure: (one: Measured) => number) => spread(rounds.map(figure))
    return [
      names[name],
      pick((one) => one.openMs),
      pick((one) => one.quiet.p50),
      pick((one) => one.quiet.p95),
      pick((one) => one.withOthers.p50),
      pick((one) => one.withOthers.p95),
      pick((one) => one.showingMs),
    ]
  })
  return `${table(heading, rows)}\n\n${aimsTable(aims)}`
}
