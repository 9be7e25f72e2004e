import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { WebSocket } from 'ws'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { Documents } from '#server/drafting/documents/index.js'
import { LiveDocuments, Texts } from '#server/drafting/collaboration/index.js'
import { Client, stockClient, until, type Entry } from './clients.js'
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

const open = new Set<Client>()
const stock = new Set<WebsocketProvider>()
afterEach(async () => {
  for (const provider of stock) {
    provider.destroy()
    provider.doc.destroy()
  }
  stock.clear()
  for (const client of open) if (client.socket && !client.closed) await client.leave()
  open.clear()
})

const newText = async (visibility?: 'PUBLIC' | 'PARTICIPANTS', schema?: number) =>
  (documentId = (await site.document(group, visibility, schema)).id)

const entry = (who: Writer | null, more: Partial<Entry> = {}): Entry => ({
  url: site.url,
  documentId,
  ...(who && { token: who.token }),
  ...more,
})
function client(who: Writer | null, more: Partial<Entry> = {}, doc?: Y.Doc): Client {
  const made = new Client(entry(who, more), doc)
  open.add(made)
  return made
}
function stockOf(who: Writer | null, more: Partial<Entry> = {}): WebsocketProvider {
  const made = stockClient(entry(who, more))
  stock.add(made)
  return made
}

/** What the log holds, read by a program that knows nothing but Yjs. */
async function onDisk(id = documentId): Promise<string> {
  const doc = new Y.Doc()
  for (const update of await site.app.get(Texts).read(id)) Y.applyUpdate(doc, update)
  return doc.getText('t').toString()
}

describe('writing together', () => {
  it('[CS-2] stock clients and ours converge, and find it all again', async () => {
    await newText()
    const one = stockOf(editor)
    const two = stockOf(other)
    const three = await client(other).ready()
    await until(() => one.synced && two.synced)
    one.doc.getText('t').insert(0, 'Energy')
    await until(() => two.doc.getText('t').toString() === 'Energy' && three.text === 'Energy')
    two.doc.getText('t').insert(6, ' of')
    three.write(' inference')
    one.doc.getText('t').delete(0, 1)
    const all = () => [one.doc.getText('t').toString(), two.doc.getText('t').toString(), three.text]
    await until(() => new Set(all()).size === 1 && three.text.length === 18)
    await three.saved()
    expect(await onDisk()).toBe(three.text)
    expect((await client(null, { schema: null }).ready()).text).toBe(three.text)
  })

  it('[CS-4] acknowledges an update when it is on disk, and not before others may see it', async () => {
    await newText()
    const one = await client(editor).ready()
    one.write('kept')
    await one.saved()
    expect(one.stored).toBe(one.sent.length)
    expect(await onDisk()).toBe('kept')
  })

  it('[CS-8] gives a returning client what it lacks before it calls itself synced, and stores nothing twice', async () => {
    await newText()
    const one = await client(editor).ready()
    for (let i = 0; i < 30; i++) one.write(`${i} `)
    one.doc.getText('t').delete(0, 4)
    await one.saved()
    await one.leave()
    one.write('written without a line')
    const two = await client(other).ready()
    two.write('meanwhile ', 0)
    await two.saved()
    await one.ready()
    await one.saved()
    await until(() => two.text === one.text)
    expect(one.text).toContain('meanwhile')
    const rows = async () =>
      (await site.dataSource.query('select count(*)::int as n from document_update where document_id = $1', [
        documentId,
      ])) as { n: number }[]
    const before = await rows()
    await one.leave()
    await one.ready()
    await one.saved()
    expect(await rows()).toEqual(before)
  })

  it('[CS-8] goes on from a snapshot: up to date, behind, and new', async () => {
    await newText()
    const one = await client(editor).ready()
    const behind = await client(other).ready()
    one.write('before ')
    await until(() => behind.text === 'before ')
    await behind.leave()
    one.doc.getText('t').delete(0, 3)
    one.write('after ')
    await one.saved()
    await site.app.get(Texts).fold(documentId)
    one.write('tail')
    await one.saved()
    await one.leave()
    for (const returning of [one, behind, client(null)]) {
      expect((await returning.ready()).text).toBe('ore after tail')
    }
    expect(await onDisk()).toBe('ore after tail')
    const whole = new Y.Doc({ gc: false })
    for (const update of await site.app.get(Texts).readWithDeleted(documentId)) Y.applyUpdate(whole, update)
    const deleted: unknown[] = []
    whole.store.clients.forEach((structs) =>
      structs.forEach(
        (struct) => struct.deleted && struct instanceof Y.Item && deleted.push(...struct.content.getContent()),
      ),
    )
    expect(deleted.join('')).toBe('bef')
  })

  it('[CS-8] sends whoever lacks little of a large text that little, and the same to all who come back from the same moment', async () => {
    await newText()
    const one = await client(editor).ready()
    const behind = [await client(other).ready(), await client(other).ready()]
    for (let i = 0; i < 20; i++) one.write(`${i} `.padEnd(20_000, 'words '))
    await one.saved()
    await until(() => behind.every(({ text }) => text === one.text))
    for (const each of behind) await each.leave()
    one.doc.getText('t').delete(5, 7)
    one.write('news', 100)
    behind[1]!.write('of my own ', 3)
    await one.saved()
    await site.app.get(Texts).fold(documentId)
    one.write('tail', 200)
    await one.saved()
    for (const each of behind) {
      let received = 0
      each.onUpdate = (update) => void (received += update.length)
      await each.ready()
      await each.saved()
      await until(() => each.text === one.text)
      expect(received).toBeLessThan(5000)
    }
    expect((await client(null, { schema: null }).ready()).text).toBe(one.text)
  })

  it('[CS-11] an update that came before what it builds on is asked for again, and acknowledged with it', async () => {
    await newText()
    const one = client(editor)
    one.write('offline ')
    await one.open()
    // Typed before the server could ask what it lacks.
    one.write('online')
    await one.saved()
    expect(await onDisk()).toBe('offline online')
  })
})

