/** What a person can do to paragraphs and words. Kinds and lists are attributes: changing them loses nobody's words. [CL-13] */
import { toggleMark } from 'prosemirror-commands'
import type { Mark, Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { safeHref } from '#schema/document/index.js'
import { deepestListLevel, type BlockKind, type ListStyle } from '#schema/vocabulary/documents.js'

interface Found {
  readonly node: Node
  readonly pos: number
}

/** The paragraphs that the selection touches. */
function paragraphsHere({ doc, selection }: EditorState): Found[] {
  const found: Found[] = []
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (node.type.name === 'para') found.push({ node, pos })
  })
  return found
}

/** Sets attributes of every paragraph that the selection touches; false when nothing changes. */
const setAttributes =
  (attrsOf: (node: Node, all: readonly Found[]) => Record<string, unknown>): Command =>
  (state, dispatch) => {
    const found = paragraphsHere(state)
    const { tr } = state
    for (const { node, pos } of found)
      for (const [name, value] of Object.entries(attrsOf(node, found)))
        if (node.attrs[name] !== value) tr.setNodeAttribute(pos, name, value)
    if (tr.docChanged) dispatch?.(tr)
    return tr.docChanged
  }

/** Adds or removes a link on the selected words; without an address it is removed. False for an address that is not safe to follow. */
const setLink =
  (address: string | null): Command =>
  (state, dispatch) => {
    const link = state.schema.marks['link']!
    const { from, to, empty } = state.selection
    const range = empty ? linkRange(state) : { from, to }
    if (!range) return false
    const href = address === null ? null : safeHref(address)
    if (address !== null && href === null) return false
    const tr = state.tr.removeMark(range.from, range.to, link)
    if (href !== null) tr.addMark(range.from, range.to, link.create({ href }))
    dispatch?.(tr)
    return true
  }

/** The words around the caret that carry the same link. */
function linkRange({ selection: { $from } }: EditorState): { from: number; to: number } | null {
  const isLink = ({ type }: Mark) => type.name === 'link'
  const mark = $from.marks().find(isLink) ?? $from.nodeAfter?.marks.find(isLink)
  if (!mark) return null
  let [from, at] = [-1, $from.start()]
  const isAround = () => from >= 0 && from <= $from.pos && $from.pos <= at
  for (const child of $from.parent.children) {
    const isSame = mark.isInSet(child.marks)
    if (!isSame && isAround()) break
    if (!isSame) from = -1
    else if (from < 0) from = at
    at += child.nodeSize
  }
  return isAround() ? { from, to: at } : null
}

export const blockCommands = {
  setKind: (kind: BlockKind): Command => setAttributes(() => ({ kind })),
  /** Makes list items of paragraphs; those that are already such items become plain again. */
  setList: (list: ListStyle): Command =>
    setAttributes((_, all) => {
      const isOff = all.every(({ node }) => node.attrs['list'] === list)
      return isOff ? { list: 'NONE', indent: 0 } : { list }
    }),
  indent: setAttributes(({ attrs }) =>
    attrs['list'] === 'NONE' ? {} : { indent: Math.min(deepestListLevel, Number(attrs['indent']) + 1) },
  ),
  outdent: setAttributes(({ attrs }) =>
    attrs['list'] === 'NONE'
      ? {}
      : Number(attrs['indent']) > 0
        ? { indent: Number(attrs['indent']) - 1 }
        : { list: 'NONE' },
  ),
  strong: (state: EditorState, dispatch?: Parameters<Command>[1]) =>
    toggleMark(state.schema.marks['strong']!)(state, dispatch),
  em: (state: EditorState, dispatch?: Parameters<Command>[1]) => toggleMark(state.schema.marks['em']!)(state, dispatch),
  code: (state: EditorState, dispatch?: Parameters<Command>[1]) =>
    toggleMark(state.schema.marks['code']!)(state, dispatch),
  setLink,
} as const

/** What a toolbar shows as pressed. */
export interface BlockState {
  /** Kind and list of all paragraphs of the selection; null when they differ or there are none. */
  readonly kind: BlockKind | null
  readonly list: ListStyle | null
  readonly marks: ReadonlySet<string>
  /** Address of the link at the caret. */
  readonly href: string | null
}

export function blockState(state: EditorState): BlockState {
  const found = paragraphsHere(state)
  const same = (name: string): unknown => {
    const values = new Set(found.map(({ node }) => node.attrs[name] as unknown))
    return values.size === 1 ? [...values][0] : null
  }
  const { selection, storedMarks, schema, doc } = state
  const marks = new Set<string>()
  for (const [name, type] of Object.entries(schema.marks)) {
    const isHere = selection.empty
      ? type.isInSet(storedMarks ?? selection.$from.marks())
      : doc.rangeHasMark(selection.from, selection.to, type)
    if (isHere) marks.add(name)
  }
  const around =
    selection instanceof TextSelection ? [...selection.$from.marks(), ...(selection.$from.nodeAfter?.marks ?? [])] : []
  const href = around.find(({ type }) => type.name === 'link')?.attrs['href'] as string | undefined
  return { kind: same('kind') as BlockKind | null, list: same('list') as ListStyle | null, marks, href: href ?? null }
}
