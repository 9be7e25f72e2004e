import { chooseLanguage, wordsFor, type Words } from '#schema/words/index.js'
import { WrongSetting } from '#server/platform/config/index.js'
import { Refusal, reportFault, StartFailure } from '#server/platform/errors/index.js'
import { readCommandLine, type Asked } from './command-line.js'
import { commands } from './commands.js'
import { helpOf } from './help.js'
import { openHouse } from './house.js'
import { NobodyReads, Output } from './output.js'

/** What scripts rely on. */
const EXIT = { done: 0, refused: 1, misused: 2 } as const

/** Runs one command and answers with the exit code: 0 done, 1 refused (or found broken), 2 not a command. */
export async function cli(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<number> {
  const words = wordsFor(chooseLanguage(env.LANG?.slice(0, 2)))
  const out = new Output(process.stdout)
  try {
    const asked = readCommandLine(argv, commands)
    switch (asked.kind) {
      case 'HELP':
        await out.write(`${helpOf(words, commands, asked.command)}\n`)
        return EXIT.done
      case 'MISUSE':
        complain(`${words(asked.key, asked.args)}\n\n${helpOf(words, commands, asked.command)}`)
        return EXIT.misused
      case 'RUN':
        return await run(asked, env, words, out)
    }
  } catch (error) {
    if (error instanceof NobodyReads) return EXIT.done
    complain(sentenceOf(error, words))
    return EXIT.refused
  }
}

async function run(
  { command, given, isJson }: Extract<Asked, { kind: 'RUN' }>,
  env: Readonly<Record<string, string | undefined>>,
  words: Words,
  out: Output,
): Promise<number> {
  const house = await openHouse(env, words, out)
  const interrupted = interruption()
  try {
    const answer = await Promise.race([command.run(house, given), interrupted.promise])
    if (answer === null) return EXIT.done
    await out.write(`${isJson ? JSON.stringify(answer.json) : answer.text}\n`)
    return answer.isRefusal ? EXIT.refused : EXIT.done
  } finally {
    await house.close()
    interrupted.forget()
  }
}

/** Told to stop, we go back the way we came: what is not committed is undone, and a database that was started is stopped. */
function interruption(): { promise: Promise<never>; forget: () => void } {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = (signal: NodeJS.Signals) => reject(new StartFailure(`${signal}: stopped before the end.`))
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, stop)
  return { promise, forget: () => signals.forEach((signal) => process.off(signal, stop)) }
}

function sentenceOf(error: unknown, words: Words): string {
  if (error instanceof Refusal) return words(`refusal.${error.code}`, error.args)
  if (error instanceof StartFailure || error instanceof WrongSetting) return error.message
  return words('cli.fault', { reference: reportFault('running a command', error) })
}

const complain = (text: string): void => void process.stderr.write(`${text}\n`)
