import type { SubjectShownFragment } from '#schema/generated/operations.js'
import type { DecisionKind, ReservationKind, ReservationState } from '#schema/vocabulary/decisions.js'
import type { Words } from '#schema/words/index.js'
import { Chip, Link, useWords, type ShapeName, type Tone } from '../../../ui/index.js'

interface Look {
  readonly tone: Tone
  readonly shape: ShapeName
}

const kindLook: Readonly<Record<DecisionKind, Look>> = {
  AGREED: { tone: 'good', shape: 'half' },
  APPROVED: { tone: 'good', shape: 'full' },
  ENDORSED: { tone: 'good', shape: 'quarter' },
  APPOINTED: { tone: 'progress', shape: 'square' },
  NOTED: { tone: 'quiet', shape: 'ring' },
  NOT_AGREED: { tone: 'bad', shape: 'cross' },
  DEFERRED: { tone: 'attention', shape: 'triangle' },
}

const heldLook: Readonly<Record<ReservationState, Look>> = {
  OPEN: { tone: 'attention', shape: 'ring' },
  ANSWERED: { tone: 'good', shape: 'half' },
  SUSTAINED: { tone: 'bad', shape: 'full' },
  WITHDRAWN: { tone: 'quiet', shape: 'cross' },
}

export function KindChip({ kind }: { kind: DecisionKind }) {
  const words = useWords<Words>()
  return (
    <Chip {...kindLook[kind]} title={words(`decision.kindMeaning.${kind}`)}>
      {words(`decision.kind.${kind}`)}
    </Chip>
  )
}

export function ReversedChip() {
  const words = useWords<Words>()
  return (
    <Chip tone="bad" shape="dash">
      {words('decision.reversed')}
    </Chip>
  )
}

export function HeldChips({ held: { kind, state } }: { held: { kind: ReservationKind; state: ReservationState } }) {
  const words = useWords<Words>()
  return (
    <span className="cluster gap-2 align-center">
      <Chip
        tone={kind === 'OBJECTION' ? 'bad' : 'quiet'}
        shape={kind === 'OBJECTION' ? 'triangle' : 'square'}
        title={words(`decision.heldMeaning.${kind}`)}
      >
        {words(`decision.held.${kind}`)}
      </Chip>
      <Chip {...heldLook[state]} title={words(`decision.heldStateMeaning.${state}`)}>
        {words(`decision.heldState.${state}`)}
      </Chip>
    </span>
  )
}

/** What something is about, as far as the reader may see it. */
export function SubjectLink({ subject }: { subject: SubjectShownFragment }) {
  const words = useWords<Words>()
  const { kind, label, href } = subject
  if (label === null || label === undefined) {
    return <>{words('decision.aboutHidden', { kind: words(`decision.subjectKind.${kind}`) })}</>
  }
  return href ? (
    <Link href={href} dir="auto">
      {label}
    </Link>
  ) : (
    <bdi>{label}</bdi>
  )
}
