import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { useFetcher, useNavigate } from 'react-router'
import type { AgendaStep } from '#schema/vocabulary/agenda.js'
import type { Words } from '#schema/words/index.js'
import { classNames, LinkButton, useAnnounce, useListedKeys, useWords } from '../../ui/index.js'
import { agendaHref } from './agenda-address.js'
import { levelOf } from './agenda-marks.js'
import type { AgendaData, AgendaRowOnPage } from './agenda.route.js'
import { Duration, OutcomeChip, RowFacts } from './AgendaRowFacts.js'
import { RowForm } from './RowForm.js'
import { StartsAt } from './StartsAt.js'

const steps: Readonly<Record<string, AgendaStep>> = {
  ArrowUp: 'UP',
  ArrowDown: 'DOWN',
  ArrowLeft: 'OUT',
  ArrowRight: 'IN',
}

type Side = 'before' | 'inside' | 'after'
interface Drop {
  readonly id: string
  readonly side: Side
}

/** Where a row goes that is dropped beside or on another: under which, before which. */
function placeOf(rows: readonly AgendaRowOnPage[], { id, side }: Drop): { under: string; before: string } | null {
  const target = rows.find((row) => row.id === id)
  if (!target) return null
  if (side === 'inside') return { under: id, before: '' }
  const under = target.parent?.id ?? ''
  if (side === 'before') return { under, before: id }
  const beside = rows.filter((row) => (row.parent?.id ?? '') === under)
  return { under, before: beside[beside.findIndex((row) => row.id === id) + 1]?.id ?? '' }
}

/**
 * The agenda row by row. Whoever may work on it moves rows by keys (Alt and arrows), by dragging, and without scripts by the buttons in the form
 * of a row, which stands in place.
 */
export function AgendaRows({ data }: { data: AgendaData }) {
  const words = useWords<Words>()
  const { meeting, open } = data
  const rows = meeting.agenda
  const mayEdit = meeting.viewerMay.includes('EDIT')
  const { list, move, drag, dropOf } = useMoving(rows)
  const navigate = useNavigate()
  const href = agendaHref(meeting.group, meeting.number)
  useListedKeys(useKeysOfRows(words, mayEdit))

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const line = (event.target as Element).closest<HTMLElement>('[data-row]')
    // Only on the row itself: in its form keys mean what they mean in every form.
    if (!line || event.target !== line) return
    const id = line.dataset['row']!
    const step = steps[event.key]
    if (event.altKey && step && mayEdit) move(id, { step })
    else if (event.altKey || event.ctrlKey || event.metaKey) return
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const lines = [...list.current!.querySelectorAll<HTMLElement>('[data-row]')]
      lines[lines.indexOf(line) + (event.key === 'ArrowUp' ? -1 : 1)]?.focus()
    } else if (event.key === 'Enter' && mayEdit) void navigate(`${href}?row=${id}#row-${id}`)
    else return
    event.preventDefault()
  }

  return (
    <ol ref={list} className="agenda" aria-label={words('agenda.table')} onKeyDown={onKeyDown} {...(mayEdit && drag)}>
      {rows.map((row) => (
        <li key={row.id} data-level={levelOf(row.number)}>
          <div
            id={`row-${row.id}`}
            data-row={row.id}
            className={classNames('agenda-row', dropOf(row.id) && `agenda-drop-${dropOf(row.id)}`)}
            role="group"
            aria-label={words('agenda.rowName', { number: row.number, title: row.title })}
            {...(mayEdit && { tabIndex: 0, draggable: true })}
          >
            <span className="agenda-number">{row.number}</span>
            <div className="agenda-words">
              <p className="agenda-title" dir="auto">
                {row.title}
              </p>
              <RowFacts row={row} meeting={meeting} />
            </div>
            <div className="agenda-time">
              {row.startsAt && row.minutes !== null && (
                <StartsAt at={row.startsAt} zone={meeting.zone} isOneDay={meeting.startsOn === meeting.endsOn} />
              )}
              {row.minutes !== null && (
                <span>
                  <Duration minutes={row.minutes} />
                </span>
              )}
              {!row.fits && <span className="agenda-over">{words('agenda.runsOver')}</span>}
            </div>
            <div className="agenda-outcome">
              <OutcomeChip outcome={row.outcome ?? null} progress={row.progress} />
            </div>
            {mayEdit && (
              <div className="agenda-change no-print">
                <LinkButton
                  size="small"
                  kind="quiet"
                  href={open?.row.id === row.id ? href : `${href}?row=${row.id}#row-${row.id}`}
                  aria-label={words('agenda.changeRow', {
                    row: words('agenda.rowName', { number: row.number, title: row.title }),
                  })}
                >
                  {open?.row.id === row.id ? words('agenda.close') : words('agenda.change')}
                </LinkButton>
              </div>
            )}
          </div>
          {open?.row.id === row.id && <RowForm meeting={meeting} open={open} />}
        </li>
      ))}
    </ol>
  )
}

