import { isInDevelopment, isInForce, type ItemState } from '#schema/vocabulary/register.js'

interface Branch {
  readonly slug: string
  readonly name: string
  readonly acronym: string | null
  readonly parent: { readonly slug: string } | null
}

export type Tree<B> = B & { readonly children: readonly Tree<B>[] }

/** Under what a body stands in a list: its acronym, else its name. */
const called = ({ acronym, name }: Branch) => acronym ?? name

/**
 * Bodies as a tree, each level in the order of names. A body whose parent is not among them stands at the top, so that none is lost; so does
 * one of a ring of parents.
 */
export function treeOf<B extends Branch>(bodies: readonly B[], locale: string): Tree<B>[] {
  const order = new Intl.Collator(locale, { numeric: true })
  const known = new Set(bodies.map(({ slug }) => slug))
  const under = Map.groupBy(bodies, ({ parent }) => (parent && known.has(parent.slug) ? parent.slug : null))
  const placed = new Set<string>()
  const grow = (members: readonly B[]): Tree<B>[] =>
    [...members]
      .filter(({ slug }) => !placed.has(slug))
      .sort((a, b) => order.compare(called(a), called(b)))
      .map((body) => {
        placed.add(body.slug)
        return { ...body, children: grow(under.get(body.slug) ?? []) }
      })
  const tops = grow(under.get(null) ?? [])
  for (const body of bodies) tops.push(...grow([body]))
  return tops
}

/** How many items are in force and how many on their way, of counts by state. */
export const tally = (counts: readonly { readonly state: ItemState; readonly count: number }[]) => ({
  inForce: sum(counts, isInForce),
  inDevelopment: sum(counts, isInDevelopment),
  all: sum(counts, () => true),
})

const sum = (counts: Parameters<typeof tally>[0], isMeant: (state: ItemState) => boolean) =>
  counts.reduce((total, { state, count }) => (isMeant(state) ? total + count : total), 0)
