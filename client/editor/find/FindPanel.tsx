/** The panel above the sheet: what is looked for, how many there are, what takes its place. What it says of the hits is heard, too. [MN-1] */
import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react'
import type { EditorView } from 'prosemirror-view'
import type { Words } from '#schema/words/index.js'
import { Button, useWords } from '../../ui/index.js'
import { goOn, lookFor, replaceAll, replaceOne, type Found } from './find-plugin.js'

/** What somebody looks for; kept while the panel is closed. */
export interface Sought {
  readonly words: string
  readonly matchesCase: boolean
  readonly isWholeWords: boolean
  readonly isInClause: boolean
  readonly replacement: string
}

export interface FindPanelProps {
  readonly view: EditorView
  readonly mayEdit: boolean
  readonly sought: Sought
  onSought(sought: Sought): void
  /** What was found; null before anything was looked for. */
  readonly found: Found | null
  /** The clause in which one was when the panel was opened, and its name; null where there is none. */
  readonly clause: { readonly id: string; readonly name: string } | null
  /** Number and heading of a clause. */
  nameOf(clause: string): string
  readonly isReplacing: boolean
  onReplacing(isReplacing: boolean): void
  /** The field of what is looked for. */
  readonly field: RefObject<HTMLInputElement | null>
  onClose(): void
}

export function FindPanel(props: FindPanelProps) {
  const { view, mayEdit, sought, onSought, found, clause, nameOf, isReplacing, onReplacing, field, onClose } = props
  const words = useWords<Words>()
  const [replaced, setReplaced] = useState<number | null>(null)
  const { words: wanted, matchesCase, isWholeWords, isInClause, replacement } = sought
  const scope = isInClause ? (clause?.id ?? null) : null
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
    return () => {
      if (!view.isDestroyed) lookFor(view, null)
    }
  }, [view, field])
  useEffect(() => {
    lookFor(view, { words: wanted, matchesCase, isWholeWords, scope })
  }, [view, wanted, matchesCase, isWholeWords, scope])
  const change = (some: Partial<Sought>) => {
    setReplaced(null)
    onSought({ ...sought, ...some })
  }
  const go = (direction: 1 | -1) => {
    setReplaced(null)
    goOn(view, direction)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
      return
    }
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.type !== 'search') return
    event.preventDefault()
    if (event.target === field.current) go(event.shiftKey ? -1 : 1)
    else if (mayEdit) replaceOne(view, replacement)
  }
  const says = () => {
    if (replaced !== null) return words('writing.replaced', { count: replaced })
    if (!found || wanted.trim() === '') return ''
    const { count, isMore, at } = found
    if (at === null) return words('writing.found', { count, more: isMore ? 'yes' : 'no' })
    return words('writing.foundAt', { at: at + 1, count, more: isMore ? 'yes' : 'no' })
  }
  const isNothing = found?.count === 0
  const mayReplace = isReplacing && mayEdit
  return (
    <div className="find-panel" role="search" aria-label={words('writing.find')} onKeyDown={onKeyDown}>
      <div className="find-row">
        <input
          ref={field}
          type="search"
          className="input find-field"
          dir="auto"
          autoComplete="off"
          aria-label={words('writing.findWhat')}
          placeholder={words('writing.findWhat')}
          value={wanted}
          onChange={(event) => change({ words: event.target.value })}
        />
        <span className="find-says" role="status" data-nothing={(isNothing && wanted !== '') || undefined}>
          {says()}
          {found?.clause && replaced === null && (
            <span className="visually-hidden">{words('writing.foundIn', { clause: nameOf(found.clause) })}</span>
          )}
        </span>
        <Button
          size="small"
          onClick={() => go(-1)}
          aria-disabled={isNothing || undefined}
          aria-keyshortcuts="Shift+Enter"
        >
          {words('writing.previous')}
        </Button>
        <Button size="small" onClick={() => go(1)} aria-disabled={isNothing || undefined} aria-keyshortcuts="Enter">
          {words('writing.next')}
        </Button>
        {mayEdit && (
          <Button kind="quiet" size="small" aria-expanded={isReplacing} onClick={() => onReplacing(!isReplacing)}>
            {words('writing.replace')}
          </Button>
        )}
        <Button kind="quiet" size="small" className="find-close" aria-keyshortcuts="Escape" onClick={onClose}>
          {words('ui.close')}
        </Button>
      </div>
      {mayReplace && (
        <div className="find-row">
          <input
            type="search"
            className="input find-field"
            dir="auto"
            autoComplete="off"
            aria-label={words('writing.replaceWith')}
            placeholder={words('writing.replaceWith')}
            value={replacement}
            onChange={(event) => change({ replacement: event.target.value })}
          />
          <Button
            size="small"
            aria-disabled={isNothing || undefined}
            onClick={() => {
              setReplaced(null)
              replaceOne(view, replacement)
            }}
          >
            {words('writing.replaceOne')}
          </Button>
          <Button
            size="small"
            aria-disabled={isNothing || undefined}
            onClick={() => setReplaced(replaceAll(view, replacement))}
          >
            {words('writing.replaceAll')}
          </Button>
        </div>
      )}
      <div className="find-row find-choices">
        <label className="choice">
          <input
            type="checkbox"
            checked={matchesCase}
            onChange={(event) => change({ matchesCase: event.target.checked })}
          />
          <span className="choice-label">{words('writing.matchCase')}</span>
        </label>
        <label className="choice">
          <input
            type="checkbox"
            checked={isWholeWords}
            onChange={(event) => change({ isWholeWords: event.target.checked })}
          />
          <span className="choice-label">{words('writing.wholeWords')}</span>
        </label>
        {clause && (
          <label className="choice">
            <input
              type="checkbox"
              checked={isInClause}
              onChange={(event) => change({ isInClause: event.target.checked })}
            />
            <span className="choice-label">{words('writing.inClause', { clause: clause.name })}</span>
          </label>
        )}
      </div>
    </div>
  )
}
