/** The register's API and pages against others that answer the same question. docs/operations/benchmarks.md says what each figure is. */
import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { clientSize, prepareCounting, startUpOf, statementsOf } from './extras.js'
import { connections, inTurns, Load, type Target } from './load.js'
import * as questions from './questions.js'
import { comparisons, report, type Report } from './report.js'
import { databaseOf, environment, startOther, startOurs, type Server } from './servers.js'
import { buildWorld, itemCount, pageSize } from './world.js'

const seed = 20261122
const api = { rounds: 5, seconds: 3, warmUpSeconds: 3 }
const pages = { rounds: 5, seconds: 1.5, warmUpSeconds: 1 }
const target = ({ origin }: Server, question: questions.Question): Target => ({
  url: origin + question.path,
  ...questions.requestOf(question),
})

/** A page as strangers get it. Each address that nobody has asked for yet is computed, and then kept like any other. */
const kept = ({ origin }: Server, path: string): Target => ({ url: origin + path, method: 'GET' })
const computed = ({ origin }: Server, path: string): Target => ({
  url: `${origin}${path}?visit=[<id>]`,
  method: 'GET',
  isUnique: true,
})

export async function measureRegister({ folder, say }: { folder: string; say: (what: string) => void }) {
  const load = new Load()
  try {
    const result = await measure(mkdtempSync(join(folder, 'register-')), load, say)
    return { text: report(result), result: { ...result, comparisons: comparisons(result) } }
  } finally {
    load.stop()
  }
}

async function measure(dataDir: string, load: Load, say: (what: string) => void): Promise<Report> {
  say(`The starter world, and ${itemCount} items beside it`)
  const first = await startOurs(dataDir)
  await buildWorld(await databaseOf(dataDir), seed)
  await prepareCounting(await databaseOf(dataDir))
  await first.stop()
  say('Starting again')
  const startUps = []
  for (let i = 0; i < 3; i++) startUps.push(await startUpOf(environment(dataDir)))

  const server = await startOurs(dataDir)
  const databaseUrl = await databaseOf(dataDir)
  const bare = await startOther('bare.ts', databaseUrl)
  const postgraphile = await startOther('postgraphile.ts', databaseUrl)
  assert.equal(
    await questions.textOf(bare.origin, questions.bare),
    await questions.textOf(server.origin, questions.ours),
  )
  const facts = await questions.verify(server.origin, questions.ours, null)
  await questions.verify(bare.origin, questions.bare, facts)
  await questions.verify(postgraphile.origin, questions.oneDirection, facts)
  await questions.verify(postgraphile.origin, questions.bothDirections, facts)

  say('A page of items from four')
  const items = await inTurns(
    load,
    {
      ours: target(server, questions.ours),
      bare: target(bare, questions.bare),
      oneDirection: target(postgraphile, questions.oneDirection),
      bothDirections: target(postgraphile, questions.bothDirections),
    },
    api,
  )
  const statements = {
    ours: await statementsOf(databaseUrl, server.origin, questions.ours),
    bare: await statementsOf(databaseUrl, bare.origin, questions.bare),
    oneDirection: await statementsOf(databaseUrl, postgraphile.origin, questions.oneDirection),
    bothDirections: await statementsOf(databaseUrl, postgraphile.origin, questions.bothDirections),
  }
  await Promise.all([bare.stop(), postgraphile.stop()])

  say('Two pages, kept and computed')
  const read = await inTurns(
    load,
    {
      gapKept: kept(server, '/gaps/G-01'),
      gapComputed: computed(server, '/gaps/G-01'),
      roadmapKept: kept(server, '/roadmap'),
      roadmapComputed: computed(server, '/roadmap'),
    },
    pages,
  )
  await server.stop()
  return {
    setting: { seed, itemCount, pageSize, connections, api, pages },
    items,
    statements,
    pages: read,
    startUpMilliseconds: startUps,
    client: clientSize(),
  }
}
