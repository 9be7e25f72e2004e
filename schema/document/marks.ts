/**
 * Marks as they are stored on the characters of a Y.XmlText: a name and a value. Marks that may lie over each other (comments, suggestions) have the
 * hash of their attributes in the name, `comment--<8 characters>`, so that each is a value of its own; the common bindings write them alike.
 */
import { Mark, type Attrs } from 'prosemirror-model'
import { shortHash } from './hash.js'
import { canonical } from './raw.js'
import { schema } from './schema.js'
import { copyOf } from './copy.js'

const overlaps = (name: string) => {
  const type = schema.marks[name]
  return type !== undefined && !type.excludes(type)
}

/** Name and value under which a mark is stored. */
export function storedMark(name: string, attrs: Readonly<Record<string, unknown>> = {}): readonly [string, unknown] {
  if (name === 'unknown') return [String(attrs['name']), copyOf(attrs['value'])]
  return [overlaps(name) ? `${name}--${shortHash(canonical(attrs))}` : name, copyOf(attrs)]
}

/** All marks of a stretch of text, as they are stored. */
export const storedMarks = (marks: readonly Mark[]): Record<string, unknown> =>
  Object.fromEntries(marks.map((mark) => storedMark(mark.type.name, mark.attrs)))

/** The attributes of a mark that this program can show, or null: an unknown name, a value that is none, attributes it would lose. */
function attrsOf(name: string, value: unknown): Attrs | null {
  const type = name === 'unknown' ? undefined : schema.marks[name]
  if (!type || typeof value !== 'object' || value === null) return null
  const known = type.spec.attrs ?? {}
  for (const [attr, held] of Object.entries(value))
    if (!(attr in known) || typeof held !== typeof known[attr]!.default) return null
  return value
}

const ranks: ReadonlyMap<string, number> = new Map(Object.keys(schema.marks).map((name, rank) => [name, rank]))
/** Marks without attributes are the same for everybody. */
const plain = new Map<string, readonly Mark[]>()
const isEmpty = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  for (const name in value) if (Object.hasOwn(value, name)) return false
  return !Array.isArray(value)
}

/** The marks of a stretch of text. The result does not depend on the order in which they are stored. */
export function marksOf(stored: Readonly<Record<string, unknown>>): readonly Mark[] {
  const keys = Object.keys(stored)
  if (keys.length === 0) return Mark.none
  const only = keys.length === 1 ? keys[0]! : ''
  const isPlain = only !== '' && schema.marks[only]?.spec.attrs === undefined && isEmpty(stored[only])
  const known = isPlain ? plain.get(only) : undefined
  if (known) return known
  const marks = sorted(stored)
  if (isPlain) plain.set(only, marks)
  return marks
}

function sorted(stored: Readonly<Record<string, unknown>>): readonly Mark[] {
  const marks: { readonly mark: Mark; readonly rank: number; readonly key: string }[] = []
  for (const [key, value] of Object.entries(stored)) {
    const name = key.split('--', 1)[0]!
    // Whoever writes marks may hash them in another way, so what follows the name is not looked at.
    const attrs = key === name || overlaps(name) ? attrsOf(name, value) : null
    const mark = attrs
      ? schema.marks[name]!.create(attrs)
      : schema.marks['unknown']!.create({ name: key, value: copyOf(value) })
    marks.push({ mark, rank: ranks.get(mark.type.name)!, key })
  }
  marks.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))
  return marks.reduce<readonly Mark[]>((set, { mark }) => mark.addToSet(set), Mark.none)
}