/** Moving by keys and by dragging: sent at once, spoken when done; the focus stays on the row. */
function useMoving(rows: readonly AgendaRowOnPage[]) {
  const words = useWords<Words>()
  const announce = useAnnounce()
  const fetcher = useFetcher<{ done?: { moveAgendaItem: { number: string; title: string } } }>()
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [drop, setDrop] = useState<Drop | null>(null)
  const told = useRef<unknown>(null)
  const before = useRef('')
  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data || told.current === fetcher.data) return
    told.current = fetcher.data
    const done = fetcher.data.done?.moveAgendaItem
    const now = done ? `${done.number} ${done.title}` : ''
    announce(!done || now === before.current ? words('agenda.notMoved') : words('agenda.moved', { row: now }))
  }, [fetcher.state, fetcher.data, announce, words])

  const move = (id: string, to: Record<string, string>) => {
    const row = rows.find((one) => one.id === id)
    before.current = row ? `${row.number} ${row.title}` : ''
    void fetcher.submit({ doing: 'move', stay: 'true', id, ...to }, { method: 'post' })
  }
  const rowAt = (event: DragEvent) => (event.target as Element).closest<HTMLElement>('[data-row]')
  const end = () => {
    setDragged(null)
    setDrop(null)
  }
  const drag = {
    onDragStart: (event: DragEvent) => {
      const line = rowAt(event)
      if (!line) return
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', line.getAttribute('aria-label') ?? '')
      setDragged(line.dataset['row']!)
    },
    onDragOver: (event: DragEvent) => {
      const line = rowAt(event)
      if (!line || dragged === null || line.dataset['row'] === dragged) return setDrop(null)
      event.preventDefault()
      const { top, height } = line.getBoundingClientRect()
      const part = (event.clientY - top) / height
      setDrop({ id: line.dataset['row']!, side: part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'inside' })
    },
    onDragEnd: end,
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      const place = drop && placeOf(rows, drop)
      if (dragged !== null && place) move(dragged, place)
      end()
    },
  }
  return { list, move, drag, dropOf: (id: string): Side | null => (drop?.id === id ? drop.side : null) }
}

/** The keys that a row listens to by itself, for the sheet behind `?`. */
function useKeysOfRows(words: Words, mayEdit: boolean) {
  const [keys] = useState(() => {
    const group = words('agenda.keysOfRows')
    if (!mayEdit) return []
    return [
      { key: 'Alt+ArrowUp', label: words('agenda.keyUp'), group },
      { key: 'Alt+ArrowDown', label: words('agenda.keyDown'), group },
      { key: 'Alt+ArrowRight', label: words('agenda.keyIn'), group },
      { key: 'Alt+ArrowLeft', label: words('agenda.keyOut'), group },
      { key: 'Enter', label: words('agenda.keyChange'), group },
    ]
  })
  return keys
}
