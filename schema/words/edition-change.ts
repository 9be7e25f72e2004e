/** What changed between two editions, as sentences: for pages and files. */
import type { EditionChangeKind } from '../vocabulary/editions.js'
import { formatDay } from './dates.js'
import type { Words } from './index.js'

export interface ChangeTold {
  readonly kind: EditionChangeKind
  readonly label: string
  /** As the API sends them. */
  readonly args: unknown
}

/** The sentence of a change. What its arguments lack is left out, so that an old change can always be told. */
export function changeSentence(words: Words, { kind, label, args }: ChangeTold): string {
  const given = (args ?? {}) as Readonly<Record<string, unknown>>
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : '')
  const list = (name: string) =>
    new Intl.ListFormat(words.locale).format(Array.isArray(given[name]) ? given[name].map(String) : [])
  const code = (group: string, name: string) => words.dynamic(`register.${group}.${text(name)}`)
  const stage = (state: string, native: string) =>
    text(native)
      ? words('edition.stageAndState', { stage: text(native), state: code('itemState', state) })
      : code('itemState', state)
  const day = text('decidedOn')
  return words.dynamic(`edition.told.${kind}`, {
    label,
    title: text('title') || 'none',
    by: list('by') || 'none',
    into: list('into'),
    decision: text('decision') || 'none',
    on: day ? formatDay(day, words) : 'none',
    standing: code('gapStanding', 'standing'),
    degreeFrom: code('coverageDegree', 'from'),
    degreeTo: code('coverageDegree', 'to'),
    stage: stage('state', 'stage'),
    stageFrom: stage('fromState', 'fromStage'),
    stageTo: stage('toState', 'toStage'),
    fields: new Intl.ListFormat(words.locale).format(
      (Array.isArray(given.fields) ? given.fields : []).map((field) => words.dynamic(`edition.field.${String(field)}`)),
    ),
    from: text('from') || 'none',
    to: text('to') || 'none',
    relation: code('relationType', 'type').toLocaleLowerCase(words.locale),
  })
}
