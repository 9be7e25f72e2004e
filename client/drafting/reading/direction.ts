/** In which direction words are read: that of their first letter; formal notation and what is computed do not count. A rule. [AC-1] */
import { directionOf, type Direction } from '#schema/document/direction.js'
import type { NodeJson } from './node-json.js'

/** Undefined where no letter says: then they go on as what is around them. */
export function directionIn(nodes: readonly NodeJson[]): Direction | undefined {
  for (const { text, content, attrs } of nodes) {
    if (attrs?.['kind'] === 'CODE') continue
    const found = (text === undefined ? null : directionOf(text)) ?? (content && directionIn(content))
    if (found) return found
  }
  return undefined
}
