import { describe, expect, it } from '@jest/globals'
import type { Command } from './command.js'
import { readCommandLine } from './command-line.js'

const command = (name: string, more: Partial<Command> = {}): Command => ({
  name,
  about: 'cli.about.verify',
  options: {},
  run: async () => null,
  ...more,
})
const commands = [
  command('user create', { options: { email: { isRequired: true }, administrator: { isFlag: true } } }),
  command('export', {
    operand: { name: 'what', oneOf: ['items', 'gaps'] },
    options: { format: { oneOf: ['json', 'csv'] } },
  }),
]
const read = (line: string) => readCommandLine(line.split(' ').filter(Boolean), commands)

describe('a command line', () => {
  it('is read into the command, its options and flags, in any order', () => {
    for (const line of [
      'user create --email a@b --administrator --json',
      'user create --json --administrator --email=a@b',
    ])
      expect(read(line)).toEqual({
        kind: 'RUN',
        command: commands[0],
        given: { operand: '', options: { email: 'a@b' }, flags: new Set(['administrator', 'json']) },
        isJson: true,
      })
  })

  it('takes the first value of a closed list when none is given', () => {
    expect(read('export items')).toMatchObject({
      kind: 'RUN',
      given: { operand: 'items', options: { format: 'json' } },
    })
  })

  it('asks for help on all or on one', () => {
    expect(read('--help')).toEqual({ kind: 'HELP', command: null })
    expect(read('user create --help')).toEqual({ kind: 'HELP', command: commands[0] })
  })

  it.each([
    ['', 'cli.misuse.nothing'],
    ['--json', 'cli.misuse.nothing'],
    ['user', 'cli.misuse.unknown'],
    ['user delete', 'cli.misuse.unknown'],
    ['user create', 'cli.misuse.missing'],
    ['user create --email', 'cli.misuse.value'],
    ['user create --email --administrator', 'cli.misuse.value'],
    ['user create --email a@b --administrator=yes', 'cli.misuse.flag'],
    ['user create --email a@b --admin', 'cli.misuse.option'],
    ['user create --email a@b --constructor x', 'cli.misuse.option'],
    ['user create a@b --email a@b', 'cli.misuse.tooMuch'],
    ['export', 'cli.misuse.operand'],
    ['export people', 'cli.misuse.choice'],
    ['export items gaps', 'cli.misuse.tooMuch'],
    ['export items --format xml', 'cli.misuse.choice'],
  ])('is refused with a reason: "%s"', (line, key) => {
    expect(read(line)).toMatchObject({ kind: 'MISUSE', key })
  })
})
