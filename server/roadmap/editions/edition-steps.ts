import type { EditionKind, EditionState } from '#schema/vocabulary/register.js'

/** Steps of an edition: a draft may be frozen without a review, and may come back from one to be worked on. Frozen is for good. [ED-5] */
export const editionSteps: Readonly<Record<EditionState, readonly EditionState[]>> = {
  DRAFT: ['REVIEW', 'FROZEN'],
  REVIEW: ['DRAFT', 'FROZEN'],
  FROZEN: [],
}

export const isEditionStep = (from: EditionState, to: EditionState): boolean => editionSteps[from].includes(to)

/** Whether an edition takes a number when it is frozen: editions that were agreed do, interim reports and examples do not. [ED-6] */
export const takesNumber = (kind: EditionKind, isExample: boolean): boolean => kind === 'EDITION' && !isExample

/** Words of addresses that an edition cannot have as its own. */
const reserved: ReadonlySet<string> = new Set(['compare', 'new', 'today'])

/** The address of an edition, made from its label; `taken` are those given before. Never empty, never a number or a date, which mean other things. */
export function editionSlug(label: string, taken: (slug: string) => boolean): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
  const base = /[a-z]/.test(plain) && !reserved.has(plain) ? plain : `edition-${plain}`.replace(/-$/, '')
  for (let turn = 1; ; turn += 1) {
    const slug = turn === 1 ? base : `${base}-${turn}`
    if (!taken(slug)) return slug
  }
}
