/** Terms and abbreviations. [ST-3, ST-9] */
import { acronymsOf, isAcronym, needsNoExpansion } from '../acronyms.js'
import { entriesOf, type Entry } from '../entries.js'
import { grouped } from '../grouped.js'
import { compareNames } from '../references.js'
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
    if (needsNoExpansion(name)) continue
    if (!listed.has(name)) found.push(lint('ABBREVIATION_NOT_LISTED', clause, block, { name }))
    else if (!isExpanded) {
      const meaning = named.find((entry) => entry.name === name)?.meaning ?? ''
      found.push(lint('ABBREVIATION_NOT_EXPANDED', clause, block, { name, meaning }))
    }
  }
  return found
}
