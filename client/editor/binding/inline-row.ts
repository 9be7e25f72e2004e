/** Inline content as one row of characters, so that it can be compared: a thing that is no text is one character that stands for nothing else. */
import { Fragment, type Mark, type Node } from 'prosemirror-model'

const firstStandIn = 0xe000
const lastStandIn = 0xf8ff

/** The rows of two contents. Equal things get the same character in both, others never. */
export function rowsOf(before: Fragment, after: Fragment): readonly [string, string] {
  const text = `${before.textBetween(0, before.size, '')}${after.textBetween(0, after.size, '')}`
  const things: { readonly node: Node; readonly standIn: string }[] = []
  let next = firstStandIn
  const standInOf = (node: Node): string => {
    // Marks are compared apart from what they are on.
    const known = things.find((thing) => thing.node.sameMarkup(node) && thing.node.content.eq(node.content))
    if (known) return known.standIn
    while (next < lastStandIn && text.includes(String.fromCharCode(next))) next++
    const standIn = String.fromCharCode(next++)
    things.push({ node: node.mark([]), standIn })
    return standIn
  }
  const rowOf = (content: Fragment): string => {
    let row = ''
    content.forEach((node) => (row += node.isText ? node.text! : standInOf(node.mark([])).repeat(node.nodeSize)))
    return row
  }
  return [rowOf(before), rowOf(after)]
}

/** A stretch of a row with one set of marks. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly marks: readonly Mark[]
}

/** The runs of a content, in order. */
export function runsOf(content: Fragment): Run[] {
  const runs: Run[] = []
  let at = 0
  content.forEach(({ nodeSize, marks }) => {
    runs.push({ from: at, to: at + nodeSize, marks })
    at += nodeSize
  })
  return runs
}
