/** The shape of a table as it is read: which rows are its head. What is in it came from anybody's program. */
import type { NodeJson } from './node-json.js'

const mostColumns = 100

/** How many rows or columns a cell takes; undefined for one. */
export const span = (value: unknown): number | undefined => {
  const held = Number(value)
  return Number.isInteger(held) && held > 1 && held <= mostColumns ? held : undefined
}

const cellsOf = ({ content = [] }: NodeJson): readonly NodeJson[] => content

/** How many rows, from the first, are all head; they are repeated on each page that is printed. No cell of them reaches out of them. */
export function headRows(rows: readonly NodeJson[]): number {
  const isHead = (row: NodeJson) =>
    cellsOf(row).length > 0 && cellsOf(row).every(({ attrs }) => attrs?.['head'] === true)
  const first = rows.findIndex((row) => !isHead(row))
  let heads = first < 0 ? 0 : first
  const reaches = (row: NodeJson, i: number) =>
    cellsOf(row).some(({ attrs }) => i + (span(attrs?.['rowspan']) ?? 1) > heads)
  while (heads > 0 && rows.slice(0, heads).some(reaches)) heads -= 1
  return heads
}
