import type { ReactNode } from 'react'
import type { ActionLineFragment } from '#schema/generated/operations.js'
import type { ActionState } from '#schema/vocabulary/decisions.js'
import type { Words } from '#schema/words/index.js'
import { Chip, DataTable, Day, Link, useWords, type Column, type ShapeName, type Tone } from '../../../ui/index.js'
import { actionHref, decisionHref, meetingPage } from './hrefs.js'

const look: Readonly<Record<ActionState, { tone: Tone; shape: ShapeName }>> = {
  NEEDS_ACTION: { tone: 'attention', shape: 'ring' },
  IN_PROCESS: { tone: 'progress', shape: 'half' },
  COMPLETED: { tone: 'good', shape: 'full' },
  CANCELLED: { tone: 'quiet', shape: 'cross' },
}

export function ActionChips({ action: { state, isOverdue } }: { action: { state: ActionState; isOverdue: boolean } }) {
  const words = useWords<Words>()
  return (
    <span className="cluster gap-2 align-center">
      <Chip {...look[state]} title={words(`action.stateMeaning.${state}`)}>
        {words(`action.state.${state}`)}
      </Chip>
      {isOverdue && (
        <Chip tone="bad" shape="triangle">
          {words('action.overdue')}
        </Chip>
      )}
    </span>
  )
}

type OwnedAction = Pick<ActionLineFragment, 'owner' | 'ownerWords'>

/** Who does it: a person, a former member once they were erased, or an organisation in words. */
export function ownerOf(words: Words, { owner, ownerWords }: OwnedAction): string {
  const name = owner ? (owner.name ?? words('decision.formerMember')) : null
  return [name, ownerWords].filter(Boolean).join(', ')
}

/** By which meeting or day. */
export function Due({ action, group }: { action: ActionLineFragment; group: { slug: string } }) {
  const words = useWords<Words>()
  const { dueMeeting, dueOn } = action
  if (dueMeeting) {
    return (
      <>
        <Link href={meetingPage(group, dueMeeting.number)}>
          {words('decision.meetingNumber', { number: dueMeeting.number })}
        </Link>
        , <Day on={dueMeeting.startsOn} />
      </>
    )
  }
  return dueOn ? <Day on={dueOn} /> : <>{words('action.noDue')}</>
}

/** Actions as a table; `groupOf` where they are of several groups. */
export function ActionTable<Row extends ActionLineFragment>({
  actions,
  groupOf,
  caption,
  empty,
  isMain = false,
  isOfSeveral = false,
}: {
  actions: readonly Row[]
  groupOf(action: Row): { slug: string; name?: string; acronym?: string | null }
  caption: string
  empty: ReactNode
  isMain?: boolean
  isOfSeveral?: boolean
}) {
  const words = useWords<Words>()
  const columns: Column<Row>[] = [
    {
      id: 'action',
      header: words('action.column.action'),
      isRowHeader: true,
      isLong: true,
      cell: (action) => (
        <Link href={actionHref(groupOf(action), action.number)}>
          {action.number} <span dir="auto">{action.text}</span>
        </Link>
      ),
    },
    { id: 'owner', header: words('action.column.owner'), cell: (action) => <bdi>{ownerOf(words, action)}</bdi> },
    {
      id: 'due',
      header: words('action.column.due'),
      cell: (action) => <Due action={action} group={groupOf(action)} />,
    },
    { id: 'state', header: words('action.column.state'), cell: (action) => <ActionChips action={action} /> },
    isOfSeveral
      ? {
          id: 'group',
          header: words('action.column.group'),
          cell: (action) => <bdi>{groupOf(action).acronym ?? groupOf(action).name}</bdi>,
        }
      : {
          id: 'from',
          header: words('action.column.from'),
          cell: (action) => <Origin action={action} group={groupOf(action)} />,
        },
  ]
  return (
    <DataTable
      isMain={isMain}
      caption={caption}
      rows={actions}
      rowKey={({ id }) => id}
      columns={columns}
      empty={empty}
    />
  )
}

/** The decision it follows from, or the meeting that handed it out. */
export function Origin({ action, group }: { action: ActionLineFragment; group: { slug: string } }) {
  const words = useWords<Words>()
  const { decision, meeting } = action
  if (decision) {
    return <Link href={decisionHref(group, decision.number)}>{words('decision.one', { number: decision.number })}</Link>
  }
  if (!meeting) return <>{words('decision.between')}</>
  return (
    <Link href={meetingPage(group, meeting.number)}>{words('decision.meetingNumber', { number: meeting.number })}</Link>
  )
}
