import type { FactKind } from '#schema/vocabulary/register.js'

/** Where somebody says what they found about a fact. */
export const factHref = (kind: FactKind, id: string): string => `/roadmap/to-check/${kind}/${id}`
