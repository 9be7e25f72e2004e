import { useLoaderData } from 'react-router'
import type { ReservationLineFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { EmptyState, Link, LinkButton, PageHeader, Section, Stack, useWords } from '../../ui/index.js'
import {
  decisionHref,
  decisionsHref,
  GroupCrumbs,
  meetingPage,
  ReservationCard,
  reservationsHref,
  SubjectLink,
} from './parts/index.js'
import type { ReservationListData } from './reservations.route.js'

/** What members of a group hold against matters: first what waits for a decision, then what is kept with one. */
export function ReservationList() {
  const words = useWords<Words>()
  const { group } = useLoaderData<ReservationListData>()
  const name = group.acronym ?? group.name
  const before = group.reservations.filter(({ decision }) => !decision)
  const kept = group.reservations.filter(({ decision }) => decision)
  return (
    <>
      <PageHead
        title={words('decision.heldTitleOf', { group: name })}
        description={words('decision.heldLead')}
        canonical={reservationsHref(group)}
        isPrivate={group.visibility !== 'PUBLIC' || group.isExample}
      />
      <GroupCrumbs
        group={group}
        crumbs={[
          { label: words('decision.title'), href: decisionsHref(group) },
          { label: words('decision.heldTitle') },
        ]}
      />
      <PageHeader
        eyebrow={name}
        title={words('decision.heldTitle')}
        lead={words('decision.heldLead')}
        actions={
          group.decisionsViewerMay.includes('RESERVE') && (
            <LinkButton href={`${reservationsHref(group)}/new`} kind="primary">
              {words('decision.enter')}
            </LinkButton>
          )
        }
      />
      {group.reservations.length === 0 ? (
        <EmptyState title={words('decision.heldNone')}>{words('decision.heldNoneText')}</EmptyState>
      ) : (
        <Stack gap={6}>
          <Section id="open" title={words('decision.heldOpen')} note={words('decision.heldOpenNote')}>
            <Cards held={before} none={words('decision.heldOpenNone')} group={group} />
          </Section>
          <Section id="kept" title={words('decision.heldKept')}>
            <Cards held={kept} none={words('decision.heldKeptNone')} group={group} />
          </Section>
        </Stack>
      )}
    </>
  )
}

function Cards({
  held,
  none,
  group,
}: {
  held: readonly ReservationLineFragment[]
  none: string
  group: { slug: string }
}) {
  if (held.length === 0) return <p>{none}</p>
  return (
    <Stack gap={4}>
      {held.map((one) => (
        <ReservationCard key={one.id} held={one} where={<Where held={one} group={group} />} />
      ))}
    </Stack>
  )
}

/** On which decision, at which meeting and row, about what. */
function Where({ held, group }: { held: ReservationLineFragment; group: { slug: string } }) {
  const words = useWords<Words>()
  const { decision, meeting, agendaItem, subject } = held
  return (
    <>
      {decision && (
        <Link href={decisionHref(group, decision.number)}>{words('decision.one', { number: decision.number })}</Link>
      )}
      {!decision && meeting && (
        <Link href={meetingPage(group, meeting.number)}>
          {words('decision.meetingNumber', { number: meeting.number })}
        </Link>
      )}
      {!decision && agendaItem && (
        <>
          {' '}
          {agendaItem.number} <bdi>{agendaItem.title}</bdi>
        </>
      )}
      {!decision && subject && (
        <>
          {' '}
          <SubjectLink subject={subject} />
        </>
      )}
    </>
  )
}
