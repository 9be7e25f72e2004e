/** What the process that makes the load is told to do, and what it answers. */
import type { Dialect } from './framing.js'
import type { CharacterId } from './hand.js'

/** A text on a server. */
export interface Target {
  readonly dialect: Dialect
  /** `ws://...`: where its socket is opened. */
  readonly url: string
  /** Its name, as Hocuspocus wants it before each message. */
  readonly name: string
  readonly token: string | null
}

export type Job =
  /** Connections are opened all at once; each asks for what it lacks beyond `stateVector` (base64), and is in when it has had all of it. */
  | { readonly do: 'join'; readonly target: Target; readonly clients: number; readonly stateVector: string }
  /** Those who are in type, in turn, at random moments. The first connection types after the first of `places`, and so on. */
  | {
      readonly do: 'write'
      readonly editsPerSecond: number
      readonly seconds: number
      readonly seed: number
      readonly places: readonly CharacterId[]
    }
  /** Everybody leaves. */
  | { readonly do: 'leave' }

export interface Joined {
  /** Milliseconds from the first attempt to connect until the last one had everything. */
  readonly milliseconds: number
  readonly bytes: number
}

/** Milliseconds from one writer's sending to another's receiving. */
export interface Written {
  readonly edits: number
  /** Edits that reached somebody else, counted for each of them. */
  readonly deliveries: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly most: number
  /** By how much the load itself was late: from when an edit was due until it was sent. */
  readonly behindP99: number
}

export type Answer = { readonly result: Joined | Written | null } | { readonly problem: string }
