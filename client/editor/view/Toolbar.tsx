/** What can be done to the words at the caret. One stop of the Tab key; arrows walk inside. */
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import {
  blockKinds,
  clauseKinds,
  clauseStatuses,
  isRecordKind,
  listStyles,
  type ListStyle,
} from '#schema/vocabulary/documents.js'
import type { Words } from '#schema/words/index.js'
import { classNames, Menu, useWords, type MenuAction } from '../../ui/index.js'
import { blockCommands, clauseCommands, historyCommands } from '../commands/index.js'
import type { OutlineRow } from '../outline/rows.js'
import { makeRecord } from '../records/index.js'
import { slashEntries } from '../slash/index.js'
import { tableActions, tableCommands } from '../tables/index.js'
import { figureActions, figureCommands } from '../things/index.js'
import type { EditorSnapshot } from './snapshot.js'

export interface ToolbarProps {
  readonly view: EditorView
  readonly snapshot: EditorSnapshot
  /** The clause of the caret. */
  readonly clause: OutlineRow | null
  onLink(): void
  /** Minutes have records. */
  readonly isMinutes: boolean
  /** Before the tools of the text: what opens the outline where there is no room beside the sheet. */
  readonly children?: ReactNode
}

const stops = 'button:not([disabled])'

export function Toolbar({ view, snapshot, clause, onLink, isMinutes, children }: ToolbarProps) {
  const words = useWords<Words>()
  const bar = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)
  const { block, isInTable, isInFigure, canUndo, canRedo } = snapshot

  const buttons = () =>
    [...(bar.current?.querySelectorAll<HTMLElement>(stops) ?? [])].filter(({ offsetParent }) => offsetParent !== null)
  // The menus bring buttons of their own, so the one stop is set where all of them are known.
  useLayoutEffect(() => {
    const all = buttons()
    const reached = Math.min(stop, all.length - 1)
    all.forEach((button, i) => (button.tabIndex = i === reached ? 0 : -1))
  })
  const walk = (event: KeyboardEvent) => {
    const all = buttons()
    const at = all.indexOf(document.activeElement as HTMLElement)
    if (at < 0) return
    const forward = words.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const back = words.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
    const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = (to + all.length) % all.length
    setStop(next)
    all[next]!.focus()
  }
  const run = (command: Command) => {
    command(view.state, view.dispatch, view)
  }
  /** Whoever pressed it with a mouse goes on writing; whoever came by keyboard stays among the tools. */
  const press = (command: Command) => (event: MouseEvent) => {
    run(command)
    if (event.detail > 0) view.focus()
  }
  const choose = (command: Command) => () => {
    run(command)
    // After the menu has given the focus back to its button.
    setTimeout(() => view.focus())
  }
  /** What opens a form must not lose the focus to the menu again. */
  const put = (command: Command) => () =>
    void setTimeout(() => {
      view.focus()
      run(command)
    })
  const isMarked = (name: string) => block.marks.has(name)

  // Caption and key are that by their place in a frame.
  const kinds: MenuAction[] = blockKinds
    .filter((kind) => kind !== 'CAPTION' && kind !== 'KEY' && (isMinutes || !isRecordKind(kind)))
    .map((kind) => ({
      id: kind,
      label: words(`editor.block.${kind}`),
      onAction: isRecordKind(kind) ? put(makeRecord(kind)) : choose(blockCommands.setKind(kind)),
      isDisabled: block.kind === null,
    }))
  const clauseItems: MenuAction[] = [
    { id: 'after', label: words('editor.key.insertAfter'), onAction: choose(clauseCommands.insertAfter()) },
    { id: 'below', label: words('editor.key.insertBelow'), onAction: choose(clauseCommands.insertBelow()) },
    { id: 'split', label: words('editor.key.split'), onAction: choose(clauseCommands.split) },
    { id: 'join', label: words('editor.key.join'), onAction: choose(clauseCommands.join()) },
    ...clauseStatuses
      .filter((status) => status !== clause?.status)
      .map((status) => ({
        id: status,
        label: words('editor.setStatus', { status: words(`editor.status.${status}`) }),
        onAction: choose(clauseCommands.setStatus(status)),
      })),
    ...(clause?.level === 1 && clause.kind === 'ANNEX'
      ? [
          {
            id: 'manner',
            label: words(clause.isInformative ? 'editor.makeNormative' : 'editor.makeInformative'),
            onAction: choose(clauseCommands.setInformative(!clause.isInformative)),
          },
        ]
      : []),
    ...clauseKinds
      .filter((kind) => clause?.level === 1 && kind !== clause.kind)
      .map((kind) => ({
        id: kind,
        label: words('editor.setKind', { kind: words(`editor.kind.${kind}`) }),
        onAction: choose(clauseCommands.setKind(kind)),
      })),
  ]
  const tableItems: MenuAction[] = tableActions.map((id) => ({
    id,
    label: words(`thing.table.${id}`),
    onAction: choose(tableCommands[id]),
  }))
  const figureItems: MenuAction[] = figureActions.map((id) => ({
    id,
    label: words(`thing.figureAction.${id}`),
    onAction: (id === 'changePicture' ? put : choose)(figureCommands[id]),
  }))
  const insertItems: MenuAction[] = slashEntries(isMinutes)
    .filter(({ group }) => group === 'REFERENCE' || group === 'INSERT')
    .map(({ id, command }) => ({ id, label: words.dynamic(`thing.slash.${id}`), onAction: put(command) }))
  const appendItems: MenuAction[] = [
    { id: 'append', label: words('editor.newClause'), onAction: choose(clauseCommands.append([{}])) },
  ]
  const list = (style: ListStyle) => (
    <Tool
      key={style}
      name={words.dynamic(`editor.list.${style}`)}
      sign={words.dynamic(`editor.sign.${style}`)}
      isPressed={block.list === style}
      onClick={press(blockCommands.setList(style))}
    />
  )
  return (
    <div
      ref={bar}
      className="tools"
      role="toolbar"
      aria-label={words('editor.toolbar')}
      onKeyDown={walk}
      onFocus={(event) => setStop(Math.max(0, buttons().indexOf(event.target as HTMLElement)))}
    >
      {children}
      <Menu kind="quiet" size="small" label={words.dynamic(`editor.block.${block.kind ?? 'NONE'}`)} items={kinds} />
      <Tool
        name={words('editor.key.strong')}
        sign={words('editor.sign.strong')}
        isPressed={isMarked('strong')}
        onClick={press(blockCommands.strong)}
        className="tool-strong"
      />
      <Tool
        name={words('editor.key.em')}
        sign={words('editor.sign.em')}
        isPressed={isMarked('em')}
        onClick={press(blockCommands.em)}
        className="tool-em"
      />
      <Tool
        name={words('editor.key.code')}
        sign={words('editor.sign.code')}
        isPressed={isMarked('code')}
        onClick={press(blockCommands.code)}
        className="tool-code"
      />
      <Tool
        name={words('editor.key.link')}
        sign={words('editor.sign.link')}
        isPressed={block.href !== null}
        onClick={onLink}
      />
      <span className="tools-gap" />
      {listStyles.filter((style) => style !== 'NONE').map(list)}
      <Tool name={words('editor.outdent')} sign={words('editor.sign.outdent')} onClick={press(blockCommands.outdent)} />
      <Tool name={words('editor.indent')} sign={words('editor.sign.indent')} onClick={press(blockCommands.indent)} />
      <span className="tools-gap" />
      <Menu kind="quiet" size="small" label={words('thing.insert')} items={insertItems} />
      {isInFigure && <Menu kind="quiet" size="small" label={words('thing.figureMenu')} items={figureItems} />}
      {isInTable && <Menu kind="quiet" size="small" label={words('thing.tableMenu')} items={tableItems} />}
      <Menu kind="quiet" size="small" label={words('editor.clauseMenu')} items={clause ? clauseItems : appendItems} />
      <span className="tools-gap" />
      <Tool
        name={words('editor.key.undo')}
        sign={words('editor.sign.undo')}
        isOff={!canUndo}
        onClick={press(historyCommands.undo)}
      />
      <Tool
        name={words('editor.key.redo')}
        sign={words('editor.sign.redo')}
        isOff={!canRedo}
        onClick={press(historyCommands.redo)}
      />
    </div>
  )
}

function Tool({
  name,
  sign,
  isPressed,
  isOff = false,
  onClick,
  className,
}: {
  name: string
  sign: string
  isPressed?: boolean
  isOff?: boolean
  onClick(event: MouseEvent): void
  className?: string
}) {
  return (
    <button
      type="button"
      className={classNames('tool', className)}
      aria-label={name}
      title={name}
      aria-pressed={isPressed}
      aria-disabled={isOff || undefined}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => !isOff && onClick(event)}
    >
      {/* Drawn by the style sheet: the name of the button is what it does, not the sign. */}
      <span aria-hidden="true" data-sign={sign} />
    </button>
  )
}
