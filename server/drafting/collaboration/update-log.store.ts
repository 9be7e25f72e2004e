import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { queryRows } from '#server/platform/database/index.js'
import { unpacked } from './wire.js'

const zip = promisify(zstdCompress)
const unzip = promisify(zstdDecompress)

/** Channel on which each process hears `<document> <number> <process>` after a group was committed. */
export const UPDATES_CHANNEL = 'collaboration_updates'
/** Channel on which each process hears that a text was changed under its feet: `<document>`. */
export const RESET_CHANNEL = 'collaboration_resets'

/** Updates that were committed together. */
export interface Group {
  readonly seq: number
  readonly updates: readonly Uint8Array[]
}

/** The older part of a text, in the forms in which it is needed. */
export interface Snapshot {
  readonly uptoSeq: number
  /** All that was ever written, as one update; what a worker goes on from. */
  readonly state: Uint8Array
  /** What a client needs, as one update. */
  readonly served: Uint8Array
  readonly stateVector: Uint8Array
  /** An update that deletes all that is deleted and inserts nothing. */
  readonly deleted: Uint8Array
}

/** Whose editing session a Yjs client is. */
export interface ClientOwner {
  /** Null: the server itself. */
  readonly personId: string | null
  readonly isBarred: boolean
}

/** A text as it is stored. */
export interface Stored {
  readonly epoch: number
  readonly lastSeq: number
  readonly snapshot: Snapshot | null
  /** What came after the snapshot. */
  readonly tail: readonly Group[]
}

/** What is to be stored of one text in one group. */
export interface Batch {
  readonly documentId: string
  readonly epoch: number
  readonly data: Uint8Array
  readonly newClients: readonly { readonly client: number; readonly personId: string | null }[]
}

/** An update that cannot be applied, by its place in the log. */
export interface BadUpdate {
  readonly seq: number
  readonly place: number
  readonly update: Uint8Array
}

interface Row {
  seq: number
  data: Buffer
}

/** The log of updates in PostgreSQL. What is in here is the text; all else is made from it. */
@Injectable()
export class UpdateLog {
  constructor(private readonly dataSource: DataSource) {}

  /** Everything of a text, read at one instant. */
  async load(documentId: string, db: EntityManager = this.dataSource.manager): Promise<Stored> {
    const [found] = (await db.query(
      `select l.epoch, l.last_seq as "lastSeq", s.upto_seq as "uptoSeq", s.state, s.served,
              s.state_vector as "stateVector", s.deleted,
              (select coalesce(array_agg(u.seq order by u.seq), '{}') from document_update u
                where u.document_id = l.document_id and u.seq > coalesce(s.upto_seq, 0)) as seqs,
              (select coalesce(array_agg(u.data order by u.seq), '{}') from document_update u
                where u.document_id = l.document_id and u.seq > coalesce(s.upto_seq, 0)) as datas
       from document_log l left join document_snapshot s on s.document_id = l.document_id and s.epoch = l.epoch
       where l.document_id = $1`,
      [documentId],
    )) as {
      epoch: number
      lastSeq: number
      uptoSeq: number | null
      state: Buffer
      served: Buffer
      stateVector: Buffer
      deleted: Buffer
      seqs: (number | string)[]
      datas: Buffer[]
    }[]
    if (!found) {
      await db.query('insert into document_log (document_id) values ($1) on conflict do nothing', [documentId])
      return this.load(documentId, db)
    }
    const snapshot =
      found.uptoSeq === null
        ? null
        : {
            uptoSeq: found.uptoSeq,
            state: await unzip(found.state),
            served: await unzip(found.served),
            stateVector: found.stateVector,
            deleted: found.deleted,
          }
    const rows = found.seqs.map((seq, i) => ({ seq: Number(seq), data: found.datas[i]! }))
    return { epoch: found.epoch, lastSeq: found.lastSeq, snapshot, tail: await this.groups(documentId, rows, db) }
  }

  /** Groups after a number, as far as they are still in the log. */
  async since(documentId: string, seq: number): Promise<Group[]> {
    const db = this.dataSource.manager
    const rows = await queryRows<Row>(
      db,
      'select seq, data from document_update where document_id = $1 and seq > $2 order by seq',
      [documentId, seq],
    )
    return this.groups(documentId, rows, db)
  }

  /** Whose sessions the Yjs clients of a text are. */
  async owners(documentId: string, clients?: readonly number[]): Promise<Map<number, ClientOwner>> {
    const rows = await queryRows<{ client: number } & ClientOwner>(
      this.dataSource.manager,
      `select client, person_id as "personId", is_barred as "isBarred" from document_client
       where document_id = $1 and ($2::bigint[] is null or client = any($2))`,
      [documentId, clients ?? null],
    )
    return new Map(rows.map(({ client, ...owner }) => [client, owner]))
  }

