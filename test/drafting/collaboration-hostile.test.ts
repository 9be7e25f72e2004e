import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { closeCodes, messageKinds, syncKinds } from '#schema/vocabulary/collaboration.js'
import { CollaborationSockets, LiveDocuments, Texts } from '#server/drafting/collaboration/index.js'
import { Client, until } from './clients.js'
import { randomOf, seed } from './random.js'
import { openDraftingSite, type DraftingSite, type Writer } from './site.js'

let site: DraftingSite
let group: Awaited<ReturnType<DraftingSite['group']>>
let ada: Writer
let bo: Writer
let reader: Writer

beforeAll(async () => {
  site = await openDraftingSite()
  group = await site.group()
  ada = await site.person('EDITOR', group)
  bo = await site.person('EDITOR', group)
  reader = await site.person('PARTICIPANT', group)
})
afterAll(() => site.stop())

const open = new Set<Client>()
afterEach(async () => {
  site.clock.set(null)
  for (const client of open) if (client.socket && !client.closed) await client.leave()
  open.clear()
})
function client(who: Writer, documentId: string, doc?: Y.Doc): Client {
  const made = new Client({ url: site.url, documentId, token: who.token }, doc)
  open.add(made)
  return made
}
async function onDisk(documentId: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const update of await site.app.get(Texts).read(documentId)) Y.applyUpdate(doc, update)
  return doc
}

const sync = (kind: number, payload: Uint8Array) => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageKinds.SYNC)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

/**
 * What goes where: a hundred thousand frames, each of which would close its socket, go through the code that handles frames
 * (server/drafting/collaboration/frame.test.ts). Here frames come in bursts through real sockets, as many as one may send, and what comes after
 * the first that closes must do no harm either.
 */
describe(`bursts of hostile frames through sockets (seed ${seed})`, () => {
  it.each([
    ['a reader', () => reader],
    ['somebody who may write', () => bo],
  ])(
    '[CS-12] from %s disturb nobody who writes in the same text',
    async (who, hostile) => {
      const random = randomOf(seed)
      const codes = new Set<number>([...Object.values(closeCodes), 1002, 1007])
      let sent = 0
      for (let text = 0; text < 10; text++) {
        const documentId = (await site.document(group)).id
        const calm = await client(ada, documentId).ready()
        calm.write('calm')
        await calm.saved()
        const whole = Y.encodeStateAsUpdate(calm.doc)
        const real = [
          sync(syncKinds.UPDATE, whole),
          sync(syncKinds.STEP_2, whole),
          sync(syncKinds.STEP_1, Y.encodeStateVector(calm.doc)),
          Uint8Array.from([messageKinds.QUERY_AWARENESS]),
        ]
        const frame = (): Uint8Array => {
          const bytes = Uint8Array.from(real[random(real.length)]!)
          const how = random(8)
          if (how === 0) return Uint8Array.from({ length: random(100) }, () => random(256))
          if (how === 1) return bytes.slice(0, random(bytes.length))
          if (how === 2 && random(40) === 0) return new Uint8Array(1024 * 1024 + 1 + random(1000))
          // Most do no harm at first, so that the burst goes on for a while.
          if (how === 3) bytes[random(bytes.length)] = random(256)
          return bytes
        }
        // Whoever was turned away thirty times from a text is not let in for a while, so there are no more.
        for (let i = 0; i < 24; i++) {
          const one = await client(hostile(), documentId).ready()
          for (let j = 0; j < 200; j++, sent++) one.socket!.send(frame())
          if (i % 3 === 0) calm.write('.')
          one.socket!.close()
          expect(codes).toContain(await one.left().then(({ code }) => (code === 1005 ? closeCodes.GOING_AWAY : code)))
        }
        await calm.saved()
        expect(calm.closed).toBeNull()
        const disk = await onDisk(documentId)
        expect(disk.store.pendingStructs).toBeNull()
        if (who === 'a reader') expect(disk.getText('t').toString()).toBe('calm........')
        await until(() => calm.text === disk.getText('t').toString())
        await calm.leave()
      }
      expect(sent).toBe(48_000)
      // Nothing stays behind of anybody.
      await until(() => site.app.get(CollaborationSockets).count === 0)
      await until(() => site.app.get(LiveDocuments).count === 0)
    },
    100_000,
  )

  it('[CS-3] an update that whoever may only read sends, however well it is made, is dropped and told', async () => {
    const documentId = (await site.document(group)).id
    const one = await client(reader, documentId).ready()
    one.write('no')
    await until(() => one.refused.length > 0)
    expect(one.refused[0]!.why).toBe('READ_ONLY')
    expect(one.closed).toBeNull()
    expect((await onDisk(documentId)).getText('t').toString()).toBe('')
  })
})

