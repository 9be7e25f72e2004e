/** Commands of the command line, run inside a server of a test: by its database and its clock. */
import { DataSource } from 'typeorm'
import { wordsFor } from '#schema/words/index.js'
import type { Command, Given } from '#server/app/cli/command.js'
import { Output } from '#server/app/cli/output.js'
import { Settings } from '#server/platform/config/index.js'
import { system, UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import type { TestApp } from './app.js'

/** What the command answers with `--json`. `options` as on the command line, flags by their name alone. */
export async function runCommand<Json>(
  { app, clock }: TestApp,
  command: Command,
  options: Given['options'] = {},
  flags: readonly string[] = [],
): Promise<Json> {
  const ctx = (): Ctx => ({
    viewer: system,
    now: clock.now(),
    language: 'en',
    db: app.get(DataSource).manager,
    requestId: 'cli',
  })
  const answer = await command.run(
    {
      settings: app.get(Settings),
      words: wordsFor('en'),
      out: new Output(process.stdout),
      get: (type) => app.get(type, { strict: false }),
      ctx,
      write: (verb) => app.get(UnitOfWork).write(ctx(), verb),
      close: async () => {},
    },
    { operand: '', options, flags: new Set(flags) },
  )
  return answer?.json as Json
}
