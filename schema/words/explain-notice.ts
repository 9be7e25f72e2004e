/** Makes the sentences of what people are told, which are stored as code + arguments. */
import { formatClosing, formatDay } from './dates.js'
import type { MessageArgs, Words } from './index.js'

interface Told {
  readonly code: string
  readonly args: Readonly<Record<string, string | number | null>>
}

/** Days become words, an obligation its name, and a closing instant its last minute in the zone that comes along. */
function readable(words: Words, args: Told['args']): MessageArgs {
  const entries = Object.entries(args).map(([name, value]) => {
    if (typeof value === 'string' && /(^on|On)$/.test(name)) return [name, formatDay(value, words)]
    if (typeof value === 'string' && name === 'closesAt') return [name, formatClosing(value, String(args.zone), words)]
    if (name === 'obligation') return [name, words.dynamic(`deadline.obligation.${value}`)]
    return [name, value]
  })
  return Object.fromEntries(entries) as MessageArgs
}

/** The sentence. */
export const explainNotice = (words: Words, { code, args }: Told): string =>
  words.dynamic(`notice.${code}`, readable(words, args))

/** Its subject, for a letter. */
export const noticeSubject = (words: Words, { code, args }: Told): string =>
  words.dynamic(`notice.${code}.subject`, readable(words, args))
