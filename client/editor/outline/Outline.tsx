/**
 * The clauses of the text as a tree: where one is, who else is where, and every way to rearrange it. Focus stays on the tree as a whole, and
 * `aria-activedescendant` says which row is meant: rows may move under it, by one's own hand or another's, without the focus getting lost.
 */
import { useEffect, useId, useMemo, useRef, useState, type DragEvent, type KeyboardEvent, type MouseEvent } from 'react'
import type { Where } from '#schema/document/operations.js'
import type { Line } from '#schema/document/tree.js'
import { clauseStatuses, type ClauseStatus } from '#schema/vocabulary/documents.js'
import type { Words } from '#schema/words/index.js'
import { Button, classNames, Menu, useAnnounce, useWords } from '../../ui/index.js'
import type { PersonHere } from '../carets/index.js'
import { filterRows } from './filter.js'
import { keepFolded, readFolded } from './folded.js'
import { DeleteClause, type ToBeDeleted } from './DeleteClause.js'
import { OutlineDetails } from './OutlineDetails.js'
import { nameOfRow } from './names.js'
import { OutlineLine } from './OutlineLine.js'
import type { WordCounter } from '../manners/index.js'
import { positionsOf } from './positions.js'
import {
  countBelow,
  visibleRows,
  whereAfter,
  whereDown,
  whereDropped,
  whereUp,
  type DropSide,
  type OutlineRow,
} from './rows.js'

/** What the outline does to the text. Each is one step of undo; what cannot be done answers false or null. */
export interface OutlineActs {
  /** The clauses as they stand now; what is drawn may be a moment behind. */
  lines(): readonly Line[]
  jump(id: string): void
  move(id: string, where: Where): boolean
  promote(id: string): boolean
  demote(id: string): boolean
  /** Makes an empty clause and answers its id. */
  insert(where: Where): string | null
  remove(id: string, withChildren: boolean): boolean
  /** Joins it to the one shown before it. */
  join(id: string): boolean
  setStatus(id: string, status: ClauseStatus): boolean
  undo(): void
}

export interface OutlineProps {
  /** Of which text it is: what is folded away is kept by text. */
  readonly documentId: string
  readonly rows: readonly OutlineRow[]
  /** Others, by the clause they are in. */
  readonly people: ReadonlyMap<string, readonly PersonHere[]>
  /** Clause of one's own caret. */
  readonly current: string | null
  readonly mayEdit: boolean
  readonly acts: OutlineActs
  readonly counter: WordCounter
  /** The name of a person; null where nobody knows it. */
  nameOf(personId: string): string | null
}

interface Drop {
  readonly id: string
  readonly side: DropSide
}

const mirrored: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }

