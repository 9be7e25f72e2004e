/** Where the nodes of a view stand in the shared text: the same order and the same places as `contentOf` and `nodesOfSpans` read them. */
import * as Y from 'yjs'
import type { AnyType } from '#schema/document/index.js'

const isPlain = (type: AnyType): type is Y.XmlText =>
  type instanceof Y.XmlText && Object.keys(type.getAttributes()).length === 0

/** The children that are shown, a group for each node: texts side by side are shown as one, empty ones not at all. */
export function shownChildren(parent: Y.XmlFragment): AnyType[][] {
  const groups: AnyType[][] = []
  let isRun = false
  for (const child of parent.toArray() as AnyType[]) {
    const isText = isPlain(child)
    if (isText && child.length === 0) continue
    if (isText && isRun) groups.at(-1)!.push(child)
    else groups.push([child])
    isRun = isText
  }
  return groups
}

/** A child of a title or paragraph and the places it takes among the inline content. */
export interface Cell {
  readonly type: AnyType
  readonly from: number
  readonly length: number
  /** False for what takes one place whatever it holds. */
  readonly isText: boolean
}

export function cellsOf(parent: Y.XmlFragment): Cell[] {
  const cells: Cell[] = []
  let from = 0
  for (const type of parent.toArray() as AnyType[]) {
    const isText = isPlain(type)
    const length = isText ? type.length : 1
    cells.push({ type, from, length, isText })
    from += length
  }
  return cells
}

/** The child in which the place `at` lies, a text if there is one; undefined where there is no text at it. */
export const textAt = (cells: readonly Cell[], at: number): Cell | undefined =>
  cells.find((cell) => cell.isText && cell.from <= at && at <= cell.from + cell.length)
