import { formatDay } from './dates.js'
import type { Words } from './index.js'

/** An event as it is told. */
export interface Happening {
  readonly verb: string
  readonly objectType: string
  /** Address of the object; null where none is given. */
  readonly href: string | null
  /** How the object is called now; null where it has no name or may not be seen. */
  readonly label: string | null
  readonly args: unknown
  /** The group in whose scope it happened; null without one, or when it may not be seen. */
  readonly group: { readonly name: string; readonly acronym: string | null } | null
  /** Null for the system itself; a person without name was erased. */
  readonly actor: { readonly name: string | null } | null
}

/** A sentence around the name of its object, which the page makes a link. */
export interface Sentence {
  readonly before: string
  readonly object: string
  readonly after: string
  /** Where the object is; null when it has no page. */
  readonly href: string | null
}

/** Stands for the object while the sentence is put together; occurs in no catalogue and no name. */
const PLACE = '\uE000'

/** Values of an event by name, one level deep: `to: { startsOn }` is `toStartsOn`. */
function flat(args: unknown): Record<string, unknown> {
  const entries = Object.entries((args ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).map(([inner, of]) => [name + inner.charAt(0).toUpperCase() + inner.slice(1), of] as const)
      : [[name, value] as const],
  )
  return Object.fromEntries(entries)
}

/** Closed lists whose codes events carry, as prefixes of the catalogue, by `type.argument`. */
const codes: Readonly<Record<string, string>> = {
  'role.role': 'group.role',
  'item.state': 'register.itemState',
  'item.kind': 'register.dateKind',
  'item.fact': 'fact.kind',
  'relation.fact': 'fact.kind',
  'gap.fact': 'fact.kind',
  'body.fact': 'fact.kind',
  'principle.fact': 'fact.kind',
  'principle.assessment': 'register.assessment',
  'overlap.to': 'register.caseState',
  'gap.degree': 'register.coverageDegree',
  'gap.progress': 'register.gapProgress',
  'deliverable.state': 'deliverable.state',
  'deliverable.from': 'deliverable.state',
  'deliverable.to': 'deliverable.state',
  'decision.kind': 'decision.kind',
  'action.to': 'action.state',
  'meeting.obligation': 'deadline.obligation',
  'meeting.result': 'documentList.result',
  'meeting.progress': 'documentList.progress',
}

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value)

/** What fills a sentence: days and codes in words; what is absent stays absent, so that no sentence says "null". */
function valuesOf(words: Words, { objectType, args }: Happening): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(flat(args))) {
    const list = codes[`${objectType}.${name}`]
    if (typeof value === 'number') values[name] = value
    else if (Array.isArray(value)) values[name] = listed(words, value.map(String))
    else if (typeof value !== 'string') continue
    else if (list) values[name] = words.dynamic(`${list}.${value}`)
    else values[name] = isDay(value) ? formatDay(value, words) : value
  }
  const { startsOn, endsOn } = values
  if (startsOn && endsOn) values['days'] = startsOn === endsOn ? startsOn : `${startsOn} – ${endsOn}`
  if (objectType === 'group' && values['to']) values['toInWords'] = words.dynamic(`group.state.${values['to']}`)
  return values
}

const listed = (words: Words, fields: readonly string[]) =>
  new Intl.ListFormat(words.locale).format(
    fields.map((field) =>
      words.has(`activity.field.${field}`) ? words.dynamic(`activity.field.${field}`) : spaced(field),
    ),
  )

const whoOf = (words: Words, { actor }: Happening) =>
  actor ? (actor.name ?? words('activity.erased')) : words('activity.system')

const groupOf = (words: Words, { group }: Happening) =>
  group ? (group.acronym ?? group.name) : words('activity.someGroup')

/** How the object of an event is called: by its name now, or by what kind of thing it is. */
export function objectOf(words: Words, { label, objectType }: Happening): string {
  const kind = `activity.object.${objectType}`
  return label ?? (words.has(kind) ? words(kind) : spaced(objectType))
}

/**
 * What happened, in words. A verb without words of its own, or whose words ask for what the event does not carry, is told by its name:
 * "Somebody: milestone reached, Draft 2". [AC-5]
 */
export function sentenceOf(words: Words, happening: Happening): Sentence {
  const { verb, href } = happening
  const values = {
    ...valuesOf(words, happening),
    actor: whoOf(words, happening),
    group: groupOf(words, happening),
    object: PLACE,
  }
  const told = toldBy(words, `activity.${verb}`, values) ?? words('activity.unknown', { ...values, verb: spaced(verb) })
  const [before = '', after = ''] = told.split(PLACE)
  return { before, object: objectOf(words, happening), after, href }
}

/** Several alike of one moment in one sentence: "The system recorded 160 items." */
export const manySentence = (words: Words, happening: Happening, count: number): string =>
  words.dynamic(`activity.many.${happening.verb}`, {
    count,
    actor: whoOf(words, happening),
    group: groupOf(words, happening),
  })

function toldBy(words: Words, key: string, values: Record<string, string | number>): string | null {
  if (!words.has(key)) return null
  try {
    return words(key, values)
  } catch {
    // An older event lacks an argument that the sentence asks for: it is told by its name instead.
    return null
  }
}

/** `documentStage` and `meeting.moved` as words. */
const spaced = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[._-]+/g, ' ')
    .toLowerCase()
