import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What is asked, again and again. */
export interface Target {
  readonly url: string
  readonly method: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  /** `[<id>]` in the address becomes another text in each request. */
  readonly isUnique?: boolean
}

/** What came of it. Milliseconds for the percentiles. */
export interface Round {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** As many as the servers have connections to the database. */
export const connections = 10

/** Whoever makes the requests: a process of its own, so that it does not take the time of what it measures. */
export class Load {
  private readonly child: ChildProcess = fork(fileURLToPath(new URL('load.mjs', import.meta.url)), { execArgv: [] })

  /** Asks for so many seconds. Throws when any answer was not 2xx: an error is quickly made and would look fast. */
  async run(target: Target, seconds: number): Promise<Round> {
    const { promise, resolve, reject } = Promise.withResolvers<Round & { wrong: number }>()
    const ended = () => reject(new Error('The process that makes the requests ended.'))
    this.child.once('exit', ended)
    this.child.once('message', (message) => resolve(message as Round & { wrong: number }))
    this.child.send({ ...target, connections, seconds })
    const { wrong, ...round } = await promise.finally(() => this.child.off('exit', ended))
    if (wrong > 0) throw new Error(`${wrong} answers of ${target.url} were wrong.`)
    return round
  }

  stop(): void {
    this.child.kill()
  }
}

/** Measures several in turn, one after the other in each round, so that what slows the machine for a while slows them all. */
export async function inTurns<Name extends string>(
  load: Load,
  targets: Readonly<Record<Name, Target>>,
  { rounds, seconds, warmUpSeconds }: { rounds: number; seconds: number; warmUpSeconds: number },
): Promise<Record<Name, Round[]>> {
  const all = Object.entries<Target>(targets) as [Name, Target][]
  const results = Object.fromEntries(all.map(([name]) => [name, [] as Round[]])) as Record<Name, Round[]>
  for (const [, target] of all) await load.run(target, warmUpSeconds)
  for (let round = 0; round < rounds; round++) {
    for (const [name, target] of all) results[name].push(await load.run(target, seconds))
  }
  return results
}
