import type { MeetingActionsShownFragment, MeetingDecisionsFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { formatDay } from '#schema/words/dates.js'
import { EmptyState, Link, LinkButton, Section, useWords } from '../../../ui/index.js'
import { ActionTable } from './ActionTable.js'
import { DecisionTable } from './DecisionTable.js'
import { actionsHref, decisionsHref, meetingPage, reservationsHref } from './hrefs.js'
import { HeldChips } from './marks.js'
import { holderOf } from './ReservationCard.js'

interface OfMeeting extends MeetingDecisionsFragment, MeetingActionsShownFragment {
  readonly number: number
  readonly state: string
  readonly group: { readonly slug: string; readonly decisionsViewerMay: readonly string[] }
}

/** Nothing more is recorded at a meeting that was called off or closed. [MT-14] */
const isUnclosed = (state: string): boolean => state !== 'CANCELLED' && state !== 'CLOSED'

/** On the page of a meeting: what is reported on, what it decided, what is held against it, what it handed out, and the question about patents. */
export function MeetingDecisions({ meeting }: { meeting: OfMeeting }) {
  return (
    <>
      <ToReport meeting={meeting} />
      <Decided meeting={meeting} />
      <HandedOut meeting={meeting} />
      <Patents meeting={meeting} />
    </>
  )
}

/** What was handed out earlier and is not done: on the page of the next meeting. */
function ToReport({ meeting: { group, actionsToReport } }: { meeting: OfMeeting }) {
  const words = useWords<Words>()
  if (actionsToReport.length === 0) return null
  return (
    <Section id="to-report" title={words('action.toReport')} note={words('action.toReportNote')}>
      <ActionTable
        actions={actionsToReport}
        groupOf={() => group}
        caption={words('action.count', { count: actionsToReport.length })}
        empty={null}
      />
    </Section>
  )
}

function HandedOut({ meeting: { group, number, actions, state } }: { meeting: OfMeeting }) {
  const words = useWords<Words>()
  const mayRecord = group.decisionsViewerMay.includes('RECORD') && isUnclosed(state)
  if (actions.length === 0 && !mayRecord) return null
  return (
    <Section
      id="actions"
      title={words('action.onMeeting')}
      actions={
        mayRecord && (
          <LinkButton size="small" href={`${actionsHref(group)}/new?meeting=${number}`}>
            {words('action.handOut')}
          </LinkButton>
        )
      }
    >
      <ActionTable
        actions={actions}
        groupOf={() => group}
        caption={words('action.count', { count: actions.length })}
        empty={<EmptyState title={words('action.none')}>{words('action.noneText')}</EmptyState>}
      />
    </Section>
  )
}

/** Whether the meeting was asked for known patents, and what was answered. [IP-4] */
function Patents({ meeting: { group, number, patentQuestion, state } }: { meeting: OfMeeting }) {
  const words = useWords<Words>()
  const mayRecord = group.decisionsViewerMay.includes('RECORD') && (state === 'RUNNING' || state === 'ENDED')
  if (!patentQuestion && !mayRecord) return null
  return (
    <Section
      id="patents"
      title={words('action.patents')}
      note={words('action.patentsNote')}
      actions={
        mayRecord && (
          <LinkButton size="small" href={`${meetingPage(group, number)}/patents`}>
            {words(patentQuestion ? 'action.patentsChange' : 'action.patentsRecord')}
          </LinkButton>
        )
      }
    >
      {patentQuestion ? <Answered question={patentQuestion} /> : <p>{words('action.patentsNotRecorded')}</p>}
    </Section>
  )
}

function Answered({ question }: { question: NonNullable<OfMeeting['patentQuestion']> }) {
  const words = useWords<Words>()
  const { wasAsked, askedOn, askedTime, note, answers } = question
  const day = askedOn ? formatDay(askedOn, words) : ''
  const asked = askedTime
    ? words('action.patentsAskedAt', { day, time: askedTime })
    : words('action.patentsAsked', { day })
  return (
    <>
      <p>{wasAsked ? asked : words('action.patentsNotAsked')}</p>
      {note && <p dir="auto">{note}</p>}
      {wasAsked && answers.length === 0 && <p>{words('action.patentsNobody')}</p>}
      <ul className="bullets">
        {answers.map(({ text, declaration }, at) => (
          <li key={at} className="held-text">
            <bdi>{text}</bdi>
            {declaration && <span className="fact-note">{words('action.patentsDeclaration', { declaration })}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Decided({ meeting }: { meeting: OfMeeting }) {
  const words = useWords<Words>()
  const { group, number, decisions, reservations, state } = meeting
  const may = group.decisionsViewerMay
  const open = reservations.filter((held) => !held.decision && held.state !== 'WITHDRAWN')
  return (
    <Section
      id="decisions"
      title={words('decision.onMeeting')}
      note={words('decision.onMeetingNote')}
      actions={
        isUnclosed(state) && (
          <>
            {may.includes('RESERVE') && (
              <LinkButton size="small" href={`${reservationsHref(group)}/new?meeting=${number}`}>
                {words('decision.enter')}
              </LinkButton>
            )}
            {may.includes('RECORD') && (
              <LinkButton size="small" href={`${decisionsHref(group)}/new?meeting=${number}`}>
                {words('decision.record')}
              </LinkButton>
            )}
          </>
        )
      }
    >
      <DecisionTable
        group={group}
        decisions={decisions}
        caption={words('decision.count', { count: decisions.length })}
        isOfMeeting
        empty={<EmptyState title={words('decision.onMeetingNone')}>{words('decision.noneText')}</EmptyState>}
      />
      {open.length > 0 && (
        <section aria-labelledby="open-held" className="spaced">
          <h3 id="open-held">{words('decision.heldOpen')}</h3>
          <p className="soft">{words('decision.heldOpenNote')}</p>
          <ul className="lines">
            {open.map((held) => (
              <li key={held.id}>
                <Link href={`${reservationsHref(group)}#r-${held.id}`} dir="auto">
                  {words('decision.objectionOf', { holder: holderOf(words, held), text: held.text })}
                </Link>{' '}
                <HeldChips held={held} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Section>
  )
}
