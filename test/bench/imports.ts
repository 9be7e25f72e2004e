/** A list of 20,000 rows that comes in, comes again, and goes: how long, how much memory, and how long others wait meanwhile. */
import { readFileSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { startProgram } from '../harness/program.js'
import { environment } from './servers.js'
import { spreadOf } from './statistics.js'
import { figure, table } from './table.js'

export interface ImportsExtent {
  readonly rounds: number
  readonly rows: number
}
export const usualExtent: ImportsExtent = { rounds: 3, rows: 20_000 }
export const quickExtent: ImportsExtent = { rounds: 1, rows: 1000 }

/** One kind of work in one round. */
interface Step {
  readonly seconds: number
  /** The longest that somebody else waited for a page of the list meanwhile, and how often they asked. */
  readonly longestWaitMs: number
  readonly asked: number
}
type Round = Readonly<Record<'preview' | 'apply' | 'again' | 'undo', Step>>

export async function measureImports(given: {
  folder: string
  say: (what: string) => void
  extent: ImportsExtent
}): Promise<{ text: string; result: object }> {
  const { folder, say, extent } = given
  const env = environment(mkdtempSync(join(folder, 'imports-')))
  const program = startProgram({ args: ['--enable-source-maps', 'dist/server/main.js'], env })
  const origin = await program.ready()
  const token = await administrator(env)
  const memory = () => ({ now: kilobytes(program.pid, 'VmRSS'), peak: kilobytes(program.pid, 'VmHWM') })
  const idle = memory().now
  const rounds: Round[] = []
  for (let round = 0; round < extent.rounds; round += 1) {
    say(`A list of ${extent.rows} rows, round ${round + 1} of ${extent.rounds}`)
    rounds.push(await aRound(origin, token, aList(extent.rows, round)))
  }
  const { peak } = memory()
  program.child.kill('SIGTERM')
  await program.ended()
  const megabytes = { idle: idle / 1024, peak: peak / 1024 }
  return { text: report(extent, rounds, megabytes), result: { extent, rounds, megabytes } }
}

async function aRound(origin: string, token: string, list: string): Promise<Round> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  const ask = async (query: string, variables: object) => {
    const answer = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await answer.json()) as { data: Record<string, never>; errors?: { message: string }[] }
    if (errors) throw new Error(errors[0]!.message)
    return data as Record<
      string,
      { id: string; state: string; revision: number; counts: { outcome: string; count: number }[] }
    >
  }
  const send = async () => {
    const form = new FormData()
    form.set('file', new Blob([list]), 'list.csv')
    form.set('source', 'benchmark')
    return (
      (await (await fetch(`${origin}/admin/imports/new`, { method: 'POST', headers, body: form })).json()) as {
        id: string
      }
    ).id
  }
  /** Runs a step to its end, while somebody else reads the list. */
  const timed = async (
    start: () => Promise<string>,
    end: string,
  ): Promise<Step & { id: string; revision: number; added: number }> => {
    const began = performance.now()
    const id = await start()
    let [longestWaitMs, asked] = [0, 0]
    for (;;) {
      const before = performance.now()
      await (
        await fetch(`${origin}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: reading,
        })
      ).arrayBuffer()
      longestWaitMs = Math.max(longestWaitMs, performance.now() - before)
      asked += 1
      const { import: it } = await ask(
        'query ($id: UUID!) { import(id: $id) { id state revision counts { outcome count } } }',
        { id },
      )
      if (it!.state === end) {
        const added = it!.counts.find(({ outcome }) => outcome === 'NEW')?.count ?? 0
        return { seconds: (performance.now() - began) / 1000, longestWaitMs, asked, id, revision: it!.revision, added }
      }
      if (it!.state === 'REFUSED') throw new Error('The list was refused')
    }
  }
  const { id, revision, added, ...preview } = await timed(send, 'PREVIEWED')
  if (added === 0) throw new Error('The list has nothing new')
  const act = (mutation: string, variables: object) => async () => {
    await ask(mutation, variables)
    return id
  }
  const apply = await timed(
    act('mutation ($input: ApplyImportInput!) { applyImport(input: $input) { id } }', {
      input: { id, expectedRevision: revision },
    }),
    'APPLIED',
  )
  const again = await timed(send, 'PREVIEWED')
  if (again.added > 0) throw new Error('The same list is not the same')
  const undo = await timed(
    act('mutation ($input: UndoImportInput!) { undoImport(input: $input) { id } }', { input: { id } }),
    'UNDONE',
  )
  return { preview, apply, again, undo }
}

const reading = JSON.stringify({ query: '{ items(first: 50) { nodes { designation title state } } }' })

const aList = (rows: number, round: number): string =>
  [
    'designation,title,title_fr,body,type,published,topics,url',
    ...Array.from(
      { length: rows },
      (_, at) =>
        `BENCH ${round * 1_000_000 + at + 1}:2026,"Requirement ${at} on energy, water and carbon of machine learning",Exigence ${at},ISO,Standard,2026-0${1 + (at % 9)},WATER; CARBON,https://example.org/${at}`,
    ),
  ].join('\n')

/** The access token of an administrator, by the command line. */
export async function administrator(env: Readonly<Record<string, string>>): Promise<string> {
  const cli = async (...args: string[]) => {
    const command = startProgram({ args: ['dist/server/cli.js', ...args, '--json'], env })
    const { code } = await command.ended()
    if (code !== 0) throw new Error(command.out.stderr)
    return JSON.parse(command.out.stdout) as { token: string }
  }
  await cli('user', 'create', '--email', 'bench@example.org', '--name', 'Bench', '--administrator')
  return (await cli('token', 'create', '--as', 'bench@example.org')).token
}

function kilobytes(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const [, value] = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(value)
}

const named = {
  preview: 'Preview',
  apply: 'Taking it in',
  again: 'Preview of the same again',
  undo: 'Undoing it',
} as const

function report(
  { rows, rounds: count }: ImportsExtent,
  rounds: readonly Round[],
  megabytes: { idle: number; peak: number },
): string {
  const lines = (Object.keys(named) as (keyof typeof named)[]).map((step) => {
    const seconds = spreadOf(rounds.map((round) => round[step].seconds))
    const wait = Math.max(...rounds.map((round) => round[step].longestWaitMs))
    const spread = `${figure(seconds.median)} (${figure(seconds.least)}–${figure(seconds.most)})`
    return [named[step], spread, figure(rows / seconds.median), figure(wait)]
  })
  return [
    table(
      [
        `${rows.toLocaleString('en')} rows, ${count} rounds`,
        'seconds',
        'rows a second',
        'longest wait of a reader, ms',
      ],
      lines,
    ),
    '',
    `Memory of the server: ${figure(megabytes.idle)} MB before, ${figure(megabytes.peak)} MB at its peak, its threads included.`,
  ].join('\n')
}
