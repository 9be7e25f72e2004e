import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { queryRows } from '#server/platform/database/index.js'
import { packed, unpacked } from './wire.js'

const zip = promisify(zstdCompress)
const unzip = promisify(zstdDecompress)

/** Channel on which each process hears `<document> <number> <process>` after a group was committed. */
export const UPDATES_CHANNEL = 'collaboration_updates'
/** Channel on which each process hears that something in the log of a text was set aside: `<document>`. */
export const ASIDE_CHANNEL = 'collaboration_asides'
/** Channel on which each process hears that there is a new snapshot: `<document> <process>`. */
export const FOLDS_CHANNEL = 'collaboration_folds'

/** Updates that were committed together. */
export interface Group {
  readonly seq: number
  readonly updates: readonly Uint8Array[]
}

/** The older part of a text, as it is given to clients. */
export interface Served {
  readonly uptoSeq: number
  /** What a client needs, as one update. */
  readonly served: Uint8Array
  readonly stateVector: Uint8Array
  /** An update that deletes all that is deleted and inserts nothing. */
  readonly deleted: Uint8Array
}

/** The same with all that was ever written. */
export interface Snapshot extends Served {
  /** As one update; what a worker goes on from. As large again as what is served, so it is read only where it is needed. */
  readonly state: Uint8Array
}

/** Whose editing session a Yjs client is. */
export interface ClientOwner {
  /** Null: the server itself. */
  readonly personId: string | null
  readonly isBarred: boolean
}

/** A text as it is stored. */
export interface Stored<Part extends Served = Served> {
  readonly epoch: number
  readonly lastSeq: number
  /** All rows up to this one have been looked at by the rescue. */
  readonly rescuedSeq: number
  /** Yjs client under which the server itself writes; null as long as it has written nothing. */
  readonly serverClient: number | null
  readonly snapshot: Part | null
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

/** What the server itself wrote in a text. It is stored only if nobody else wrote in the server's name meanwhile. */
export interface OwnUpdate {
  readonly documentId: string
  readonly epoch: number
  readonly client: number
  readonly update: Uint8Array
  /** The last row that the writer had before it, and the last one that it wrote itself. */
  readonly after: number
  readonly own: number
  /** For the rescue: how far it had looked by the log, and how far it has looked now. */
  readonly rescued?: { readonly from: number; readonly to: number }
}

/** An update that cannot be applied, and the row in which it is. */
export interface BadUpdate {
  readonly seq: number
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

  /** What clients are given of a text, read at one instant. */
  load(documentId: string, db?: EntityManager): Promise<Stored> {
    return this.read(documentId, false, db)
  }

  /** Everything of a text, deleted content too, read at one instant. */
  loadWhole(documentId: string, db?: EntityManager): Promise<Stored<Snapshot>> {
    return this.read(documentId, true, db)
  }

  private async read(
    documentId: string,
    isWhole: boolean,
    db: EntityManager = this.dataSource.manager,
  ): Promise<Stored<Snapshot>> {
    const [found] = (await db.query(
      `select l.epoch, l.last_seq as "lastSeq", l.rescued_seq as "rescuedSeq", l.server_client as "serverClient",
              s.upto_seq as "uptoSeq", case when $2 then s.state end as state, s.served,
              s.state_vector as "stateVector", s.deleted,
              (select coalesce(array_agg(u.seq order by u.seq), '{}') from document_update u
                where u.document_id = l.document_id and u.seq > coalesce(s.upto_seq, 0)) as seqs,
              (select coalesce(array_agg(u.data order by u.seq), '{}') from document_update u
                where u.document_id = l.document_id and u.seq > coalesce(s.upto_seq, 0)) as datas
       from document_log l left join document_snapshot s on s.document_id = l.document_id and s.epoch = l.epoch
       where l.document_id = $1`,
      [documentId, isWhole],
    )) as {
      epoch: number
      lastSeq: number
      rescuedSeq: number
      serverClient: number | null
      uptoSeq: number | null
      state: Buffer | null
      served: Buffer
      stateVector: Buffer
      deleted: Buffer
      seqs: (number | string)[]
      datas: Buffer[]
    }[]
    if (!found) {
      await db.query('insert into document_log (document_id) values ($1) on conflict do nothing', [documentId])
      return this.read(documentId, isWhole, db)
    }
    const snapshot =
      found.uptoSeq === null
        ? null
        : {
            uptoSeq: found.uptoSeq,
            state: found.state ? await unzip(found.state) : new Uint8Array(),
            served: await unzip(found.served),
            stateVector: found.stateVector,
            deleted: found.deleted,
          }
    const rows = found.seqs.map((seq, i) => ({ seq: Number(seq), data: found.datas[i]! }))
    const { epoch, lastSeq, rescuedSeq, serverClient } = found
    return { epoch, lastSeq, rescuedSeq, serverClient, snapshot, tail: await this.groups(documentId, rows, db) }
  }

