import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Listener, Params } from '#server/platform/database/index.js'
import { reportFault } from '#server/platform/errors/index.js'
import { EVENTS_CHANNEL } from './activity.service.js'
import { horizonSql, type HorizonRow } from './horizon.js'
import { GENESIS, sealOf, type SealedEvent } from './seal.js'

const SEALER_LOCK = 7_301_001
const BATCH = 500

const eventColumns = `e.id, e.occurred_at as "occurredAt", e.actor_id as "actorId", e.verb, e.object_type as "objectType",
  e.object_id as "objectId", e.group_id as "groupId", e.visibility, e.args`

/** What `verify` found. */
export interface ChainReport {
  sealed: number
  /** Committed events that the sealer has not reached yet. */
  unsealed: number
  /** First place at which the chain does not hold; null when it holds. */
  brokenAt: number | null
}

/**
 * Chains committed events by hash in the background, so that writes never queue for the chain. One process does it at a time, by advisory
 * lock. An event is taken only when every transaction older than its own has ended: the chain never skips one that commits late. [AC-3]
 */
@Injectable()
export class Sealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private running: Promise<void> | null = null
  private again = false
  private turn: Promise<unknown> = Promise.resolve()
  private stopListening: (() => void) | null = null
  private timer: NodeJS.Timeout | null = null
  private isStopping = false

  constructor(
    private readonly dataSource: DataSource,
    private readonly listener: Listener,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.listener.on(EVENTS_CHANNEL, () => this.wake())
    // Events held back by an older transaction are announced before they can be sealed; this timer comes back for them.
    this.timer = setInterval(() => this.wake(), 5_000)
    this.timer.unref()
    this.wake()
  }

  /** Before the connection is closed: a batch that is under way is finished, none is begun. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true
    this.stopListening?.()
    if (this.timer) clearInterval(this.timer)
    await this.running
  }

  /** Asks for a run; a run under way is followed by one more. */
  wake(): void {
    if (this.isStopping) return
    if (this.running) {
      this.again = true
      return
    }
    this.running = this.seal()
      .then(() => undefined)
      // Nothing is lost: the events are there, and the next wake-up or the timer seals them.
      .catch((error: unknown) => void reportFault('sealing the record', error))
      .finally(() => {
        this.running = null
        if (this.again) {
          this.again = false
          this.wake()
        }
      })
  }

  /**
   * Seals all that can be sealed now and returns how many events that were. Runs of this process follow each other, so that nobody is turned away
   * by our own lock; while another process is at it, there is nothing left to do.
   */
  seal(): Promise<number> {
    const run = this.turn.then(() => this.sealAll())
    // A failure is told to whoever asked for this run; the next one waits for its end only, and is a new attempt.
    this.turn = Promise.allSettled([run])
    return run
  }

  private async sealAll(): Promise<number> {
    let sealed = 0
    for (;;) {
      const now = await this.dataSource.transaction((db) => this.sealBatch(db))
      sealed += now
      if (now < BATCH) return sealed
    }
  }

  /** Recomputes the whole chain in batches, all of them at one moment: what is sealed meanwhile belongs to the next time. */
  verify(): Promise<ChainReport> {
    return this.dataSource.transaction('REPEATABLE READ', (db) => this.recompute(db))
  }

  private async recompute(db: EntityManager): Promise<ChainReport> {
    let position = 0
    let previous: Buffer = GENESIS
    for (;;) {
      const rows = (await db.query(
        `select s.position, s.hash, ${eventColumns} from event_seal s join event e on e.id = s.event_id
         where s.position > $1 order by s.position limit $2`,
        [position, BATCH],
      )) as (SealedEvent & { position: number; hash: Buffer })[]
      for (const row of rows) {
        const expected = sealOf(previous, row)
        if (Number(row.position) !== position + 1 || !expected.equals(row.hash)) {
          return { ...(await this.counts(db)), brokenAt: position + 1 }
        }
        position += 1
        previous = row.hash
      }
      if (rows.length < BATCH) break
    }
    const counts = await this.counts(db)
    return { ...counts, brokenAt: counts.sealed > position ? position + 1 : null }
  }

  private async counts(db: EntityManager): Promise<{ sealed: number; unsealed: number }> {
    const [row] = (await db.query(
      `select (select count(*)::int from event_seal) as sealed,
              (select count(*)::int from event e where not exists (select from event_seal s where s.event_id = e.id)) as unsealed`,
    )) as { sealed: number; unsealed: number }[]
    return row!
  }

  private async sealBatch(db: EntityManager): Promise<number> {
    const [lock] = (await db.query('select pg_try_advisory_xact_lock($1) as got', [SEALER_LOCK])) as { got: boolean }[]
    if (!lock!.got) return 0
    const [last] = (await db.query(
      `select s.position, s.hash, e.transaction_id as "transactionId", e.seq
       from event_seal s join event e on e.id = s.event_id order by s.position desc limit 1`,
    )) as { position: number; hash: Buffer; transactionId: number; seq: number }[]
    const [settled] = (await db.query(horizonSql)) as [HorizonRow]
    // Sealing follows the order of transactions. All below the horizon have ended, so whatever commits later lies behind the last seal.
    const events = (await db.query(
      `select ${eventColumns} from event e
       where (e.transaction_id, e.seq) > ($1::bigint, $2::bigint)
         and e.transaction_id < $4::bigint
       order by e.transaction_id, e.seq limit $3`,
      [last?.transactionId ?? '0', last?.seq ?? 0, BATCH, settled.horizon],
    )) as SealedEvent[]
    let previous: Buffer = last?.hash ?? GENESIS
    let position = Number(last?.position ?? 0)
    const p = new Params()
    const values = events.map((event) => {
      previous = sealOf(previous, event)
      position += 1
      return `(${p.add(position)}::bigint, ${p.add(event.id)}::uuid, ${p.add(previous)}::bytea)`
    })
    if (values.length) {
      await db.query(`insert into event_seal (position, event_id, hash) values ${values.join(', ')}`, p.values)
    }
    return events.length
  }
}