describe('who may', () => {
  it('[CS-3] changes of a reader are dropped, and the reader is told', async () => {
    await newText()
    const reader = await site.person('PARTICIPANT', group)
    const one = await client(editor).ready()
    const two = await client(reader).ready()
    const three = stockOf(reader)
    await until(() => three.synced)
    expect(two.standings).toEqual([{ mayEdit: false, schemaVersion: 1, epoch: 1 }])
    two.write('no')
    three.doc.getText('t').insert(0, 'neither')
    await until(() => two.refused.length > 0)
    expect(two.refused[0]).toEqual({ n: 1, why: 'READ_ONLY' })
    one.write('yes')
    await until(() => two.text.includes('yes') && three.doc.getText('t').toString().includes('yes'))
    expect(await onDisk()).toBe('yes')
    expect(two.closed).toBeNull()
  })

  it('[CS-3] what one may not see is not there: no token, another group, no such text, no text at all', async () => {
    await newText('PARTICIPANTS')
    const outsider = await site.person()
    expect(
      (
        await client(outsider)
          .open()
          .then((c) => c.left())
      ).code,
    ).toBe(4404)
    expect(
      (
        await client(null)
          .open()
          .then((c) => c.left())
      ).code,
    ).toBe(4404)
    expect(
      (
        await client(editor, { documentId: 'none' })
          .open()
          .then((c) => c.left())
      ).code,
    ).toBe(4404)
    expect(
      (
        await client({ ...editor, token: 'rpt_wrong' })
          .open()
          .then((c) => c.left())
      ).code,
    ).toBe(4401)
    expect((await client(editor).ready()).closed).toBeNull()
  })

  it('[CS-3] a cookie opens a socket for a page of this site only', async () => {
    await newText('PARTICIPANTS')
    const foreign = new WebSocket(`${site.url.replace('http', 'ws')}/collab/${documentId}`, {
      headers: { cookie: 'session=x', origin: 'https://elsewhere.example' },
    })
    const status = await new Promise((resolve) => {
      foreign.on('unexpected-response', (_request, response) => resolve(response.statusCode))
      foreign.on('open', () => resolve('open'))
      foreign.on('error', () => {})
    })
    foreign.terminate()
    expect(status).toBe(403)
  })

  it('[CS-3] a role that ends is felt at once: no more writing, and no more reading where it gave that', async () => {
    await newText('PARTICIPANTS')
    const leaving = await site.person('EDITOR', group)
    const one = await client(leaving).ready()
    one.write('mine')
    await one.saved()
    await site.endRole(leaving.role!, '2021-01-01')
    expect((await one.left()).code).toBe(4404)

    await newText('PUBLIC')
    const demoted = await site.person('EDITOR', group)
    const two = await client(demoted).ready()
    expect(two.standings.at(-1)).toMatchObject({ mayEdit: true })
    await site.endRole(demoted.role!, '2021-01-01')
    await until(() => two.standings.at(-1)?.mayEdit === false)
    two.write('not any more')
    await until(() => two.refused.length === 1)
    expect(await onDisk()).toBe('')
  })

  it('[CS-3] a token that is revoked and a session that ends close what they opened', async () => {
    await newText()
    const gone = await site.person('EDITOR', group)
    const one = await client(gone).ready()
    await site.revoke(gone)
    expect((await one.left()).code).toBe(4401)

    const away = await site.person('EDITOR', group)
    const cookie = await site.session(away)
    const two = await client(null, { cookie }).ready()
    expect(two.standings.at(-1)).toMatchObject({ mayEdit: true })
    await site.query('mutation { signOut { isSignedIn } }', {}, { cookie })
    expect((await two.left()).code).toBe(4401)
  })

  it('[CS-6] a program that does not say its schema may read; an older one is sent away; a newer one may write', async () => {
    await newText('PUBLIC', 2)
    const silent = await client(editor, { schema: null }).ready()
    silent.write('?')
    await until(() => silent.refused.length > 0)
    expect(silent.refused[0]!.why).toBe('SCHEMA_NOT_SAID')
    expect(
      (
        await client(editor, { schema: 1 })
          .open()
          .then((c) => c.left())
      ).code,
    ).toBe(4409)
    const newer = await client(editor, { schema: 3 }).ready()
    newer.write('new')
    await newer.saved()
    const two = await client(editor, { schema: 2 }).ready()
    await site.write((tx) => site.app.get(Documents).raiseSchema(tx, { id: documentId, schemaVersion: 3 }))
    expect((await two.left()).code).toBe(4409)
    expect(newer.closed).toBeNull()
  })

  it('[CS-6] which version a text needs is not said by the text: what an editor writes about it there lets no older program in', async () => {
    await newText('PUBLIC', 3)
    const one = await client(editor).ready()
    one.doc.getMap('about').set('schema', 1)
    await one.saved()
    const old = await client(other, { schema: 2 }).open()
    expect((await old.left()).code).toBe(4409)
    const now = await client(other, { schema: 3 }).ready()
    expect(now.standings.at(-1)).toMatchObject({ schemaVersion: 3 })
  })

  it('[TF-1] the form of a text is chosen by its editors and by nobody else', async () => {
    await newText('PUBLIC')
    const one = await client(editor).ready()
    one.doc.getMap('about').set('type', 'SPECIFICATION')
    await one.saved()
    const stranger = await client(null).ready()
    expect(stranger.doc.getMap('about').get('type')).toBe('SPECIFICATION')
    stranger.doc.getMap('about').set('type', 'PLAIN')
    await until(() => stranger.refused.length > 0)
    const late = await client(null, { schema: null }).ready()
    expect(late.doc.getMap('about').get('type')).toBe('SPECIFICATION')
  })

  it('[CS-7] presence carries the name that the server knows, whatever the client says', async () => {
    await newText()
    const one = await client(editor).ready()
    const two = await client(other).ready()
    one.point({ user: { name: 'Somebody else', id: other.personId, color: 'red' }, cursor: 7 })
    await until(() => two.awareness.getStates().get(one.doc.clientID))
    expect(two.awareness.getStates().get(one.doc.clientID)).toEqual({
      user: { name: editor.name, id: editor.personId, color: 'red' },
      cursor: 7,
    })
    const late = await client(null, { schema: null }).ready()
    await until(() => late.awareness.getStates().has(one.doc.clientID))
    await one.leave()
    await until(() => !two.awareness.getStates().has(one.doc.clientID))
  })
})

