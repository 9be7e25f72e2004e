import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { inTransaction, sqlState } from '#server/platform/database/index.js'
import { reportFaultsTo } from '#server/platform/errors/index.js'
import { openBrowser } from './browser.js'
import { freshDatabase, type TestDatabase } from './database.js'

let database: TestDatabase
let dataSource: DataSource

beforeAll(async () => {
  database = await freshDatabase()
  dataSource = await new DataSource({ type: 'postgres', url: database.url, poolSize: 4 }).initialize()
})
afterAll(async () => {
  await dataSource.destroy()
  await database.drop()
})

it('a test database is migrated and its own', async () => {
  const other = await freshDatabase()
  expect(other.url).not.toBe(database.url)
  await other.drop()
  expect(await dataSource.query(`select plain('Énergie ÅÇ ŁÓDŹ') as plain`)).toEqual([{ plain: 'energie ac lodz' }])
})

it('plain() may stand in an index', async () => {
  await dataSource.query('create table indexed (name text)')
  await dataSource.query('create index on indexed using gin (plain(name) gin_trgm_ops)')
})

describe('a transaction', () => {
  beforeAll(() => dataSource.query('create table tally (id int primary key, n int not null)'))
  beforeAll(() => dataSource.query('insert into tally values (1, 0), (2, 0)'))

  const tally = async () =>
    (await dataSource.query<{ n: number }[]>('select n from tally order by id')).map(({ n }) => n)

  it('tells its news after commit, in order, and answers with the result', async () => {
    const heard: unknown[] = []
    const answer = await inTransaction(dataSource, async (manager, afterCommit) => {
      afterCommit(async () => heard.push(await tally()))
      afterCommit(() => heard.push('second'))
      await manager.query('update tally set n = 5 where id = 1')
      expect(heard).toEqual([])
      return 'done'
    })
    expect(answer).toBe('done')
    expect(heard).toEqual([[5, 0], 'second'])
  })

  it('tells nothing and keeps nothing when the work fails', async () => {
    const heard: string[] = []
    const work = inTransaction(dataSource, async (manager, afterCommit) => {
      afterCommit(() => heard.push('news'))
      await manager.query('update tally set n = 99')
      throw new Error('changed our mind')
    })
    await expect(work).rejects.toThrow('changed our mind')
    expect(heard).toEqual([])
    expect(await tally()).toEqual([5, 0])
  })

  it('stays committed when news cannot be told: the fault is reported, the caller is not bothered', async () => {
    const faults: string[] = []
    reportFaultsTo(({ error }) => faults.push(String(error)))
    const heard: string[] = []
    await inTransaction(dataSource, async (manager, afterCommit) => {
      afterCommit(() => Promise.reject(new Error('mail is down')))
      afterCommit(() => heard.push('still told'))
      await manager.query('update tally set n = 6 where id = 1')
    })
    expect(faults).toEqual(['Error: mail is down'])
    expect(heard).toEqual(['still told'])
    expect(await tally()).toEqual([6, 0])
  })

  it('runs again after a deadlock, and tells its news once', async () => {
    const heard: string[] = []
    let runs = 0
    const bothHoldOne = Promise.withResolvers<void>()
    let holding = 0
    const move = (name: string, first: number, second: number) =>
      inTransaction(dataSource, async (manager, afterCommit) => {
        runs++
        afterCommit(() => heard.push(name))
        await manager.query('update tally set n = n + 1 where id = $1', [first])
        if (++holding === 2) bothHoldOne.resolve()
        await bothHoldOne.promise
        await manager.query('update tally set n = n + 1 where id = $1', [second])
      })
    await Promise.all([move('one', 1, 2), move('two', 2, 1)])
    // At least one had to begin again; nothing says that the two do not meet once more.
    expect(runs).toBeGreaterThanOrEqual(3)
    expect(heard.sort()).toEqual(['one', 'two'])
    expect(await tally()).toEqual([8, 2])
  })

  it('gives up after three more attempts', async () => {
    let runs = 0
    const work = inTransaction(dataSource, async (manager) => {
      runs++
      await manager.query(`do $$ begin raise exception 'no' using errcode = '40001'; end $$`)
    })
    const failure: unknown = await work.catch((error: unknown) => error)
    expect(sqlState(failure)).toBe('40001')
    expect(runs).toBe(4)
  })
})

it('a browser opens, and keeps the rules that a visitor meets', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent('<button onclick="this.textContent=`pressed`">press</button>')
    await page.click('button')
    expect(await page.textContent('button')).toBe('pressed')
  } finally {
    await browser.close()
  }
})
