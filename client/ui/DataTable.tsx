import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { columnsOf, densityOf, sortAddress, sortOf, type Sort } from './address.js'
import { classNames } from './class-names.js'
import { rowFor } from './grid-keys.js'
import { useKey } from './keys.js'
import { ViewTools } from './ViewTools.js'
import { Link, useWords } from './words.js'

export interface Column<Row> {
  /** Also the value of `?sort=` and `?columns=`. */
  id: string
  /** Plain text: it is repeated beside the value where rows become records. */
  header: string
  cell(row: Row): ReactNode
  /** Figures stand at the end, in tabular digits. */
  align?: 'start' | 'end'
  /** The server can sort by it. */
  isSortable?: boolean
  /** Names the row: one column, always shown. Give its cell the link that opens the row. */
  isRowHeader?: boolean
  /** Shown only when asked for. */
  isHiddenAtFirst?: boolean
  /** Keeps its words on one line: dates, designations, stages. */
  isUnbroken?: boolean
  /** A title, a sentence: takes the whole line of a record. */
  isLong?: boolean
}

export interface DataTableProps<Row> {
  caption: string
  isCaptionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey(row: Row): string
  /** Path and query of this page. With it heads become sort links and the reader may choose columns and density. */
  address?: string
  /** The order when the address names none. */
  defaultSort?: Sort
  /** Count of results, export menu: at the head of the table. */
  tools?: ReactNode
  /** Instead of rows when there are none: an EmptyState. */
  empty?: ReactNode
  /** Answers j and k anywhere on the page. One table a page. */
  isMain?: boolean
}

/** Which columns the address shows: those asked for and the row's name; else all that are not hidden at first. */
export function shownColumns<Row>(columns: readonly Column<Row>[], address: string): readonly Column<Row>[] {
  const asked = columnsOf(
    address,
    columns.map((column) => column.id),
  )
  return columns.filter((column) => column.isRowHeader || (asked ? asked.includes(column.id) : !column.isHiddenAtFirst))
}

/** Wide tables turn into records earlier. */
const stackingOf = (count: number) => (count <= 4 ? 'narrow' : count <= 7 ? 'medium' : 'wide')

/**
 * Rows and columns, whose whole view is in the address. j, k and the arrows move from row to row, Enter opens (the focus is on the row's link).
 * Where it has no room for its columns each row becomes a record; roles are spelled out, since `display` takes a table's meaning away.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    isCaptionHidden = false,
    columns,
    rows,
    rowKey,
    address,
    defaultSort,
    tools,
    empty,
    isMain = false,
  } = props
  const captionId = useId()
  const body = useRef<HTMLTableSectionElement>(null)
  const shown = shownColumns(columns, address ?? '')
  const sortable = columns.filter((column) => column.isSortable).map((column) => column.id)
  const sort = (address === undefined ? null : sortOf(address, sortable)) ?? defaultSort ?? null

  const targets = () =>
    [...(body.current?.rows ?? [])].map((row) => row.querySelector<HTMLElement>('th a[href]') ?? row)
  const move = (key: string): boolean => {
    const all = targets()
    const at = [...(body.current?.rows ?? [])].findIndex((row) => row.contains(document.activeElement))
    const to = rowFor(key, at, all.length)
    if (to === null) return false
    all[to]!.focus()
    all[to]!.scrollIntoView({ block: 'nearest' })
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if ((event.target as Element).closest('input, select, textarea, button, summary, [role=menu]')) return
    if (['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key) && move(event.key)) event.preventDefault()
  }

  return (
    <div className={classNames('data', `data-${densityOf(address ?? '')}`)} data-stack={stackingOf(shown.length)}>
      {isMain && <RowKeys move={move} />}
      {(tools || address !== undefined || !isCaptionHidden) && (
        <div className="data-head">
          <span className={isCaptionHidden ? 'visually-hidden' : 'data-caption'} id={captionId}>
            {caption}
          </span>
          <div className="data-tools">
            {tools}
            {address !== undefined && <ViewTools address={address} columns={columns} shown={shown} />}
          </div>
        </div>
      )}
      {rows.length === 0 && empty ? (
        empty
      ) : (
        <table className="table" role="table" aria-labelledby={captionId}>
          <thead role="rowgroup">
            <tr role="row">
              {shown.map((column) => (
                <HeadCell key={column.id} {...{ column, sort, address }} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" ref={body} onKeyDown={onKeyDown}>
            {rows.map((row) => (
              <tr role="row" key={rowKey(row)} tabIndex={-1}>
                {shown.map((column) => (
                  <BodyCell key={column.id} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

const cellClass = <Row,>({ align, isUnbroken, isLong }: Column<Row>) =>
  classNames(align === 'end' && 'at-end', isUnbroken && 'unbroken', isLong && 'long') || undefined

function HeadCell<Row>({
  column,
  sort,
  address,
}: {
  column: Column<Row>
  sort: Sort | null
  address: string | undefined
}) {
  const words = useWords()
  const now = sort?.column === column.id ? sort.direction : undefined
  if (!column.isSortable || address === undefined) {
    return (
      <th role="columnheader" scope="col" className={cellClass(column)}>
        {column.header}
      </th>
    )
  }
  const leads = now === 'ascending' ? 'ui.sortDescending' : 'ui.sortAscending'
  return (
    <th role="columnheader" scope="col" aria-sort={now} className={classNames('sortable', cellClass(column))}>
      <Link
        className={classNames('sort', now && `sort-${now}`)}
        href={sortAddress(address, column.id, sort)}
        title={words(leads, { column: column.header })}
        rel="nofollow"
      >
        {column.header}
      </Link>
    </th>
  )
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row)
  return column.isRowHeader ? (
    <th role="rowheader" scope="row" className={cellClass(column)} data-label={column.header}>
      {content}
    </th>
  ) : (
    <td role="cell" className={cellClass(column)} data-label={column.header}>
      {/* One thing beside the label where records stand below one another, of however many parts it is. */}
      <div className="value">{content}</div>
    </td>
  )
}

/** Its own component, so that a table that does not answer j and k asks nothing of the registry. */
function RowKeys({ move }: { move(key: string): boolean }) {
  const words = useWords()
  useKey({ key: 'j', label: words('ui.keyNextRow') }, () => void move('j'))
  useKey({ key: 'k', label: words('ui.keyPreviousRow') }, () => void move('k'))
  return null
}
