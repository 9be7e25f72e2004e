import type { MessageArgs, MessageKey } from '#schema/words/index.js'
import type { Command, Given } from './command.js'

/** What a command line asks for. */
export type Asked =
  | { readonly kind: 'RUN'; readonly command: Command; readonly given: Given; readonly isJson: boolean }
  /** Of one command, or of all (null). */
  | { readonly kind: 'HELP'; readonly command: Command | null }
  | { readonly kind: 'MISUSE'; readonly key: MessageKey; readonly args: MessageArgs; readonly command: Command | null }

/** Reads the words behind `cli`. Options may stand anywhere behind the words of the command, as `--name value` or `--name=value`. */
export function readCommandLine(argv: readonly string[], commands: readonly Command[]): Asked {
  const command = commands.find(({ name }) => name.split(' ').every((word, i) => argv[i] === word)) ?? null
  if (!command) {
    if (argv[0] === '--help' || argv[0] === 'help') return { kind: 'HELP', command: null }
    const words = argv.slice(0, 2).filter((word) => !word.startsWith('-'))
    return words.length === 0
      ? { kind: 'MISUSE', key: 'cli.misuse.nothing', args: {}, command: null }
      : { kind: 'MISUSE', key: 'cli.misuse.unknown', args: { given: words.join(' ').slice(0, 80) }, command: null }
  }
  const misuse = (key: MessageKey, args: MessageArgs): Asked => ({ kind: 'MISUSE', key, args, command })
  const operands: string[] = []
  const options: Record<string, string> = {}
  const flags = new Set<string>()
  const rest = argv.slice(command.name.split(' ').length)
  for (let i = 0; i < rest.length; i += 1) {
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(rest[i]!) ?? []
    if (name === undefined) {
      operands.push(rest[i]!)
      continue
    }
    if (name === 'help') return { kind: 'HELP', command }
    const option = name === 'json' ? { isFlag: true } : Object.hasOwn(command.options, name) && command.options[name]
    if (!option) return misuse('cli.misuse.option', { option: `--${name.slice(0, 80)}` })
    if (option.isFlag) {
      if (inline !== undefined) return misuse('cli.misuse.flag', { option: `--${name}` })
      flags.add(name)
      continue
    }
    const value = inline ?? rest[(i += 1)]
    if (value === undefined || (inline === undefined && value.startsWith('--'))) {
      return misuse('cli.misuse.value', { option: `--${name}` })
    }
    options[name] = value
  }

  for (const [name, { isRequired, isCount, oneOf }] of Object.entries(command.options)) {
    if (options[name] === undefined && oneOf) options[name] = oneOf[0]!
    const value = options[name]
    if (isRequired && !value?.trim()) return misuse('cli.misuse.missing', { option: `--${name}` })
    if (value !== undefined && isCount && !/^\d{1,9}$/.test(value)) {
      return misuse('cli.misuse.count', { option: `--${name}`, value: value.slice(0, 80) })
    }
    if (value !== undefined && oneOf && !oneOf.includes(value)) {
      return misuse('cli.misuse.choice', { name: `--${name}`, value: value.slice(0, 80), choices: oneOf.join(', ') })
    }
  }
  const [operand = '', ...tooMany] = operands
  const { name: operandName, oneOf } = command.operand ?? {}
  if (operandName === undefined ? operands.length > 0 : tooMany.length > 0) {
    return misuse('cli.misuse.tooMuch', { given: operands.at(-1)!.slice(0, 80) })
  }
  if (operandName !== undefined && operand === '') {
    return oneOf
      ? misuse('cli.misuse.operand', { name: `<${operandName}>`, choices: oneOf.join(', ') })
      : misuse('cli.misuse.missing', { option: `<${operandName}>` })
  }
  if (oneOf && !oneOf.includes(operand)) {
    const args = { name: `<${operandName}>`, value: operand.slice(0, 80), choices: oneOf.join(', ') }
    return misuse('cli.misuse.choice', args)
  }
  return { kind: 'RUN', command, given: { operand, options, flags }, isJson: flags.has('json') }
}
