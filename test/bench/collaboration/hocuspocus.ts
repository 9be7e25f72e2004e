/**
 * Hocuspocus as its manual says to serve it, with its own settings: in memory, or, with DATABASE_URL, with a row of PostgreSQL for each text that
 * is written anew two seconds after the last edit, and after ten at the latest (`debounce`, `maxDebounce`). It asks nobody who they are. A text
 * that is in no row begins as the file in SEEDS that the first part of its name says.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Server } from '@hocuspocus/server'
import pg from 'pg'
import * as Y from 'yjs'

const { DATABASE_URL: connectionString, SEEDS: seeds } = process.env

const seedOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(seeds!, `${name.split(':')[0]}.yjs`)))

const pool = connectionString ? new pg.Pool({ connectionString }) : null

const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  async onLoadDocument({ documentName }) {
    const rows = await pool?.query<{ state: Buffer }>('select state from document where name = $1', [documentName])
    return rows?.rows[0] ? new Uint8Array(rows.rows[0].state) : seedOf(documentName)
  },
  ...(pool && {
    async onStoreDocument({ documentName, document }) {
      await pool.query(
        'insert into document (name, state) values ($1, $2) on conflict (name) do update set state = excluded.state',
        [documentName, Buffer.from(Y.encodeStateAsUpdate(document))],
      )
    },
  }),
})
await server.listen()
process.stdout.write(`Hocuspocus is ready at http://127.0.0.1:${server.address.port}\n`)
process.on('disconnect', () => process.exit(0))
