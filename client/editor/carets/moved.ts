/** Where drawn carets are after a change of the text, as far as their drawing went along. A rule. */
import type { Mapping } from 'prosemirror-transform'

export interface Ends {
  readonly anchor: number
  readonly head: number
}

/**
 * The same carets behind a change; null when the drawing of one did not simply go along with it: it stood in what was deleted, or something
 * came in at an end of its selection. Then all are drawn anew when they have been looked up.
 */
export function movedEnds<Caret extends Ends>(carets: readonly Caret[], mapping: Mapping): readonly Caret[] | null {
  const moved: Caret[] = []
  for (const caret of carets) {
    const [anchor, head] = [caret.anchor, caret.head].map((pos) => mapping.mapResult(pos, 1))
    if (anchor!.deleted || head!.deleted) return null
    const isRange = caret.anchor !== caret.head
    const isSure = ({ anchor, head }: Ends, side: number) =>
      mapping.map(caret.anchor, side) === anchor && mapping.map(caret.head, side) === head
    const ends = { anchor: anchor!.pos, head: head!.pos }
    if (isRange && !isSure(ends, -1)) return null
    moved.push(ends.anchor === caret.anchor && ends.head === caret.head ? caret : { ...caret, ...ends })
  }
  return moved
}
