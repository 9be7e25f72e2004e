/** How entries of terms and abbreviations are read: taken apart at their colon, and in alphabetical order. [GE-4, ST-3] */
import { compareNames } from './compare-names.js'

/** What is defined and what it means; no name where no colon says where it ends. */
export function entryParts(text: string): { readonly name: string; readonly meaning: string } {
  const colon = text.indexOf(':')
  return colon < 0
    ? { name: '', meaning: text.trim() }
    : { name: text.slice(0, colon).trim(), meaning: text.slice(colon + 1).trim() }
}

/** Entries with what follows each (a note, a second paragraph), after what stands before the first of them. */
interface Grouped<Block> {
  readonly before: readonly Block[]
  readonly groups: readonly { readonly name: string; readonly blocks: readonly Block[] }[]
}

function grouped<Block>(blocks: readonly Block[], nameOf: (block: Block) => string | null): Grouped<Block> {
  const before: Block[] = []
  const groups: { name: string; blocks: Block[] }[] = []
  for (const block of blocks) {
    const name = nameOf(block)
    if (name !== null) groups.push({ name, blocks: [block] })
    else (groups.at(-1)?.blocks ?? before).push(block)
  }
  return { before, groups }
}

/**
 * Blocks as they are read: entries in alphabetical order, each with what follows it. `nameOf` tells the name of an entry, null for what is none; an
 * entry without a name keeps its place behind the one before it. [GE-4]
 */
export function entriesInOrder<Block>(
  blocks: readonly Block[],
  nameOf: (block: Block) => string | null,
): readonly Block[] {
  const { before, groups } = grouped(blocks, (block) => nameOf(block) || null)
  if (groups.length < 2) return blocks
  return [
    ...before,
    ...groups.toSorted((a, b) => compareNames(a.name, b.name)).flatMap(({ blocks: together }) => together),
  ]
}
