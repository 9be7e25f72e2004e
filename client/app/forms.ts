/** What every form of the product does alike: reads what was typed, and hands it back with the refusals beside the fields. */
import { data } from 'react-router'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import type { RefusalSeen } from '../api/index.js'
import type { FieldRefusal } from '../ui/index.js'
import { isDay } from './is-day.js'

/** What was typed, by field name; a field that may be ticked several times is a list. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** What a form gets back when it was not carried out. `form` tells the forms of one page apart. */
export interface FormAnswer {
  readonly form: string
  readonly refusals: readonly FieldRefusal[]
  readonly codes: readonly string[]
  readonly typed: Typed
}

/** A form as it was sent. Blanks around a text are not part of it. */
export class SentForm {
  constructor(private readonly sent: FormData | URLSearchParams) {}

  /** Whether the form had such a field at all. */
  has(name: string): boolean {
    return this.sent.has(name)
  }

  /** Empty when the field is missing. */
  text(name: string): string {
    const value = this.sent.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }

  /** As typed, blanks included: for passwords. */
  exactly(name: string): string {
    const value = this.sent.get(name)
    return typeof value === 'string' ? value : ''
  }

  /** Null when nothing was typed. */
  optional(name: string): string | null {
    return this.text(name) || null
  }

  isTicked(name: string): boolean {
    return this.text(name) === 'true'
  }

  all(name: string): string[] {
    return this.sent.getAll(name).filter((value) => typeof value === 'string')
  }

  /** The lines of a text, without empty ones. */
  lines(name: string): string[] {
    return this.text(name)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean)
  }

  /** Everything but secrets, which are never sent back. */
  typedWithout(secrets: readonly string[] = []): Typed {
    const typed: Record<string, string | string[]> = {}
    for (const name of new Set(this.sent.keys())) {
      if (secrets.includes(name)) continue
      const values = this.sent.getAll(name).filter((value) => typeof value === 'string')
      typed[name] = values.length === 1 ? values[0]! : values
    }
    return typed
  }
}

export const sentForm = async (request: Request): Promise<SentForm> => new SentForm(await request.formData())

/** What a refusal names, as the page writes it: a day is told as everywhere else, not as programs write it. */
const readable = (args: RefusalSeen['args'], words: Words): RefusalSeen['args'] =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' && isDay(value) ? formatDay(value, words) : value,
    ]),
  )

/** The sentences of refusals, each with the field it concerns: `input.startsOn` is the field `startsOn`. */
export const fieldRefusals = (refusals: readonly RefusalSeen[], words: Words): FieldRefusal[] =>
  refusals.map(({ code, args, field }) => ({
    field: field?.split('.').at(-1) ?? null,
    sentence: words.dynamic(`refusal.${words.has(`refusal.${code}`) ? code : 'INTERNAL'}`, {
      reference: code,
      detail: '',
      ...readable(args, words),
    }),
  }))

/** The action's answer to a form that was refused: with status 422, also for browsers without scripts. */
export const refuseForm = (
  form: string,
  sent: SentForm,
  refusals: readonly FieldRefusal[],
  { codes = [], secrets = [] }: { codes?: readonly string[]; secrets?: readonly string[] } = {},
) => data<FormAnswer>({ form, refusals, codes, typed: sent.typedWithout(secrets) }, { status: 422 })
