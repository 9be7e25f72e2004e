import { RELATION_TYPES, relationTraits, type RelationType } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'

interface AnyRelation {
  readonly type: RelationType
  readonly isOutgoing: boolean
}

export interface RelationGroup<R> {
  readonly key: string
  /** "Supersedes", "Is superseded by". */
  readonly heading: string
  readonly relations: readonly R[]
}

/** What a relation says about the item it is shown on; a symmetric one says the same from both ends. [RE-1] */
export function relationHeading(words: Words, { type, isOutgoing }: AnyRelation): string {
  const isForward = isOutgoing || relationTraits[type].isSymmetric
  return words.dynamic(`register.${isForward ? 'relationType' : 'relationTypeReversed'}.${type}`)
}

/** Relations of one item by what they say, first those that tell whether it still counts; the order within a group is kept. */
export function groupRelations<R extends AnyRelation>(words: Words, relations: readonly R[]): RelationGroup<R>[] {
  const groups = Map.groupBy(relations, (relation) => relationHeading(words, relation))
  const rank = ({ type, isOutgoing }: AnyRelation) =>
    (type === 'SUPERSEDES' ? -10 : RELATION_TYPES.indexOf(type)) + (isOutgoing ? 0 : 0.5)
  return [...groups]
    .map(([heading, members]) => ({
      key: `${members[0]!.type}-${members[0]!.isOutgoing}`,
      heading,
      relations: members,
    }))
    .sort((a, b) => rank(a.relations[0]!) - rank(b.relations[0]!))
}
