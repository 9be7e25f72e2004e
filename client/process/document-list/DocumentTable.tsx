import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DocumentLineFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import {
  densityOf,
  Link,
  rowFor,
  shownColumns,
  sortAddress,
  sortOf,
  useKey,
  useWords,
  ViewTools,
  type Column,
} from '../../ui/index.js'
import { Piece } from './Piece.js'
import { FileLinks } from './files.js'
import type { Row } from './live-lines.js'
import { groupsOf, type Group } from './pieces.js'

export interface DocumentTableProps {
  lines: readonly DocumentLineFragment[]
  agenda: readonly Row[]
  /** In the order of the agenda: with a head for each row that stays in sight. */
  isGrouped: boolean
  columns: readonly Column<DocumentLineFragment>[]
  address: string
  caption: string
  chosen: ReadonlySet<string>
  onChoose: ((id: string) => void) | null
  /** The line that the keys are about. */
  active: string | null
  onActive(id: string): void
}

/** The documents as a table: j, k and the arrows move from line to line, also to those that are not drawn yet. */
export function DocumentTable(props: DocumentTableProps) {
  const { lines, agenda, isGrouped, columns, address, caption, chosen, onChoose, active, onActive } = props
  const words = useWords<Words>()
  const shown = useMemo(() => shownColumns(columns, address), [columns, address])
  const groups = useGroups(lines, agenda, isGrouped)
  const inOrder = useMemo(() => groups.flatMap(({ pieces }) => pieces.flat()), [groups])
  // Where each line is, so that a key need not look for it.
  const places = useMemo(() => new Map(inOrder.map(({ id }, at) => [id, at])), [inOrder])
  const homes = useMemo(
    () => new Map(groups.flatMap((group) => group.pieces.flatMap((piece) => piece.map(({ id }) => [id, group])))),
    [groups],
  )
  const table = useRef<HTMLTableElement>(null)
  const [goal, setGoal] = useState<{ id: string } | null>(null)
  const chooseLabel = useCallback(
    (line: DocumentLineFragment) => words('documentList.choose', { number: line.number }),
    [words],
  )

  // The piece of the line is drawn by now: the focus can go there.
  useEffect(() => {
    const row = goal && table.current?.querySelector<HTMLElement>(`[data-document="${goal.id}"]`)
    if (!row) return
    const target = row.querySelector<HTMLElement>('th a[href]') ?? row
    target.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  }, [goal])

  const move = (key: string): boolean => {
    const to = rowFor(key, active === null ? -1 : (places.get(active) ?? -1), inOrder.length)
    if (to === null) return false
    const { id } = inOrder[to]!
    onActive(id)
    setGoal({ id })
    return true
  }
  useKey({ key: 'j', label: words('documentList.keyNext') }, () => void move('j'))
  useKey({ key: 'k', label: words('documentList.keyPrevious') }, () => void move('k'))

  return (
    <div className={`data data-${densityOf(address)} documents`} data-stack="wide">
      <ListHead {...{ caption, address, columns, shown }} />
      <table
        ref={table}
        className="table"
        role="table"
        aria-labelledby="documents-caption"
        aria-rowcount={inOrder.length + 1}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.altKey || event.metaKey) return
          if ((event.target as Element).closest('input, select, textarea, button, summary, [role=menu]')) return
          if (['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key) && move(event.key)) event.preventDefault()
        }}
        onFocus={({ target }) => {
          const id = target.closest<HTMLElement>('[data-document]')?.dataset['document']
          if (id && id !== active) onActive(id)
        }}
      >
        <TableHead {...{ columns, shown, address }} canChoose={onChoose !== null} />
        {groups.map((group, at) => (
          <GroupOf
            key={group.row?.id ?? 'none'}
            {...{ group, shown, chosen, onChoose, chooseLabel, isGrouped }}
            active={active !== null && homes.get(active) === group ? active : null}
            isFirst={at === 0}
          />
        ))}
      </table>
    </div>
  )
}

