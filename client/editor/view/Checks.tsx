/** What is to be put right, as a list: each line names its rule, leads to its place, and puts it right where one key can. */
import { useEffect, useRef } from 'react'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { lintCodes, type Lint } from '#schema/report/index.js'
import type { Words } from '#schema/words/index.js'
import { Button, EmptyState, useWords } from '../../ui/index.js'
import { fixOf, placeOfLint } from '../lints/index.js'
import type { OutlineRow } from '../outline/rows.js'

export interface ChecksProps {
  readonly view: EditorView
  /** What was found; null before the first check, which waits until nobody types. */
  readonly lints: readonly Lint[] | null
  readonly rows: readonly OutlineRow[]
  readonly mayEdit: boolean
  onClose(): void
}

/** More than this on one screen helps nobody; the first ones are put right first. */
const mostShown = 200

/** Where the list leaves too little of the text to be seen. */
const coversText = '(width < 60rem)'

/** The sentence of a lint, with the words of the field for what it names by code. */
export function sentenceOf({ code, args }: Lint, words: Words): string {
  const kind = args['kind']
  const named = kind !== undefined && words.has(`editor.kind.${kind}`) ? words.dynamic(`editor.kind.${kind}`) : kind
  const isFrame = code === 'FRAME_NOT_MENTIONED' || code === 'FRAME_WITHOUT_CAPTION' || code === 'CAPTION_MISPLACED'
  return words.dynamic(`lint.${code}`, { ...args, ...(named !== undefined && !isFrame && { kind: named }) })
}

/** Puts the caret where the lint is. */
export function goToLint(view: EditorView, lint: Lint): void {
  const place = placeOfLint(view.state.doc, lint)
  if (!place) return
  const selection = TextSelection.near(view.state.doc.resolve(place.pos + 1))
  view.dispatch(view.state.tr.setSelection(selection))
  view.focus()
  ;(view.nodeDOM(place.pos) as Element | null)?.scrollIntoView({ block: 'center' })
}

export function Checks({ view, lints: found, rows, mayEdit, onClose }: ChecksProps) {
  const words = useWords<Words>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const numbers = new Map(rows.map(({ id, number, title }) => [id, number.text || title]))
  const go = (lint: Lint) => {
    // On a narrow screen the list covers the text to which it leads.
    if (matchMedia(coversText).matches) onClose()
    goToLint(view, lint)
  }
  const lints = found ?? []
  const errors = lints.filter(({ code }) => lintCodes[code].isError).length
  return (
    <aside
      className="checks"
      aria-labelledby="checks-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <div className="checks-head">
        <h2 id="checks-title" ref={heading} tabIndex={-1}>
          {words('lint.title')}
        </h2>
        <Button kind="quiet" size="small" onClick={onClose}>
          {words('ui.close')}
        </Button>
      </div>
      <p className="soft" role="status">
        {found ? words('lint.count', { errors, hints: lints.length - errors }) : words('lint.soon')}
      </p>
      {found?.length === 0 && (
        <EmptyState title={words('lint.none')}>
          <p>{words('lint.noneText')}</p>
        </EmptyState>
      )}
      <ol className="checks-list">
        {lints.slice(0, mostShown).map((lint, i) => {
          const { isError, rule } = lintCodes[lint.code]
          const fix = mayEdit ? fixOf(lint) : null
          const number = lint.clause === null ? null : numbers.get(lint.clause)
          return (
            <li key={`${lint.code} ${lint.clause} ${lint.block} ${i}`} data-lint={isError ? 'error' : 'hint'}>
              <p>
                <span className="checks-kind">{words(isError ? 'lint.error' : 'lint.hint')}</span>{' '}
                {number && <bdi>{number}</bdi>} <span>{sentenceOf(lint, words)}</span>
              </p>
              <div className="cluster gap-2 align-center">
                <span className="soft">{words('lint.rule', { rule })}</span>
                {lint.clause !== null && (
                  <Button kind="quiet" size="small" onClick={() => go(lint)}>
                    {words('lint.go')}
                  </Button>
                )}
                {fix && (
                  <Button size="small" onClick={() => fix(view.state, view.dispatch, view)}>
                    {words.dynamic(`lint.fix.${lint.code}`)}
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ol>
      {lints.length > mostShown && <p className="soft">{words('lint.more', { count: lints.length - mostShown })}</p>}
    </aside>
  )
}
