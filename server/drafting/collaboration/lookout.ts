/**
 * Looks through one text for words that somebody lost without anybody having deleted them, and has them written back: the copy of the text, how far it has
 * looked, and what is to be done when another was quicker. The copy lives in a thread; all that is here are numbers. [WT-5]
 *
 * What may not happen is that words come back twice, or never. So how far was looked is stored in the very statement that brings words back, and that
 * statement stores nothing when another process has looked on or the server has written otherwise: then the copy is thrown away and
 * looking begins again from the log, where all of it stands in the same order for everybody.
 */
import type { Lost } from '#schema/document/index.js'
import { partsOf } from './checked-update.js'
import type { BadUpdate, ClientOwner, Group, OwnUpdate, Snapshot, Stored } from './update-log.store.js'
import { packed } from './wire.js'

/** What a lookout needs of the house. */
export interface LookoutHouse {
  /** Whether this process may look; taken once, and held. */
  mayLook(): Promise<boolean>
  load(): Promise<Stored<Snapshot>>
  /** Rows after this number, as many as are known here. */
  groupsAfter(seq: number): Promise<readonly Group[]>
  owners(clients: readonly number[]): Promise<ReadonlyMap<number, ClientOwner>>
  appendOwn(own: OwnUpdate): Promise<number | null>
  storeLooked(epoch: number, from: number, to: number): Promise<boolean>
  setAside(bad: readonly BadUpdate[], barred: readonly number[]): Promise<void>
  /** The thread in which the copy is. */
  readonly copies: {
    open(state: Uint8Array | null, updates: Uint8Array): Promise<number>
    look(copy: number, updates: Uint8Array): Promise<{ readonly lost: readonly Lost[]; readonly bad: number | null }>
    bringBack(
      copy: number,
      lost: readonly Lost[],
      people: ReadonlyMap<number, string | null>,
      client: number,
    ): Promise<Uint8Array | null>
    close(copy: number): Promise<void>
  }
}

interface Looking {
  readonly copy: number
  readonly epoch: number
  readonly client: number
  /** The last row that is in the copy. */
  position: number
  /** How far the log says that was looked. */
  stored: number
  /** The last row that this lookout wrote. */
  own: number
  /** Rows that were read with the copy and are not in it yet. */
  unread: readonly Group[]
  /** What was found and is not written back yet. */
  lost: readonly Lost[]
}

/** So much goes to the thread at once. */
const portion = { updates: 500, bytes: 1024 * 1024 }

export class Lookout {
  private looking: Looking | null = null
  private isOver = false

  constructor(
    readonly documentId: string,
    private readonly house: LookoutHouse,
  ) {}

  /** Whether there is a copy in memory. */
  get hasCopy(): boolean {
    return this.looking !== null
  }

  /** Looks at all rows that are there, and answers the last; null when another process does the looking. One call at a time. */
  async lookOn(): Promise<number | null> {
    if (!(await this.house.mayLook())) {
      await this.rest()
      return null
    }
    try {
      for (;;) {
        if (this.isOver) return null
        const looking = (this.looking ??= await this.open())
        const groups = await this.after(looking)
        if (groups.length > 0) {
          if (!(await this.look(looking, groups))) await this.rest()
          // What was found is written back when all is read, else a row of the server's own might still lie ahead.
        } else if (looking.lost.length === 0) return looking.position
        else if (!(await this.bringBack(looking))) await this.rest()
      }
    } catch (error) {
      await this.rest()
      throw error
    }
  }

  /** The same, and stores how far it has looked. */
  async finish(): Promise<number | null> {
    for (;;) {
      const position = await this.lookOn()
      const { looking } = this
      if (position === null || !looking || looking.stored >= position) return position
      if (await this.house.storeLooked(looking.epoch, looking.stored, position)) {
        looking.stored = position
        return position
      }
      await this.rest()
    }
  }

  /** Looks no further than it must: what is under way is ended, nothing else is begun. */
  giveUp(): void {
    this.isOver = true
  }

  /** Lets the copy go; the next look opens another. */
  async rest(): Promise<void> {
    const { looking } = this
    this.looking = null
    if (looking) await this.house.copies.close(looking.copy)
  }

  private async open(): Promise<Looking> {
    const { epoch, rescuedSeq, serverClient, snapshot, tail } = await this.house.load()
    const position = Math.max(rescuedSeq, snapshot?.uptoSeq ?? 0)
    const seen = tail.flatMap(({ seq, updates }) => (seq <= position ? updates : []))
    const copy = await this.house.copies.open(snapshot?.state ?? null, packed(seen))
    const client = serverClient ?? crypto.getRandomValues(new Uint32Array(1))[0]!
    const unread = tail.filter(({ seq }) => seq > position)
    return { copy, epoch, client, position, stored: rescuedSeq, own: 0, unread, lost: [] }
  }

  private async after(looking: Looking): Promise<Group[]> {
    const { position } = looking
    looking.unread = looking.unread.filter(({ seq }) => seq > position)
    const rows = looking.unread.length > 0 ? looking.unread : await this.house.groupsAfter(position)
    const some: Group[] = []
    let [updates, bytes] = [0, 0]
    for (const group of rows) {
      if (group.seq !== position + some.length + 1)
        throw new Error(`Row ${position + some.length + 1} of text ${this.documentId} is not in the log any more`)
      some.push(group)
      updates += group.updates.length
      for (const { length } of group.updates) bytes += length
      if (updates >= portion.updates || bytes >= portion.bytes) break
    }
    return some
  }

  /** False: the copy is of no use any more. */
  private async look(looking: Looking, groups: readonly Group[]): Promise<boolean> {
    const updates = groups.flatMap(({ seq, updates }) => updates.map((update) => ({ seq, update })))
    const { lost, bad } = await this.house.copies.look(looking.copy, packed(updates.map(({ update }) => update)))
    if (bad !== null) {
      await this.setAside(updates.slice(bad))
      return false
    }
    looking.position = groups.at(-1)!.seq
    if (lost.length > 0) looking.lost = [...looking.lost, ...lost]
    return true
  }

  private async bringBack(looking: Looking): Promise<boolean> {
    const { copy, client, epoch, position, own, stored, lost } = looking
    const owners = await this.house.owners([...new Set(lost.map(({ client: author }) => author))])
    const people = new Map([...owners].map(([author, { personId }]) => [author, personId]))
    const update = await this.house.copies.bringBack(copy, lost, people, client)
    looking.lost = []
    if (!update) return true
    const rescued = { from: stored, to: position }
    const { documentId } = this
    const seq = await this.house.appendOwn({ documentId, epoch, client, update, after: position, own, rescued })
    if (seq === null) return false
    looking.own = seq
    looking.stored = position
    return true
  }

  /** The first of these cannot be applied, so neither can what its author's session wrote after it. */
  private async setAside(updates: readonly BadUpdate[]): Promise<void> {
    const authors = ({ update }: BadUpdate) => partsOf(update)?.structs.map(({ id }) => id.client) ?? []
    const barred = new Set(authors(updates[0]!))
    const bad = updates.filter((one, i) => i === 0 || authors(one).some((client) => barred.has(client)))
    await this.house.setAside(bad, [...barred])
  }
}