/** The groups, of which those in which nothing changed stay what they were. */
function useGroups(lines: readonly DocumentLineFragment[], agenda: readonly Row[], isGrouped: boolean): Group[] {
  const [held, setHeld] = useState(() => ({ lines, agenda, isGrouped, groups: groupsOf(lines, agenda, isGrouped) }))
  if (held.lines === lines && held.agenda === agenda && held.isGrouped === isGrouped) return held.groups
  const groups = groupsOf(lines, agenda, isGrouped, held.isGrouped === isGrouped ? held.groups : [])
  setHeld({ lines, agenda, isGrouped, groups })
  return groups
}

type Columns = readonly Column<DocumentLineFragment>[]

/** What stands above the table. Like the head of the table it is not drawn again when only the focus moves. */
const ListHead = memo(function ListHead({
  caption,
  address,
  columns,
  shown,
}: Pick<DocumentTableProps, 'caption' | 'address'> & { columns: Columns; shown: Columns }) {
  return (
    <div className="data-head">
      <span className="data-caption" id="documents-caption">
        {caption}
      </span>
      <div className="data-tools">
        <FileLinks address={address} />
        <ViewTools address={address} columns={columns} shown={shown} />
      </div>
    </div>
  )
})

const TableHead = memo(function TableHead({
  columns,
  shown,
  address,
  canChoose,
}: {
  columns: Columns
  shown: Columns
  address: string
  canChoose: boolean
}) {
  const words = useWords<Words>()
  const sortable = columns.filter((column) => column.isSortable).map(({ id }) => id)
  const sort = sortOf(address, sortable)
  return (
    <thead role="rowgroup">
      <tr role="row">
        {canChoose && (
          <th role="columnheader" scope="col" className="documents-choose js-only">
            <span className="visually-hidden">{words('documentList.column.select')}</span>
          </th>
        )}
        {shown.map((column) => (
          <HeadCell key={column.id} {...{ column, sort, address }} />
        ))}
      </tr>
    </thead>
  )
})

function HeadCell({
  column,
  sort,
  address,
}: {
  column: Column<DocumentLineFragment>
  sort: ReturnType<typeof sortOf>
  address: string
}) {
  const words = useWords()
  if (!column.isSortable)
    return (
      <th role="columnheader" scope="col">
        {column.header}
      </th>
    )
  const now = sort?.column === column.id ? sort.direction : undefined
  const leads = now === 'ascending' ? 'ui.sortDescending' : 'ui.sortAscending'
  return (
    <th role="columnheader" scope="col" aria-sort={now} className="sortable">
      <Link
        className={now ? `sort sort-${now}` : 'sort'}
        href={sortAddress(address, column.id, sort)}
        title={words(leads, { column: column.header })}
        rel="nofollow"
      >
        {column.header}
      </Link>
    </th>
  )
}

const GroupOf = memo(function GroupOf({
  group: { row, pieces, count, open },
  shown,
  isFirst,
  isGrouped,
  active,
  ...rest
}: {
  group: Group
  shown: readonly Column<DocumentLineFragment>[]
  isFirst: boolean
  isGrouped: boolean
  active: string | null
  chosen: ReadonlySet<string>
  onChoose: ((id: string) => void) | null
  chooseLabel(line: DocumentLineFragment): string
}) {
  const words = useWords<Words>()
  return (
    <>
      {isGrouped && (
        <tbody role="rowgroup" className="documents-group">
          <tr role="row">
            <th role="rowheader" scope="rowgroup" colSpan={shown.length + (rest.onChoose ? 1 : 0)}>
              <span className="documents-row-number">{row?.number}</span>{' '}
              <bdi>{row?.title ?? words('documentList.noRow')}</bdi>{' '}
              <span className="soft">
                {words('documentList.count', { count })}, {words('documentList.open', { count: open })}
              </span>
            </th>
          </tr>
        </tbody>
      )}
      {pieces.map((lines, at) => (
        <Piece
          key={at}
          lines={lines}
          columns={shown}
          // Enough for the first screen; what is far below is drawn when somebody comes near.
          isFirst={(isFirst && at < 4) || pieces.length === 1}
          active={active !== null && lines.some(({ id }) => id === active) ? active : null}
          {...rest}
        />
      ))}
    </>
  )
})
