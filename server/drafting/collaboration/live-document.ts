/**
 * A text while somebody has it open in this process: what is known of it, what waits to be stored, who reads. It holds no Y.Doc: updates are checked,
 * stored, and passed on as the bytes that they are. [CS-4, CS-5]
 */
import * as Y from 'yjs'
import { judge, Known, partsOf, type Parts } from './checked-update.js'
import type { Connection } from './connection.js'
import { OneATurn } from './one-a-turn.js'
import { Presence } from './presence.js'
import { Stand } from './stand.js'
import type { Batch, ClientOwner, Group, Served, Stored } from './update-log.store.js'
import { awarenessFrame, packed, step1Frame, step2Frame, updateFrame } from './wire.js'

/** What a live text needs of the house. */
export interface House {
  /** Something waits to be stored. */
  wake(document: LiveDocument): void
  since(seq: number): Promise<Group[]>
  owners(clients: readonly number[]): Promise<Map<number, ClientOwner>>
  /** All of it from the log, and whose sessions are in it. */
  read(): Promise<{ readonly stored: Stored; readonly owners: Map<number, ClientOwner> }>
  /** What of an update somebody lacks. Rejects when that cannot be told. */
  difference(update: Uint8Array, stateVector: Uint8Array): Promise<Uint8Array>
  /** The text can not go on as it is in memory: everybody is sent away, and who comes back finds it read anew. */
  giveUp(document: LiveDocument, error: unknown): void
  /** There is more in the log than before. */
  lengthened(document: LiveDocument): void
  /** Presence of this process, for others. */
  pass(presence: Uint8Array): void
  /** Most bytes that a text may take. [CS-15] */
  readonly mostBytes: number
}

interface Waiting {
  readonly connection: Connection
  readonly n: number
  readonly isAnswer: boolean
  /** Null when all of it was known: it is settled with what waits before it. */
  readonly update: Uint8Array | null
  readonly parts: Parts | null
}

/** What waits of one text, as it goes to the log. */
export interface Outgoing {
  readonly waiting: readonly Waiting[]
  readonly batch: Batch | null
}

const mostBytesWaiting = 16 * 1024 * 1024
const presenceTickMs = 30
const emptyUpdate = new Uint8Array([0, 0])

export class LiveDocument {
  readonly epoch: number
  /** Number of the newest group that readers here have. */
  seq: number
  readonly connections = new Set<Connection>()
  /** Everything here that others will see, waiting updates included. */
  private known = new Known()
  /** What is on disk and passed on. */
  private stored = new Known()
  private snapshot: Stand | null = null
  private tail: Group[] = []
  tailUpdates = 0
  tailBytes = 0
  private joined: { upTo: number; update: Uint8Array } | null = null
  private waiting: Waiting[] = []
  private waitingBytes = 0
  /** What is on its way to the disk. */
  private underWay: readonly Waiting[] = []
  private newClients: { client: number; personId: string | null }[] = []
  isStoring = false
  private presence = new Presence()
  private presenceTimer: NodeJS.Timeout | null = null
  private chain: Promise<unknown> = Promise.resolve()
  private readonly answers = new OneATurn((error) => this.house.giveUp(this, error))

  constructor(
    readonly id: string,
    stored: Stored,
    private owners: Map<number, ClientOwner>,
    private readonly house: House,
  ) {
    this.epoch = stored.epoch
    this.seq = stored.snapshot?.uptoSeq ?? 0
    if (stored.snapshot) this.standOn(stored.snapshot)
    for (const group of stored.tail) this.takeIn(group)
  }

  get snapshotBytes(): number {
    return this.snapshot?.bytes ?? 0
  }

  /** What it takes in the database, or will. */
  private get size(): number {
    return this.snapshotBytes + this.tailBytes + this.waitingBytes
  }

  /** Nothing is on its way to the disk. */
  get isAtRest(): boolean {
    return this.waiting.length === 0 && !this.isStoring
  }

  // --- who comes and goes

  join(connection: Connection): void {
    this.connections.add(connection)
  }

  leave(connection: Connection): void {
    this.connections.delete(connection)
    if (this.presence.leave(connection)) this.tickPresence()
  }

