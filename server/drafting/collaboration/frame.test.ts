import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beforeAll, describe, expect, it } from '@jest/globals'
import * as encoding from 'lib0/encoding'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { closeCodes, messageKinds, syncKinds } from '#schema/vocabulary/collaboration.js'
import { Connection } from './connection.js'
import { handleFrame } from './frame.js'
import { LiveDocument, type House } from './live-document.js'
import type { Group } from './update-log.store.js'

/** The same frames each time; `RAPPORTEUR_SEED=7` makes others. */
const seed = Number(process.env.RAPPORTEUR_SEED ?? 20261122)
let state = seed
const random = (below: number) => (state = (state * 48271) % 2147483647) % below
const frames = 100_000

const sync = (kind: number, payload: Uint8Array) => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageKinds.SYNC)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}
const awareness = (client: number, json: string) => {
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, 1)
  encoding.writeVarUint(inner, client)
  encoding.writeVarUint(inner, random(1000))
  encoding.writeVarString(inner, json)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageKinds.AWARENESS)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  return encoding.toUint8Array(encoder)
}

/** A text in memory with a log in memory. */
class Text {
  readonly log: Group[] = []
  readonly live: LiveDocument

  constructor(owner: string, updates: readonly Uint8Array[]) {
    const house: House = {
      mostBytes: Infinity,
      wake: (live) => queueMicrotask(() => this.store(live)),
      since: async () => [],
      owners: async () => new Map(),
      read: async () => ({ stored: this.stored(), owners: new Map() }),
      difference: async (update) => update,
      giveUp: (_, error) => {
        throw error
      },
      lengthened: () => {},
      pass: () => {},
    }
    this.log.push({ seq: 1, updates })
    const clients = new Set(updates.flatMap((update) => Y.decodeUpdate(update).structs.map(({ id }) => id.client)))
    const owners = new Map([...clients].map((client) => [client, { personId: owner, isBarred: false }]))
    this.live = new LiveDocument('text', this.stored(), owners, house)
  }

  private stored() {
    const lastSeq = this.log.length
    return { epoch: 1, lastSeq, rescuedSeq: 0, serverClient: null, snapshot: null, tail: [...this.log] }
  }

  private store(live: LiveDocument): void {
    const out = live.takeWaiting()
    if (!out.batch) return live.hasStored(out, null)
    const updates = out.waiting.flatMap(({ update }) => (update ? [update] : []))
    this.log.push({ seq: this.log.length + 1, updates })
    live.hasStored(out, this.log.length)
  }
}

/** A socket that leads nowhere. */
class Hole {
  readonly OPEN = 1
  readyState = 1
  closed: number | null = null
  sent = 0
  readonly _socket = {
    writableLength: 0,
    write: (bytes: Uint8Array) => ((this.sent += bytes.length), true),
    cork: () => {},
    uncork: () => {},
  }
  close(code: number) {
    this.readyState = 3
    this.closed = code
  }
}

function connect(text: Text, personId: string | null, mayEdit: boolean) {
  const hole = new Hole()
  const connection = new Connection(hole as unknown as WebSocket, {
    who: personId === null ? null : { personId, name: personId },
    schemaVersion: 1,
    hearsNotices: true,
  })
  connection.mayEdit = mayEdit
  text.live.join(connection)
  return { hole, connection }
}

/** What an honest person wrote, and every frame that honest programs send. */
const honest = new Y.Doc()
const written: Uint8Array[] = []
const real: Uint8Array[] = []

