/** What the page of the benchmark can be asked to do, as `bench` in its window. */
export const bindings = ['ours', 'yProsemirror', 'yTiptap'] as const
export type BindingName = (typeof bindings)[number]
/** Besides the three that are compared: our binding and nothing else, and the editor of the writing room with all of its plugins. */
export type EditorName = BindingName | 'bare' | 'room'

/** Others who are in the text of the room. */
export const peopleInRoom = 5

/** A row of moves and of undoing each, in milliseconds. */
export interface Moved {
  /** Until the call returns. */
  readonly work: number
  /** Until the frame after it is on the screen. */
  readonly frame: number
}

/** What one hook of a plugin has taken since the last question, without what it called of others. */
export interface HookTime {
  readonly plugin: string
  readonly hook: string
  readonly calls: number
  readonly ms: number
}

/** What somebody does in an hour; see the page. */
export interface Hour {
  /** After each of them the edits that others made meanwhile come as one update, and a frame is drawn. */
  readonly slices: number
  /** In each. */
  readonly words: number
  readonly secondsAWord: number
}

export interface PageApi {
  /** Fetches the text and what others will write in it, so that the network is not measured. */
  prepare(editor: EditorName, edits: 'single' | 'hour' | null): Promise<void>
  /** Milliseconds from nothing until the text is on the screen and can be written in. */
  open(): Promise<number>
  /** Puts the caret at the end of a paragraph, counted from 0. */
  placeCaret(paragraph: number): Promise<void>
  /** Others write so many edits a second from now on; 0: they stop. */
  othersWrite(perSecond: number): void
  /** Milliseconds from each key since the last call until the frame after it was on the screen. */
  takeKeys(): number[]
  /** Milliseconds that showing each edit of others took since the last call. */
  takeShowing(): number[]
  /** Everything that is shown, and how many edits of others came. */
  shown(): { text: string; edits: number }
  /** Moves so many subtrees of `size` clauses half a report away and back by undo. Fails when the order is not what it should be. */
  move(times: number, size: number): Promise<{ moves: Moved[]; undos: Moved[] }>
  /** Writes as much as in an hour, in far less. Answers how many letters stayed. */
  hour(hour: Hour): Promise<number>
  /** Bytes of the whole shared text, in the two encodings of Yjs. */
  size(): { readonly v1: number; readonly v2: number }
  /** What each plugin took since the last call; nothing where they were not watched. */
  takeHooks(): HookTime[]
  /** The longest task of the page since the last call, in milliseconds; 0 when none was over fifty. */
  takeLongestTask(): number
}
