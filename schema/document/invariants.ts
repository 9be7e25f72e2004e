/** What must hold of every text at every moment, as a check that names what does not. For tests, for `verify`, and for doubts. */
import type { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import { readTree } from './clauses.js'
import { readClause, readDocument } from './convert.js'
import { canonical } from './raw.js'
import { bodyOf, clauseKeys, clauseOf, clausesOf, titleElement, titleOf } from './shared-types.js'
import { clampLevels } from './tree.js'

/**
 * I1 the view shows the effective tree · I2 and what its clauses hold · I3 no clause twice · I4 levels begin at 1 and never jump · I5 the tree is a pure
 * function of the data: a fresh copy shows the same, and reading writes nothing · I6 title and body of a clause are the ones it was made
 * with · I7 view and shared text have no object in common
 */
export interface Violation {
  readonly rule: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7'
  /** Null when it is not about one clause. */
  readonly clause: string | null
  readonly what: string
}

/** All objects below a value. */
function gather(value: unknown, into: Set<object>): void {
  if (typeof value !== 'object' || value === null || into.has(value)) return
  into.add(value)
  for (const held of Object.values(value)) gather(held, into)
}

/** The JSON objects that a text stores. */
function storedObjects(doc: Y.Doc): Set<object> {
  const objects = new Set<object>()
  for (const structs of doc.store.clients.values())
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue
      const { content } = struct
      if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON)
        content.arr.forEach((held: unknown) => gather(held, objects))
      else if (content instanceof Y.ContentFormat) gather(content.value, objects)
      else if (content instanceof Y.ContentEmbed) gather(content.embed, objects)
    }
  return objects
}

function shownObjects(view: Node): Set<object> {
  const objects = new Set<object>()
  view.descendants((node) => {
    Object.values(node.attrs).forEach((held) => gather(held, objects))
    for (const mark of node.marks) Object.values(mark.attrs).forEach((held) => gather(held, objects))
  })
  return objects
}

/** The item that holds a key of a map. Yjs keeps the overwritten ones to its left. */
const itemOf = (map: Y.Map<unknown>, key: string) => map._map.get(key)

/** What does not hold. `view` is the `doc` node of an editor; without one, what a new view would show is checked. */
export function violations(doc: Y.Doc, view: Node = readDocument(doc)): Violation[] {
  const found: Violation[] = []
  const say = (rule: Violation['rule'], clause: string | null, what: string) => found.push({ rule, clause, what })
  const stateBefore = Y.encodeStateAsUpdate(doc)
  const tree = readTree(doc)

  const shown = view.children.map(({ attrs }) => ({ id: String(attrs['id']), level: Number(attrs['level']) }))
  if (canonical(shown) !== canonical(tree.lines))
    say('I1', null, `view ${canonical(shown)}, tree ${canonical(tree.lines)}`)
  for (const node of view.children) {
    const line = tree.lines[tree.index.get(String(node.attrs['id'])) ?? -1]
    const clause = line && clauseOf(doc, line.id)
    if (clause && !readClause(clause, line).eq(node))
      say('I2', line.id, `shows ${node}, holds ${readClause(clause, line)}`)
  }
  const ids = shown.map(({ id }) => id)
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) say('I3', id, 'stands twice')
  if (canonical(clampLevels(tree.lines)) !== canonical(tree.lines)) say('I4', null, canonical(tree.lines))

  for (const [id, held] of clausesOf(doc).entries() as IterableIterator<[string, unknown]>) {
    if (!(held instanceof Y.Map)) {
      say('I6', id, 'is no clause')
      continue
    }
    const entry = itemOf(clausesOf(doc) as unknown as Y.Map<unknown>, id)
    if (entry?.left) say('I6', id, 'was set twice')
    for (const key of [clauseKeys.title, clauseKeys.body]) {
      const item = itemOf(held, key)
      if (!item || item.deleted) say('I6', id, `has no ${key}`)
      else if (item.left) say('I6', id, `${key} was replaced`)
    }
    const title = titleOf(held)
    if (title?.nodeName !== titleElement || title.toArray().filter((child) => child instanceof Y.XmlText).length !== 1)
      say('I6', id, 'title has not exactly one text')
    if (!bodyOf(held)) say('I6', id, 'body is no fragment')
  }

  const stored = storedObjects(doc)
  if ([...shownObjects(view)].some((held) => stored.has(held))) say('I7', null, 'view and text share an object')

  const fresh = new Y.Doc({ gc: false })
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc))
  if (canonical(readTree(fresh).lines) !== canonical(tree.lines)) say('I5', null, 'a fresh copy shows another tree')
  if (!readDocument(fresh, tree).eq(readDocument(doc, tree))) say('I5', null, 'a fresh copy holds another text')
  const stateAfter = Y.encodeStateAsUpdate(doc)
  if (stateBefore.length !== stateAfter.length || stateBefore.some((byte, i) => byte !== stateAfter[i]))
    say('I5', null, 'reading changed the text')
  return found
}
