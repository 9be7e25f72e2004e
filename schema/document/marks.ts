/**
 * Marks as they are stored on the characters of a Y.XmlText: a name and a value. Marks that may lie over each other (comments, suggestions) have the
 * hash of their attributes in the name, `comment--<8 characters>`, so that each is a value of its own; the common bindings write them alike.
 */
import type { Attrs, Mark } from 'prosemirror-model'
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

/** The marks of a stretch of text. The result does not depend on the order in which they are stored. */
export function marksOf(stored: Readonly<Record<string, unknown>>): readonly Mark[] {
  const marks: { readonly mark: Mark; readonly rank: number; readonly key: string }[] = []
  const ranks = Object.keys(schema.marks)
  for (const [key, value] of Object.entries(stored)) {
    const name = key.split('--', 1)[0]!
    // Whoever writes marks may hash them in another way, so what follows the name is not looked at.
    const attrs = key === name || overlaps(name) ? attrsOf(name, value) : null
    const mark = attrs
      ? schema.marks[name]!.create(attrs)
      : schema.marks['unknown']!.create({ name: key, value: copyOf(value) })
    marks.push({ mark, rank: ranks.indexOf(mark.type.name), key })
  }
  marks.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))
  return marks.reduce<readonly Mark[]>((set, { mark }) => mark.addToSet(set), [])
}
