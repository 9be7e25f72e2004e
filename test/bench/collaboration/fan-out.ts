/** The floor: whatever somebody sends goes to everybody else as it came. No text, no disk, nobody is asked who they are. */
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import { Framing } from './framing.js'

const framing = new Framing('y-websocket', '')
const empty = framing.step2()
const rooms = new Map<string, Set<WebSocket>>()

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket, { url }) => {
  const room = rooms.get(url!) ?? new Set()
  rooms.set(url!, room.add(socket))
  socket.on('message', (data: Buffer) => {
    const kind = framing.kindOf(data)
    if (kind === 'step1') socket.send(empty)
    if (kind === 'update') for (const other of room) if (other !== socket) other.send(data)
  })
  socket.on('close', () => room.delete(socket))
})
server.on('listening', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`The fan-out is ready at http://127.0.0.1:${port}\n`)
})
process.on('disconnect', () => process.exit(0))
