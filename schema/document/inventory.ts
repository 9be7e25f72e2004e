/** What must not get lost: every word of a text, every mark on it, every clause; of living and deleted clauses alike. */
import type * as Y from 'yjs'
import { clauseCharacters } from './text.js'
import { bodyOf, clauseOf, clausesOf, titleOf } from './shared-types.js'
import { canonical, contentOf, isRawElement, isRawText, type RawNode } from './raw.js'

/** How often each word, each kind of mark with its attributes, and each clause is there. */
export function inventory(doc: Y.Doc): Map<string, number> {
  const held = new Map<string, number>()
  const count = (what: string) => held.set(what, (held.get(what) ?? 0) + 1)
  const countMarks = (raw: RawNode): void => {
    if (isRawElement(raw)) raw.content.forEach(countMarks)
    else if (isRawText(raw))
      for (const { insert, marks } of raw.spans) {
        for (const [name, value] of Object.entries(marks)) count(`mark ${name} ${canonical(value)}`)
        if (typeof insert === 'object' && !('embed' in insert)) countMarks(insert)
      }
  }
  for (const id of clausesOf(doc).keys()) {
    const clause = clauseOf(doc, id)
    if (!clause) continue
    count(`clause ${id}`)
    for (const word of clauseCharacters(clause).split(/\s+/)) if (word) count(`word ${word}`)
    for (const part of [titleOf(clause), bodyOf(clause)]) if (part) contentOf(part).forEach(countMarks)
  }
  return held
}

/** What `before` has and `after` has not: words by their number, marks and clauses by their being there at all. Empty when nothing is lost. */
export function lostBetween(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  return [...before].flatMap(([what, count]) => {
    const left = after.get(what) ?? 0
    const isLost = what.startsWith('word ') ? left < count : left === 0
    return isLost ? [what] : []
  })
}
