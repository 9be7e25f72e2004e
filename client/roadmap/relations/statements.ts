import { RELATION_TYPES, relationTraits, type RelationType } from '#schema/vocabulary/register.js'

/** What can be said of an item and another: a type, read from the item or towards it. */
export interface Statement {
  readonly type: RelationType
  readonly isOutgoing: boolean
}

/** All statements, those that hold both ways once, each as a form writes it: `SUPERSEDES`, `<SUPERSEDES`. [RE-1, RE-2] */
export const statements: readonly (Statement & { readonly value: string })[] = RELATION_TYPES.flatMap((type) => [
  { value: type, type, isOutgoing: true },
  ...(relationTraits[type].isSymmetric ? [] : [{ value: `<${type}`, type, isOutgoing: false }]),
])

/** The statement that a form holds; null when it holds none. */
export const readStatement = (value: string): Statement | null => statements.find((one) => one.value === value) ?? null
