/** What became of one thing of the register from one moment to another: a pure function of how it stood then and then. [ED-8] */
import {
  EDITION_CHANGE_KINDS,
  type CoverageDegree,
  type EditionChangeKind,
  type GapStanding,
  type ItemState,
  type RelationType,
} from '#schema/vocabulary/register.js'

interface Face {
  readonly id: string
  /** Names it in the address of a change. */
  readonly key: string
  /** How it is called. */
  readonly label: string
  readonly href: string
  /** By which changes of one kind are ordered. */
  readonly sort: string
  readonly topics: readonly string[]
  /** Slugs of bodies. */
  readonly bodies: readonly string[]
}

export interface ItemFace extends Face {
  readonly subject: 'ITEM'
  readonly title: string | null
  readonly state: ItemState
  readonly nativeStage: string | null
  /** Designations of what supersedes it. */
  readonly supersededBy: readonly string[]
}

export interface GapFace extends Face {
  readonly subject: 'GAP'
  readonly title: string
  readonly description: string
  readonly recommendation: string | null
  readonly standing: GapStanding
  readonly coverage: CoverageDegree
  /** The decision that closed it; null while none holds. */
  readonly closure: { readonly decision: string; readonly decidedOn: string; readonly by: readonly string[] } | null
  readonly replacement: { readonly kind: 'MERGE' | 'SPLIT'; readonly into: readonly string[] } | null
}

export interface PrincipleFace extends Face {
  readonly subject: 'PRINCIPLE'
  readonly title: string
  readonly statement: string
}

export interface RelationFace extends Face {
  readonly subject: 'RELATION'
  readonly type: RelationType
  readonly from: string
  readonly to: string
}

/** A thing of the register as it stood at a moment. */
export type SubjectFace = ItemFace | GapFace | PrincipleFace | RelationFace

/** Codes, names and texts that fill the sentence of a change. */
export type ChangeArgs = Readonly<Record<string, string | readonly string[] | null>>

export interface Change {
  readonly kind: EditionChangeKind
  readonly args: ChangeArgs
}

/** A change with what it is about. `key` is its permanent name within the comparison of two moments. */
export interface TellingChange extends Change, Omit<Face, 'id'> {
  readonly subject: SubjectFace['subject']
  readonly subjectId: string
  readonly rank: number
}

/**
 * The changes of one thing, from how it stood before to how it stands after; null where it was not there yet, or is no longer. Equal faces give
 * none. The order is that of the kinds.
 */
export function changesOf<F extends SubjectFace>(before: F | null, after: F | null): TellingChange[] {
  const known = after ?? before
  if (!known) return []
  return told(before, after)
    .map(({ kind, args }) => ({
      kind,
      args,
      rank: EDITION_CHANGE_KINDS.indexOf(kind),
      subject: known.subject,
      subjectId: known.id,
      key: `${kind.toLowerCase().replaceAll('_', '-')}.${known.key}`,
      label: known.label,
      href: known.href,
      sort: known.sort,
      topics: known.topics,
      bodies: known.bodies,
    }))
    .sort((a, b) => a.rank - b.rank)
}

function told(before: SubjectFace | null, after: SubjectFace | null): Change[] {
  const { subject } = (after ?? before)!
  switch (subject) {
    case 'ITEM':
      return ofItem(before as ItemFace | null, after as ItemFace | null)
    case 'GAP':
      return ofGap(before as GapFace | null, after as GapFace | null)
    case 'PRINCIPLE':
      return ofPrinciple(before as PrincipleFace | null, after as PrincipleFace | null)
    case 'RELATION':
      return ofRelation(before as RelationFace | null, after as RelationFace | null)
  }
}

