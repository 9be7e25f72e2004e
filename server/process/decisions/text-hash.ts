import { createHash } from 'node:crypto'

/** A clause as far as its hash asks; `hash` is of all that stands in it. */
export interface HashedClause {
  readonly id: string
  readonly level: number
  readonly hash: string
}

/**
 * SHA-256 of a text, in hexadecimal: a line `<id> <level> <hash of the clause>` for each clause in reading order. Whoever has the text can compute it
 * again; moving a clause changes it as well as writing in one. [DC-6]
 */
export const textHash = (clauses: readonly HashedClause[]): string =>
  createHash('sha256')
    .update(clauses.map(({ id, level, hash }) => `${id} ${level} ${hash}\n`).join(''))
    .digest('hex')
