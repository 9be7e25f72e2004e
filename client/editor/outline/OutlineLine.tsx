import { memo } from 'react'
import type { Words } from '#schema/words/index.js'
import { classNames, Shape, useWords, type ShapeName } from '../../ui/index.js'
import { initialsOf, type PersonHere } from '../carets/index.js'
import { labelOfNumber, mannerOfAnnex } from '../numbers/index.js'
import { statusOf } from './names.js'
import type { DropSide, OutlineRow } from './rows.js'

/** How far the group is with a clause: a shape and a word. */
const statusShapes: Record<string, ShapeName> = { DRAFT: 'ring', UNDER_DISCUSSION: 'half', AGREED: 'full' }

export interface OutlineLineProps {
  readonly id: string
  readonly row: OutlineRow
  /** Its place among the clauses with the same parent, and how many they are. */
  readonly place: number
  readonly of: number
  readonly people: readonly PersonHere[] | undefined
  readonly isActive: boolean
  readonly isCurrent: boolean
  readonly isCut: boolean
  readonly isFolded: boolean
  /** Among what is looked for, or nothing is. */
  readonly isFound: boolean
  /** Name of the person who set the status; null where nobody knows it. */
  readonly statusBy: string | null
  readonly drop: DropSide | null
  readonly isDraggable: boolean
}

/** One row, drawn again only when something of it changes. What is done to it, the tree hears. */
export const OutlineLine = memo(function OutlineLine(props: OutlineLineProps) {
  const {
    id,
    row,
    place,
    of,
    people = [],
    isActive,
    isCurrent,
    isCut,
    isFolded,
    isFound,
    statusBy,
    drop,
    isDraggable,
  } = props
  const words = useWords<Words>()
  const status = statusOf(row.status, statusBy, words)
  const number = [labelOfNumber(row.number, words), mannerOfAnnex(row.number, row.isInformative, words)]
    .join(' ')
    .trim()
  return (
    <li
      id={id}
      data-row={row.id}
      role="treeitem"
      className={classNames(
        'outline-row',
        `outline-level-${Math.min(row.level, 8)}`,
        isCut && 'outline-cut',
        !isFound && 'outline-above',
      )}
      aria-level={row.level}
      aria-posinset={place}
      aria-setsize={of}
      aria-selected={isActive}
      aria-current={isCurrent ? 'location' : undefined}
      aria-expanded={row.hasChildren ? !isFolded : undefined}
      data-drop={drop ?? undefined}
      draggable={isDraggable}
    >
      <span
        className="outline-fold"
        aria-hidden="true"
        data-state={row.hasChildren ? (isFolded ? 'folded' : 'open') : undefined}
      />
      {number && <bdi className="outline-number">{number}</bdi>}
      <span className={classNames('outline-words', !row.title && 'soft')} dir="auto">
        {row.title || words('editor.untitled')}
      </span>
      {people.map((person) => (
        <span key={person.id} className={`face face-small caret-hue-${person.hue}`} title={person.name}>
          <span aria-hidden="true">{initialsOf(person.name)}</span>
          <span className="visually-hidden">{words('editor.isHere', { name: person.name })}</span>
        </span>
      ))}
      <span className={`outline-status outline-status-${row.status}`} title={status}>
        <Shape name={statusShapes[row.status] ?? 'ring'} />
        <span className="visually-hidden">{status}</span>
      </span>
    </li>
  )
})
