import type { ReactNode } from 'react'
import type { Words } from '#schema/words/index.js'
import { zoneLabel } from '#schema/words/dates.js'
import { DefinitionList, Link, Section, Time, useWords } from '../../ui/index.js'
import type { ContributionData } from './contributions.route.js'
import { purposeWord } from './purpose-word.js'

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

/** What the cover says; what nobody said is left out. */
export function CoverFacts({ contribution }: { contribution: Shown }) {
  const { words } = useSaid(contribution)
  const { group, meeting, heldFrom, sources, cosigners, contacts, concerns, patentsKnown } = contribution
  const signing = cosigners.filter(({ state }) => state === 'ACCEPTED')
  const meetingLink = (one: { number: number; title: string }) => (
    <Link href={`/groups/${group.slug}/meetings/${one.number}`} dir="auto">
      {one.title}
    </Link>
  )
  return (
    <DefinitionList
      facts={[
        {
          term: words('contribution.meeting'),
          value: meeting
            ? meetingLink(meeting)
            : heldFrom
              ? words('contribution.waitsForMeeting')
              : words('contribution.noMeeting'),
          note: heldFrom && words('contribution.heldFrom', { number: heldFrom.number }),
        },
        {
          term: words('contribution.subgroup'),
          value: contribution.subgroup && <bdi>{words('people.subgroupChoice', contribution.subgroup)}</bdi>,
        },
        {
          term: words('contribution.source'),
          value: (
            <Lines
              lines={[
                ...sources.map(({ label }) => <bdi key={label}>{label}</bdi>),
                ...signing.map(({ id, label }) => (
                  <span key={id}>
                    <bdi>{label}</bdi> <span className="soft">({words('contribution.signedBy')})</span>
                  </span>
                )),
              ]}
            />
          ),
        },
        {
          term: words('contribution.purpose'),
          value:
            contribution.purposes.length > 0
              ? contribution.purposes.map((one) => purposeWord(words, one)).join(', ')
              : null,
        },
        {
          term: words('contribution.contacts'),
          value:
            contacts.length > 0 ? (
              <Lines
                lines={contacts.map(({ person, name, organisation, email }, at) => (
                  <span key={at}>
                    <bdi>{name ?? person?.name ?? words('contribution.somebody')}</bdi>
                    {organisation && (
                      <>
                        , <bdi>{organisation}</bdi>
                      </>
                    )}
                    {email && (
                      <>
                        {' '}
                        <a href={`mailto:${email}`}>{email}</a>
                      </>
                    )}
                  </span>
                ))}
              />
            ) : null,
        },
        { term: words('contribution.asked'), value: contribution.asked && <bdi>{contribution.asked}</bdi> },
        {
          term: words('contribution.concerns'),
          value: concerns && (
            <Link href={concerns.href} dir="auto">
              {concerns.clauseId
                ? words('contribution.concernsAClause', { title: concerns.document.title })
                : concerns.document.title}
            </Link>
          ),
        },
        {
          term: words('contribution.keywords'),
          value: contribution.keywords.length > 0 ? <bdi>{contribution.keywords.join(', ')}</bdi> : null,
        },
        {
          term: words('contribution.patents'),
          value:
            patentsKnown === null ? null : (
              <>
                {words(`contribution.patentsSaid.${patentsKnown ? 'true' : 'false'}`)}{' '}
                {contribution.patentsNote && <bdi>{contribution.patentsNote}</bdi>}
              </>
            ),
          note: patentsKnown ? words('contribution.patentsNoPosition') : null,
        },
      ]}
    />
  )
}

const Lines = ({ lines }: { lines: readonly ReactNode[] }) =>
  lines.map((line, at) => (
    <span key={at} className="block">
      {line}
    </span>
  ))

/** When its number was taken, when it was handed in and how it stands, who decided what, how it ended. */
export function WhatBecame({ contribution }: { contribution: Shown }) {
  const { words, at, who } = useSaid(contribution)
  const { standing, submittedAt, settledAt, endedAt, state } = contribution
  return (
    <Section id="became" title={words('contribution.became')}>
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
