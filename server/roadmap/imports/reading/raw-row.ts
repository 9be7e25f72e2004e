/** A row of a file as its submitter wrote it. It is kept like this, apart from what the register makes of it. [GA-6, IM-5] */
export interface RawRow {
  /** Where it stands: the line of a table, the place in a list, counted from 1. */
  readonly number: number
  readonly raw: Readonly<Record<string, unknown>>
}

/** A file read to its end. */
export interface RawFile {
  /** Whether its rows are records of a table or of the bibliographic model. */
  readonly kind: 'TABLE' | 'RELATON'
  readonly rows: readonly RawRow[]
}