beforeAll(() => {
  honest.on('update', (update: Uint8Array) => written.push(update))
  const text = honest.getText('t')
  for (let i = 0; i < 80; i++) {
    if (random(4) === 0 && text.length > 8) text.delete(random(text.length - 4), 1 + random(3))
    else text.insert(random(text.length + 1), `word ${i} `)
    if (random(5) === 0) text.format(random(text.length), 1, { strong: {} })
    if (random(5) === 0) honest.getMap('m').set(`k${random(9)}`, new Y.XmlElement('para'))
  }
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(honest))
  other.on('update', (update: Uint8Array) => real.push(sync(syncKinds.UPDATE, update)))
  for (let i = 0; i < 40; i++) other.getText('t').insert(random(50), `own ${i} `)
  real.push(
    ...written.map((update) => sync(syncKinds.UPDATE, update)),
    sync(syncKinds.STEP_1, Y.encodeStateVector(honest)),
    sync(syncKinds.STEP_2, Y.encodeStateAsUpdate(other)),
    sync(syncKinds.STEP_2, Y.encodeStateAsUpdate(honest)),
    awareness(7, '{"cursor":{"anchor":1}}'),
    Uint8Array.from([messageKinds.QUERY_AWARENESS]),
  )
})

/** Made up, cut off, lengthened, or a real one with some bytes changed. */
function hostile(): Uint8Array {
  const bytes = Uint8Array.from(real[random(real.length)]!)
  switch (random(6)) {
    case 0:
      return Uint8Array.from({ length: random(60) }, () => random(256))
    case 1:
      return bytes.slice(0, random(bytes.length))
    case 2:
      return Uint8Array.from([...bytes, ...Array.from({ length: 1 + random(4) }, () => random(256))])
    case 3:
      return awareness(random(2 ** 31), JSON.stringify({ cursor: 'x'.repeat(random(5000)) }))
    default:
      for (let i = 0; i <= random(4); i++) bytes[random(bytes.length)] = random(256)
      return bytes
  }
}

const heap = (): number => {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  return process.memoryUsage().heapUsed
}

describe(`hostile frames (seed ${seed})`, () => {
  it.each([
    ['from whoever may only read', false, frames],
    ['from somebody who may write', true, frames],
  ])(
    '[CS-12] %s do no harm: no fault, no leak, no word of another person touched',
    async (_, mayEdit, count) => {
      const text = new Text('victim', written)
      const calm = connect(text, 'victim', true)
      const codes = new Set<number>(Object.values(closeCodes))
      const ended = new Map<number, number>()
      let before = 0
      let one = connect(text, 'mallory', mayEdit)
      for (let i = 0; i < count; i++) {
        if (i === count / 5) before = heap()
        const later = handleFrame(one.connection, text.live, hostile())
        // Nobody else has written anything meanwhile.
        later?.()
        if (i % 20 === 0) await new Promise(setImmediate)
        const { closed } = one.hole
        if (closed === null) continue
        expect(codes).toContain(closed)
        ended.set(closed, (ended.get(closed) ?? 0) + 1)
        text.live.leave(one.connection)
        one = connect(text, 'mallory', mayEdit)
      }
      await new Promise(setImmediate)
      expect(calm.hole.closed).toBeNull()
      expect(ended.get(closeCodes.BAD_MESSAGE)).toBeGreaterThan(10_000)
      const stored = text.log.slice(1).flatMap(({ updates }) => updates)
      if (!mayEdit) {
        expect(stored).toEqual([])
        expect(heap() - before).toBeLessThan(8 * 1024 * 1024)
        return
      }
      // What was taken is in Mallory's own name, and can be read to its last byte.
      expect(ended.get(closeCodes.NOT_YOURS)).toBeGreaterThan(0)
      const victims = new Set(Y.decodeUpdate(Y.mergeUpdates(written)).structs.map(({ id }) => id.client))
      const foreign = stored.filter((update) => Y.decodeUpdate(update).structs.some(({ id }) => victims.has(id.client)))
      expect(foreign).toEqual([])
      const bytes = stored.reduce((sum, { length }) => sum + length, 0)
      expect(heap() - before).toBeLessThan(32 * 1024 * 1024 + 20 * bytes)
    },
    100_000,
  )

  it('[CS-12] questions that are asked again and again are not answered to somebody who does not read', () => {
    const text = new Text('victim', written)
    const { hole, connection } = connect(text, null, false)
    hole._socket.write = (bytes) => ((hole._socket.writableLength += bytes.length), true)
    for (let i = 0; i < 1_000_000 && hole.closed === null; i++) handleFrame(connection, text.live, real.at(-5)!)
    expect(hole.closed).toBe(closeCodes.TRY_AGAIN)
  })
})
