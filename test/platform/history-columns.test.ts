import { afterAll, beforeAll, expect, it } from '@jest/globals'
import pg from 'pg'
import { freshDatabase, type TestDatabase } from '../harness/database.js'

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await freshDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

it('a column that is added to a versioned table and its twin is kept with the history, and read as of an instant', async () => {
  // A versioned table as a migration makes one, and what the guide says for a column that comes later.
  await client.query(`
    create table thing (id uuid primary key, name text not null, words tsvector generated always as (to_tsvector('simple', name)) stored);
    select make_versioned('thing');
    insert into thing (id, name) values ('00000000-0000-7000-8000-000000000001', 'first')`)
  await client.query(`update thing set name = 'second'`)
  await client.query(`
    alter table thing add column urgency text;
    alter table thing_history add column urgency text;
    select remake_as_of('thing')`)
  await client.query(`update thing set urgency = 'high', name = 'third'`)
  const { rows: before } = await client.query<{ at: string }>('select now()::text as at')
  await client.query(`update thing set urgency = 'low'`)

  const { rows: kept } = await client.query('select name, urgency from thing_history order by replaced_at')
  expect(kept).toEqual([
    { name: 'first', urgency: null },
    { name: 'second', urgency: null },
    { name: 'third', urgency: 'high' },
  ])
  const { rows: then } = await client.query('select name, urgency from thing_at($1)', [before[0]!.at])
  expect(then).toEqual([{ name: 'third', urgency: 'high' }])
})

it('a column that the twin lacks is refused at the first change, not lost', async () => {
  await client.query('alter table thing add column lost text')
  await expect(client.query(`update thing set lost = 'words'`)).rejects.toThrow(
    /column "lost" of relation "thing_history" does not exist/,
  )
})
