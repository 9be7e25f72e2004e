import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { schemaVersion } from '#schema/document/schema.js'
import { Documents } from '#server/drafting/documents/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { DocumentConnection, isAtRisk, mayWriteIn, savedOf, waitingOf } from '../../client/editor/connection/index.js'
import { until } from './clients.js'
import { openDraftingSite, type DraftingSite, type Writer } from './site.js'

let site: DraftingSite
let group: Awaited<ReturnType<DraftingSite['group']>>
let editor: Awaited<ReturnType<DraftingSite['person']>>
let other: Awaited<ReturnType<DraftingSite['person']>>
let documentId: string

beforeAll(async () => {
  site = await openDraftingSite()
  group = await site.group()
  editor = await site.person('EDITOR', group)
  other = await site.person('EDITOR', group)
})
afterAll(() => site.stop())

const windows = new Set<Window>()
afterEach(() => {
  for (const one of windows) one.close()
  windows.clear()
})

const newText = async (visibility?: 'PUBLIC' | 'PARTICIPANTS', schema?: number) =>
  (documentId = (await site.document(group, visibility, schema)).id)

/** Somebody's browser window with the text open. Its network can be taken away, and what it hears held back. */
class Window {
  readonly doc = new Y.Doc()
  readonly network = new EventTarget()
  readonly connection: DocumentConnection
  /** What the saved indicator said, each time it said something else. */
  readonly said: string[] = []
  sockets: WebSocket[] = []
  isWithoutNetwork = false

  constructor(who: Writer | null, schema = schemaVersion) {
    const headers: Record<string, string> = who ? { authorization: `Bearer ${who.token}` } : {}
    // A class of its own for this window: the line is told who is asking, and can be cut.
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
      schemaVersion: schema,
      network: this.network,
      Socket: Socket as never,
      chance: () => 0,
    })
    this.connection.subscribe(() => {
      const { kind } = savedOf(this.state)
      if (this.said.at(-1) !== kind) this.said.push(kind)
    })
    windows.add(this)
  }

  get state() {
    return this.connection.state
  }
  get text() {
    return this.doc.getText('t').toString()
  }
  write(text: string): void {
    this.doc.getText('t').insert(this.doc.getText('t').length, text)
  }
  async is(kind: string): Promise<void> {
    await until(() => savedOf(this.state).kind === kind)
  }
  loseNetwork(): void {
    this.isWithoutNetwork = true
    this.network.dispatchEvent(new Event('offline'))
  }
  findNetwork(): void {
    this.isWithoutNetwork = false
    this.network.dispatchEvent(new Event('online'))
  }
  close(): void {
    this.connection.destroy()
    this.doc.destroy()
    for (const socket of this.sockets) socket.terminate()
  }
}

async function onDisk(): Promise<string> {
  const doc = new Y.Doc()
  for (const update of await site.app.get(Texts).read(documentId)) Y.applyUpdate(doc, update)
  return doc.getText('t').toString()
}

