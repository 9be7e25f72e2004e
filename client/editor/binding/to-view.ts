/**
 * From the shared text to the view: the smallest steps that make the view show what the text holds. Clauses, blocks and words that did not change
 * are not touched, so nobody's selection, decorations or scroll position moves. [I1, I2]
 */
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { AddMarkStep, RemoveMarkStep, type Transform } from 'prosemirror-transform'
import { canonical, longestAscending, type AnyType } from '#schema/document/index.js'
import { rowsOf, runsOf } from './inline-row.js'
import { isUnknown, pairChildren } from './pair-children.js'
import type { ShownClause } from './reader.js'
import { keptBetween, textEdits } from './text-edits.js'

/** Pairs of old and new places of the same things, going forward in both. */
function stayingPairs<T>(before: readonly T[], now: readonly T[]): [number, number][] {
  const places = new Map(before.map((thing, i) => [thing, i]))
  const same: [number, number][] = []
  now.forEach((thing, j) => {
    const i = places.get(thing)
    if (thing !== undefined && i !== undefined) same.push([i, j])
  })
  const ascending = longestAscending(same.map(([i]) => i))
  return same.filter((_, n) => ascending.has(n))
}

/** Where each child of a node begins, and where the last one ends. */
function startsOf(nodes: readonly Node[], from: number): number[] {
  const starts = [from]
  for (const { nodeSize } of nodes) starts.push((from += nodeSize))
  return starts
}

/** Sets the attributes that differ, one step each. */
function patchAttributes(tr: Transform, pos: number, before: Node, now: Node): void {
  if (before.attrs === now.attrs) return
  for (const [name, value] of Object.entries(now.attrs))
    if (canonical(before.attrs[name]) !== canonical(value)) tr.setNodeAttribute(pos, name, value)
}

/** Marks of the characters that stayed, after the text was made the same. `from` is where the inline content begins. */
function patchMarks(tr: Transform, from: number, before: Node, now: Node, kept: ReturnType<typeof keptBetween>): void {
  const [oldRuns, newRuns] = [runsOf(before.content), runsOf(now.content)]
  for (const { from: oldFrom, newFrom, length } of kept)
    for (const run of newRuns)
      for (const old of oldRuns) {
        const shift = oldFrom - newFrom
        const start = Math.max(run.from, newFrom, old.from - shift)
        const end = Math.min(run.to, newFrom + length, old.to - shift)
        if (start >= end) continue
        for (const mark of old.marks)
          if (!mark.isInSet(run.marks)) tr.step(new RemoveMarkStep(from + start, from + end, mark))
        for (const mark of run.marks)
          if (!mark.isInSet(old.marks)) tr.step(new AddMarkStep(from + start, from + end, mark))
      }
}

/** Makes the block at `pos`, which is `before`, show `now`. */
function patchBlock(tr: Transform, pos: number, before: Node, now: Node): void {
  if (before.eq(now)) return
  if (before.type !== now.type || isUnknown(now)) {
    tr.replaceWith(pos, pos + before.nodeSize, now)
    return
  }
  if (!before.inlineContent)
    patchChildren(tr, pos + 1, before.children, now.children, pairChildren(before.children, now.children))
  patchAttributes(tr, pos, before, now)
  if (!before.inlineContent) return
  if (!before.content.eq(now.content)) {
    const [old, row] = rowsOf(before.content, now.content)
    const edits = textEdits(old, row)
    for (const { from, to, newFrom, newTo } of edits.toReversed())
      tr.replace(pos + 1 + from, pos + 1 + to, new Slice(now.content.cut(newFrom, newTo), 0, 0))
    patchMarks(tr, pos + 1, before, now, keptBetween(edits, old.length))
  }
  // Marks of one kind that lie over each other may have come out in another order.
  const shown = tr.doc.nodeAt(pos)!
  if (!shown.eq(now)) tr.replaceWith(pos, pos + shown.nodeSize, now)
}