describe('bad input', () => {
  const raw = async (...frames: (Uint8Array | string)[]) => {
    const one = await client(editor).ready()
    for (const frame of frames) one.socket!.send(frame)
    return (await one.left()).code
  }
  const update = (bytes: number[]) => Uint8Array.from([0, 2, bytes.length, ...bytes])

  it('[CS-12] closes what is no message with its code, and disturbs nobody', async () => {
    await newText()
    const calm = await client(other).ready()
    calm.write('calm')
    await calm.saved()
    expect(await raw('text')).toBe(1003)
    expect(await raw(Uint8Array.from([]))).toBe(4400)
    expect(await raw(Uint8Array.from([99, 1]))).toBe(4400)
    expect(await raw(Uint8Array.from([0, 2, 200]))).toBe(4400)
    expect(await raw(update([1, 2, 3]))).toBe(4400)
    expect(await raw(Uint8Array.from([...update([0, 0]), 7]))).toBe(4400)
    expect(await raw(Uint8Array.from([0, 0, 3, 255, 255, 255]))).toBe(4400)
    expect(await raw(new Uint8Array(1024 * 1024 + 1))).toBe(1009)
    expect(await raw(...Array.from({ length: 3000 }, () => Uint8Array.from([3])))).toBe(4529)
    expect(calm.closed).toBeNull()
    expect(await onDisk()).toBe('calm')
  })

  it('[CS-12] a reserved opcode closes one socket, not the server', async () => {
    await newText()
    const one = await client(editor).ready()
    ;(one.socket as unknown as { _socket: { write(bytes: Uint8Array): void } })._socket.write(
      Uint8Array.from([0x83, 0x80, 0, 0, 0, 0]),
    )
    expect((await one.left()).code).toBe(1002)
    expect((await client(editor).ready()).closed).toBeNull()
  })

  it('[CS-12] whoever is turned away again and again is turned away without being asked', async () => {
    const nowhere = { documentId: '00000000-0000-7000-8000-000000000000' }
    const codes = new Set<number>()
    for (let i = 0; i < 60 && !codes.has(4529); i++) {
      codes.add(
        (
          await client(editor, nowhere)
            .open()
            .then((c) => c.left())
        ).code,
      )
    }
    expect([...codes]).toEqual([4404, 4529])
    await newText()
    expect((await client(editor).ready()).closed).toBeNull()
  })

  it('[CS-5] nobody writes in the name of another person', async () => {
    await newText()
    const one = await client(editor).ready()
    one.write('by the editor')
    await one.saved()
    await one.leave()
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(one.doc))
    forged.clientID = one.doc.clientID
    const two = client(other, {}, forged)
    await two.open()
    forged.getText('t').insert(0, 'forged ')
    expect((await two.left()).code).toBe(4403)
    expect(await onDisk()).toBe('by the editor')
  })

  it('[CS-12] an update that cannot be applied is put aside and its author told; others notice nothing', async () => {
    await newText()
    const one = await client(editor).ready()
    one.write('good')
    await one.saved()
    const bytes = circle([2000, 1000])
    const bad = await client(other).ready()
    // The author's second window wrote as another session, and stays.
    const beside = await client(other).ready()
    beside.write(', beside')
    await beside.saved()
    bad.sendUpdate(bytes)
    await bad.saved()
    expect((await bad.left()).code).toBe(4422)
    const [row] = (await site.dataSource.query(
      'select count(*)::int as n from document_quarantine where document_id = $1',
      [documentId],
    )) as [{ n: number }]
    expect(row.n).toBe(1)
    expect([one.closed, beside.closed]).toEqual([null, null])
    one.doc.getText('t').delete(0, 1)
    one.write(' again')
    await one.saved()
    await until(() => beside.text === one.text)
    expect(await onDisk()).toBe(one.text)
    // Who opens the text now gets nothing that cannot be applied; who sends it again is sent away again.
    const fresh = await client(null, { schema: null }).ready()
    expect(fresh.text).toBe(one.text)
    expect(fresh.doc.store.pendingStructs).toBeNull()
    await bad.ready()
    bad.sendUpdate(bytes)
    expect((await bad.left()).code).toBe(4422)
    await site.app.get(Texts).fold(documentId)
    expect(await onDisk()).toBe(one.text)
  })

  it('[CS-10] a reader who does not read is closed and not waited for', async () => {
    await newText()
    const slow = await client(null, { schema: null }).ready()
    ;(slow.socket as unknown as { _socket: { pause(): void } })._socket.pause()
    const one = await client(editor).ready()
    const part = 'x'.repeat(200_000)
    for (let i = 0; i < 60 && slow.socket!.readyState === WebSocket.OPEN; i++) {
      one.doc.getText('t').insert(0, part)
      one.doc.getText('t').delete(0, part.length)
      await one.saved()
      // A new connection may again send much at once.
      if (i % 25 === 24) {
        await one.leave()
        await one.ready()
      }
    }
    ;(slow.socket as unknown as { _socket: { resume(): void } })._socket.resume()
    expect((await slow.left()).code).toBe(1013)
  }, 120_000)
})

describe('memory', () => {
  it('[CS-9] a text leaves memory when nobody has it open, with all of it on disk', async () => {
    await newText()
    const one = await client(editor).ready()
    one.write('last words')
    await one.leave()
    const live = site.app.get(LiveDocuments)
    await until(() => live.count === 0)
    expect((await client(null).ready()).text).toBe(await onDisk())
  })
})

/** An update of two letters, each to stand behind the other: well-formed, and nobody can put it anywhere. */
function circle(clients: readonly [number, number]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  encoder.writeLen(2)
  for (const [i, client] of clients.entries()) {
    encoder.writeLen(1)
    encoder.writeClient(client)
    encoder.writeLen(0)
    // A string, with the letter on its left.
    encoder.writeInfo(4 | 128)
    encoder.writeLeftID(Y.createID(clients[1 - i]!, 0))
    encoder.writeString('x')
  }
  encoder.writeLen(0)
  return encoder.toUint8Array()
}
