/** Windows that were without a line for long, against the real server: what they wrote is sent, or chosen about first. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import {
  bodyOf,
  clauseOf,
  clauseText,
  insertClause,
  paragraph,
  readTree,
  schemaVersion,
  titleTextOf,
  undoOf,
  type SplitChoice,
} from '#schema/document/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { DocumentConnection, savedOf, waitingOf, type Keeper } from '../../client/editor/connection/index.js'
import { until } from './clients.js'
import { openDraftingSite, type DraftingSite, type Writer } from './site.js'

let site: DraftingSite
let group: Awaited<ReturnType<DraftingSite['group']>>
let ada: Awaited<ReturnType<DraftingSite['person']>>
let bea: Awaited<ReturnType<DraftingSite['person']>>
let documentId: string

beforeAll(async () => {
  site = await openDraftingSite()
  group = await site.group()
  ada = await site.person('EDITOR', group)
  bea = await site.person('EDITOR', group)
})
afterAll(() => site.stop())

/** What a device keeps, without a browser: the text, what waits, and what was known. */
class Device implements Keeper {
  standing: Keeper['standing'] = null
  unsent: Uint8Array[] = []
  works = true
  isSpoilt = false
  text = Y.encodeStateAsUpdate(new Y.Doc())
  brought = () => false
  wrote(update: Uint8Array): void {
    this.unsent.push(update)
  }
  stored(changes: number): void {
    this.unsent.splice(0, changes)
  }
  knows(standing: Keeper['standing']): void {
    this.standing = standing
  }
  spoilt(isSpoilt: boolean): void {
    this.isSpoilt = isSpoilt
  }
  onFailing(): void {}
}

const windows = new Set<Window>()

class Window {
  readonly doc = new Y.Doc()
  readonly network = new EventTarget()
  readonly connection: DocumentConnection
  /** Counts that the indicator showed, and what it said. */
  readonly counts: number[] = []
  readonly said: string[] = []
  readonly undo = undoOf(this.doc, ['typing'], 0)
  sockets: WebSocket[] = []

  constructor(
    who: Writer,
    readonly device: Device = new Device(),
    private isWithoutNetwork = false,
  ) {
    Y.applyUpdate(this.doc, device.text, 'device')
    const headers = { authorization: `Bearer ${who.token}` }
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const window = this
    class Socket extends WebSocket {
      constructor(address: string) {
        super(window.isWithoutNetwork ? 'ws://127.0.0.1:1' : address, { headers })
        window.sockets.push(this)
      }
    }
    this.connection = new DocumentConnection({
      address: `${site.url.replace('http', 'ws')}/collab`,
      documentId,
      doc: this.doc,
      schemaVersion,
      network: this.network,
      keeper: device,
      Socket: Socket as never,
      chance: () => 0,
    })
    this.connection.subscribe(() => {
      const { kind } = savedOf(this.connection.state)
      if (this.said.at(-1) !== kind) this.said.push(kind)
      const waiting = waitingOf(this.connection.state)
      if (this.counts.at(-1) !== waiting) this.counts.push(waiting)
    })
    windows.add(this)
  }

  is(kind: string): Promise<void> {
    return until(() => savedOf(this.connection.state).kind === kind)
  }
  loseNetwork(): void {
    this.isWithoutNetwork = true
    this.network.dispatchEvent(new Event('offline'))
  }
  findNetwork(): void {
    this.isWithoutNetwork = false
    this.network.dispatchEvent(new Event('online'))
  }
  /** Closes the window; the device keeps what it has. */
  close(): Device {
    this.device.text = Y.encodeStateAsUpdate(this.doc)
    this.connection.destroy()
    for (const socket of this.sockets) socket.terminate()
    windows.delete(this)
    return this.device
  }

