/**
 * Who is in a text, and where: the newest state of each editing session, with the name that the server knows. Only the connection that owns a
 * session may speak for it; what a stock client repeats of others is left aside.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** How the server calls whoever is behind a connection. */
export interface Identified {
  readonly personId: string
  readonly name: string
}

interface State {
  clock: number
  /** JSON; `null` once it is gone. */
  json: string
  /** The connection that speaks for it; another process when null. */
  owner: object | null
}

export const longestState = 4096
/** So many sessions may speak through one connection; a stock client has one. */
export const mostSessions = 8
/** Sessions that are gone are remembered, so that a late echo does not bring them back; this many at most. */
const remembered = 2000

/** One awareness entry as it travels. */
interface Entry {
  readonly client: number
  readonly clock: number
  readonly json: string
}

export class Presence {
  private readonly states = new Map<number, State>()
  private readonly changed = new Set<number>()

  /** Takes what a connection says of itself. Whether anything is new. */
  hear(owner: object, who: Identified, payload: Uint8Array): boolean {
    const entries = entriesOf(payload)
    if (!entries) return false
    let isNews = false
    for (const { client, clock, json } of entries) {
      const state = this.states.get(client)
      if (json.length > longestState || (state && clock <= state.clock)) continue
      if (state ? state.json !== 'null' && state.owner !== owner && !this.mayTakeOver(state, who) : json === 'null')
        continue
      if (state?.owner !== owner && json !== 'null' && this.sessionsOf(owner) >= mostSessions) continue
      const shown = named(json, who)
      if (shown === null) continue
      this.put(client, { clock, json: shown, owner })
      isNews = true
    }
    return isNews
  }

  /** Takes what another process passes on. */
  hearFromElsewhere(payload: Uint8Array): boolean {
    let isNews = false
    for (const { client, clock, json } of entriesOf(payload) ?? []) {
      const state = this.states.get(client)
      if (state && clock <= state.clock) continue
      this.put(client, { clock, json, owner: null })
      isNews = true
    }
    return isNews
  }

  /** A connection is gone, and with it its sessions. Whether any was there. */
  leave(owner: object): boolean {
    let wasThere = false
    for (const [client, state] of this.states) {
      if (state.owner !== owner || state.json === 'null') continue
      this.put(client, { clock: state.clock + 1, json: 'null', owner: null })
      wasThere = true
    }
    return wasThere
  }

  /** All that changed since the last call; null when nothing did. `ours`: what connections of this process said, in small pieces. */
  takeChanges(): { all: Uint8Array; ours: Uint8Array[] } | null {
    if (this.changed.size === 0) return null
    const clients = [...this.changed]
    this.changed.clear()
    const ours = clients.filter((client) => this.fromHere.has(client)).map((client) => this.encoded([client]))
    for (const client of clients) if (this.states.get(client)?.json === 'null') this.fromHere.delete(client)
    return { all: this.encoded(clients), ours }
  }

  /** Everybody who is there; null when nobody is. */
  everybody(): Uint8Array | null {
    const clients = [...this.states].filter(([, { json }]) => json !== 'null').map(([client]) => client)
    return clients.length > 0 ? this.encoded(clients) : null
  }

  /** Marks everybody of this process as changed, for processes that may have missed it. */
  repeatOurs(): void {
    for (const [client, { owner }] of this.states) if (owner) this.changed.add(client)
  }

  private readonly fromHere = new Set<number>()

  private put(client: number, state: State): void {
    if (state.owner) this.fromHere.add(client)
    this.states.delete(client)
    this.states.set(client, state)
    this.changed.add(client)
    if (this.states.size <= remembered) return
    for (const [old, { json }] of this.states) {
      if (json !== 'null') continue
      this.states.delete(old)
      break
    }
  }

  private sessionsOf(owner: object): number {
    let count = 0
    for (const state of this.states.values()) if (state.owner === owner && state.json !== 'null') count++
    return count
  }

  /** The same person in another connection: their browser came back before we noticed that it was gone. */
  private mayTakeOver(state: State, who: Identified): boolean {
    const user = (JSON.parse(state.json) as { user?: { id?: string } }).user
    return user?.id === who.personId
  }

  private encoded(clients: readonly number[]): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, clients.length)
    for (const client of clients) {
      const { clock, json } = this.states.get(client)!
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json)
    }
    return encoding.toUint8Array(encoder)
  }
}

function entriesOf(payload: Uint8Array): Entry[] | null {
  try {
    const decoder = decoding.createDecoder(payload)
    const count = decoding.readVarUint(decoder)
    const entries: Entry[] = []
    for (let i = 0; i < count; i++) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      entries.push({ client, clock, json: decoding.readVarString(decoder) })
    }
    return entries
  } catch {
    return null // truncated; what is there is not worth guessing at
  }
}

/** The state with the name and id that the server knows; null when it is no JSON object. */
function named(json: string, { personId, name }: Identified): string | null {
  try {
    const state: unknown = JSON.parse(json)
    if (state === null) return 'null'
    if (typeof state !== 'object' || Array.isArray(state)) return null
    const user = (state as { user?: unknown }).user
    const said = typeof user === 'object' && user !== null && !Array.isArray(user) ? user : {}
    return JSON.stringify({ ...state, user: { ...said, id: personId, name } })
  } catch {
    return null // no JSON
  }
}
