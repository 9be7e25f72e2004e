import { normalise } from '#schema/vocabulary/designation.js'
import { isPartialDate } from '#schema/vocabulary/register.js'
import type { ImportReason } from '#schema/vocabulary/imports.js'
import type { Fact, ReadFact, Reason } from './fact.js'

/** The longest texts that the register keeps, in characters. */
const longest = { title: 1000, scopeNote: 2000, equivalent: 200, url: 2000, stage: 200 } as const
const mostEntries = 50

/** A fact while it is being put together, and what is wrong with it so far. */
export class FactDraft {
  private readonly wrong: Reason[] = []
  private readonly made: { -readonly [K in keyof Fact]?: Fact[K] } = {
    formerly: [],
    titles: {},
    likelyBodies: [],
    committees: [],
    dates: {},
  }

  /** Takes a part of the fact, when it was given. */
  put<K extends keyof Fact>(part: K, value: Fact[K] | undefined): void {
    if (value !== undefined) this.made[part] = value
  }

  refuse(code: ImportReason, args: Reason['args'] = {}): void {
    this.wrong.push({ code, args })
  }

  /** A value as it can be stored and is short enough; undefined when it is empty, or refused. */
  text(value: string, column: string, max: number): string | undefined {
    const text = value.replace(/\s+/gu, ' ').trim()
    if (text === '') return undefined
    if (/\p{Cc}/u.test(text) || !text.isWellFormed()) this.refuse('BAD_CHARACTER', { column })
    else if ([...text].length > max) this.refuse('TEXT_TOO_LONG', { column, length: [...text].length, limit: max })
    else return text
    return undefined
  }

  title(value: string, column: string): string | undefined {
    return this.text(value, column, longest.title)
  }

  scopeNote(value: string, column: string): string | undefined {
    return this.text(value, column, longest.scopeNote)
  }

  stage(value: string, column: string): string | undefined {
    return this.text(value, column, longest.stage)
  }

  /** `2026`, `2026-03`, `2026-03-14`, and the instants that programs write. [SO-4] */
  date(value: string, column: string): string | undefined {
    const text = value.trim().replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:.*$/, '$1')
    if (text === '') return undefined
    if (isPartialDate(text)) return text
    this.refuse('BAD_DATE', { column, value: value.trim().slice(0, 40) })
    return undefined
  }

  address(value: string, column: string): string | undefined {
    const text = this.text(value, column, longest.url)
    if (text === undefined) return undefined
    if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text
    this.refuse('BAD_URL', { column, value: text.slice(0, 80) })
    return undefined
  }

  /** Several values of a cell, without repetition. */
  texts(values: readonly string[], column: string): string[] {
    if (values.length > mostEntries) this.refuse('TEXT_TOO_LONG', { column, length: values.length, limit: mostEntries })
    return [
      ...new Set(values.slice(0, mostEntries).flatMap((value) => this.text(value, column, longest.equivalent) ?? [])),
    ]
  }

  /** A language as BCP 47 has it: `FR` is `fr`, `zh-hans` is `zh-Hans`. */
  language(value: string, column: string): string | undefined {
    const tag = value.trim().replaceAll('_', '-')
    if (tag === '') return undefined
    try {
      const [language] = tag.length > 35 ? [] : Intl.getCanonicalLocales(tag)
      if (language) return language
    } catch (error) {
      // What Intl does not read is the file's fault; anything else is ours.
      if (!(error instanceof RangeError)) throw new Error('Reading a language tag failed', { cause: error })
    }
    this.refuse('BAD_LANGUAGE', { column, value: tag.slice(0, 40) })
    return undefined
  }

  designation(value: string): string | undefined {
    const text = value.replace(/\s+/gu, ' ').trim()
    if (text === '') this.refuse('NO_DESIGNATION')
    else if (normalise(text) === '') this.refuse('BAD_DESIGNATION', { value: text.slice(0, 80) })
    else return text
    return undefined
  }

  done(): ReadFact {
    if (this.wrong.length > 0 || this.made.designation === undefined) {
      return { fact: null, refusals: this.wrong.length > 0 ? this.wrong : [{ code: 'NO_DESIGNATION', args: {} }] }
    }
    return { fact: this.made as Fact }
  }
}