/** Makes the children from `from` on show `now`. */
function patchChildren(
  tr: Transform,
  from: number,
  before: readonly Node[],
  now: readonly Node[],
  pairs: readonly (readonly [number, number])[],
): void {
  const starts = startsOf(before, from)
  let [i, j] = [before.length, now.length]
  const upTo = (iStart: number, jStart: number) => {
    if (iStart < i || jStart < j) tr.replace(starts[iStart]!, starts[i], sliceOf(now.slice(jStart, j)))
  }
  for (const [oldAt, newAt] of pairs.toReversed()) {
    upTo(oldAt + 1, newAt + 1)
    if (before[oldAt] !== now[newAt]) patchBlock(tr, starts[oldAt]!, before[oldAt]!, now[newAt]!)
    ;[i, j] = [oldAt, newAt]
  }
  upTo(0, 0)
}

/** Makes the clause at `pos`, shown as `before`, show `now`. Which block is which is known: the types behind them are. */
function patchClause(tr: Transform, pos: number, before: ShownClause, now: ShownClause): void {
  if (before.node === now.node) return
  const pairs = stayingPairs<AnyType | undefined>(before.types, now.types)
  patchChildren(tr, pos + 1, before.node.children, now.node.children, pairs)
  patchAttributes(tr, pos, before.node, now.node)
}

const sliceOf = (nodes: readonly Node[]) => new Slice(Fragment.from(nodes as Node[]), 0, 0)

/** What is shown, in order. */
export interface Shown {
  readonly ids: readonly string[]
  readonly clauses: ReadonlyMap<string, ShownClause>
}

/** ProseMirror looks this far ahead among the children of a node for the one that it is to show next. */
const lookahead = 5

/**
 * What is to be shown on the way, where going straight would be dear; null where it would not. ProseMirror finds again what it has drawn when it stands
 * among the next five, or when nothing behind it changed. So where a row of clauses goes away and something comes behind it (a subtree is moved
 * down), it would draw anew every clause between. Without those that go it finds all others, and then the place for those that come. Gone when
 * the test "[CB-11] A subtree that moves down ..." passes without this.
 */
export function onTheWay(before: Shown, now: Shown): Shown | null {
  const pairs = stayingPairs(before.ids, now.ids)
  let [i, j] = [0, 0]
  let hasGone = false
  for (const [oldAt, newAt] of [...pairs, [before.ids.length, now.ids.length] as const]) {
    const isChanged = newAt > j || (oldAt < before.ids.length && isOther(before, now, before.ids[oldAt]!))
    if (hasGone && isChanged) {
      const staying = new Set(pairs.map(([at]) => at))
      return { ids: before.ids.filter((_, at) => staying.has(at)), clauses: before.clauses }
    }
    hasGone ||= oldAt - i >= lookahead
    ;[i, j] = [oldAt + 1, newAt + 1]
  }
  return null
}

const isOther = (before: Shown, now: Shown, id: string) => before.clauses.get(id)!.node !== now.clauses.get(id)!.node

/**
 * Adds to `tr`, whose document shows `before`, what makes it show `now`, and answers the clauses that were taken out and put in again: decorations
 * and selections in them are lost.
 */
export function patch(tr: Transform, before: Shown, now: Shown): Set<string> {
  const nodesOf = ({ ids, clauses }: Shown) => ids.map((id) => clauses.get(id)!.node)
  const [old, wanted] = [nodesOf(before), nodesOf(now)]
  const starts = startsOf(old, 0)
  const moved = new Set<string>()
  let [i, j] = [old.length, wanted.length]
  const upTo = (iStart: number, jStart: number) => {
    if (iStart === i && jStart === j) return
    tr.replace(starts[iStart]!, starts[i], sliceOf(wanted.slice(jStart, j)))
    for (const id of now.ids.slice(jStart, j)) if (before.clauses.has(id)) moved.add(id)
  }
  for (const [oldAt, newAt] of stayingPairs(before.ids, now.ids).toReversed()) {
    upTo(oldAt + 1, newAt + 1)
    const id = before.ids[oldAt]!
    patchClause(tr, starts[oldAt]!, before.clauses.get(id)!, now.clauses.get(id)!)
    ;[i, j] = [oldAt, newAt]
  }
  upTo(0, 0)
  return moved
}
