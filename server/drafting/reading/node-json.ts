/** A node of the document schema in ProseMirror's JSON. */
export interface NodeJson {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly NodeJson[]
}
