/** The tables and figures of a text, in order, as their lists name them. [GE-5] */
import { blocksOf, wordsIn, type NodeJson } from './node-json.js'
import { toldOf } from './told.js'

export interface ListedFrame {
  readonly kind: 'TABLE' | 'FIGURE'
  readonly number: string
  /** Words of the caption; nothing where none are written. */
  readonly caption: string
  /** Its place on the page of the text. */
  readonly at: string
}

export const framesOf = (clauses: readonly { readonly content: unknown }[]): ListedFrame[] =>
  clauses.flatMap(({ content }) =>
    blocksOf(content as NodeJson).flatMap((block) => {
      const { kind, number = '', at } = toldOf(block)
      if (block.type !== 'frame' || (kind !== 'TABLE' && kind !== 'FIGURE') || at === undefined) return []
      const caption = block.content?.find(({ attrs }) => attrs?.['kind'] === 'CAPTION')
      return [{ kind, number, caption: caption ? wordsIn(caption).trim() : '', at } as const]
    }),
  )
