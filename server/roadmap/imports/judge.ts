import { kinOf, normalise, searchKeys } from '#schema/vocabulary/designation.js'
import type { ImportChoice, ImportOutcome } from '#schema/vocabulary/imports.js'
import { changesTo } from './changes.js'
import type { Fact, Reason } from './fact.js'
import type { KnownBodies } from './known-bodies.js'
import type { KnownItem, NamedSo } from './known-item.js'
import { planOfNew } from './new-item.js'
import type { Change, ImportSource, Plan } from './plan.js'
import { titleLikeness } from './title-likeness.js'

/** What the register knows that may be what a row means. */
export interface Register {
  readonly bodies: KnownBodies
  /** Items whose whole name, present or past, is this one, in one spelling. */
  readonly called: (key: string) => readonly NamedSo[]
  /** Items that are found under this form of a name, or that share its kin. */
  readonly foundBy: (key: string) => readonly NamedSo[]
  readonly item: (id: string) => KnownItem | undefined
  readonly bySlug: (slug: string) => KnownItem | undefined
}

/** What a person decided about a doubtful row. */
export interface Decided {
  readonly choice: ImportChoice
  /** Which item it is; null unless the choice is SAME_ITEM. */
  readonly itemId: string | null
}

export interface Verdict {
  readonly outcome: ImportOutcome
  readonly reasons: readonly Reason[]
  /** The item that it is; null for a new one, and while that is in doubt. */
  readonly itemId: string | null
  /** Items that it may be. */
  readonly candidates: readonly string[]
  readonly changes: readonly Change[]
  /** What is to be written; null when nothing is. */
  readonly plan: Plan | null
}

/** Titles of one text that share less than this are not worded anew; they are of another text. */
const leastAlike = 0.25
const mostCandidates = 10

/**
 * What a row means for the register. Names are compared in one spelling, past names as well as present ones; whatever is only alike is left to a
 * person. [IM-2]
 */
export function judge(fact: Fact, register: Register, source: ImportSource, decided: Decided | null = null): Verdict {
  if (decided?.choice === 'NEW_ITEM') return asNew(fact, register, [])
  if (decided?.choice === 'SAME_ITEM') {
    const item = register.item(decided.itemId ?? '')
    if (!item) return doubtful([], [])
    const other = register.called(normalise(fact.designation)).find(({ itemId }) => itemId !== item.id)
    if (other) return nameTaken(fact, other)
    return asItem(
      saysLess(fact.designation, item.designation) ? { ...fact, designation: item.designation } : fact,
      item,
      register,
      source,
      [],
    )
  }

  const called = register.called(normalise(fact.designation))
  const holders = new Set(called.map(({ itemId }) => itemId))
  const formers = new Set(fact.formerly.flatMap((name) => register.called(normalise(name))).map(({ itemId }) => itemId))
  const own = fact.slug === undefined ? undefined : register.bySlug(fact.slug)

  // The row says which item it is, by its address here or by an earlier name; then its name must not be that of another.
  const meant = own?.id ?? (formers.size === 1 ? [...formers][0]! : null)
  if (meant !== null && holders.size > 0 && !holders.has(meant)) {
    return nameTaken(fact, called[0]!)
  }
  if (own === undefined && formers.size > 1)
    return doubtful([...formers], [{ code: 'SEVERAL', args: { count: formers.size } }])
  if (holders.size > 1) return doubtful([...holders], [{ code: 'SEVERAL', args: { count: holders.size } }])

  const id = meant ?? [...holders][0]
  const item = id === undefined ? undefined : register.item(id)
  if (item) {
    const reasons: Reason[] = []
    const isFormer =
      called.some((name) => name.itemId === item.id && name.isFormer) && !called.some((name) => !name.isFormer)
    if (isFormer) reasons.push({ code: 'FORMER_NAME', args: { designation: item.designation } })
    const likeness = fact.titles['en'] && item.title ? titleLikeness(fact.titles['en'], item.title) : null
    if (likeness !== null && likeness < leastAlike && !isFormer && meant === null) {
      return doubtful([item.id], [{ code: 'TITLE_DIFFERS', args: { title: item.title! } }])
    }
    return asItem(isFormer ? { ...fact, designation: item.designation } : fact, item, register, source, reasons)
  }

  const { alike, editions } = kinIn(fact.designation, register)
  if (alike.length > 0) {
    return doubtful(
      alike.map(({ itemId }) => itemId),
      [
        alike.length === 1
          ? { code: 'ALIKE', args: { designation: alike[0]!.designation } }
          : { code: 'SEVERAL', args: { count: alike.length } },
      ],
    )
  }
  const notes = editions
    .slice(0, 1)
    .map(({ designation }): Reason => ({ code: 'OTHER_EDITION', args: { designation } }))
  return asNew(fact, register, notes)
}

/** Items that may be the same text under a name that is only alike; those that both name an edition, and different ones, are other editions. */
function kinIn(designation: string, register: Register): { alike: NamedSo[]; editions: NamedSo[] } {
  const kin = kinOf(designation)
  const whole = normalise(designation)
  const alike = new Map<string, NamedSo>()
  const editions = new Map<string, NamedSo>()
  for (const named of [...register.foundBy(kin.key), ...register.foundBy(whole)]) {
    const other = kinOf(named.designation)
    const isShortForm = register.foundBy(whole).includes(named)
    if (other.key !== kin.key && !isShortForm) continue
    if (kin.edition !== '' && other.edition !== '' && kin.edition !== other.edition) editions.set(named.itemId, named)
    else alike.set(named.itemId, named)
  }
  return { alike: [...alike.values()].slice(0, mostCandidates), editions: [...editions.values()] }
}

/** Whether a name of a text says less than the one that it has: a short form, a draft's name, or one without its edition. Another name says more. */
function saysLess(name: string, held: string): boolean {
  const [kin, present] = [kinOf(name), kinOf(held)]
  if (searchKeys(held).has(normalise(name))) return true
  return kin.key === present.key && (kin.edition === '' || present.edition !== '')
}

const nameTaken = (fact: Fact, other: NamedSo): Verdict =>
  refused([{ code: 'NAME_TAKEN', args: { designation: fact.designation, item: other.designation } }])

function asNew(fact: Fact, register: Register, notes: readonly Reason[]): Verdict {
  const { plan, changes, reasons, refusals } = planOfNew(fact, register.bodies)
  if (refusals.length > 0) return refused(refusals)
  return { outcome: 'NEW', reasons: [...notes, ...reasons], itemId: null, candidates: [], changes, plan }
}

function asItem(
  fact: Fact,
  item: KnownItem,
  register: Register,
  source: ImportSource,
  notes: readonly Reason[],
): Verdict {
  const { plan, changes, reasons, refusals } = changesTo(item, fact, register.bodies, source)
  if (refusals.length > 0) return { ...refused(refusals), itemId: item.id }
  const outcome = changes.length > 0 ? 'CHANGED' : 'SAME'
  return { outcome, reasons: [...notes, ...reasons], itemId: item.id, candidates: [], changes, plan }
}

export const refused = (reasons: readonly Reason[]): Verdict => ({
  outcome: 'REFUSED',
  reasons,
  itemId: null,
  candidates: [],
  changes: [],
  plan: null,
})

const doubtful = (candidates: readonly string[], reasons: readonly Reason[]): Verdict => ({
  outcome: 'DOUBTFUL',
  reasons,
  itemId: null,
  candidates,
  changes: [],
  plan: null,
})
