import type { ReactNode } from 'react'
import type { Words } from '#schema/words/index.js'
import { DefinitionList, Link, useWords } from '../../ui/index.js'
import { clauseNameOf } from '../../drafting/reading/index.js'
import type { ContributionData } from './contributions.route.js'
import { purposeWord } from './purpose-word.js'

type Shown = ContributionData['contribution']

/** What the cover says; what nobody said is left out. */
export function CoverFacts({ contribution }: { contribution: Shown }) {
  const words = useWords<Words>()
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
              {concerns.clause
                ? words('contribution.concernsClauseOf', {
                    clause: clauseNameOf(concerns.clause, words),
                    title: concerns.document.title,
                  })
                : concerns.clauseId
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
