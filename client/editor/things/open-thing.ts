/**
 * Which thing is open for writing: a formula, a footnote, a citation, a cross-reference, a picture, a key figure, what a record says. At most one, in a popover beside it. The
 * thing is put into the text only when it is applied, so one that was begun and left leaves no trace, for nobody. [CL-11]
 */
import { Plugin, PluginKey, type Command, type EditorState } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'

export const thingKinds = [
  'math',
  'equation',
  'footnote',
  'citation',
  'reference',
  'image',
  'key_figure',
  'record',
] as const
export type ThingKind = (typeof thingKinds)[number]

export interface OpenThing {
  readonly kind: ThingKind
  /** The position before the thing; null for one that is to be made. Follows what others write. */
  readonly pos: number | null
  /** A picture that was dropped or pasted, and is to be described before it is put in. */
  readonly file?: File
}

export const openKey = new PluginKey<OpenThing | null>('open-thing')

/** The thing that is open; null when none is. */
export const openThing = (state: EditorState): OpenThing | null => openKey.getState(state) ?? null

const kindOf = (node: Node | null | undefined): ThingKind | null =>
  thingKinds.find((kind) => kind === node?.type.name) ?? null

/** The thing at a position, as what can be opened. */
export function thingAt(state: EditorState, pos: number): OpenThing | null {
  const kind = kindOf(state.doc.nodeAt(pos))
  return kind && { kind, pos }
}

/** The thing that is selected, of a kind or of any. */
export function selectedThing(state: EditorState, kind?: ThingKind): OpenThing | null {
  const { from, to } = state.selection
  const thing = thingAt(state, from)
  const isIt = thing !== null && from + state.doc.nodeAt(from)!.nodeSize === to && state.selection.$from.depth > 0
  return isIt && (kind === undefined || thing.kind === kind) ? thing : null
}

export const close: Command = (state, dispatch) => {
  if (!openThing(state)) return false
  dispatch?.(state.tr.setMeta(openKey, { close: true }))
  return true
}

export const openAt =
  (pos: number): Command =>
  (state, dispatch) => {
    const thing = thingAt(state, pos)
    if (thing) dispatch?.(state.tr.setMeta(openKey, thing))
    return thing !== null
  }

interface Closing {
  readonly close: true
}

export const openPlugin = (): Plugin<OpenThing | null> =>
  new Plugin<OpenThing | null>({
    key: openKey,
    state: {
      init: () => null,
      apply(tr, held) {
        const meta = tr.getMeta(openKey) as OpenThing | Closing | undefined
        if (meta) return 'close' in meta ? null : meta
        if (held === null || held.pos === null || !tr.docChanged) return held
        const { pos, deleted } = tr.mapping.mapResult(held.pos)
        // Somebody took it away: what is being written would be a new one.
        return { ...held, pos: deleted ? null : pos }
      },
    },
  })
