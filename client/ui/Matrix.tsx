import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { classNames } from './class-names.js'
import { cellFor, type Cell } from './grid-keys.js'
import { useHydrated } from './hydrated.js'
import { Shape, type ShapeName } from './Shape.js'
import { Tabs } from './Tabs.js'
import { Link, useWords } from './words.js'

/** One thing that every cell tells, such as "items in force". */
export interface Measure {
  id: string
  label: string
  shape: ShapeName
}

export interface MatrixCell {
  /** By measure id. Null: nobody knows. The whole null: nothing is known of this cell. */
  figures: Readonly<Record<string, number | null>> | null
  /** Shown instead of figures: how it is, as a shape and in words. Has no say where `figures` is null. */
  mark?: { shape: ShapeName; label: string }
  /** 0 to 5, the shade; the caller decides what it stands for and says so in `legend`. */
  level?: 0 | 1 | 2 | 3 | 4 | 5
  /** The list behind the cell. */
  href?: string
  /** The cell as a sentence, for those who hear it: "Water use, Inference: 3 in force, 1 in development, 2 gaps open". */
  label: string
}

export interface MatrixHead {
  id: string
  label: string
  /** Its whole name, where the label is short. */
  title?: string
  href?: string
  /** Under the label of a row: a remark, a count. */
  note?: ReactNode
}

/** Some columns that stand together, in order: "Software" over five of nine. */
export interface MatrixGroup {
  label: string
  span: number
}

export interface MatrixProps {
  caption: string
  /** What the rows are and what the columns are: "Topic", "Life-cycle stage". */
  rowKind: string
  columnKind: string
  measures: readonly Measure[]
  columns: readonly MatrixHead[]
  /** Over the columns; their spans add up to the number of columns. */
  columnGroups?: readonly MatrixGroup[]
  rows: readonly (MatrixHead & { cells: readonly MatrixCell[] })[]
  /** Which of the twins is shown, and the addresses of both. */
  view?: 'matrix' | 'table'
  addresses?: { matrix: string; table: string }
  /** Head of what the marks say, where cells have marks instead of figures. */
  marks?: string
  /** What the shade means. */
  legend?: ReactNode
  /** Head of the shade's scale: from none to most. */
  scale?: { from: string; to: string }
}

/** So many columns do not need the whole width. */
const FEW = 4

/** A heat map that is a table, and its twin that is a list. Unknown is hatched, and is not zero. Arrow keys move from cell to cell. */
export function Matrix(props: MatrixProps) {
  const words = useWords()
  const { caption, view = 'matrix', addresses } = props
  const scroller = useRef<HTMLDivElement>(null)
  return (
    <figure className="matrix-figure">
      <div className="matrix-head">
        <figcaption className="data-caption">{caption}</figcaption>
        {addresses && (
          <Tabs
            kind="segments"
            label={words('ui.presentation')}
            tabs={[
              { href: addresses.matrix, label: words('ui.asMatrix'), isCurrent: view === 'matrix' },
              { href: addresses.table, label: words('ui.asTable'), isCurrent: view === 'table' },
            ]}
          />
        )}
      </div>
      {view === 'matrix' ? (
        <>
          <Legend {...props} />
          <Sideways count={props.columns.length} of={scroller} />
          <HeatTable {...props} scroller={scroller} />
        </>
      ) : (
        <TwinTable {...props} />
      )}
    </figure>
  )
}

/** Says that there is more beside. Whether there is, the browser knows once it has drawn; before and without script, room for nine columns counts. */
function Sideways({ count, of }: { count: number; of: RefObject<HTMLDivElement | null> }) {
  const words = useWords()
  const isMore = useIsWider(of)
  if (isMore === false) return null
  return (
    <p className={classNames('matrix-sideways', isMore && 'matrix-is-wider')} aria-hidden="true">
      {words('ui.scrollSideways', { count })}
    </p>
  )
}

/** Whether what a region holds is wider than itself, followed as its size changes; undefined until it has been drawn. */
function useIsWider(of: RefObject<HTMLDivElement | null>): boolean | undefined {
  const [isWider, setIsWider] = useState<boolean>()
  useEffect(() => {
    const region = of.current
    if (!region) return
    const sizes = new ResizeObserver(() => setIsWider(region.scrollWidth > region.clientWidth))
    sizes.observe(region)
    return () => sizes.disconnect()
  }, [of])
  return isWider
}

function Legend({ measures, legend, scale }: MatrixProps) {
  const words = useWords()
  return (
    <div className="matrix-legend">
      <ul className="cluster gap-4 align-center" aria-label={words('ui.legend')}>
        {measures.map((measure) => (
          <li key={measure.id} className="legend-item">
            <Shape name={measure.shape} /> {measure.label}
          </li>
        ))}
        <li className="legend-item">
          <span className="swatch swatch-unknown" aria-hidden="true" /> {words('ui.unknown')}
        </li>
        {scale && (
          <li className="legend-item legend-scale">
            {scale.from}
            <span className="swatches" aria-hidden="true">
              {[1, 2, 3, 4, 5].map((level) => (
                <span key={level} className={`swatch seq-${level}`} />
              ))}
            </span>
            {scale.to}
          </li>
        )}
      </ul>
      {legend && <p className="matrix-note">{legend}</p>}
    </div>
  )
}

const Head = ({ label, title, href }: MatrixHead) =>
  href ? (
    <Link href={href} title={title}>
      {label}
    </Link>
  ) : (
    <>{label}</>
  )

