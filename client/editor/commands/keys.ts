/** What keys do in the text. The list of them for people is made from `keyList`. */
import { chainCommands, exitCode, joinBackward, joinForward, selectAll, splitBlock } from 'prosemirror-commands'
import { undoInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { NodeSelection, Selection, TextSelection, type Command, type EditorState, type Plugin } from 'prosemirror-state'
import { canSplit } from 'prosemirror-transform'
import { bindingOf } from '../binding/index.js'
import { blockCommands } from './block-commands.js'
import { clauseCommands } from './clause-commands.js'
import { clauseHere } from './where.js'

const isInTitle = ({ selection }: EditorState): boolean => selection.$from.parent.type.name === 'clause_title'
const isInParagraph = ({ selection }: EditorState): boolean => selection.$from.parent.type.name === 'para'
const isAtStart = ({ selection: { empty, $from } }: EditorState): boolean => empty && $from.parentOffset === 0
const isAtEnd = ({ selection: { empty, $from } }: EditorState): boolean =>
  empty && $from.parentOffset === $from.parent.content.size
const isWholeClause = ({ selection }: EditorState): boolean =>
  selection instanceof NodeSelection && selection.node.type.name === 'clause'

/** In a title: what follows the caret becomes the first paragraph. At the beginning of a title with words: a clause before this one. */
const enterInTitle: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  if (!isInTitle(state) || !empty) return false
  if (isAtStart(state) && $from.parent.content.size > 0) return clauseCommands.insertBefore()(state, dispatch, view)
  const [from, to] = [$from.pos, $from.end()]
  const rest = $from.parent.content.cut($from.parentOffset)
  const tr = state.tr.delete(from, to)
  const after = tr.mapping.map($from.after())
  const first = tr.doc.nodeAt(after)
  const isFree = rest.size === 0 && first?.type.name === 'para' && first.content.size === 0
  if (!isFree) tr.insert(after, state.schema.nodes['para']!.create(null, rest))
  tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView()
  dispatch?.(tr)
  return true
}

/** A paragraph goes on as what it is while it is cut in two; after its end ordinary text follows, or the next item of the list. */
const enterInParagraph: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!isInParagraph(state)) return false
  const { list, indent } = $from.parent.attrs
  if (empty && list !== 'NONE' && $from.parent.content.size === 0) return blockCommands.outdent(state, dispatch)
  const tr = state.tr.deleteSelection()
  const $at = tr.selection.$from
  if ($at.parent.type.name !== 'para') return splitBlock(state, dispatch)
  const isEnd = $at.parentOffset === $at.parent.content.size
  const attrs = isEnd ? { list, indent } : { ...$at.parent.attrs, rescued: false, rescuedBy: null, rescuedFrom: null }
  const type = state.schema.nodes['para']!
  if (!canSplit(tr.doc, $at.pos, 1, [{ type, attrs }])) return false
  tr.split($at.pos, 1, [{ type, attrs }]).scrollIntoView()
  dispatch?.(tr)
  return true
}

/** At the beginning of a paragraph: first it becomes plain, then it joins the one before. A title and its first paragraph are never joined. */
const backspace: Command = (state, dispatch, view) => {
  if (!isAtStart(state)) return false
  if (isInTitle(state)) return true
  if (!isInParagraph(state)) return false
  const { $from } = state.selection
  const { list, kind } = $from.parent.attrs
  if (list !== 'NONE') return blockCommands.outdent(state, dispatch)
  if (kind !== 'BODY') return blockCommands.setKind('BODY')(state, dispatch)
  if ($from.index(1) > 1) return joinBackward(state, dispatch, view)
  if ($from.parent.content.size === 0) {
    const tr = state.tr.delete($from.before(), $from.after())
    tr.setSelection(TextSelection.create(tr.doc, $from.before() - 1)).scrollIntoView()
    dispatch?.(tr)
  }
  return true
}

/** At the end of a title or of a clause nothing is drawn in from what follows. */
const forwardDelete: Command = (state, dispatch, view) => {
  if (!isAtEnd(state)) return false
  if (isInTitle(state)) return true
  const { $from } = state.selection
  if (!isInParagraph(state)) return false
  const clause = $from.node(1)
  return $from.index(1) === clause.childCount - 1 ? true : joinForward(state, dispatch, view)
}

/** Tab is for lists and titles; elsewhere it leaves the text, as it does everywhere on the page. */
const tab: Command = (state, dispatch, view) => {
  if (isInTitle(state)) return clauseCommands.demote()(state, dispatch, view) || true
  if (state.selection.$from.parent.attrs['list'] === undefined || state.selection.$from.parent.attrs['list'] === 'NONE')
    return false
  return blockCommands.indent(state, dispatch) || true
}
const shiftTab: Command = (state, dispatch, view) => {
  if (isInTitle(state)) return clauseCommands.promote()(state, dispatch, view) || true
  if (state.selection.$from.parent.attrs['list'] === undefined || state.selection.$from.parent.attrs['list'] === 'NONE')
    return false
  return blockCommands.outdent(state, dispatch)
}

/** While a clause is selected as a whole, plain keys act on it. */
const onWholeClause =
  (command: Command): Command =>
  (state, dispatch, view) =>
    isWholeClause(state) && command(state, dispatch, view)

