/** Clauses as the API hands them out: nodes of the document schema in ProseMirror's JSON. What is in them came from programs that we do not know. */

export interface MarkJson {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
}

export interface NodeJson {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly NodeJson[]
  readonly text?: string
  readonly marks?: readonly MarkJson[]
}

/** The inline nodes of a clause's heading. */
export const headingOf = ({ content = [] }: NodeJson): readonly NodeJson[] =>
  content.find(({ type }) => type === 'clause_title')?.content ?? []

/** The blocks of a clause. */
export const blocksOf = ({ content = [] }: NodeJson): readonly NodeJson[] =>
  content.filter(({ type }) => type !== 'clause_title')

/** The words of a node and of all in it, without what things hold. */
export const wordsIn = ({ text, content = [] }: NodeJson): string => text ?? content.map(wordsIn).join('')
