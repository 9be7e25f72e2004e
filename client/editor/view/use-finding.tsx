/** Find and replace in the room: the keys that open it, and the panel while it is open. [MN-1] */
import { useCallback, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import type { Words } from '#schema/words/index.js'
import { useWords } from '../../ui/index.js'
import { FindPanel, goOn, wordsSelected, type Found, type Sought } from '../find/index.js'
import { nameOfRow, type OutlineRow } from '../outline/index.js'
import type { DocumentView } from './make-editor-view.js'

export interface FindingOptions {
  readonly editor: RefObject<DocumentView | null>
  readonly rows: readonly OutlineRow[]
  /** The clause of the caret. */
  readonly current: string | null
  readonly mayEdit: boolean
}

export interface Finding {
  /** Null while it is closed. */
  readonly panel: ReactNode
  onFound(found: Found | null): void
  onKeyDown(event: KeyboardEvent): void
  toggle(): void
}

const nothing: Sought = { words: '', matchesCase: false, isWholeWords: false, isInClause: false, replacement: '' }

export function useFinding({ editor, rows, current, mayEdit }: FindingOptions): Finding {
  const words = useWords<Words>()
  const [isOpen, setOpen] = useState(false)
  const [isReplacing, setReplacing] = useState(false)
  const [found, setFound] = useState<Found | null>(null)
  const [sought, setSought] = useState(nothing)
  /** Id of the clause in which one was when it was opened. */
  const [clause, setClause] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const onFound = useCallback((now: Found | null) => setFound(now), [])

  const nameOf = (id: string): string => {
    const row = rows.find((one) => one.id === id)
    return row ? nameOfRow(row, words) : ''
  }
  const open = (withReplace: boolean) => {
    const view = editor.current?.view
    if (!view) return
    const selected = wordsSelected(view)
    setSought((before) => ({
      ...before,
      ...(selected !== '' && { words: selected }),
      isInClause: isOpen && before.isInClause,
    }))
    setClause(current)
    setReplacing(withReplace || (isOpen && isReplacing))
    setOpen(true)
    field.current?.focus()
    field.current?.select()
  }
  const close = () => {
    setOpen(false)
    editor.current?.view.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return
    const key = event.key.toLowerCase()
    if (key === 'f' && !event.shiftKey) {
      // A second time it is the browser's own: it knows the rest of the page.
      if (document.activeElement === field.current) return
      open(false)
    } else if (key === 'h' && !event.shiftKey && mayEdit) open(true)
    else if (key === 'g' && editor.current) {
      if (!isOpen) open(false)
      else goOn(editor.current.view, event.shiftKey ? -1 : 1)
    } else return
    event.preventDefault()
  }
  const row = rows.find(({ id }) => id === clause)
  const panel = isOpen && editor.current && (
    <FindPanel
      view={editor.current.view}
      mayEdit={mayEdit}
      sought={sought}
      onSought={setSought}
      found={found}
      clause={row ? { id: row.id, name: nameOfRow(row, words) } : null}
      nameOf={nameOf}
      isReplacing={isReplacing}
      onReplacing={setReplacing}
      field={field}
      onClose={close}
    />
  )
  return { panel: panel || null, onFound, onKeyDown, toggle: () => (isOpen ? close() : open(false)) }
}
