import type { EditorState, Transaction } from 'prosemirror-state'

/** What the binding needs of a view: ProseMirror's `EditorView`, or something without a screen. */
export interface Host {
  readonly state: EditorState
  /** An input method is at work on the text; what it works on must not be touched. */
  readonly composing: boolean
  dispatch(tr: Transaction): void
  updateState(state: EditorState): void
}
