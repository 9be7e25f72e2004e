/** What the scenes of the editor play on: the page and the text, served from memory, and a Chromium without a window. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Node } from 'prosemirror-model'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { prosemirrorToYXmlFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import { readDocument, seeded } from '#schema/document/index.js'
import { openBrowser } from '../../harness/browser.js'
import { findBrowser } from '../../harness/chromium.js'
import { firstTextsIn, firstTextsOf, fullReport } from '../full-report.js'
import { root } from '../servers.js'
import { percentile } from '../statistics.js'
import type { BindingName, EditorName, PageApi } from './page/api.js'
import { edit, editsOf, fragmentName, stockSchema } from './texts.js'

export interface Extent {
  readonly rounds: number
  /** In each of the two: alone, and with others. */
  readonly keys: number
  /** Minutes of the hour of writing. */
  readonly minutes: number
}

export const names: Readonly<Record<BindingName, string>> = {
  ours: 'Rapporteur',
  yProsemirror: 'y-prosemirror 1.3',
  yTiptap: '@tiptap/y-tiptap 3.0',
}

export const othersPerSecond = 20
/** Others' edits of this many seconds come as one update in the hour of writing: thousands of frames would take longer than all else. */
export const sliceSeconds = 15

/** Milliseconds from one key to the next: those of a quick typist, and out of step with the screen and with others. */
const betweenKeys = () => 50 + random() * 30
const random = seeded(1)

export interface Keys {
  readonly p50: number
  readonly p95: number
}

/** A page with one editor that is to be opened. */
export class EditorPage {
  constructor(
    readonly page: Page,
    readonly cdp: CDPSession,
    private readonly name: string,
    private readonly faults: readonly Error[],
  ) {}

  ask<Name extends keyof PageApi>(
    name: Name,
    ...args: Parameters<PageApi[Name]>
  ): Promise<Awaited<ReturnType<PageApi[Name]>>> {
    return this.page.evaluate(`bench.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`)
  }

  async type(keys: number): Promise<Keys> {
    await this.ask('takeKeys')
    for (let i = 0; i < keys; i++) {
      await this.page.keyboard.press('Q')
      await pause(betweenKeys())
    }
    await pause(300)
    const took = (await this.ask('takeKeys')).sort((a, b) => a - b)
    if (took.length !== keys) throw new Error(`${took.length} of ${keys} keys were followed by a frame`)
    return { p50: percentile(took, 50), p95: percentile(took, 95) }
  }

  /** A binding that shows less than was written is not fast. */
  async check({ keys, together = 1 }: { keys: number; together?: number }): Promise<void> {
    const { text, edits } = await this.ask('shown')
    if (this.faults.length > 0) throw new Error(`${this.name} failed`, { cause: this.faults[0] })
    const typed = text.split('Q').length - 1
    const heard = text.split(edit).length - 1
    const all = edits * together
    if (typed !== keys || heard !== all)
      throw new Error(`${this.name} shows ${typed} of ${keys} keys and ${heard} of ${all} edits of others`)
  }

  /** Bytes of the heap of script after everything that is not held is thrown away. */
  async heap(): Promise<number> {
    for (let i = 0; i < 3; i++) await this.cdp.send('HeapProfiler.collectGarbage')
    return (await this.cdp.send('Runtime.getHeapUsage')).usedSize
  }
}

/** The text as everybody gets it. */
export interface Text {
  readonly clauses: Y.Doc
  readonly fragment: Y.Doc
  /** A paragraph of nothing but text in the middle, counted from 0. */
  readonly middle: number
}

export class Stage {
  private constructor(
    readonly text: Text,
    readonly browser: Browser,
    private readonly server: Server,
    private readonly profile: string | null,
  ) {}

  static async open(extent: Extent, profile: string | null): Promise<Stage> {
    const text = makeText()
    const server = await serve(text, extent, profile !== null)
    process.env.RAPPORTEUR_TEST_BROWSER ??= JSON.stringify({ path: await findBrowser() })
    const stage = new Stage(text, await openBrowser(), server, profile)
    // The first page of a browser is slower than all others.
    await stage.with('yProsemirror', null, async (page) => {
      await page.ask('placeCaret', text.middle)
      await page.type(5)
    })
    return stage
  }

  async close(): Promise<void> {
    await this.browser.close()
    this.server.close()
  }

