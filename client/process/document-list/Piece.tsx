import { memo, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DocumentLineFragment } from '#schema/generated/operations.js'
import type { Column } from '../../ui/index.js'

export interface PieceProps {
  lines: readonly DocumentLineFragment[]
  columns: readonly Column<DocumentLineFragment>[]
  /** Drawn from the first byte on. */
  isFirst: boolean
  /** The line that has or will have the focus; null when it is not of this piece. */
  active: string | null
  chosen: ReadonlySet<string>
  /** Null where nothing can be chosen. */
  onChoose: ((id: string) => void) | null
  chooseLabel(line: DocumentLineFragment): string
}

/** Height of a line that was never drawn, in pixels. */
const GUESS = 37
/** So far out of sight lines are drawn beforehand. */
const AHEAD = '900px 0px'

/**
 * Some lines of the list, which are drawn when they are in sight or near it; else a gap of their height stands for them. On paper all are drawn. [DL-10]
 */
export const Piece = memo(function Piece(props: PieceProps) {
  const { lines, columns, isFirst, active, chosen, onChoose, chooseLabel } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const height = useRef(lines.length * GUESS)
  const [isNear, setNear] = useState(isFirst)
  const [isPrinted, setPrinted] = useState(false)
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry!.isIntersecting && entry!.boundingClientRect.height > 0) {
          height.current = entry!.boundingClientRect.height
        }
        setNear(entry!.isIntersecting)
      },
      { rootMargin: AHEAD },
    )
    observer.observe(body.current!)
    const print = () => flushSync(() => setPrinted(true))
    const printed = () => setPrinted(false)
    addEventListener('beforeprint', print)
    addEventListener('afterprint', printed)
    return () => {
      observer.disconnect()
      removeEventListener('beforeprint', print)
      removeEventListener('afterprint', printed)
    }
  }, [])
  return (
    <tbody role="rowgroup" ref={body}>
      {isNear || isPrinted || active !== null ? (
        lines.map((line) => (
          <Line key={line.id} {...{ line, columns, onChoose, chooseLabel }} isChosen={chosen.has(line.id)} />
        ))
      ) : (
        <tr role="row" aria-hidden="true">
          <td role="cell" colSpan={columns.length + (onChoose ? 1 : 0)} height={Math.round(height.current)} />
        </tr>
      )}
    </tbody>
  )
})

const Line = memo(function Line({
  line,
  columns,
  isChosen,
  onChoose,
  chooseLabel,
}: Pick<PieceProps, 'columns' | 'onChoose' | 'chooseLabel'> & { line: DocumentLineFragment; isChosen: boolean }) {
  return (
    <tr role="row" tabIndex={-1} data-document={line.id} className={isChosen ? 'is-chosen' : undefined}>
      {onChoose && (
        <td role="cell" className="documents-choose js-only">
          <input type="checkbox" checked={isChosen} onChange={() => onChoose(line.id)} aria-label={chooseLabel(line)} />
        </td>
      )}
      {columns.map(({ id, header, cell, isRowHeader, isUnbroken, isLong }) => {
        const className = (isUnbroken && 'unbroken') || (isLong && 'long') || undefined
        return isRowHeader ? (
          <th key={id} role="rowheader" scope="row" className={className} data-label={header}>
            {cell(line)}
          </th>
        ) : (
          <td key={id} role="cell" className={className} data-label={header}>
            {cell(line)}
          </td>
        )
      })}
    </tr>
  )
})
