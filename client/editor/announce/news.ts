/**
 * What is to be said when the caret has come from one place to another, or what stands there has become something else. Nothing while it stays where it is:
 * keys are told by the screen reader. A rule. [AC-6, AC-7]
 */
import type { Spot } from './spot.js'

/** A sentence by its name in the catalogue (`say.<code>`), with what it is about. */
export type News =
  | { readonly code: 'clause'; readonly clause: string }
  | { readonly code: 'wholeClause'; readonly clause: string }
  | { readonly code: 'thing'; readonly kind: string; readonly label: string }
  | { readonly code: 'frame'; readonly frame: NonNullable<Spot['frame']> }
  | { readonly code: 'cell'; readonly cell: NonNullable<Spot['cell']> }
  | { readonly code: 'cells'; readonly rows: number; readonly columns: number }
  | { readonly code: 'block'; readonly kind: string; readonly label: string }
  | { readonly code: 'item'; readonly list: string; readonly level: number }
  | { readonly code: 'title' }

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const isSameCell = (one: Spot, other: Spot): boolean =>
  one.cell?.row === other.cell?.row && one.cell?.column === other.cell?.column

/** What the paragraph or title is, where that is not what one expects: ordinary text below a heading, at the beginning of a clause, in a cell. */
function blockNews(before: Spot | null, now: Spot): News[] {
  const { block, label, list, indent } = now
  if (block === null) return []
  const known = before?.clause === now.clause ? before : null
  const isNew =
    known === null ||
    known.block !== block ||
    known.label !== label ||
    known.list !== list ||
    known.indent !== indent ||
    known.frame?.key !== now.frame?.key ||
    (known.cell === null) !== (now.cell === null)
  if (!isNew) return []
  if (block === 'TITLE') return known ? [{ code: 'title' }] : []
  if (block === 'BODY' && list === 'NONE') {
    const isAmongText = known !== null && known.block !== null && known.block !== 'TITLE'
    return isAmongText && (now.cell === null || isSameCell(known, now)) ? [{ code: 'block', kind: block, label }] : []
  }
  // The number of a caption is that of its frame, which was told.
  const told = block === 'CAPTION' ? '' : label
  const kinds: News[] = block === 'BODY' ? [] : [{ code: 'block', kind: block, label: told }]
  return list === 'NONE' ? kinds : [...kinds, { code: 'item', list, level: indent + 1 }]
}

/** `before` is null when nothing was said yet. */
export function newsOf(before: Spot | null, now: Spot): News[] {
  if (now.clause === null) return []
  const news: News[] = []
  const isOther = before?.clause !== now.clause
  if (now.whole === 'clause')
    return isOther || before?.whole !== 'clause' ? [{ code: 'wholeClause', clause: now.clause }] : []
  if (isOther) news.push({ code: 'clause', clause: now.clause })
  const isOtherFrame = now.frame !== null && before?.frame?.key !== now.frame.key
  if (now.frame && isOtherFrame) news.push({ code: 'frame', frame: now.frame })
  if (now.cells) {
    if (!isSame(before?.cells, now.cells)) news.push({ code: 'cells', ...now.cells })
    return news
  }
  const isOtherCell =
    now.cell !== null &&
    (isOtherFrame ||
      before?.cells !== null ||
      before.cell?.row !== now.cell.row ||
      before.cell.column !== now.cell.column)
  if (now.cell && isOtherCell) news.push({ code: 'cell', cell: now.cell })
  if (now.whole !== null) {
    if (isOther || before?.whole !== now.whole || before.label !== now.label)
      news.push({ code: 'thing', kind: now.whole, label: now.label })
    return news
  }
  return [...news, ...blockNews(before?.whole === 'clause' ? null : before, now)]
}