  /**
   * Stores a group: one statement, one row a text. Answers with the number of each text's row once all is committed; a text without a number is
   * in another epoch by now. Other processes hear of it.
   */
  async append(batches: readonly Batch[], process: string): Promise<Map<string, number>> {
    const clients = batches.flatMap(({ documentId, newClients }) => newClients.map((one) => ({ documentId, ...one })))
    const rows = await queryRows<{ documentId: string; seq: number }>(
      this.dataSource.manager,
      `with given as (
         select * from unnest($1::uuid[], $2::integer[], $3::bytea[]) as g (document_id, epoch, data)
       ), locked as (
         select l.document_id from document_log l join given g on g.document_id = l.document_id and g.epoch = l.epoch
         order by l.document_id for update of l
       ), numbered as (
         update document_log l set last_seq = l.last_seq + 1 from locked where l.document_id = locked.document_id
         returning l.document_id, l.last_seq
       ), stored as (
         insert into document_update (document_id, epoch, seq, data)
         select n.document_id, g.epoch, n.last_seq, g.data from numbered n join given g on g.document_id = n.document_id
         returning document_id, seq
       ), known as (
         insert into document_client (document_id, client, person_id)
         select * from unnest($4::uuid[], $5::bigint[], $6::uuid[]) on conflict do nothing
       )
       select document_id as "documentId", seq, pg_notify('${UPDATES_CHANNEL}', document_id || ' ' || seq || ' ' || $7)
       from stored`,
      [
        batches.map(({ documentId }) => documentId),
        batches.map(({ epoch }) => epoch),
        batches.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
        clients.map(({ documentId }) => documentId),
        clients.map(({ client }) => client),
        clients.map(({ personId }) => personId),
        process,
      ],
    )
    return new Map(rows.map(({ documentId, seq }) => [documentId, seq]))
  }

  /**
   * Puts a snapshot in the place of what it contains. Updates that could not be applied are set aside, and the sessions that wrote them are
   * barred. Rows of the last minute stay, so that another process need not load everything anew. Nothing happens when a newer one is there.
   */
  async compact(
    documentId: string,
    epoch: number,
    snapshot: Snapshot,
    bad: readonly BadUpdate[],
    barred: readonly number[],
  ): Promise<void> {
    const [state, served] = await Promise.all([zip(snapshot.state), zip(snapshot.served)])
    await this.dataSource.transaction(async (db) => {
      await db.query(
        `insert into document_snapshot (document_id, epoch, upto_seq, state, served, state_vector, deleted)
         select document_id, epoch, $3, $4, $5, $6, $7 from document_log where document_id = $1 and epoch = $2
         on conflict (document_id) do update
         set epoch = excluded.epoch, upto_seq = excluded.upto_seq, state = excluded.state, served = excluded.served,
             state_vector = excluded.state_vector, deleted = excluded.deleted, made_at = now()
         where (document_snapshot.epoch, document_snapshot.upto_seq) < (excluded.epoch, excluded.upto_seq)`,
        [
          documentId,
          epoch,
          snapshot.uptoSeq,
          state,
          served,
          Buffer.from(snapshot.stateVector),
          Buffer.from(snapshot.deleted),
        ],
      )
      await db.query(
        `delete from document_update u using document_snapshot s
         where u.document_id = $1 and s.document_id = $1 and u.epoch = s.epoch and u.seq <= s.upto_seq
           and u.stored_at < now() - interval '1 minute'`,
        [documentId],
      )
      for (const { seq, place, update } of bad) {
        await db.query(
          `insert into document_quarantine (document_id, seq, place, data) values ($1, $2, $3, $4) on conflict do nothing`,
          [documentId, seq, place, Buffer.from(update)],
        )
      }
      if (bad.length === 0) return
      await db.query('update document_client set is_barred = true where document_id = $1 and client = any($2)', [
        documentId,
        barred,
      ])
      await db.query(`select pg_notify('${RESET_CHANNEL}', $1)`, [documentId])
    })
  }

  /** Writes the first text of a document, in the transaction that opens it. */
  async seed(db: EntityManager, documentId: string, data: Uint8Array, clients: readonly number[]): Promise<void> {
    await db.query('insert into document_log (document_id, last_seq) values ($1, 1)', [documentId])
    await db.query('insert into document_update (document_id, epoch, seq, data) values ($1, 1, 1, $2)', [
      documentId,
      Buffer.from(data),
    ])
    await db.query('insert into document_client (document_id, client) select $1, unnest($2::bigint[])', [
      documentId,
      clients,
    ])
  }

  /** Rows as groups, without what was set aside. */
  private async groups(documentId: string, rows: readonly Row[], db: EntityManager): Promise<Group[]> {
    if (rows.length === 0) return []
    const aside = await queryRows<{ seq: number; place: number }>(
      db,
      'select seq, place from document_quarantine where document_id = $1 and seq >= $2',
      [documentId, rows[0]!.seq],
    )
    const isAside = new Set(aside.map(({ seq, place }) => `${seq} ${place}`))
    return rows.map(({ seq, data }) => ({
      seq,
      updates: unpacked(new Uint8Array(data)).filter((_, place) => !isAside.has(`${seq} ${place}`)),
    }))
  }
}
