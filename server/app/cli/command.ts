import type { MessageKey } from '#schema/words/index.js'
import type { House } from './house.js'

/** An option of a command: `--email <address>`, or with `isFlag` just `--administrator`. */
export interface Option {
  readonly isFlag?: boolean
  readonly isRequired?: boolean
  /** A whole number, written in digits. How large it may be, the verb says. */
  readonly isCount?: boolean
  /** What stands for the value in the help. */
  readonly placeholder?: string
  /** The values that it can have; absent: any. The first is taken when it is left out. */
  readonly oneOf?: readonly string[]
}

/** What was given, checked: required options are there, values are among those allowed, flags are `true` or absent. */
export interface Given {
  /** What stood behind the words of the command; empty when it takes nothing. */
  readonly operand: string
  readonly options: Readonly<Record<string, string | undefined>>
  readonly flags: ReadonlySet<string>
}

/** What a command answers. */
export interface Answer {
  /** For people; without an end of line. */
  readonly text: string
  /** With `--json`, on one line. */
  readonly json: unknown
  /** The command did what it was asked, and what it found is bad news: exit code 1. */
  readonly isRefusal?: boolean
}

/** One command. A new one is a file in commands/ and a line in commands.ts. */
export interface Command {
  /** The words that call it: `user create`. */
  readonly name: string
  /** One line on what it does. */
  readonly about: MessageKey
  /** What must stand behind the words: one of a closed list, or without `oneOf` whatever it is. */
  readonly operand?: { readonly name: string; readonly oneOf?: readonly string[] }
  readonly options: Readonly<Record<string, Option>>
  /** Null when it has written its answer itself. */
  run(house: House, given: Given): Promise<Answer | null>
}
