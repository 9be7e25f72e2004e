/** Terms and abbreviations. [ST-3, ST-9] */
import { entriesOf, type Entry } from '../entries.js'
import { grouped } from '../grouped.js'
import { perNode } from '../per-node.js'
import { compareNames } from '../references.js'
import { allBlocks, slotOf, within, type Report } from '../report.js'
import { firstDisorder, lint, type Lint, type LintCode, type LintRule } from './lint.js'

const at = (code: LintCode, { clause, block, name }: Entry, args: Record<string, string> = {}): Lint =>
  lint(code, clause.id, block, { name, ...args })

/** Entries that say the same name twice, or stand in the wrong order below one clause. */
function sorted(entries: readonly Entry[], twice: LintCode, disorder: LintCode): Lint[] {
  const found: Lint[] = []
  const seen = new Set<string>()
  for (const entry of entries) {
    if (seen.has(entry.name.toLowerCase())) found.push(at(twice, entry))
    seen.add(entry.name.toLowerCase())
  }
  for (const [, below] of grouped(entries, ({ clause }) => clause.id)) {
    const first = firstDisorder(
      below.map(({ name }) => name),
      compareNames,
    )
    if (first !== null) found.push(at(disorder, below[first]!, { before: below[first - 1]!.name }))
  }
  return found
}

const isAcronym = (word: string): boolean => /^\p{Lu}[\p{Lu}\p{N}]/u.test(word)

export const terms: LintRule = ({ report }) => {
  const entries = entriesOf(report, 'DEFINITIONS')
  const named = entries.filter(({ name }) => name !== '')
  return [
    ...entries.filter(({ name }) => name === '').map((entry) => at('TERM_WITHOUT_COLON', entry)),
    ...named.flatMap((entry) => {
      const found: Lint[] = []
      const { name, meaning } = entry
      if (/^\p{Lu}/u.test(name) && !isAcronym(name)) found.push(at('TERM_WITH_CAPITAL', entry))
      if (meaning !== '' && !/[.。]$/.test(meaning)) found.push(at('TERM_WITHOUT_FULL_STOP', entry))
      if (new RegExp(`(^|[^\\p{L}])${escaped(name)}($|[^\\p{L}])`, 'iu').test(meaning))
        found.push(at('TERM_CIRCULAR', entry))
      return found
    }),
    ...sorted(named, 'TERM_TWICE', 'TERMS_OUT_OF_ORDER'),
  ]
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Units and names that need no expansion: SI, well-known bodies, and numbering. */
const known: ReadonlySet<string> = new Set(
  'ISO IEC ITU IEEE ETSI CEN CENELEC IETF W3C UN UNESCO OECD EU USA UK NOTE EXAMPLE WARNING SI GHz MHz kHz Hz kW MW GW TW kWh MWh GWh TWh PDF HTML XML JSON URL UTC ID OK'.split(
    ' ',
  ),
)

/** An acronym in a block; expanded where the words stand beside it: "graphics processing unit (GPU)", or "GPU (graphics processing unit)". */
interface Acronym {
  readonly name: string
  readonly isExpanded: boolean
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
    return [{ name: name!, isExpanded }]
  })
})

/** The first use of each acronym in the running text; not in lists of references, code, or the entries themselves. */
function acronymsOf(report: Report): Map<string, Acronym & { readonly clause: string; readonly block: number }> {
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

export const abbreviations: LintRule = ({ report }) => {
  const entries = entriesOf(report, 'ABBREVIATIONS')
  const named = entries.filter(({ name }) => name !== '')
  const listed = new Set(named.map(({ name }) => name))
  const uses = acronymsOf(report)
  const found: Lint[] = [
    ...entries.filter(({ name }) => name === '').map((entry) => at('ABBREVIATION_WITHOUT_COLON', entry)),
    ...sorted(named, 'ABBREVIATION_TWICE', 'ABBREVIATIONS_OUT_OF_ORDER'),
  ]
  if (report.type === 'PLAIN') return found
  for (const entry of named)
    if (isAcronym(entry.name) && !uses.has(entry.name)) found.push(at('ABBREVIATION_UNUSED', entry))
  for (const [name, { clause, block, isExpanded }] of uses) {
    if (known.has(name)) continue
    if (!listed.has(name)) found.push(lint('ABBREVIATION_NOT_LISTED', clause, block, { name }))
    else if (!isExpanded) {
      const meaning = named.find((entry) => entry.name === name)?.meaning ?? ''
      found.push(lint('ABBREVIATION_NOT_EXPANDED', clause, block, { name, meaning }))
    }
  }
  return found
}
