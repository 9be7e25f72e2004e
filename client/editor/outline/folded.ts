/** Which clauses are folded away: one person's view of one text, kept on this device and never sent. [MN-7] */
import { readStored, writeStored } from '../../ui/index.js'

const keyOf = (documentId: string) => `rapporteur.folded.${documentId}`

/** Ids of the clauses that were folded away when this text was last open here. What is not a list of ids counts as none. */
export function readFolded(documentId: string): ReadonlySet<string> {
  const stored = readStored(keyOf(documentId))
  if (stored === null) return new Set()
  return new Set(stored.split(' ').filter((id) => /^[\w-]{1,64}$/.test(id)))
}

export const keepFolded = (documentId: string, folded: ReadonlySet<string>): void =>
  writeStored(keyOf(documentId), folded.size === 0 ? null : [...folded].join(' '))
