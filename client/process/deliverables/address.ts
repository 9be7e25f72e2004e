import { found } from '../../api/index.js'

interface Named {
  readonly id: string
  readonly code: string | null | undefined
}

/** Where the deliverables of a group are. */
export const deliverablesHref = (group: { readonly slug: string }): string => `/groups/${group.slug}/deliverables`

/** Where a deliverable is: under its code, or under its id while it has none. Both lead to it for good. */
export const deliverableHref = (group: { readonly slug: string }, { id, code }: Named): string =>
  `${deliverablesHref(group)}/${encodeURIComponent(code ?? id)}`

export const versionHref = (group: { readonly slug: string }, one: Named, number: number): string =>
  `${deliverableHref(group, one)}/versions/${number}`

/** Group and key from the address. */
export const keyIn = (params: Readonly<Record<string, string | undefined>>): { group: string; key: string } => ({
  group: found(params['slug']),
  key: found(params['key']),
})

/** A number from the address; one that is none is no page. */
export const numberIn = (text: string | undefined): number =>
  found(/^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : null)
