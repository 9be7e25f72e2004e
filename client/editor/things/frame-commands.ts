/** What a person can do to a figure, and to the key of a figure or table. Each is one step of undo. [FG-1, FG-3] */
import { Selection, TextSelection, type Command, type EditorState } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'
import { openKey } from './open-thing.js'
import { nextSize, sizeOfWidth, widthOfSize, type PictureSize } from './picture-size.js'

export interface FrameHere {
  readonly node: Node
  /** The position before it. */
  readonly pos: number
}

/** The frame that holds the selection; null where none does. */
export function frameHere({ selection }: EditorState): FrameHere | null {
  const { $from } = selection
  return $from.depth >= 2 && $from.node(2).type.name === 'frame' ? { node: $from.node(2), pos: $from.before(2) } : null
}

/** The pictures of a frame, with their positions. */
const picturesIn = ({ node, pos }: FrameHere): { readonly node: Node; readonly pos: number }[] => {
  const found: { node: Node; pos: number }[] = []
  node.forEach(
    (child, offset) => void (child.type.name === 'image' && found.push({ node: child, pos: pos + 1 + offset })),
  )
  return found
}

/** The figure that holds the selection; null where none does. */
export function figureHere(state: EditorState): FrameHere | null {
  const here = frameHere(state)
  return here && picturesIn(here).length > 0 ? here : null
}

const sized =
  (sizeOf: (now: PictureSize) => PictureSize): Command =>
  (state, dispatch) => {
    const here = figureHere(state)
    if (!here) return false
    const { tr } = state
    for (const { node, pos } of picturesIn(here)) {
      const width = widthOfSize[sizeOf(sizeOfWidth(node.attrs['width']))]
      if (node.attrs['width'] !== width) tr.setNodeAttribute(pos, 'width', width)
    }
    // A picture that was chosen stays so.
    if (tr.docChanged) dispatch?.(tr.setSelection(Selection.fromJSON(tr.doc, state.selection.toJSON() as object)))
    return tr.docChanged
  }

export const setPictureSize = (size: PictureSize): Command => sized(() => size)

/** One step larger or smaller; at the end of the row nothing happens, and the keys are taken all the same. */
const resize =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    if (!figureHere(state)) return false
    sized((size) => nextSize(size, by))(state, dispatch)
    return true
  }

/** A line of the key: below the picture or table and the lines that are there, above a caption that follows. */
export const addKey: Command = (state, dispatch) => {
  const here = frameHere(state)
  if (!here) return false
  const { node: frame, pos } = here
  let at = 0
  frame.forEach(({ type, attrs, nodeSize }, offset) => {
    if (type.name === 'image' || type.name === 'table' || attrs['kind'] === 'KEY') at = offset + nodeSize
  })
  const start = pos + 1 + at
  const tr = state.tr.insert(start, state.schema.nodes['para']!.create({ kind: 'KEY' }))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, start + 1)).scrollIntoView())
  return true
}

/** Enter goes on with the next line of the key; on an empty line it leaves the key for what follows. */
export const enterInKey: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const here = frameHere(state)
  if (!here || !empty || $from.depth !== 3 || $from.parent.attrs['kind'] !== 'KEY') return false
  const { tr } = state
  if ($from.parent.content.size > 0) {
    tr.split($from.pos)
    dispatch?.(tr.scrollIntoView())
    return true
  }
  const hasNext = $from.index(2) < here.node.childCount - 1
  tr.delete($from.before(), $from.after())
  const after = hasNext ? $from.before() : tr.mapping.map(here.pos + here.node.nodeSize)
  if (!hasNext && tr.doc.resolve(after).nodeAfter?.type.name !== 'para')
    tr.insert(after, state.schema.nodes['para']!.create())
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(after), 1)).scrollIntoView())
  return true
}

/** A line of the key in which nothing stands goes away by Backspace. */
const leaveEmptyKey: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!frameHere(state) || !empty || $from.parent.attrs['kind'] !== 'KEY' || $from.parent.content.size > 0) return false
  const tr = state.tr.delete($from.before(), $from.after())
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve($from.before()), -1)).scrollIntoView())
  return true
}

/** Opens the picture of the figure, to describe or replace it. Caption, key and what refers to the figure stay. */
const changePicture: Command = (state, dispatch) => {
  const here = figureHere(state)
  const picture = here && picturesIn(here)[0]
  if (!picture) return false
  dispatch?.(state.tr.setMeta(openKey, { kind: 'image', pos: picture.pos }))
  return true
}

/** What a menu offers in a figure, in its order; the words are `thing.figureAction.<id>`. */
export const figureActions = ['changePicture', 'larger', 'smaller', 'ownSize', 'fullSize', 'addKey'] as const

export const figureCommands: Readonly<Record<(typeof figureActions)[number], Command>> = {
  changePicture,
  larger: resize(1),
  smaller: resize(-1),
  ownSize: setPictureSize('OWN'),
  fullSize: setPictureSize('FULL'),
  addKey,
}

export const figureKeys: Readonly<Record<string, Command>> = {
  'Alt-Shift-ArrowRight': figureCommands.larger,
  'Alt-Shift-ArrowLeft': figureCommands.smaller,
  Enter: enterInKey,
  Backspace: leaveEmptyKey,
}