function HeatTable({
  caption,
  rowKind,
  columnKind,
  measures,
  marks,
  columns,
  columnGroups,
  rows,
  scroller,
}: MatrixProps & { scroller: RefObject<HTMLDivElement | null> }) {
  const words = useWords()
  const isHydrated = useHydrated()
  const body = useRef<HTMLTableSectionElement>(null)
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.shiftKey || !(event.target as Element).closest('[data-cell]')) return
    const key = { key: event.key, isModified: event.ctrlKey || event.metaKey }
    const to = cellFor(key, at, rows.length, columns.length, words.dir)
    if (!to) return
    event.preventDefault()
    body.current?.querySelector<HTMLElement>(`[data-cell="${to.row}-${to.column}"]`)?.focus()
  }
  const onFocus = (event: FocusEvent) => {
    const [row, column] = ((event.target as HTMLElement).dataset['cell'] ?? '').split('-').map(Number)
    if (row !== undefined && column !== undefined) setAt({ row, column })
  }

  return (
    // A region of its own that may scroll sideways, so that the page never does; reachable by keyboard for that reason.
    <div ref={scroller} className="matrix-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table
        className={classNames(
          'matrix',
          marks !== undefined && 'matrix-of-marks',
          columns.length <= FEW && 'matrix-of-few',
        )}
      >
        <caption className="visually-hidden">
          {caption}. {words('ui.matrixHint')}
        </caption>
        <thead>
          {columnGroups && (
            <tr>
              <td className="matrix-corner" />
              {columnGroups.map(({ label, span }) => (
                <th key={label} scope="colgroup" colSpan={span} className="matrix-group">
                  {label}
                </th>
              ))}
            </tr>
          )}
          <tr>
            <th scope="col" className="matrix-corner">
              <span>{rowKind}</span>
              <span aria-hidden="true"> / </span>
              <span>{columnKind}</span>
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                <Head {...column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown} onFocus={onFocus}>
          {rows.map((row, rowAt) => (
            <tr key={row.id}>
              <th scope="row">
                <Head {...row} />
                {row.note && <span className="matrix-row-note">{row.note}</span>}
              </th>
              {row.cells.map((cell, columnAt) => (
                <HeatCell
                  key={columns[columnAt]?.id ?? columnAt}
                  cell={cell}
                  measures={measures}
                  place={`${rowAt}-${columnAt}`}
                  // One stop for the Tab key in the whole matrix, once the arrows work; before that every link is one.
                  tabIndex={!isHydrated ? undefined : at.row === rowAt && at.column === columnAt ? 0 : -1}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface HeatCellProps {
  cell: MatrixCell
  measures: readonly Measure[]
  place: string
  tabIndex: number | undefined
}

function HeatCell({ cell, measures, place, tabIndex }: HeatCellProps) {
  const { figures, mark, level = 0, href, label } = cell
  const isBlank = figures !== null && measures.every(({ id }) => figures[id] === 0)
  const content = (
    <>
      <span className="visually-hidden">{label}</span>
      <span aria-hidden="true" className="cell-figures">
        {figures === null ? (
          <span className="cell-unknown">?</span>
        ) : mark ? (
          <span className="cell-mark">
            <Shape name={mark.shape} />
          </span>
        ) : isBlank ? (
          <span className="cell-none">0</span>
        ) : (
          measures.map(({ id, shape }) =>
            figures[id] === 0 ? null : (
              <span key={id} className="cell-figure">
                <Shape name={shape} />
                {figures[id] ?? '?'}
              </span>
            ),
          )
        )}
      </span>
    </>
  )
  return (
    <td className={classNames('cell', figures === null ? 'cell-is-unknown' : `seq-${level}`)}>
      {href ? (
        <Link href={href} className="cell-link" data-cell={place} tabIndex={tabIndex} title={label}>
          {content}
        </Link>
      ) : (
        <span
          className="cell-link"
          data-cell={place}
          tabIndex={tabIndex === undefined ? undefined : tabIndex}
          title={label}
        >
          {content}
        </span>
      )}
    </td>
  )
}

function TwinTable({ caption, rowKind, columnKind, measures, marks, columns, rows }: MatrixProps) {
  const words = useWords()
  return (
    <div className="data data-compact" data-stack="narrow">
      <table className="table" role="table" aria-label={caption}>
        <thead role="rowgroup">
          <tr role="row">
            {[rowKind, columnKind].map((kind) => (
              <th key={kind} role="columnheader" scope="col">
                {kind}
              </th>
            ))}
            {marks !== undefined ? (
              <th role="columnheader" scope="col">
                {marks}
              </th>
            ) : (
              measures.map((measure) => (
                <th key={measure.id} role="columnheader" scope="col" className="at-end">
                  {measure.label}
                </th>
              ))
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.flatMap((row) =>
            row.cells.map((cell, at) => (
              <tr key={`${row.id} ${columns[at]?.id}`} role="row">
                <th role="rowheader" scope="row" data-label={rowKind}>
                  {row.label}
                </th>
                <td role="cell" data-label={columnKind}>
                  {cell.href ? <Link href={cell.href}>{columns[at]?.label}</Link> : columns[at]?.label}
                </td>
                {marks !== undefined ? (
                  <td role="cell" data-label={marks}>
                    {(cell.figures && cell.mark?.label) ?? <span className="unknown">{words('ui.unknown')}</span>}
                  </td>
                ) : (
                  measures.map(({ id, label }) => (
                    <td key={id} role="cell" className="at-end" data-label={label}>
                      {cell.figures?.[id] ?? <span className="unknown">{words('ui.unknown')}</span>}
                    </td>
                  ))
                )}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}
