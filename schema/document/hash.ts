/** Hashes by which two copies of a text, or two states of a clause, are compared. The same data give the same hash on every machine. [CL-8] */
import { encodeUtf8 } from 'lib0/string'
import { digest } from 'lib0/hash/sha256'
import { attributesOf, bodyOf, titleElement, titleOf, type Clause } from './shared-types.js'
import { canonical, contentOf, rawOf, type RawNode } from './raw.js'
import type { Tree } from './tree.js'

/** The first 128 bits of SHA-256, in hexadecimal. */
const hashOf = (text: string): string =>
  Array.from(digest(encodeUtf8(text)).subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * What title and body hold, as it is stored: attributes and nodes that this program does not know count too, so that programs of different
 * versions agree on which clauses are deleted.
 */
export function contentHash(clause: Clause): string {
  const [title, body] = [titleOf(clause), bodyOf(clause)]
  return hashOfContent(title ? rawOf(title) : null, body ? contentOf(body) : null)
}

/** Eight characters that stand for a text, where only accidents are to be kept apart. */
export const shortHash = (text: string): string => hashOf(text).slice(0, 8)

const hashOfContent = (title: RawNode | null, body: readonly RawNode[] | null) => hashOf(canonical([title, body]))

/** What a clause holds when it is made. */
export const emptyHash = hashOfContent({ name: titleElement, attrs: {}, content: [] }, [])

/** Content and attributes of a clause, without its place. */
export const clauseHash = (clause: Clause): string => hashOf(`${contentHash(clause)}${canonical(attributesOf(clause))}`)

/** The whole text as it is shown: order, levels, and all that the clauses hold. */
export const treeHash = (tree: Tree, clauseHashOf: (id: string) => string): string =>
  hashOf(canonical(tree.lines.map(({ id, level }) => [id, level, clauseHashOf(id)])))
