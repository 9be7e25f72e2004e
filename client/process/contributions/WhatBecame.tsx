import { contributionHref } from '#schema/vocabulary/contribution-address.js'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Day, DefinitionList, Link, Section, Time, useWords } from '../../ui/index.js'
import { agendaHref } from '../agenda/index.js'
import { documentsHref, StandChip } from '../document-list/index.js'
import { meetingHref } from '../meetings/index.js'
import type { ContributionData } from './contributions.route.js'

type Shown = ContributionData['contribution']

const useSaid = ({ group }: Shown) => {
  const words = useWords<Words>()
  const zone = group.deadlineZone
  return {
    words,
    at: (instant: string) => <Time at={instant} zone={zone} place={zoneLabel(zone, words)} />,
    who: (person: { name: string | null } | null) =>
      person ? (person.name ?? words('contribution.somebody')) : words('contribution.theSystem'),
  }
}

/** When its number was taken, when it was handed in and how it stands, who decided what, how it ended. */
export function WhatBecame({ contribution }: { contribution: Shown }) {
  const { words, at, who } = useSaid(contribution)
  const { standing, submittedAt, settledAt, endedAt, state } = contribution
  return (
    <Section id="became" title={words('contribution.became')}>
      {contribution.atMeetings.map((line) => (
        <AtMeeting key={line.meeting.number} contribution={contribution} line={line} />
      ))}
      <DefinitionList
        isStacked
        facts={[
          {
            term: words('contribution.reservedAt'),
            value: at(contribution.reservedAt),
            note: <bdi>{who(contribution.reservedBy)}</bdi>,
          },
          {
            term: words('contribution.submittedAt'),
            value: submittedAt && at(submittedAt),
            note: contribution.standingReason?.text,
          },
          {
            term: words('contribution.posting'),
            value: contribution.toBePostedBy && <Day on={contribution.toBePostedBy} />,
            note: words('contribution.postingNote'),
          },
          {
            term: words('contribution.settled'),
            value:
              settledAt && (standing === 'ADMITTED_LATE' || standing === 'HELD_FOR_NEXT') ? (
                <>
                  {words(`contribution.settledHow.${standing}`, { who: who(contribution.settledBy) })}{' '}
                  <span className="block">{at(settledAt)}</span>
                </>
              ) : null,
            note: contribution.settledWhy && <bdi>{contribution.settledWhy}</bdi>,
          },
          {
            term: words(state === 'LAPSED' ? 'contribution.lapsedAt' : 'contribution.ended'),
            value:
              endedAt &&
              (state === 'WITHDRAWN' ? (
                <>
                  {at(endedAt)} {words('contribution.endedBy', { who: who(contribution.endedBy) })}
                </>
              ) : (
                at(endedAt)
              )),
            note: contribution.endedWhy && <bdi>{contribution.endedWhy}</bdi>,
          },
        ]}
      />
    </Section>
  )
}

/** What a meeting made of it: its row, its result, and the documents to which it led. [WA-2] */
function AtMeeting({ contribution, line }: { contribution: Shown; line: Shown['atMeetings'][number] }) {
  const { words, at } = useSaid(contribution)
  const { group } = contribution
  const { meeting, agendaItem, note, settledAt, revisedTo, mergedInto, replaces } = line
  const other = ({ number }: { number: string }) => (
    <Link key={number} href={contributionHref(group.slug, number)} className="block">
      {number}
    </Link>
  )
  return (
    <>
      <h3>
        <Link href={meetingHref(group, meeting.number)}>
          <bdi>{meeting.title}</bdi>
        </Link>
      </h3>
      <DefinitionList
        isStacked
        facts={[
          {
            term: words('documentList.column.result'),
            value: (
              <Link href={`${documentsHref(group, meeting.number)}/${line.id}`}>
                <StandChip line={line} />
              </Link>
            ),
            note: (
              <>
                {settledAt && at(settledAt)} {note && <bdi>{note}</bdi>}
              </>
            ),
          },
          {
            term: words('documentList.row'),
            value: agendaItem ? (
              <Link href={`${agendaHref(group, meeting.number)}#row-${agendaItem.id}`}>
                <bdi>{words('agenda.rowName', { number: agendaItem.number, title: agendaItem.title })}</bdi>
              </Link>
            ) : (
              words('documentList.noRow')
            ),
          },
          { term: words('documentList.column.revisedTo'), value: revisedTo && other(revisedTo) },
          { term: words('documentList.column.mergedInto'), value: mergedInto && other(mergedInto) },
          { term: words('documentList.column.replaces'), value: replaces.length > 0 ? replaces.map(other) : null },
        ]}
      />
    </>
  )
}
