/**
 * The words on screen: catalogues of ICU messages, shared by server (pages, mail, exports) and client. English is complete by type; other
 * languages fall back to it key by key. Refusals, explanations and activity lines travel as code + arguments and become words here.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import { en } from './en/index.js'
import { pseudo } from './pseudo.js'

export type MessageKey = keyof typeof en
export type MessageArgs = Readonly<Record<string, string | number | boolean | Date | null | undefined>>

/** Languages with a catalogue. `ar-XB` is generated from English: right to left, longer, marked; for tests and layout work. */
export const languages = { en: { dir: 'ltr', locale: 'en-GB' }, 'ar-XB': { dir: 'rtl', locale: 'en-GB' } } as const
export type Language = keyof typeof languages

/** The formatter of one language. `has` tells whether a key (say, of an unknown refusal code) exists. */
export interface Words {
  readonly language: Language
  readonly dir: 'ltr' | 'rtl'
  readonly locale: string
  (key: MessageKey, args?: MessageArgs): string
  /** For keys put together at run time (`gap.standing.${standing}`); an unknown key shows itself rather than nothing. */
  dynamic(key: string, args?: MessageArgs): string
  has(key: string): key is MessageKey
}

const cache = new Map<string, IntlMessageFormat>()

/** The words of a language. Unknown languages get English. */
export function wordsFor(language: Language): Words {
  const { dir, locale } = languages[language]
  const message = (key: MessageKey) => (language === 'ar-XB' ? pseudo(en[key]) : en[key])
  const format = (key: MessageKey, args?: MessageArgs): string => {
    const at = `${language} ${key}`
    let compiled = cache.get(at)
    if (!compiled) cache.set(at, (compiled = new IntlMessageFormat(message(key), locale)))
    return compiled.format(args as Record<string, string>) as string
  }
  const has = (key: string): key is MessageKey => Object.hasOwn(en, key)
  return Object.assign(format, {
    language,
    dir,
    locale,
    has,
    dynamic: (key: string, args?: MessageArgs) => (has(key) ? format(key, args) : key),
  })
}

/** The catalogue language for what a browser or an account asks for: `?lang=`, account, `Accept-Language`, in the caller's order. */
export function chooseLanguage(...wishes: (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    for (const part of (wish ?? '').split(',')) {
      const tag = part.split(';')[0]!.trim()
      if (Object.hasOwn(languages, tag)) return tag as Language
      const base = tag.split('-')[0]!.toLowerCase()
      if (base && base !== 'ar' && Object.hasOwn(languages, base)) return base as Language
    }
  }
  return 'en'
}