  clause(title: string): string {
    const line = readTree(this.doc).lines.find(({ id }) => titleTextOf(clauseOf(this.doc, id)!)?.toString() === title)
    if (!line) throw new Error(`no clause "${title}" among ${this.titles.join(', ')}`)
    return line.id
  }
  get titles(): string[] {
    return readTree(this.doc).lines.map(({ id }) => titleTextOf(clauseOf(this.doc, id)!)!.toString())
  }
  shows(title: string): string {
    return clauseText(clauseOf(this.doc, this.clause(title))!)
  }
  /** Types letter by letter at the end of the first paragraph. */
  type(title: string, words: string): void {
    const block = bodyOf(clauseOf(this.doc, this.clause(title))!)!.get(0) as Y.XmlElement
    const text = block.get(0) as Y.XmlText
    for (const letter of words) this.doc.transact(() => text.insert(text.length, letter, {}), 'typing')
  }
}

afterEach(() => {
  for (const one of windows) one.close()
})

async function onDisk(): Promise<string> {
  const doc = new Y.Doc()
  for (const update of await site.app.get(Texts).read(documentId)) Y.applyUpdate(doc, update)
  return readTree(doc)
    .lines.map(({ id }) => clauseText(clauseOf(doc, id)!))
    .join('\n\n')
}
const whole = (one: Window) => one.titles.map((title) => one.shows(title)).join('\n\n')
const same = (one: Window, two: Window) => until(() => whole(one) === whole(two))

let one: Window
let two: Window
/** Two people see a text with two clauses. */
beforeEach(async () => {
  documentId = (await site.document(group)).id
  one = new Window(ada)
  two = new Window(bea)
  await Promise.all([one.is('SAVED'), two.is('SAVED')])
  for (const title of ['Scope', 'Terms'])
    insertClause(one.doc, { parent: null }, { title, body: [paragraph('Begin.')] }, { origin: 'typing' })
  await one.is('SAVED')
  await same(one, two)
})

describe('a window that comes back', () => {
  it('[OF-3, OF-6] sends what an earlier window wrote without a line, and the count runs down to nothing', async () => {
    one.loseNetwork()
    await one.is('OFFLINE')
    one.type('Scope', ' Written on the train, letter by letter.')
    const later = new Window(ada, one.close(), true)
    expect(savedOf(later.connection.state).kind).toBe('OPENING')
    await later.is('OFFLINE')
    expect(waitingOf(later.connection.state)).toBe(40)
    later.type('Terms', ' And more.')
    expect(waitingOf(later.connection.state)).toBe(50)
    later.findNetwork()
    await later.is('SAVED')
    await same(later, two)
    expect(await onDisk()).toContain('Begin. Written on the train, letter by letter.')
    expect(later.device.unsent).toEqual([])
    // It never rises on the way; how many steps it takes depends on how many pieces the server stores at once.
    const down = later.counts.slice(later.counts.indexOf(50))
    expect(down).toEqual(down.toSorted((a, b) => b - a))
    expect(down.at(-1)).toBe(0)
  })

  it('[OF-5] keeps apart what somebody wrote who may not write any more', async () => {
    const leaving = await site.person('EDITOR', group)
    const theirs = new Window(leaving)
    await theirs.is('SAVED')
    theirs.loseNetwork()
    await theirs.is('OFFLINE')
    theirs.type('Scope', ' Too late.')
    await site.endRole(leaving.role!, '2020-06-01')
    theirs.findNetwork()
    await theirs.is('REFUSED')
    expect(theirs.device.isSpoilt).toBe(true)
    expect(await onDisk()).not.toContain('Too late')
  })
})