  /**
   * Answers sync step 1: first our own question, so that what was written without a line reaches us as it was written, and not as what others did
   * meanwhile leaves of it at the client; then everything that the client lacks, before step 2 or in it. [CS-8, WT-5]
   */
  answer(connection: Connection, stateVector: Map<number, number>): void {
    this.ask(connection)
    const { snapshot } = this
    const frame = snapshot?.frameFor(stateVector) ?? null
    if (frame instanceof Promise) void this.answerLater(connection, snapshot!, frame)
    // A whole text goes in a turn of its own: fifty who come at once must not keep those who type waiting.
    else if (snapshot && frame === snapshot.frame)
      this.answers.add(() => this.answerWith(connection, this.snapshot!.frame))
    else this.answerWith(connection, frame)
  }

  private async answerLater(connection: Connection, snapshot: Stand, little: Promise<Uint8Array>): Promise<void> {
    const frame = await little
    // Meanwhile there may be a newer snapshot, whose tail is shorter.
    this.answerWith(connection, this.snapshot === snapshot ? frame : (this.snapshot?.frame ?? null))
  }

  private answerWith(connection: Connection, snapshotFrame: Uint8Array | null): void {
    if (!connection.isOpen) return
    // From now on it hears what comes: all that came before is in the tail.
    connection.hasAsked = true
    const step2 = step2Frame(this.joinedTail())
    connection.sendWhole(snapshotFrame ? [snapshotFrame, step2] : [step2])
    const everybody = this.presence.everybody()
    if (everybody) connection.send(awarenessFrame(everybody))
  }

  /** Asks for what the client has and we have not. */
  ask(connection: Connection): void {
    if (!connection.mayWrite || connection.isAsked) return
    connection.isAsked = true
    connection.send(step1Frame(this.stored.stateVector()))
  }

  // --- what they write

  /**
   * Takes an update in, if it can be. 'later': it builds on something, or names somebody, that this process may not have heard of yet: catch up
   * and ask again.
   */
  receive(
    connection: Connection,
    update: Uint8Array,
    isAnswer: boolean,
    n: number,
    isLastTry: boolean,
  ): 'done' | 'later' {
    if (!connection.mayWrite) {
      connection.refuse(n, connection.mayEdit ? 'SCHEMA_NOT_SAID' : 'READ_ONLY')
      return 'done'
    }
    let isAuthorBarred = false
    const verdict = judge(update, this.known, (client) => {
      const owner = this.owners.get(client)
      if (!owner?.isBarred) return false
      isAuthorBarred ||= owner.personId === connection.facts.who!.personId
      return true
    })
    if (isAuthorBarred) {
      connection.refuse(n, 'NOT_APPLICABLE')
      connection.close('NOT_APPLICABLE', 'an update of this editing session could not be applied and was put aside')
      return 'done'
    }
    switch (verdict.is) {
      case 'bad':
        connection.close('BAD_MESSAGE', 'this is no update')
        return 'done'
      case 'gap':
        if (!isLastTry) return 'later'
        if (isAnswer) {
          connection.close('NOT_APPLICABLE', 'the update builds on something that is not in the text')
        } else {
          connection.awaitAnswer(n)
          this.ask(connection)
        }
        return 'done'
      case 'known':
        this.wait({ connection, n, isAnswer, update: null, parts: null })
        break
      case 'news': {
        // Deleting is always possible: it is the way out.
        if (verdict.clients.length > 0 && this.size + verdict.update.length > this.house.mostBytes) {
          connection.refuse(n, 'TEXT_FULL')
          break
        }
        const { personId } = connection.facts.who!
        const strangers = verdict.clients.filter((client) => (this.owners.get(client)?.personId ?? null) !== personId)
        const taken = strangers.filter((client) => this.owners.has(client))
        if (taken.length > 0) {
          if (!isLastTry) return 'later'
          connection.close('NOT_YOURS', 'the update is in the name of another person')
          return 'done'
        }
        for (const client of strangers) {
          this.owners.set(client, { personId, isBarred: false })
          this.newClients.push({ client, personId })
        }
        for (const client of verdict.clients) connection.writesAs.add(client)
        this.known.take(verdict.parts)
        this.wait({ connection, n, isAnswer, update: verdict.update, parts: verdict.parts })
      }
    }
    if (isAnswer) connection.isAsked = false
    return 'done'
  }

