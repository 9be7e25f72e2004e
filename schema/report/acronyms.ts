/** Acronyms in the running text, and what they stand for where the text says so. [ST-9] */
import { entriesOf } from './entries.js'
import { perNode } from './per-node.js'
import { allBlocks, slotOf, within, type Report } from './report.js'

/** Two capitals at least. */
export const isAcronym = (word: string): boolean => /^\p{Lu}[\p{Lu}\p{N}]/u.test(word)

/** Units and names that need no expansion: SI, well-known bodies, and numbering. */
const known: ReadonlySet<string> = new Set(
  'ISO IEC ITU IEEE ETSI CEN CENELEC IETF W3C UN UNESCO OECD EU USA UK NOTE EXAMPLE WARNING SI GHz MHz kHz Hz kW MW GW TW kWh MWh GWh TWh PDF HTML XML JSON URL UTC ID OK'.split(
    ' ',
  ),
)

/** An acronym in a block; expanded where the words stand beside it: "graphics processing unit (GPU)", or "GPU (graphics processing unit)". */
export interface Acronym {
  readonly name: string
  readonly isExpanded: boolean
  /** What it stands for, where the words beside it spell it; nothing where they do not. */
  readonly meaning: string
}

/** Words that an acronym often leaves out. */
const small: ReadonlySet<string> = new Set([
  'a',
  'an',
  'and',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
])

/** The last words before an acronym in brackets whose first letters spell it: "life cycle assessment (LCA)". */
function spelled(name: string, words: readonly string[]): string {
  const letters = name.toLowerCase()
  for (let count = 1; count <= Math.min(words.length, letters.length * 2); count++) {
    const last = words.slice(-count)
    if (small.has(last[0]!.toLowerCase())) continue
    const initials = (all: readonly string[]) =>
      all.flatMap((word) => word.split('-').map((part) => part[0] ?? '')).join('')
    const spells = [last, last.filter((word) => !small.has(word.toLowerCase()))].map((all) =>
      initials(all).toLowerCase(),
    )
    if (spells.includes(letters)) return last.join(' ')
  }
  return ''
}

function meaningBeside(name: string, before: string, after: string): string {
  const inBrackets = /^\s*\(([^()]{2,120})\)/.exec(after)?.[1]
  if (inBrackets !== undefined && spelled(name, inBrackets.trim().split(/\s+/)) === inBrackets.trim())
    return inBrackets.trim()
  if (!/\(\s*$/.test(before)) return ''
  return spelled(
    name,
    before
      .replace(/\(\s*$/, '')
      .trim()
      .split(/[\s,;:.“”"()]+/)
      .slice(-2 * name.length),
  )
}

const acronymsIn = perNode((node): readonly Acronym[] => {
  if (node.attrs['kind'] === 'CODE') return []
  const text = node.textBetween(0, node.content.size, ' ', ' ')
  // Two capitals at least; what has a dot or a stroke in it is a designation.
  const found = text.matchAll(/(?<![\p{L}\p{N}./-])(\p{Lu}[\p{Lu}\p{N}]+)(s?)(?![\p{L}\p{N}/]|[.-]\p{N})/gu)
  return [...found].flatMap(({ index, 0: whole, 1: name }) => {
    if (/^[IVXLCDM]+$/.test(name!)) return []
    const [before, after] = [text.slice(0, index), text.slice(index + whole.length)]
    const isExpanded = (/\(\s*$/.test(before) && /^\s*\)/.test(after)) || /^\s*\(\s*\p{L}{2,}\s/u.test(after)
    return [{ name: name!, isExpanded, meaning: isExpanded ? meaningBeside(name!, before, after) : '' }]
  })
})

/** The first use of each acronym in the running text; not in lists of references, code, or the entries themselves. */
export function acronymsOf(report: Report): Map<string, Acronym & { readonly clause: string; readonly block: number }> {
  const uses = new Map<string, Acronym & { clause: string; block: number }>()
  const slot = slotOf(report, 'ABBREVIATIONS')
  const aside = ['REFERENCES', 'BIBLIOGRAPHY', 'KEYWORDS'].flatMap((kind) => slotOf(report, kind) ?? [])
  const skipped = new Set([...(slot ? within(report, slot) : []), ...aside].map(({ id }) => id))
  for (const { clause, node, block } of allBlocks(report))
    if (!skipped.has(clause.id))
      for (const acronym of acronymsIn(node))
        if (!uses.has(acronym.name)) uses.set(acronym.name, { ...acronym, clause: clause.id, block })
  return uses
}

export const needsNoExpansion = (name: string): boolean => known.has(name)

/** An abbreviation that the text uses and does not list. */
export interface MissingAbbreviation {
  readonly name: string
  /** What it stands for, as the text says. */
  readonly meaning: string
}

/** Abbreviations that the text expands where it uses them and does not list yet, in the order of the text. [GE-6] */
export function missingAbbreviations(report: Report): MissingAbbreviation[] {
  const listed = new Set(entriesOf(report, 'ABBREVIATIONS').map(({ name }) => name))
  return [...acronymsOf(report)]
    .filter(([name, { meaning }]) => meaning !== '' && !listed.has(name) && !needsNoExpansion(name))
    .map(([name, { meaning }]) => ({ name, meaning }))
}
