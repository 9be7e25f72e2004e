import type { Words } from '#schema/words/index.js'
import type { Command, Option } from './command.js'

const PREFIX = 'npm run -s cli --'

const written = (name: string, { isFlag, isRequired, placeholder, oneOf }: Option): string => {
  const value = oneOf ? oneOf.join('|') : `<${placeholder ?? name}>`
  const whole = isFlag ? `--${name}` : `--${name} ${value}`
  return isRequired ? whole : `[${whole}]`
}

/** A command as it is typed: `user create --email <address> --name <name> [--administrator]`. */
function usageOf({ name, operand, options }: Command): string {
  const parts = Object.entries(options).map(([option, how]) => written(option, how))
  return [name, ...(operand ? [operand.oneOf?.join('|') ?? `<${operand.name}>`] : []), ...parts].join(' ')
}

/** The help of one command, or of all. */
export function helpOf(words: Words, commands: readonly Command[], command: Command | null): string {
  const about = (one: Command) => `  ${usageOf(one)}\n      ${words(one.about)}`
  if (command)
    return `${words('cli.usage', { command: `${PREFIX} ${usageOf(command)} [--json]` })}\n\n${words(command.about)}`
  return [
    words('cli.usage', { command: `${PREFIX} <noun> <verb> [--json]` }),
    '',
    ...commands.map(about),
    '',
    words('cli.everywhere'),
  ].join('\n')
}
