import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common'
import { DataSource } from 'typeorm'
import { UPDATES_CHANNEL } from '#server/drafting/collaboration/index.js'
import { SharedDocument } from '#server/drafting/documents/index.js'
import { inTransaction, Listener, queryRows } from '#server/platform/database/index.js'
import { reportFault } from '#server/platform/errors/index.js'
import { Clock } from '#server/platform/time/index.js'
import { Readings } from './readings.service.js'
import { Settling, type Patience } from './settling.js'

/** When the words of a text are brought up to date: some seconds after people stop writing, or in the midst of it after a while. [RD-4] */
export const patience: Patience = { quiet: 3_000, longest: 20_000 }
/** How often to look for texts that are behind, whatever was announced or missed. */
const SWEEP_MS = 60_000

/** A tsvector holds a megabyte. What comes behind so many characters of one clause is not found. */
const MOST_CHARACTERS = 250_000

/** Text as PostgreSQL takes it. */
const storable = (text: string) => text.slice(0, MOST_CHARACTERS).toWellFormed().replaceAll('\0', ' ')

/**
 * Keeps the words of all clauses where they can be searched, behind the texts themselves. Every process hears what is stored; whichever comes
 * first does the work, the others find it done.
 */
@Injectable()
export class ClauseTexts implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly settling = new Settling(patience, (id) =>
    // Going on is safe: the text is behind, so the next sweep finds it.
    this.bringUpToDate(id).catch((error: unknown) => void reportFault(`keeping the words of text ${id}`, error)),
  )
  private stopListening: (() => void) | null = null
  private sweeping: NodeJS.Timeout | null = null

  constructor(
    private readonly dataSource: DataSource,
    private readonly listener: Listener,
    private readonly clock: Clock,
    private readonly readings: Readings,
  ) {}

  onModuleInit(): void {
    this.stopListening = this.listener.on(UPDATES_CHANNEL, (payload) => {
      const [id] = payload.split(' ')
      if (id) this.settling.touch(id)
      else this.sweep()
    })
  }

  onApplicationBootstrap(): void {
    this.sweeping = setInterval(() => this.sweep(), SWEEP_MS)
    this.sweeping.unref()
    this.sweep()
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopListening?.()
    if (this.sweeping) clearInterval(this.sweeping)
    await this.settling.stop()
  }

  /** Writes the words of a text as it is stored now; nothing when they are there already, or when another process is at it. */
  async bringUpToDate(documentId: string): Promise<void> {
    await inTransaction(this.dataSource, async (db) => {
      const [lock] = await queryRows<{ isOurs: boolean }>(
        db,
        `select pg_try_advisory_xact_lock(hashtextextended('clause_text ' || $1, 0)) as "isOurs"`,
        [documentId],
      )
      const document = lock!.isOurs ? await db.findOneBy(SharedDocument, { id: documentId }) : null
      if (!document) return
      const { version, clauses } = await this.readings.of(document)
      const [standing] = await queryRows<{ version: string }>(
        db,
        'select version from clause_text_standing where document_id = $1',
        [documentId],
      )
      if (standing?.version === version) return
      const now = this.clock.now()
      await db.query(
        `insert into clause_text as c (document_id, clause_id, position, title, words, hash)
         select $1, * from unnest($2::text[], $3::integer[], $4::text[], $5::text[], $6::text[])
         on conflict (document_id, clause_id) do update
         set position = excluded.position, title = excluded.title, words = excluded.words, hash = excluded.hash, gone_at = null
         where (c.position, c.hash) <> (excluded.position, excluded.hash) or c.gone_at is not null`,
        [
          documentId,
          clauses.map(({ id }) => id),
          clauses.map((_, at) => at),
          clauses.map(({ title }) => storable(title)),
          clauses.map(({ text }) => storable(text)),
          clauses.map(({ hash }) => hash),
        ],
      )
      await db.query(
        `update clause_text set gone_at = $3, title = '', words = ''
         where document_id = $1 and gone_at is null and clause_id <> all($2::text[])`,
        [documentId, clauses.map(({ id }) => id), now],
      )
      await db.query(
        `insert into clause_text_standing (document_id, version, made_at) values ($1, $2, $3)
         on conflict (document_id) do update set version = excluded.version, made_at = excluded.made_at`,
        [documentId, version, now],
      )
    })
  }

  /** Finds the texts that are behind. */
  private sweep(): void {
    queryRows<{ id: string }>(
      this.dataSource.manager,
      `select l.document_id as id from document_log l left join clause_text_standing s on s.document_id = l.document_id
       where l.last_seq > 0 and s.version is distinct from l.epoch || '.' || l.last_seq`,
      [],
    ).then(
      (behind) => behind.forEach(({ id }) => this.settling.touch(id)),
      // Going on is safe: it is looked again in a minute.
      (error: unknown) => void reportFault('looking for texts whose words are behind', error),
    )
  }
}
