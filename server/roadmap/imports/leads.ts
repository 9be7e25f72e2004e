import { normalise } from '#schema/vocabulary/designation.js'
import type { Fact, Reason } from './fact.js'

/** A row as it was understood, before the register is asked. */
export interface UnderstoodRow {
  readonly number: number
  readonly raw: Readonly<Record<string, unknown>>
  /** Null when it cannot be read, or adds to the row that it follows. */
  readonly fact: Fact | null
  readonly refusals: readonly Reason[]
  /** The row before it about the same item, which it adds a title in another language to; null for a row of its own. */
  readonly leadNumber: number | null
}

/**
 * Rows about one item: the first leads, and a later one that has its title in another language adds to it; one that adds nothing is there twice and
 * refused. [IM-2]
 */
export function withLeads(
  rows: readonly {
    number: number
    raw: Readonly<Record<string, unknown>>
    fact: Fact | null
    refusals: readonly Reason[]
  }[],
): UnderstoodRow[] {
  const leads = new Map<string, { at: number; titles: Record<string, string> }>()
  const understood: UnderstoodRow[] = rows.map((row, at): UnderstoodRow => {
    if (row.fact === null) return { ...row, leadNumber: null }
    const key = normalise(row.fact.designation)
    const lead = leads.get(key)
    if (!lead) {
      leads.set(key, { at, titles: { ...row.fact.titles } })
      return { ...row, leadNumber: null }
    }
    const { number } = rows[lead.at]!
    const more = Object.entries(row.fact.titles).filter(([lang]) => !Object.hasOwn(lead.titles, lang))
    if (more.length === 0) {
      return { ...row, fact: null, refusals: [{ code: 'SAME_ROW', args: { row: number } }], leadNumber: null }
    }
    for (const [lang, title] of more) lead.titles[lang] = title
    return { ...row, fact: null, refusals: [], leadNumber: number }
  })
  for (const { at, titles } of leads.values()) {
    const lead = understood[at]!
    understood[at] = { ...lead, fact: { ...lead.fact!, titles } }
  }
  return understood
}