  private wait(one: Waiting): void {
    one.connection.await(one.n)
    this.waiting.push(one)
    this.waitingBytes += one.update?.length ?? 0
    if (this.waitingBytes > mostBytesWaiting) one.connection.close('TRY_AGAIN', 'the text cannot be stored just now')
    this.house.wake(this)
  }

  // --- to the disk and back

  /** Hands out what waits. */
  takeWaiting(): Outgoing {
    const { waiting } = this
    const updates = waiting.flatMap(({ update }) => (update ? [update] : []))
    const batch =
      updates.length > 0
        ? { documentId: this.id, epoch: this.epoch, data: packed(updates), newClients: this.newClients }
        : null
    this.waiting = []
    this.underWay = waiting
    this.waitingBytes = 0
    this.newClients = []
    this.isStoring = true
    return { waiting, batch }
  }

  /** It could not be stored; it goes first next time. */
  putBack({ waiting, batch }: Outgoing): void {
    this.isStoring = false
    this.underWay = []
    this.waiting.unshift(...waiting)
    this.waitingBytes += waiting.reduce((sum, { update }) => sum + (update?.length ?? 0), 0)
    // The same person may have written on meanwhile; whose session it is was known since the first time.
    if (batch) this.newClients.unshift(...batch.newClients)
    this.tellStoring(false)
  }

  tellStoring(works: boolean): void {
    for (const connection of this.connections) connection.tellStoring(works)
  }

  /** Sends everybody away; who comes back finds the text read anew. Null: it is in another epoch by now. */
  giveUp(error: unknown): void {
    this.house.giveUp(this, error)
  }

  /** It is on disk, as the row of this number; null when there was nothing to store. Now, and not before, others see it. [CS-4] */
  hasStored({ waiting }: Outgoing, seq: number | null): void {
    this.isStoring = false
    this.inTurn(async () => {
      if (seq !== null && seq > this.seq + 1) await this.catchUp()
      if (seq !== null && seq > this.seq) {
        this.passOn({ seq, updates: waiting.flatMap(({ update }) => (update ? [update] : [])) }, waiting)
      }
      const authors = new Set<Connection>()
      for (const { connection, n, isAnswer } of waiting) {
        connection.settle(n, isAnswer)
        authors.add(connection)
      }
      for (const connection of authors) connection.tellSettled()
    })
  }

  /** Rows after this number that are known here, without a gap; null when they are not all here. */
  groupsAfter(seq: number): readonly Group[] | null {
    if (seq >= this.seq) return []
    const rows = this.tail.filter((group) => group.seq > seq)
    return rows[0]?.seq === seq + 1 ? rows : null
  }

  /**
   * Something in the log was set aside: all that is known is read anew, and whoever wrote it is told and sent away. The others stay and notice
   * nothing. [CS-12]
   */
  readAnew(): void {
    this.inTurn(async () => {
      await this.catchUp()
      const { stored, owners } = await this.house.read()
      // What has come since waits in the chain behind us.
      const upTo = this.seq
      this.known = new Known()
      this.stored = new Known()
      this.snapshot = null
      this.tail = []
      this.tailUpdates = this.tailBytes = 0
      this.joined = null
      if (stored.snapshot) this.standOn(stored.snapshot)
      for (const group of stored.tail) if (group.seq <= upTo) this.takeIn(group)
      for (const { parts } of [...this.underWay, ...this.waiting]) if (parts) this.known.take(parts)
      for (const [client, owner] of owners) this.owners.set(client, owner)
      const isBarred = (client: number) => this.owners.get(client)?.isBarred ?? false
      for (const connection of this.connections) {
        if (![...connection.writesAs].some(isBarred)) continue
        connection.close('NOT_APPLICABLE', 'an update of this editing session could not be applied and was put aside')
      }
    })
  }

  /** Reads what other processes have stored, then goes on. */
  catchUpThen(next: () => void): void {
    this.inTurn(async () => {
      await this.catchUp()
      next()
    })
  }

  /** Another process says that there is a row of this number. */
  hearOf(seq: number): void {
    if (seq > this.seq) this.catchUpThen(() => {})
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await this.chain
  }

  private inTurn(work: () => Promise<void>): void {
    this.chain = this.chain.then(work).catch((error: unknown) => this.house.giveUp(this, error))
  }