  /** The snapshot alone, as clients are given it; null when there is none. */
  async snapshot(documentId: string): Promise<Served | null> {
    const [found] = await queryRows<Omit<Served, 'served'> & { served: Buffer }>(
      this.dataSource.manager,
      `select s.upto_seq as "uptoSeq", s.served, s.state_vector as "stateVector", s.deleted
       from document_snapshot s join document_log l on l.document_id = s.document_id and l.epoch = s.epoch
       where s.document_id = $1`,
      [documentId],
    )
    return found ? { ...found, served: await unzip(found.served) } : null
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
   * Stores what the server itself wrote, as a row of its own. Answers with its number; null when somebody wrote in the server's name meanwhile, or
   * another process has looked on: then nothing is stored, and the writer must begin anew from the log. All processes hear of it, this one too.
   */
  async appendOwn(
    { documentId, epoch, client, update, after, own, rescued }: OwnUpdate,
    db: EntityManager = this.dataSource.manager,
  ): Promise<number | null> {
    const [row] = await queryRows<{ seq: number }>(
      db,
      `with numbered as (
         update document_log l
         set last_seq = l.last_seq + 1, server_seq = l.last_seq + 1, server_client = $3, rescued_seq = coalesce($8, l.rescued_seq)
         where l.document_id = $1 and l.epoch = $2 and (l.server_seq <= $5 or l.server_seq = $6)
           and coalesce(l.server_client, $3) = $3 and l.rescued_seq = coalesce($7, l.rescued_seq)
         returning l.document_id, l.epoch, l.last_seq
       ), stored as (
         insert into document_update (document_id, epoch, seq, data) select document_id, epoch, last_seq, $4 from numbered
         returning document_id, seq
       ), known as (
         insert into document_client (document_id, client) select document_id, $3 from numbered on conflict do nothing
       )
       select seq, pg_notify('${UPDATES_CHANNEL}', document_id || ' ' || seq || ' server') from stored`,
      [
        documentId,
        epoch,
        client,
        Buffer.from(packed([update])),
        after,
        own,
        rescued?.from ?? null,
        rescued?.to ?? null,
      ],
    )
    return row?.seq ?? null
  }

  /** Remembers how far the rescue has looked without finding anything. False when another process has looked meanwhile. */
  async storeLooked(documentId: string, epoch: number, from: number, to: number): Promise<boolean> {
    const rows = await queryRows(
      this.dataSource.manager,
      `update document_log set rescued_seq = $4 where document_id = $1 and epoch = $2 and rescued_seq = $3 returning 1`,
      [documentId, epoch, from, to],
    )
    return rows.length > 0
  }

  /**
   * Puts a snapshot in the place of what it contains. It holds nothing that the rescue has not looked at. Rows of the last minute stay, so that
   * another process need not load everything anew. Nothing happens when a newer one is there.
   */
  async compact(documentId: string, epoch: number, snapshot: Snapshot, process: string): Promise<void> {
    const [state, served] = await Promise.all([zip(snapshot.state), zip(snapshot.served)])
    await this.dataSource.transaction(async (db) => {
      await db.query(
        `insert into document_snapshot (document_id, epoch, upto_seq, state, served, state_vector, deleted)
         select document_id, epoch, $3, $4, $5, $6, $7 from document_log
         where document_id = $1 and epoch = $2 and rescued_seq >= $3
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
      await db.query(`select pg_notify('${FOLDS_CHANNEL}', $1 || ' ' || $2)`, [documentId, process])
    })
  }

  /** Sets updates aside that cannot be applied, and bars the sessions that wrote them. All processes hear of it. */
  async setAside(documentId: string, bad: readonly BadUpdate[], barred: readonly number[]): Promise<void> {
    await this.dataSource.transaction(async (db) => {
      for (const { seq, update } of bad) {
        const [row] = await queryRows<Row>(
          db,
          'select seq, data from document_update where document_id = $1 and seq = $2',
          [documentId, seq],
        )
        const places = unpacked(new Uint8Array(row!.data)).flatMap((one, i) => (Buffer.compare(one, update) ? [] : [i]))
        await db.query(
          `insert into document_quarantine (document_id, seq, place, data)
           select $1, $2, unnest($3::integer[]), $4 on conflict do nothing`,
          [documentId, seq, places, Buffer.from(update)],
        )
      }
      await db.query('update document_client set is_barred = true where document_id = $1 and client = any($2)', [
        documentId,
        barred,
      ])
      await db.query(`select pg_notify('${ASIDE_CHANNEL}', $1)`, [documentId])
    })
  }

  /** Writes the first text of a document, in the transaction that opens it; whoever listens hears of it like of any other group. */
  async seed(
    db: EntityManager,
    documentId: string,
    data: Uint8Array,
    clients: readonly number[],
    owners: ReadonlyMap<number, string>,
  ): Promise<void> {
    await db.query('insert into document_log (document_id, last_seq) values ($1, 1)', [documentId])
    await db.query('insert into document_update (document_id, epoch, seq, data) values ($1, 1, 1, $2)', [
      documentId,
      Buffer.from(data),
    ])
    await db.query(
      `insert into document_client (document_id, client, person_id)
       select $1, c.client, c.person_id from unnest($2::bigint[], $3::uuid[]) as c (client, person_id)`,
      [documentId, clients, clients.map((client) => owners.get(client) ?? null)],
    )
    await db.query(`select pg_notify('${UPDATES_CHANNEL}', $1 || ' 1 -')`, [documentId])
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
