/** An overlap matrix as the table wants it: what each field says, how dark it is, where it leads. */
import type { OverlapsPageQuery } from '#schema/generated/operations.js'
import { itemsAddress } from '#schema/vocabulary/address.js'
import { overlapsAddress, type OverlapPlace, type OverlapsView } from '#schema/vocabulary/overlap-address.js'
import type { Topic } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import type { MatrixCell, MatrixHead, MatrixProps } from '../../ui/index.js'

type Answer = OverlapsPageQuery['overlapMatrix']
type Head = Answer['columns'][number]

/** How dark a field is: each step about twice the one before. [OV-8] */
export function levelOf(count: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (count <= 2) return count === 0 ? 0 : count === 1 ? 1 : 2
  if (count <= 5) return 3
  return count <= 12 ? 4 : 5
}

/** How a row or column is called. */
export function headName(words: Words, { key, body, item }: Head): string {
  if (body) return body.acronym ?? body.name
  return item ? item.designation : words.dynamic(`register.topic.${key}`)
}

/** The lists behind a field: the cases and pairs of both. */
export function placeOf(view: OverlapsView['view'], row: string, column: string): Partial<OverlapPlace> {
  if (view === 'TOPICS') return { topic: [row as Topic], body: [column] }
  return view === 'BODIES' ? { body: [row, column] } : { item: row === column ? [row] : [row, column] }
}

function headOf(words: Words, head: Head): MatrixHead {
  const { key, body, item } = head
  const href = item
    ? `/items/${encodeURIComponent(item.slug)}`
    : body
      ? `/bodies/${encodeURIComponent(body.slug)}`
      : itemsAddress({ topic: [key as Topic] })
  return { id: key, label: headName(words, head), href }
}

/** Rows and columns with what every field says. */
export function matrixOf(
  words: Words,
  view: Pick<OverlapsView, 'view' | 'items' | 'asOf'>,
  { rows, columns, cells }: Answer,
): Pick<MatrixProps, 'rows' | 'columns'> {
  const names = new Map([...rows, ...columns].map((head) => [head.key, headName(words, head)]))
  const cellOf = ({ row, column, cases, suggested, isKnown }: Answer['cells'][number]): MatrixCell => {
    const place = words('overlap.place', { row: names.get(row)!, column: names.get(column)! })
    return {
      figures: isKnown ? { cases, suggested } : null,
      level: levelOf(cases + suggested),
      href: `${overlapsAddress(view, placeOf(view.view, row, column))}#cases`,
      label: isKnown ? words('overlap.cell', { place, cases, suggested }) : words('overlap.cellUnknown', { place }),
    }
  }
  const byRow = Map.groupBy(cells, ({ row }) => row)
  return {
    columns: columns.map((head) => headOf(words, head)),
    rows: rows.map((head) => ({ ...headOf(words, head), cells: (byRow.get(head.key) ?? []).map(cellOf) })),
  }
}