  private async catchUp(): Promise<void> {
    for (const group of await this.house.since(this.seq)) {
      if (group.seq <= this.seq) continue
      if (group.seq !== this.seq + 1)
        throw new Error(`Group ${this.seq + 1} of text ${this.id} is not in the log any more`)
      const parts = group.updates.map((update) => partsOf(update)!)
      const clients = parts.flatMap(({ structs }) => structs.map(({ id }) => id.client))
      const unknown = [...new Set(clients)].filter((client) => !this.owners.has(client))
      if (unknown.length > 0) {
        for (const [client, owner] of await this.house.owners(unknown)) this.owners.set(client, owner)
      }
      for (const part of parts) this.known.take(part)
      this.passOn(
        group,
        parts.map((part) => ({ parts: part })),
      )
    }
  }

  private passOn(group: Group, taken: readonly { parts: Parts | null }[]): void {
    this.seq = group.seq
    for (const { parts } of taken) if (parts) this.stored.take(parts)
    this.lengthenTail(group)
    const frames = Buffer.concat(group.updates.map(updateFrame))
    // Who has not asked yet is told with the answer, behind our question; sooner, it would meet words that we have not heard of. [WT-5]
    for (const connection of this.connections) if (connection.hasAsked) connection.send(frames)
    this.house.lengthened(this)
  }

  private takeIn(group: Group): void {
    this.seq = group.seq
    for (const update of group.updates) {
      const parts = partsOf(update)
      if (!parts) throw new Error(`Group ${group.seq} of text ${this.id} cannot be read`)
      this.known.take(parts)
      this.stored.take(parts)
    }
    this.lengthenTail(group)
  }

  // --- snapshots

  /** Stands on a newer snapshot from now on; what it contains need not be kept beside it. */
  standOn(snapshot: Served): void {
    const next = new Stand(snapshot, (update, stateVector) => this.house.difference(update, stateVector))
    const deletes = partsOf(snapshot.deleted)!
    for (const known of [this.known, this.stored]) {
      known.take(deletes)
      for (const [client, clock] of next.clocks) {
        if (clock > (known.clocks.get(client) ?? 0)) known.clocks.set(client, clock)
      }
    }
    this.snapshot = next
    const tail = this.tail.filter(({ seq }) => seq > snapshot.uptoSeq)
    this.tail = []
    this.tailUpdates = this.tailBytes = 0
    this.joined = null
    for (const group of tail) this.lengthenTail(group)
  }

  private lengthenTail(group: Group): void {
    this.tail.push(group)
    this.tailUpdates += group.updates.length
    this.tailBytes += group.updates.reduce((sum, { length }) => sum + length, 0)
  }

  /** The tail as one update, lengthened by what has come since it was last asked for; merging many at once takes quadratic time. */
  private joinedTail(): Uint8Array {
    const from = this.joined?.upTo ?? 0
    let level = this.tail.flatMap(({ seq, updates }) => (seq > from ? updates : []))
    while (level.length > 1) {
      const next: Uint8Array[] = []
      for (let i = 0; i < level.length; i += 64) next.push(Y.mergeUpdates(level.slice(i, i + 64)))
      level = next
    }
    const news = level[0]
    if (news) {
      const update = this.joined ? Y.mergeUpdates([this.joined.update, news]) : news
      this.joined = { upTo: this.tail.at(-1)!.seq, update }
    }
    return this.joined?.update ?? emptyUpdate
  }

  // --- who is where

  hearPresence(connection: Connection, payload: Uint8Array): void {
    const { who } = connection.facts
    if (who && this.presence.hear(connection, who, payload)) this.tickPresence()
  }

  hearPresenceFromElsewhere(payload: Uint8Array): void {
    if (this.presence.hearFromElsewhere(payload)) this.tickPresence()
  }

  tellPresence(connection: Connection): void {
    const everybody = this.presence.everybody()
    if (everybody) connection.send(awarenessFrame(everybody))
  }

  repeatPresence(): void {
    this.presence.repeatOurs()
    this.tickPresence()
  }

  /** Many small movements in one frame: the newest of each, some thirty times a second. */
  private tickPresence(): void {
    this.presenceTimer ??= setTimeout(() => {
      this.presenceTimer = null
      const changes = this.presence.takeChanges()
      if (!changes) return
      const frame = awarenessFrame(changes.all)
      for (const connection of this.connections) connection.send(frame)
      for (const part of changes.ours) this.house.pass(part)
    }, presenceTickMs)
  }
}