function ofItem(before: ItemFace | null, after: ItemFace | null): Change[] {
  if (!after) return [{ kind: 'ITEM_REMOVED', args: { title: before!.title } }]
  const { title, state, nativeStage: stage, supersededBy: by } = after
  if (!before) return [{ kind: 'ITEM_ADDED', args: { title, state, stage } }]
  const changes: Change[] = []
  const isSuperseded =
    (state === 'SUPERSEDED' && before.state !== 'SUPERSEDED') || (by.length > 0 && before.supersededBy.length === 0)
  if (isSuperseded) changes.push({ kind: 'ITEM_SUPERSEDED', args: { by } })
  const moved = state !== before.state || stage !== before.nativeStage
  if (moved && !(isSuperseded && state === 'SUPERSEDED')) {
    changes.push({
      kind: 'ITEM_MOVED',
      args: { fromState: before.state, fromStage: before.nativeStage, toState: state, toStage: stage },
    })
  }
  if (after.label !== before.label) {
    changes.push({ kind: 'ITEM_RENAMED', args: { from: before.label, to: after.label } })
  }
  if (title !== before.title) changes.push({ kind: 'ITEM_RETITLED', args: { from: before.title, to: title } })
  return changes
}

function ofGap(before: GapFace | null, after: GapFace | null): Change[] {
  if (!after) return [{ kind: 'GAP_REMOVED', args: { title: before!.title } }]
  const changes: Change[] = []
  const { title, standing, closure, replacement, coverage } = after
  if (!before) changes.push({ kind: 'GAP_ADDED', args: { title, standing } })
  if (replacement && !before?.replacement) {
    changes.push({
      kind: replacement.kind === 'MERGE' ? 'GAP_MERGED' : 'GAP_SPLIT',
      args: { title, into: replacement.into },
    })
    return changes
  }
  if (standing === 'CLOSED' && before?.standing !== 'CLOSED') {
    const { decision = null, decidedOn = null, by = [] } = closure ?? {}
    changes.push({ kind: 'GAP_CLOSED', args: { title, by, decision, decidedOn } })
  }
  if (!before) return changes
  if (before.standing === 'CLOSED' && standing !== 'CLOSED') {
    changes.push({ kind: 'GAP_REOPENED', args: { title, standing } })
  }
  if (coverage !== before.coverage) {
    changes.push({ kind: 'COVERAGE_CHANGED', args: { title, from: before.coverage, to: coverage } })
  }
  const texts = ['title', 'description', 'recommendation'] as const
  const reworded = texts.filter((field) => after[field] !== before[field])
  if (reworded.length > 0) {
    changes.push({
      kind: 'GAP_REWORDED',
      args: {
        title,
        fields: reworded,
        from: reworded.map((field) => before[field] ?? '').join('\n\n'),
        to: reworded.map((field) => after[field] ?? '').join('\n\n'),
      },
    })
  }
  return changes
}

function ofPrinciple(before: PrincipleFace | null, after: PrincipleFace | null): Change[] {
  if (!after) return [{ kind: 'PRINCIPLE_REMOVED', args: { title: before!.title } }]
  const { title, statement } = after
  if (!before) return [{ kind: 'PRINCIPLE_ADDED', args: { title, to: statement } }]
  if (statement === before.statement && title === before.title) return []
  const whole = (face: PrincipleFace) =>
    title === before.title ? face.statement : [face.title, face.statement].join('\n\n')
  return [{ kind: 'PRINCIPLE_REWORDED', args: { title, from: whole(before), to: whole(after) } }]
}

function ofRelation(before: RelationFace | null, after: RelationFace | null): Change[] {
  const { type, from, to } = (after ?? before)!
  const args = { type, from, to }
  if (!after) return [{ kind: 'RELATION_REMOVED', args }]
  if (!before) return [{ kind: 'RELATION_ADDED', args }]
  // A relation that reads otherwise is another one: the items' own names are told with the items.
  return before.type === type
    ? []
    : [
        { kind: 'RELATION_ADDED', args },
        { kind: 'RELATION_REMOVED', args: { ...args, type: before.type } },
      ]
}
