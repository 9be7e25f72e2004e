/** Makes the load, in a process of its own: `process.send` gets a job (jobs.ts). It reads of what it receives only what it needs to count. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { percentile } from '../statistics.js'
import { Framing } from './framing.js'
import { findMarked, Hand, marked } from './hand.js'
import type { Answer, Job, Joined, Written } from './jobs.js'
import { LightSocket } from './light-socket.js'
import type { Beat, Tick } from './metronome.js'

type Join = Extract<Job, { do: 'join' }>
type Write = Extract<Job, { do: 'write' }>

/** An answer that does not come in this time will not come. */
const patienceMs = 30_000

interface Member {
  readonly socket: LightSocket
  hand: Hand | null
}

const metronome = new Worker(new URL('metronome.ts', import.meta.url))

let framing: Framing
let members: Member[] = []
/** Numbers of edits are used once in the life of this process; so are clients of Yjs. */
let edits = 0
let clients = 2 ** 31
/** Set while edits are counted. */
let hear: ((member: number, bytes: Buffer) => void) | null = null
let problem: string | null = null

async function join({ target, clients: count, stateVector }: Join): Promise<Joined> {
  framing = new Framing(target.dialect, target.name)
  const question = framing.step1(Buffer.from(stateVector, 'base64'))
  const headers: Record<string, string> = target.token ? { authorization: `Bearer ${target.token}` } : {}
  // Whoever is in already stays in.
  const first = members.length
  let bytes = 0
  const began = performance.now()
  const isIn = Array.from({ length: count }, async (_, i) => {
    const number = first + i
    const { promise: synced, resolve, reject } = Promise.withResolvers<void>()
    const socket = await LightSocket.open(target.url, headers, {
      message(payload) {
        if (hear) return hear(number, payload)
        bytes += payload.length
        const kind = framing.kindOf(payload)
        if (kind === 'step1') members[number]!.socket.send(framing.step2())
        if (kind === 'step2') resolve()
      },
      closed(code, reason) {
        problem = `a socket was closed with ${code} ${reason}`
        reject(new Error(problem))
      },
    })
    members[number] = { socket, hand: null }
    if (framing.opening) socket.send(framing.opening)
    socket.send(question)
    return synced
  })
  await inTime('having all that the server has', Promise.all(isIn))
  return { milliseconds: performance.now() - began, bytes }
}

async function write({ editsPerSecond, seconds, seed, places }: Write): Promise<Written> {
  const first = edits
  const most = Math.ceil(editsPerSecond * seconds * 1.5) + 100
  const sentAt = new Float64Array(most)
  const author = new Int32Array(most)
  const took = new Float64Array(most * (members.length - 1))
  const behind = new Float64Array(most)
  let deliveries = 0
  let echoes = 0
  hear = (member, bytes) => {
    const now = performance.now()
    findMarked(bytes, (n) => {
      const edit = n - first
      if (edit < 0) return
      if (author[edit] === member) echoes++
      else took[deliveries++] = now - sentAt[edit]!
    })
  }

  await atEach({ perSecond: editsPerSecond, seconds, seed }, (due) => {
    const edit = edits - first
    const number = edit % members.length
    const member = members[number]!
    member.hand ??= new Hand(clients++, places[number % places.length]!)
    author[edit] = number
    sentAt[edit] = performance.now()
    behind[edit] = performance.timeOrigin + sentAt[edit]! - due
    member.socket.send(framing.update(member.hand.types(marked(edits++))))
  })
  const made = edits - first
  const wanted = made * (members.length - 1)
  for (const until = performance.now() + patienceMs; deliveries < wanted && performance.now() < until;) await sleep(5)
  hear = null
  if (deliveries !== wanted || echoes > made) {
    throw new Error(`${deliveries} of ${wanted} deliveries came, and ${echoes} of ${made} echoes`)
  }
  const ascending = took.subarray(0, deliveries).sort()
  const at = (percent: number) => percentile(ascending, percent)
  const behindP99 = percentile(behind.subarray(0, made).sort(), 99)
  return { edits: made, deliveries, p50: at(50), p95: at(95), p99: at(99), most: at(100), behindP99 }
}

/** Calls at each beat, and returns after the last. */
function atEach(beat: Beat, act: (due: number) => void): Promise<void> {
  return new Promise((resolve) => {
    metronome.on('message', (due: Tick) => {
      if (due !== null) return act(due)
      metronome.removeAllListeners('message')
      resolve()
    })
    metronome.postMessage(beat)
  })
}

async function leave(): Promise<null> {
  const left = members.map(({ socket }) => socket.leave())
  members = []
  await inTime('closing', Promise.all(left))
  return null
}

async function inTime<T>(what: string, work: Promise<T>): Promise<T> {
  const late = new AbortController()
  const tooLate = sleep(patienceMs, null, { signal: late.signal }).then(() => {
    throw new Error(`${what} took more than ${patienceMs} ms`)
  })
  tooLate.catch(() => {}) // it was in time
  try {
    return await Promise.race([work, tooLate])
  } finally {
    late.abort()
  }
}

const doIt = (job: Job): Promise<Joined | Written | null> => {
  switch (job.do) {
    case 'join':
      return join(job)
    case 'write':
      return write(job)
    case 'leave':
      return leave()
  }
}

const tell = (answer: Answer) => process.send!(answer)
process.on('message', (job: Job) => {
  problem = null
  doIt(job).then(
    (result) => tell(problem ? { problem } : { result }),
    (error: unknown) => tell({ problem: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
