import type { EntityManager } from 'typeorm'
import type { ImportSource } from './plan.js'
import type { Fact, Reason } from './fact.js'
import { lookUp } from './imports.lookup.js'
import { judge, refused, type Decided, type Verdict } from './judge.js'
import type { KnownBodies } from './known-bodies.js'

/** A row to be judged. */
export interface OpenRow {
  readonly number: number
  readonly fact: Fact | null
  readonly refusals: readonly Reason[]
  readonly leadNumber: number | null
  readonly decided: Decided | null
}

/** Judges the rows of one file, part by part and in their order: what one row means depends on those before it. */
export class Judging {
  /** Which row is about an item. */
  private readonly taken = new Map<string, number>()
  /** Verdicts that later rows share. */
  private readonly leads = new Map<number, Verdict>()

  constructor(
    private readonly bodies: KnownBodies,
    private readonly source: ImportSource,
  ) {}

  async judge(db: EntityManager, rows: readonly OpenRow[]): Promise<Verdict[]> {
    const asked = rows.flatMap(({ fact, decided }) => (fact ? [{ fact, choiceItemId: decided?.itemId ?? null }] : []))
    const register = await lookUp(db, this.bodies, asked)
    return rows.map((row) => {
      if (row.leadNumber !== null) return this.following(row.leadNumber)
      if (row.fact === null) return refused(row.refusals)
      const verdict = this.once(judge(row.fact, register, this.source, row.decided), row.number)
      this.leads.set(row.number, verdict)
      return verdict
    })
  }

  /** Two rows under different names of one item would each undo what the other says. */
  private once(verdict: Verdict, number: number): Verdict {
    if (verdict.itemId === null) return verdict
    const first = this.taken.get(verdict.itemId)
    if (first !== undefined)
      return { ...refused([{ code: 'SAME_TEXT', args: { row: first } }]), itemId: verdict.itemId }
    this.taken.set(verdict.itemId, number)
    return verdict
  }

  private following(number: number): Verdict {
    const lead = this.leads.get(number)
    if (!lead || lead.outcome === 'REFUSED') return refused([{ code: 'LEAD_REFUSED', args: { row: number } }])
    return {
      ...lead,
      reasons: [{ code: 'ANOTHER_LANGUAGE', args: { row: number } }],
      changes: [],
      candidates: [],
      plan: null,
    }
  }
}