const leaveWholeClause: Command = (state, dispatch, view) => {
  const here = clauseHere(state)
  return here !== null && clauseCommands.goTo(here.id)(state, dispatch, view)
}

/**
 * To the beginning or end of the text, with all between selected or not. The browser knows only what it has drawn: where the page leaves
 * out what is off the screen, it stops short of the last clause.
 */
const toEdge =
  (edge: 'start' | 'end', isExtending: boolean): Command =>
  ({ doc, selection, tr }, dispatch) => {
    const { $head } = edge === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc)
    dispatch?.(tr.setSelection(TextSelection.between(isExtending ? selection.$anchor : $head, $head)).scrollIntoView())
    return true
  }
const edges: Readonly<Record<string, Command>> = Object.fromEntries(
  (['', 'Shift-'] as const).flatMap((shift) => [
    ...['Mod-Home', 'Cmd-ArrowUp'].map((key) => [shift + key, toEdge('start', shift !== '')] as const),
    ...['Mod-End', 'Cmd-ArrowDown'].map((key) => [shift + key, toEdge('end', shift !== '')] as const),
  ]),
)

/** Where the text is read from the right, deeper is to the left. */
const towards =
  (start: Command, end: Command): Command =>
  (state, dispatch, view) => {
    // A view without a screen has no direction.
    const isMirrored = view?.dom !== undefined && getComputedStyle(view.dom).direction === 'rtl'
    return (isMirrored ? end : start)(state, dispatch, view)
  }

const undo: Command = (state, dispatch) => {
  const binding = bindingOf(state)
  return binding.canUndo && (!dispatch || binding.undo())
}
const redo: Command = (state, dispatch) => {
  const binding = bindingOf(state)
  return binding.canRedo && (!dispatch || binding.redo())
}
export const historyCommands = { undo, redo } as const

/** Every key with what it does; the name leads to the words of the sheet of keys (`editor.key.<name>`). */
export const keyList: readonly {
  readonly name: string
  readonly keys: readonly string[]
  readonly command: Command
}[] = [
  { name: 'undo', keys: ['Mod-z'], command: chainCommands(undoInputRule, undo) },
  { name: 'redo', keys: ['Mod-y', 'Mod-Shift-z'], command: redo },
  { name: 'strong', keys: ['Mod-b'], command: blockCommands.strong },
  { name: 'em', keys: ['Mod-i'], command: blockCommands.em },
  { name: 'code', keys: ['Mod-e'], command: blockCommands.code },
  { name: 'body', keys: ['Mod-Alt-0'], command: blockCommands.setKind('BODY') },
  { name: 'note', keys: ['Mod-Alt-1'], command: blockCommands.setKind('NOTE') },
  { name: 'example', keys: ['Mod-Alt-2'], command: blockCommands.setKind('EXAMPLE') },
  { name: 'requirement', keys: ['Mod-Alt-3'], command: blockCommands.setKind('REQUIREMENT') },
  { name: 'numberList', keys: ['Mod-Shift-7'], command: blockCommands.setList('NUMBER') },
  { name: 'bulletList', keys: ['Mod-Shift-8'], command: blockCommands.setList('BULLET') },
  { name: 'letterList', keys: ['Mod-Shift-9'], command: blockCommands.setList('LETTER') },
  { name: 'insertAfter', keys: ['Mod-Enter'], command: clauseCommands.insertAfter() },
  { name: 'insertBelow', keys: ['Mod-Alt-Enter'], command: clauseCommands.insertBelow() },
  { name: 'split', keys: ['Mod-Shift-Enter'], command: clauseCommands.split },
  { name: 'join', keys: ['Mod-Shift-Backspace'], command: clauseCommands.join() },
  { name: 'moveUp', keys: ['Alt-ArrowUp'], command: clauseCommands.moveUp() },
  { name: 'moveDown', keys: ['Alt-ArrowDown'], command: clauseCommands.moveDown() },
  {
    name: 'promote',
    keys: ['Alt-Shift-ArrowLeft'],
    command: towards(clauseCommands.promote(), clauseCommands.demote()),
  },
  {
    name: 'demote',
    keys: ['Alt-Shift-ArrowRight'],
    command: towards(clauseCommands.demote(), clauseCommands.promote()),
  },
  { name: 'select', keys: ['Escape'], command: clauseCommands.select() },
  { name: 'leave', keys: ['Enter'], command: onWholeClause(leaveWholeClause) },
  { name: 'remove', keys: ['Delete', 'Backspace'], command: onWholeClause(clauseCommands.remove(true)) },
]

/** The keys of the text, those of the list first. */
export function keys(): Plugin[] {
  const listed = Object.fromEntries(keyList.flatMap(({ keys: names, command }) => names.map((name) => [name, command])))
  return [
    keymap(listed),
    keymap({
      Enter: chainCommands(enterInTitle, enterInParagraph),
      Backspace: chainCommands(undoInputRule, backspace),
      Delete: forwardDelete,
      Tab: tab,
      'Shift-Tab': shiftTab,
      'Shift-Enter': exitCode,
      'Mod-a': selectAll,
      ...edges,
    }),
  ]
}
