/** What the page of the benchmark can be asked to do, as `bench` in its window. */
export const bindings = ['ours', 'yProsemirror', 'yTiptap'] as const
export type BindingName = (typeof bindings)[number]

export interface PageApi {
  /** Fetches the text and what others will write in it, so that the network is not measured. */
  prepare(binding: BindingName): Promise<void>
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
}