describe('two sides that went apart', () => {
  const mine = ` ${'mine '.repeat(14)}`
  const theirs = ` ${'theirs '.repeat(12)}`
  const titles = {
    by: null,
    titleOfMine: (title: string) => `${title} (mine)`,
    titleOfTheirs: (title: string) => `${title} (theirs)`,
  }
  const choose = (choice: SplitChoice) =>
    one.connection.settle({ ...titles, choices: new Map([[one.clause('Scope'), choice]]) })

  async function goApart(): Promise<void> {
    one.loseNetwork()
    await one.is('OFFLINE')
    one.type('Scope', mine)
    two.type('Scope', theirs)
    two.type('Terms', ' Also.')
    await two.is('SAVED')
    one.findNetwork()
    await one.is('CHOICE')
  }

  it('[OF-7] are not merged before somebody has chosen: nothing is sent, and nothing changes on either screen', async () => {
    const before = await goApart().then(() => one.shows('Scope'))
    expect(one.connection.apart?.splits).toMatchObject([{ clause: one.clause('Scope'), mine: 71, theirs: 85 }])
    expect(before).toBe(`Scope\nBegin.${mine}`)
    one.type('Scope', 'Still writing.')
    two.type('Terms', ' And again.')
    await two.is('SAVED')
    expect(two.shows('Scope')).toBe(`Scope\nBegin.${theirs}`)
    expect(one.shows('Terms')).toBe('Terms\nBegin.')
    expect(savedOf(one.connection.state)).toEqual({ kind: 'CHOICE', waiting: 85, clauses: 1 })
    expect(await onDisk()).not.toContain('mine')
    expect(one.connection.settle({ ...titles, choices: new Map() })).toBe(false)
  })

  it.each(['BOTH', 'THEIRS', 'MINE'] as const)('[OF-8] become one text for everybody: %s', async (choice) => {
    await goApart()
    one.type('Scope', 'Until the end.')
    two.type('Terms', ' And again.')
    await two.is('SAVED')
    const versions = [`Begin.${mine}Until the end.`, `Begin.${theirs}`]
    /** Every text of the clause that others ever saw. */
    const seen = new Set<string>()
    two.doc.on('update', () => seen.add(two.shows('Scope')))
    expect(choose(choice)).toBe(true)
    await one.is('SAVED')
    await same(one, two)
    expect(await onDisk()).toBe(whole(two))
    expect(two.shows('Terms')).toBe('Terms\nBegin. Also. And again.')
    if (choice === 'BOTH') {
      expect(two.titles).toEqual(['Scope', 'Terms'])
      for (const words of ['mine mine', 'theirs theirs', 'Until the end.']) expect(two.shows('Scope')).toContain(words)
      return
    }
    const [stays, goes] = choice === 'MINE' ? versions : versions.toReversed()
    const behind = choice === 'MINE' ? 'Scope (theirs)' : 'Scope (mine)'
    expect(two.titles).toEqual(['Scope', behind, 'Terms'])
    expect(two.shows('Scope')).toBe(`Scope\n${stays}`)
    expect(two.shows(behind)).toBe(`${behind}\n${goes}`)
    // Nobody saw a mixture first.
    for (const text of seen) expect(versions.map((version) => `Scope\n${version}`)).toContain(text)
  })

  it('[OF-8, CL-11] are written in and undone as before, afterwards', async () => {
    await goApart()
    choose('THEIRS')
    await one.is('SAVED')
    const settled = one.shows('Scope')
    const undo = undoOf(one.doc, ['typing'], 0)
    one.type('Scope', '!')
    undo.undo()
    expect(one.shows('Scope')).toBe(settled)
    // What could be undone before finds nothing of its own any more, and takes nobody's words.
    one.undo.undo()
    await one.is('SAVED')
    await same(one, two)
    expect(one.shows('Scope')).toContain('theirs theirs')
    expect(one.shows('Scope (mine)')).toContain('mine mine')
  })

  it('[OF-7] ask again when the line breaks before somebody has chosen, also in another window', async () => {
    await goApart()
    one.sockets.at(-1)!.terminate()
    await one.is('OFFLINE')
    await one.is('CHOICE')
    one = new Window(ada, one.close())
    await one.is('CHOICE')
    expect(one.shows('Scope')).toBe(`Scope\nBegin.${mine}`)
    choose('MINE')
    await one.is('SAVED')
    await same(one, two)
    expect(one.device.unsent).toEqual([])
  })

  it('[OF-7] are merged without asking while one of them has changed little', async () => {
    one.loseNetwork()
    await one.is('OFFLINE')
    one.type('Scope', mine)
    two.type('Scope', ' A few words.')
    await two.is('SAVED')
    one.findNetwork()
    await one.is('SAVED')
    await same(one, two)
    expect(one.said).not.toContain('CHOICE')
    for (const words of ['mine mine', 'A few words.']) expect(two.shows('Scope')).toContain(words)
  })
})
