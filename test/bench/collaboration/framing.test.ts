import { describe, expect, it } from '@jest/globals'
import { IncomingMessage } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'
import * as syncProtocol from 'y-protocols/sync'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { Framing } from './framing.js'
import { findMarked, Hand, marked } from './hand.js'

const doc = new Y.Doc()
doc.getText('t').insert(0, 'there')

describe('framing', () => {
  it('speaks as y-websocket does', () => {
    const framing = new Framing('y-websocket', 'report')
    const decoder = decoding.createDecoder(framing.step1(Y.encodeStateVector(new Y.Doc())))
    expect(framing.opening).toBeNull()
    expect(decoding.readVarUint(decoder)).toBe(0)
    const reply = encoding.createEncoder()
    encoding.writeVarUint(reply, 0)
    expect(syncProtocol.readSyncMessage(decoder, reply, doc, null)).toBe(syncProtocol.messageYjsSyncStep1)
    const answer = encoding.toUint8Array(reply)
    expect(framing.kindOf(answer)).toBe('step2')
    expect(framing.step2(Y.encodeStateAsUpdate(doc))).toEqual(answer)
  })

  it('puts the name of the text before each message for Hocuspocus', () => {
    const framing = new Framing('hocuspocus', 'report')
    const update = framing.update(Y.encodeStateAsUpdate(doc))
    const message = new IncomingMessage(update)
    expect(message.readVarString()).toBe('report')
    expect(message.readVarUint()).toBe(0)
    expect(framing.kindOf(update)).toBe('update')
    const opening = new IncomingMessage(framing.opening!)
    expect([opening.readVarString(), opening.readVarUint(), opening.readVarUint(), opening.readVarString()]).toEqual([
      'report',
      2,
      0,
      '',
    ])
    expect(framing.kindOf(framing.opening!)).toBe('other')
    expect(framing.kindOf(framing.step1(new Uint8Array([0])))).toBe('step1')
  })
})

describe('a hand', () => {
  it('types what Yjs understands, after what was there', () => {
    const text = doc.getText('t')
    const { item } = Y.createRelativePositionFromTypeIndex(text, text.length, -1)
    const hand = new Hand(4_000_000_000, item!)
    for (const n of [0, 1, 46655]) Y.applyUpdate(doc, hand.types(marked(n)))
    expect(doc.store.pendingStructs).toBeNull()
    expect(text.toString()).toBe('there~~~000000~~~000001~~~000zzz')
  })

  it('is recognised in merged updates, too', () => {
    const hands = [1, 2].map((client) => new Hand(client, { client: 3, clock: 0 }))
    const numbers = [5, 6, 7, 36 ** 6 - 1]
    const update = Y.mergeUpdates(numbers.map((n, i) => hands[i % 2]!.types(marked(n))))
    const found: number[] = []
    findMarked(Buffer.from(update), (n) => found.push(n))
    expect(found.sort((a, b) => a - b)).toEqual(numbers)
  })
})