export function Outline({ documentId, rows, people, current, mayEdit, acts, counter, nameOf }: OutlineProps) {
  const words = useWords<Words>()
  const announce = useAnnounce()
  const prefix = useId()
  const tree = useRef<HTMLUListElement>(null)
  const [collapsed, setCollapsed] = useState(() => readFolded(documentId))
  const [chosen, setChosen] = useState<string | null>(null)
  const [cut, setCut] = useState<string | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [drop, setDrop] = useState<Drop | null>(null)
  const [question, setQuestion] = useState<ToBeDeleted | null>(null)
  const [deleted, setDeleted] = useState<string | null>(null)

  const [wanted, setWanted] = useState('')
  const isFiltered = wanted.trim() !== ''
  const filtered = useMemo(() => (isFiltered ? filterRows(rows, wanted) : null), [rows, wanted, isFiltered])
  // What is found is shown also where it is folded away.
  const shown = useMemo(() => filtered?.rows ?? visibleRows(rows, collapsed), [filtered, rows, collapsed])
  const positions = useMemo(() => positionsOf(rows), [rows])
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  // A row that another has deleted or folded away is not meant any more.
  const active =
    shown.find(({ id }) => id === chosen) ??
    shown.find(({ id }) => filtered?.found.has(id)) ??
    shown.find(({ id }) => id === current) ??
    shown[0]
  const at = active ? shown.indexOf(active) : -1
  const rowId = (id: string) => `${prefix}${id}`

  // Following one's own caret scrolls the outline, never the page.
  const lookedAt = chosen ?? current
  useEffect(() => {
    const list = tree.current
    const row = lookedAt && document.getElementById(`${prefix}${lookedAt}`)
    if (!list || !row) return
    const [top, bottom] = [row.offsetTop, row.offsetTop + row.offsetHeight]
    if (top < list.scrollTop) list.scrollTop = top
    else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight
  }, [lookedAt, shown, prefix])
  useEffect(() => setChosen(null), [current])

  const go = (to: number) => {
    const row = shown[Math.max(0, Math.min(shown.length - 1, to))]
    if (row) setChosen(row.id)
  }
  const fold = (id: string, isFolded: boolean) =>
    setCollapsed((before) => {
      const after = new Set(before)
      if (isFolded) after.add(id)
      else after.delete(id)
      keepFolded(documentId, after)
      return after
    })
  /** What was done the sheet announces; here it is told what cannot be done. */
  const told = (isDone: boolean) => {
    if (!isDone) announce(words('editor.cannotMove'))
  }
  const move = (where: Where | null) => {
    if (!active) return
    setChosen(active.id)
    const isDone = where !== null && acts.move(active.id, where)
    told(isDone)
  }
  const shift = (act: (id: string) => boolean) => {
    if (!active) return
    setChosen(active.id)
    told(act(active.id))
  }
  const insert = (where?: Where) => {
    const id = acts.insert(where ?? (active && whereAfter(acts.lines(), active.id)) ?? { parent: null })
    if (id) acts.jump(id)
  }
  const insertBelow = () => active && insert({ parent: active.id, after: null })
  const join = () => {
    if (!active) return
    const before = rows[rows.indexOf(active) - 1]
    const name = nameOfRow(active, words)
    if (!acts.join(active.id)) return announce(words('writing.cannotJoin'))
    setChosen(before?.id ?? null)
    announce(words('writing.joined', { clause: name }))
    tree.current?.focus()
  }
  const setStatus = (status: ClauseStatus) => () => {
    if (!active || !acts.setStatus(active.id, status)) return
    const clause = nameOfRow(active, words)
    announce(words('writing.statusSet', { clause, status: words(`editor.status.${status}`) }))
  }
  const remove = (row: OutlineRow, withChildren: boolean) => {
    setQuestion(null)
    const name = nameOfRow(row, words)
    const next = shown[at + 1] ?? shown[at - 1]
    if (!acts.remove(row.id, withChildren)) return
    setChosen(next?.id ?? null)
    setDeleted(name)
    tree.current?.focus()
  }
  const askToRemove = () => {
    if (!active) return
    const below = countBelow(acts.lines(), active.id)
    if (active.hasWords || below > 0) setQuestion({ row: active, below })
    else remove(active, false)
  }
  const takeOut = () => {
    if (!active) return
    setCut(active.id)
    announce(words('editor.cutOut', { clause: nameOfRow(active, words) }))
  }
  const putIn = () => {
    const row = cut === null ? undefined : byId.get(cut)
    if (!row || !active) return
    const where = whereDropped(acts.lines(), row.id, active.id, 'after')
    const isDone = where !== null && acts.move(row.id, where)
    if (isDone) {
      setCut(null)
      setChosen(row.id)
    }
    told(isDone)
  }
  const restore = () => {
    acts.undo()
    setDeleted(null)
    tree.current?.focus()
  }

  const changing: Record<string, () => void> = {
    'Alt+ArrowUp': () => move(active ? whereUp(acts.lines(), active.id) : null),
    'Alt+ArrowDown': () => move(active ? whereDown(acts.lines(), active.id) : null),
    'Alt+ArrowLeft': () => shift(acts.promote),
    'Alt+ArrowRight': () => shift(acts.demote),
    '[': () => shift(acts.promote),
    ']': () => shift(acts.demote),
    Delete: askToRemove,
    Backspace: askToRemove,
    Insert: () => insert(),
    '+': () => insert(),
    'Ctrl+Enter': () => insert(),
    'Ctrl+Alt+Enter': insertBelow,
    'Ctrl+Backspace': join,
    'Ctrl+x': takeOut,
    'Ctrl+v': putIn,
    'Ctrl+z': () => acts.undo(),
  }
  const walking: Record<string, () => void> = {
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    Home: () => go(0),
    End: () => go(shown.length - 1),
    Enter: () => active && acts.jump(active.id),
    ' ': () => active && acts.jump(active.id),
    ArrowRight: () => {
      if (active?.hasChildren && collapsed.has(active.id)) fold(active.id, false)
      else if (active?.hasChildren) go(at + 1)
    },
    ArrowLeft: () => {
      if (active?.hasChildren && !collapsed.has(active.id)) return fold(active.id, true)
      const above = shown.findLastIndex(({ level }, i) => i < at && level < (active?.level ?? 1))
      if (above >= 0) go(above)
    },
    Escape: () => {
      if (isFiltered && cut === null) setWanted('')
      setCut(null)
    },
  }
  const findByLetter = (letter: string) => {
    const isIt = (row: OutlineRow) =>
      row.title.toLocaleLowerCase().startsWith(letter) || row.number.text.toLocaleLowerCase().startsWith(letter)
    const found = [...shown.slice(at + 1), ...shown.slice(0, at + 1)].find(isIt)
    if (found) setChosen(found.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const held = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}`
    // Where one reads from the right, deeper is to the left.
    const name = words.dir === 'rtl' ? (mirrored[event.key] ?? event.key) : event.key
    // A letter is itself with or without the shift key.
    const key = held + (held && name.length === 1 ? name.toLowerCase() : name)
    const act = (mayEdit ? changing[key] : undefined) ?? walking[key]
    if (act) {
      event.preventDefault()
      act()
    } else if (held === '' && /^[\p{L}\p{N}]$/u.test(event.key)) {
      event.preventDefault()
      findByLetter(event.key.toLocaleLowerCase())
    }
  }

  /** In the field: down into the clauses, to the first that is found, or back to all. */
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') tree.current?.focus()
    else if (event.key === 'Enter' && isFiltered && active) acts.jump(active.id)
    else if (event.key === 'Escape' && wanted !== '') setWanted('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Row under the pointer, and its clause. */
  const rowAt = ({ target }: { target: EventTarget }) => {
    const line = (target as Element).closest<HTMLElement>('[data-row]')
    const row = line && byId.get(line.dataset['row']!)
    return row ? { row, line } : null
  }
  const onClick = (event: MouseEvent) => {
    const found = rowAt(event)
    if (!found) return
    const { row } = found
    if (row.hasChildren && (event.target as Element).closest('.outline-fold'))
      return fold(row.id, !collapsed.has(row.id))
    setChosen(row.id)
    acts.jump(row.id)
  }
  const onDragStart = (event: DragEvent) => {
    const found = rowAt(event)
    if (!found) return
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', nameOfRow(found.row, words))
    setDragged(found.row.id)
  }
  const onDragOver = (event: DragEvent) => {
    const found = rowAt(event)
    if (dragged === null || !found) return
    const { top, height } = found.line.getBoundingClientRect()
    const part = (event.clientY - top) / height
    const side: DropSide = part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'inside'
    const { id } = found.row
    const isPossible = whereDropped(acts.lines(), dragged, id, side) !== null
    if (isPossible) event.preventDefault()
    setDrop((before) => (!isPossible ? null : before?.id === id && before.side === side ? before : { id, side }))
  }
  const onDragEnd = () => {
    setDragged(null)
    setDrop(null)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    const row = dragged === null ? undefined : byId.get(dragged)
    const where = row && drop && whereDropped(acts.lines(), row.id, drop.id, drop.side)
    onDragEnd()
    if (!row || !where) return
    const isDone = acts.move(row.id, where)
    if (isDone) setChosen(row.id)
    told(isDone)
  }

  return (
    <section className="outline" aria-label={words('editor.outline')}>
      <div className="outline-tools">
        <h2 className="outline-title">{words('editor.outline')}</h2>
        {mayEdit && (
          <>
            <Button kind="quiet" size="small" onClick={() => insert()} aria-keyshortcuts="Insert">
              {words('editor.newClause')}
            </Button>
            {active && (
              <Menu
                kind="quiet"
                size="small"
                label={words('editor.clauseMenu')}
                items={[
                  { id: 'after', label: words('editor.key.insertAfter'), onAction: () => insert() },
                  { id: 'below', label: words('editor.key.insertBelow'), onAction: insertBelow },
                  { id: 'up', label: words('editor.moveUp'), onAction: changing['Alt+ArrowUp'] },
                  { id: 'down', label: words('editor.moveDown'), onAction: changing['Alt+ArrowDown'] },
                  { id: 'promote', label: words('editor.promote'), onAction: changing['['] },
                  { id: 'demote', label: words('editor.demote'), onAction: changing[']'] },
                  { id: 'join', label: words('writing.join'), onAction: join, isDisabled: rows[0] === active },
                  ...clauseStatuses
                    .filter((status) => status !== active.status)
                    .map((status) => ({
                      id: status,
                      label: words('editor.setStatus', { status: words(`editor.status.${status}`) }),
                      onAction: setStatus(status),
                    })),
                  { id: 'cut', label: words('editor.cut'), onAction: takeOut },
                  { id: 'paste', label: words('editor.paste'), onAction: putIn, isDisabled: cut === null },
                  { id: 'delete', label: words('editor.delete'), onAction: askToRemove, isDanger: true },
                ]}
              />
            )}
          </>
        )}
      </div>
      <input
        type="search"
        className="input outline-search"
        dir="auto"
        autoComplete="off"
        aria-label={words('writing.findClause')}
        placeholder={words('writing.findClause')}
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value)
          setChosen(null)
        }}
        onKeyDown={onSearchKey}
      />
      <p className={classNames('outline-found', shown.length > 0 && 'visually-hidden')} role="status">
        {filtered && words('writing.clausesFound', { count: filtered.found.size })}
      </p>
      <ul
        ref={tree}
        role="tree"
        className="outline-tree"
        tabIndex={0}
        aria-label={words('editor.outline')}
        aria-activedescendant={active && rowId(active.id)}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDragStart={onDragStart}
        onDragOver={onDragOver}
        onDragEnd={onDragEnd}
        onDrop={onDrop}
      >
        {shown.map((row) => (
          <OutlineLine
            key={row.id}
            id={rowId(row.id)}
            row={row}
            {...positions.get(row.id)!}
            people={people.get(row.id)}
            isActive={row === active}
            isCurrent={row.id === current}
            isCut={row.id === cut}
            isFolded={!isFiltered && collapsed.has(row.id)}
            isFound={!filtered || filtered.found.has(row.id)}
            statusBy={row.statusBy === '' ? null : nameOf(row.statusBy)}
            drop={drop?.id === row.id ? drop.side : null}
            isDraggable={mayEdit}
          />
        ))}
      </ul>
      {active && <OutlineDetails row={active} counter={counter} nameOf={nameOf} />}
      {deleted !== null && (
        <div className="outline-deleted">
          <span>{words('editor.deleted', { clause: deleted })}</span>
          <Button kind="quiet" size="small" onClick={restore}>
            {words('editor.undo')}
          </Button>
          <Button kind="quiet" size="small" onClick={() => setDeleted(null)}>
            {words('ui.close')}
          </Button>
        </div>
      )}
      <DeleteClause question={question} onAnswer={remove} onClose={() => setQuestion(null)} />
    </section>
  )
}
