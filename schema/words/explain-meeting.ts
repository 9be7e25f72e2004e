/** Makes the sentences about lifetimes and moves that were sent as code + arguments. */
import { formatDay } from './dates.js'
import type { MessageArgs, Words } from './index.js'

interface Told {
  readonly code: string
  readonly args: Readonly<Record<string, string | number | null | undefined>>
}

/** Days become words; an obligation becomes its name. Names that end in `On`, and `on` itself, hold days. */
function readable(words: Words, args: Told['args']): MessageArgs {
  const entries = Object.entries(args).map(([name, value]) => {
    if (typeof value === 'string' && /(^on|On)$/.test(name)) return [name, formatDay(value, words)]
    if (name === 'obligation') return [name, words.dynamic(`deadline.obligation.${value}`)]
    return [name, value]
  })
  return Object.fromEntries(entries) as MessageArgs
}

/** Why a group's lifetime ends when it does. */
export const explainLifetime = (words: Words, { code, args }: Told): string =>
  words.dynamic(`group.lifetime.${code}`, readable(words, args))

/** What to know before a meeting is moved. */
export const explainMoveWarning = (words: Words, { code, args }: Told): string =>
  words.dynamic(`meeting.warning.${code}`, readable(words, args))

/** What moves with a meeting besides its key dates. */
export const explainMovesToo = (words: Words, { code, args }: Told): string =>
  words.dynamic(`meeting.movesToo.${code}`, readable(words, args))