  /** Opens the text in a new page, and does something there. Answers what opening took, too. */
  async with<T>(
    editor: EditorName,
    edits: 'single' | 'hour' | null,
    act: (page: EditorPage, openMs: number) => Promise<T>,
  ): Promise<T> {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 900 } })
    try {
      const page = await context.newPage()
      const faults: Error[] = []
      page.on('pageerror', (fault) => faults.push(fault))
      await page.goto(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`)
      await page.waitForFunction('window.bench')
      const cdp = await context.newCDPSession(page)
      const opened = new EditorPage(page, cdp, editor, faults)
      await opened.ask('prepare', editor, edits)
      if (this.profile) await beginProfile(cdp)
      const answer = await act(opened, await opened.ask('open'))
      if (this.profile) await endProfile(cdp, this.profile, editor)
      if (faults.length > 0) throw new Error(`${editor} failed`, { cause: faults[0] })
      return answer
    } finally {
      await context.close()
    }
  }

  /** What each measures in each round, one after the other; who begins changes. */
  async inTurns<Name extends EditorName, Figure>(
    all: readonly Name[],
    rounds: number,
    measure: (name: Name, round: number) => Promise<Figure>,
  ): Promise<Record<Name, Figure[]>> {
    const played = Object.fromEntries(all.map((name) => [name, [] as Figure[]])) as Record<Name, Figure[]>
    for (let round = 0; round < rounds; round++)
      for (const i of all.keys()) {
        const name = all[(i + round) % all.length]!
        played[name].push(await measure(name, round))
      }
    return played
  }
}

async function beginProfile(cdp: CDPSession): Promise<void> {
  await cdp.send('Profiler.enable')
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 })
  await cdp.send('Profiler.start')
}

async function endProfile(cdp: CDPSession, folder: string, editor: string): Promise<void> {
  const { profile } = await cdp.send('Profiler.stop')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${editor}-${Date.now()}.cpuprofile`), JSON.stringify(profile))
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

export function makeText(): Text {
  const clauses = fullReport()
  const fragment = new Y.Doc()
  fragment.clientID = 1
  const content = Node.fromJSON(stockSchema, plain(readDocument(clauses).toJSON() as Json))
  prosemirrorToYXmlFragment(content, fragment.getXmlFragment(fragmentName))
  // Of all paragraphs from the middle on the first that stands in a clause itself and holds text alone.
  const paragraphs: boolean[] = []
  content.descendants((node, _, parent) => {
    if (node.type.name === 'para')
      paragraphs.push(parent!.type.name === 'clause' && node.children.every(({ isText }) => isText))
    return !node.isTextblock
  })
  const middle = paragraphs.findIndex((isPlain, i) => isPlain && i >= paragraphs.length / 2)
  return { clauses, fragment, middle }
}

/** Everything the page needs, from memory. */
async function serve(
  { clauses, fragment, middle }: Text,
  { keys, minutes }: Extent,
  isProfiled: boolean,
): Promise<Server> {
  const files = new Map<string, { readonly type: string; readonly body: Uint8Array | string }>()
  const bytes = (body: Uint8Array) => ({ type: 'application/octet-stream', body })
  const single = { count: othersPerSecond * keys, together: 1, leftOut: middle }
  const hour = {
    count: othersPerSecond * 60 * minutes,
    together: othersPerSecond * sliceSeconds,
    leftOut: middle,
  }
  for (const [form, doc] of [
    ['clauses', clauses],
    ['fragment', fragment],
  ] as const) {
    const state = Y.encodeStateAsUpdate(doc)
    files.set(`/${form}.state`, bytes(state))
    for (const [name, others] of Object.entries({ single, hour })) {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, state)
      const texts = form === 'clauses' ? firstTextsOf(copy) : firstTextsIn(copy.getXmlFragment(fragmentName))
      files.set(`/${form}.${name}`, bytes(editsOf(copy, texts, others)))
    }
  }
  for (const chunk of await bundle(isProfiled))
    files.set(`/${chunk.fileName}`, { type: 'text/javascript', body: chunk.code })
  files.set('/', { type: 'text/html; charset=utf-8', body: html })
  const server = createServer(({ url }, response) => {
    const file = files.get(url!)
    if (!file) return void response.writeHead(404).end()
    // Isolated from others, so that the clock of the page tells five microseconds instead of a hundred.
    response.writeHead(200, {
      'content-type': file.type,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    })
    response.end(file.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** All have the styles that matter: clauses that are not on the screen are not laid out. The clock can be put forward, for all programs alike. */
const html = `<!doctype html><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"><style>
body { font: 16px/1.5 serif; margin: 0 auto; max-width: 44rem }
.ProseMirror { white-space: pre-wrap; overflow-wrap: break-word; outline: none }
section[data-clause] { content-visibility: auto; contain-intrinsic-size: auto 60rem }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid; padding: 2px 6px }
</style><script>{
  const now = Date.now
  let passed = 0
  Date.now = () => now.call(Date) + passed
  window.pass = (ms) => void (passed += ms)
}</script><body><script type="module" src="/bench.js"></script>`

async function bundle(isProfiled: boolean): Promise<Rolldown.OutputChunk[]> {
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
      // Names that a profile can be read by.
      minify: !isProfiled,
      modulePreload: false,
      rollupOptions: {
        input: join(root, 'test/bench/editor/page/index.ts'),
        output: { entryFileNames: 'bench.js' },
      },
    },
  })) as Rolldown.RolldownOutput
  return built.output.filter((file) => file.type === 'chunk')
}
