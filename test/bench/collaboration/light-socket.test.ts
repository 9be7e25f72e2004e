import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { WebSocketServer, type WebSocket } from 'ws'
import { clientFrame, Frames, LightSocket } from './light-socket.js'

let server: WebSocketServer
let url: string

beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await once(server, 'listening')
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

async function connected() {
  const messages: Buffer[] = []
  const closed = Promise.withResolvers<[number, string]>()
  const arrival = once(server, 'connection')
  const light = await LightSocket.open(
    url,
    { 'x-test': 'yes' },
    {
      message: (payload) => messages.push(Buffer.from(payload)),
      closed: (...how) => closed.resolve(how),
    },
  )
  const [socket, request] = (await arrival) as [WebSocket, { headers: Record<string, string> }]
  expect(request.headers['x-test']).toBe('yes')
  return { light, socket, messages, closed: closed.promise }
}

it('exchanges messages of every length with a server of ws', async () => {
  const { light, socket, messages } = await connected()
  for (const length of [0, 1, 125, 126, 65_535, 65_536, 200_000]) {
    const message = Buffer.alloc(length, length % 251)
    const received = once(socket, 'message')
    light.send(message)
    expect((await received)[0]).toEqual(message)
    socket.send(message)
  }
  const pong = once(socket, 'pong')
  socket.ping('still there?')
  expect(String((await pong)[0])).toBe('still there?')
  expect(messages.map(({ length }) => length)).toEqual([0, 1, 125, 126, 65_535, 65_536, 200_000])
  const closed = once(socket, 'close')
  await light.leave()
  expect((await closed)[0]).toBe(1000)
})

it('tells with which code it was sent away', async () => {
  const { socket, closed } = await connected()
  socket.close(4404, 'no such text')
  expect(await closed).toEqual([4404, 'no such text'])
})

it('finds the same frames however the bytes are cut', () =>
  fc.assert(
    fc.property(
      fc.array(fc.nat(300), { maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 400 })),
      (lengths, cuts) => {
        // A frame of a client is one of a server with four bytes more; the mask is taken off the head.
        const wire = Buffer.concat(
          lengths.map((length, i) => {
            const frame = clientFrame(2, Buffer.alloc(length, i))
            const head = length < 126 ? 2 : 4
            frame[1]! &= 0x7f
            return Buffer.concat([frame.subarray(0, head), Buffer.alloc(length, i)])
          }),
        )
        const frames = new Frames()
        const found: Buffer[] = []
        let at = 0
        for (const cut of [...cuts, Infinity]) {
          frames.take(wire.subarray(at, at + cut), (opcode, payload) => {
            expect(opcode).toBe(2)
            found.push(Buffer.from(payload))
          })
          at += cut
        }
        expect(found).toEqual(lengths.map((length, i) => Buffer.alloc(length, i)))
      },
    ),
  ))