describe('a text with what this server does not know', () => {
  it('[CB-14] unknown nodes, marks and attributes go through looking, folding and edits of the server unchanged [CL-12]', async () => {
    const documentId = (await site.document(group)).id
    const one = await client(ada, documentId).ready()
    document.stampVersion(one.doc)
    const unknown = { name: 'hologram', attrs: { depth: 3 }, content: [document.paragraph('inside')] }
    const words = [{ insert: 'glowing words', marks: { glow: { colour: 'blue' } } }]
    const body = [document.paragraph(words, { tilt: 7 }), unknown]
    const id = document.insertClause(one.doc, { parent: null }, { title: 'New', body })!
    await one.saved()
    const stretch = { clause: id, block: 0, from: 0, to: 7 }
    await site.write((tx) => site.app.get(Texts).edit(tx, documentId, 'markComment', stretch, 'thread'))
    await site.app.get(Texts).fold(documentId)
    const two = await client(bo, documentId).ready()
    await until(() => document.documentHash(one.doc) === document.documentHash(two.doc))
    const stored = document.contentOf(document.bodyOf(document.clauseOf(two.doc, id)!)!)
    expect(stored[1]).toEqual(unknown)
    expect(stored[0]).toMatchObject({ name: 'para', attrs: { tilt: 7 } })
    expect(document.canonical(stored[0])).toContain('"glow":{"colour":"blue"}')
  })
})

describe('one person', () => {
  it('[CS-2, CS-7] in two windows is two editing sessions under one name', async () => {
    const documentId = (await site.document(group)).id
    const [one, two] = [await client(ada, documentId).ready(), await client(ada, documentId).ready()]
    one.write('one ')
    two.write('two ')
    await one.saved()
    await two.saved()
    await until(() => one.text === two.text && one.text.length === 8)
    one.point({ cursor: 1 })
    two.point({ cursor: 2 })
    const other = await client(bo, documentId).ready()
    const shown = () => [...other.awareness.getStates().values()].filter((state) => (state as { user?: unknown }).user)
    await until(() => shown().length === 2)
    expect(new Set(shown().map((state) => (state as { user: { id: string } }).user.id))).toEqual(
      new Set([ada.personId]),
    )
    // What is written in one of them while it has no line comes with it.
    await one.leave()
    one.write('away ')
    two.write('here ')
    await one.ready()
    await one.saved()
    await until(() => one.text === two.text && one.text.length === 18)
  })

  it('[CS-5, CS-11] with a copied window, whose session is the same, loses nothing once it has another', async () => {
    const documentId = (await site.document(group)).id
    const one = await client(ada, documentId).ready()
    one.write('both ')
    await one.saved()
    const copied = new Y.Doc()
    Y.applyUpdate(copied, Y.encodeStateAsUpdate(one.doc))
    copied.clientID = one.doc.clientID
    const two = await client(ada, documentId, copied).ready()
    one.write('first ')
    // Yjs notices the other and takes a new number.
    await until(() => copied.clientID !== one.doc.clientID)
    two.write('second ')
    await one.saved()
    await two.saved()
    await until(() => one.text === two.text)
    expect((await onDisk(documentId)).getText('t').toString()).toBe('both first second ')
  })
})

describe('a clock that jumps', () => {
  it('[CS-12] forward and back, by years, closes nobody and loses nothing', async () => {
    const documentId = (await site.document(group)).id
    const one = await client(ada, documentId).ready()
    for (const instant of ['2031-06-01T00:00:00Z', '2021-06-01T00:00:00Z', '2026-11-22T00:00:00Z']) {
      site.clock.set(instant)
      // Somebody's role changes, so everybody is looked at by the new clock.
      await site.person('PARTICIPANT', group)
      one.write('tick ')
      await one.saved()
      const two = await client(bo, documentId).ready()
      two.write('tock ')
      await two.saved()
      await two.leave()
    }
    await site.app.get(Texts).fold(documentId)
    expect(one.closed).toBeNull()
    expect((await onDisk(documentId)).getText('t').length).toBe(30)
  })

  it('[CS-11] in an update, counted ahead of what was ever written, is not stored', async () => {
    const documentId = (await site.document(group)).id
    const one = await client(ada, documentId).ready()
    const ahead = new Y.Doc()
    for (let i = 0; i < 5; i++) ahead.getText('t').insert(0, 'x')
    const before = Y.encodeStateVector(ahead)
    ahead.getText('t').insert(5, 'late')
    const late = Y.encodeStateAsUpdate(ahead, before)
    one.socket!.send(sync(syncKinds.UPDATE, late))
    one.socket!.send(sync(syncKinds.STEP_2, late))
    expect((await one.left()).code).toBe(closeCodes.NOT_APPLICABLE)
    expect((await onDisk(documentId)).getText('t').toString()).toBe('')
  })
})

describe('a text that is as large as the site allows', () => {
  it('[CS-15] takes no more, says so to whoever wrote it and to nobody else, and still lets delete', async () => {
    const small = await openDraftingSite({ env: { LARGEST_TEXT_MB: '1' } })
    try {
      const own = await small.group()
      const [cleo, dan] = [await small.person('EDITOR', own), await small.person('EDITOR', own)]
      const { id } = await small.document(own)
      const open = (writer: Writer) => new Client({ url: small.url, documentId: id, ...writer }).ready()
      const [one, two] = [await open(cleo), await open(dan)]
      one.write('a'.repeat(600_000))
      await one.saved()
      await until(() => two.text.length === 600_000)
      two.write('b'.repeat(500_000))
      await until(() => two.refused.length > 0)
      expect(two.refused[0]!.why).toBe('TEXT_FULL')
      expect([one.closed, two.closed]).toEqual([null, null])

      // The other one has heard nothing of it, and can make room.
      one.doc.getText('t').delete(0, 400_000)
      await one.saved()
      await until(() => two.text.startsWith('a'.repeat(200_000) + 'b'))
      expect(one.text).toBe('a'.repeat(200_000))
      expect(one.refused).toEqual([])
    } finally {
      await small.stop()
    }
  }, 60_000)
})