describe('the line of a writing window', () => {
  it('[CS-4] says "saved" when the text is on disk, and not before', async () => {
    await newText()
    const one = new Window(editor)
    await one.is('SAVED')
    one.write('kept')
    expect(savedOf(one.state)).toEqual({ kind: 'SAVING', waiting: 1 })
    expect(isAtRisk(one.state)).toBe(true)
    await one.is('SAVED')
    expect(await onDisk()).toBe('kept')
    expect(isAtRisk(one.state)).toBe(false)
    expect(savedOf(one.state)).toEqual({ kind: 'SAVED', at: expect.any(Number) })
  })

  it('keeps what is written without a line, and says "saved" again when it is stored', async () => {
    await newText()
    const one = new Window(editor)
    const two = new Window(other)
    await Promise.all([one.is('SAVED'), two.is('SAVED')])
    one.write('before ')
    await until(() => two.text === 'before ')
    one.loseNetwork()
    await one.is('OFFLINE')
    one.write('alone ')
    one.write('again ')
    two.write('meanwhile ')
    await two.is('SAVED')
    expect(savedOf(one.state)).toMatchObject({ kind: 'OFFLINE', waiting: 2 })
    expect(mayWriteIn(one.state)).toBe(true)
    one.findNetwork()
    await one.is('SAVED')
    await until(() => one.text === two.text)
    expect(await onDisk()).toBe(one.text)
    for (const part of ['before ', 'alone ', 'again ', 'meanwhile ']) expect(one.text).toContain(part)
  })

  it('comes back by itself when the server throws it out', async () => {
    await newText()
    const one = new Window(editor)
    await one.is('SAVED')
    one.write('a')
    await one.is('SAVED')
    one.sockets.at(-1)!.terminate()
    await one.is('OFFLINE')
    one.write('b')
    await one.is('SAVED')
    expect(await onDisk()).toBe('ab')
    expect(one.sockets).toHaveLength(2)
  })

  it('[CS-5] says that nothing can be stored while that is so', async () => {
    await newText()
    const one = new Window(editor)
    await one.is('SAVED')
    // What a database says that is shutting down.
    await site.dataSource.query(
      `create function go_away() returns trigger language plpgsql as $$ begin raise 'away' using errcode = '57P01'; end $$;
       create trigger go_away before insert on document_update execute function go_away()`,
    )
    one.write('waits')
    await one.is('STORING_FAILS')
    expect(waitingOf(one.state)).toBe(1)
    await site.dataSource.query('drop trigger go_away on document_update; drop function go_away()')
    await one.is('SAVED')
    expect(await onDisk()).toBe('waits')
    expect(one.said).toEqual(['OPENING', 'SAVED', 'SAVING', 'STORING_FAILS', 'SAVED'])
  })

  it('[CS-3] lets a stranger read, and says that this is all', async () => {
    await newText()
    const writer = new Window(editor)
    await writer.is('SAVED')
    writer.write('for all')
    const stranger = new Window(null)
    await stranger.is('READING')
    await until(() => stranger.text === 'for all')
    expect(mayWriteIn(stranger.state)).toBe(false)
  })

  it('[CS-3] says at once when a role ends, and that a change which came too late is not in the text', async () => {
    await newText()
    const leaving = await site.person('EDITOR', group)
    const one = new Window(leaving)
    await one.is('SAVED')
    one.write('in time ')
    await one.is('SAVED')
    await site.endRole(leaving.role!, '2020-06-01')
    await until(() => !mayWriteIn(one.state))
    one.write('too late')
    await one.is('REFUSED')
    expect(isAtRisk(one.state)).toBe(true)
    expect(await onDisk()).toBe('in time ')
  })

  it('[CS-6] ends with a reason when the program is too old, or the text is not to be read', async () => {
    await newText('PARTICIPANTS')
    const stranger = new Window(null)
    await stranger.is('ENDED')
    expect(stranger.state.ending).toBe('NOT_FOUND')

    await newText()
    const old = new Window(editor, 1)
    await old.is('SAVED')
    old.write('kept ')
    await old.is('SAVED')
    await site.write((tx) => site.app.get(Documents).raiseSchema(tx, { id: documentId, schemaVersion: 2 }))
    await old.is('ENDED')
    expect(old.state.ending).toBe('SCHEMA_TOO_OLD')
    old.write('and this is still here')
    expect(savedOf(old.state)).toEqual({ kind: 'ENDED', waiting: 1 })
    // It does not knock again by itself.
    expect(old.sockets).toHaveLength(1)
  })

  it('[CS-3] ends when the token ends, keeps what is typed meanwhile, and knocks again only when told to', async () => {
    await newText()
    const who = await site.person('EDITOR', group)
    const one = new Window(who)
    await one.is('SAVED')
    await site.revoke(who)
    await one.is('ENDED')
    expect(one.state.ending).toBe('SIGN_IN')
    one.write('typed meanwhile')
    one.connection.again()
    await one.is('ENDED')
    expect(one.sockets).toHaveLength(2)
    expect(waitingOf(one.state)).toBe(1)
  })

  it('[CS-7] shows who is here again as soon as a line is back, on both sides', async () => {
    await newText()
    const one = new Window(editor)
    const two = new Window(other)
    await Promise.all([one.is('SAVED'), two.is('SAVED')])
    // Every 15 seconds clocks are renewed anyway: not here, so that it cannot be that.
    for (const { connection } of [one, two])
      clearInterval((connection.awareness as unknown as { _checkInterval: NodeJS.Timeout })._checkInterval)
    const sees = (from: Window, whom: Window) => from.connection.awareness.getStates().has(whom.doc.clientID)
    one.connection.awareness.setLocalStateField('caret', { at: 1 })
    await until(() => sees(one, two) && sees(two, one))
    one.loseNetwork()
    await until(() => !sees(one, two) && !sees(two, one))
    one.findNetwork()
    await until(() => sees(one, two) && sees(two, one))
    expect(two.connection.awareness.getStates().get(one.doc.clientID)).toMatchObject({
      caret: { at: 1 },
      user: { id: editor.personId, name: editor.name },
    })
  })

  it('[CS-8] finds its way back when the text was folded into a snapshot meanwhile', async () => {
    await newText()
    const one = new Window(editor)
    await one.is('SAVED')
    one.write('a')
    await one.is('SAVED')
    one.loseNetwork()
    one.write('b')
    await site.app.get(Texts).fold(documentId)
    one.findNetwork()
    await one.is('SAVED')
    expect(await onDisk()).toBe('ab')
  })
})
