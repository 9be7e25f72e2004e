import { contributionHref } from '#schema/vocabulary/contribution-address.js'
import type { Words } from '#schema/words/index.js'
import { zoneLabel } from '#schema/words/dates.js'
import { clauseNumberOf, ClauseText } from '../../drafting/reading/index.js'
import { Chip, EmptyState, Link, Section, Time, useWords } from '../../ui/index.js'
import type { ContributionData } from './contributions.route.js'

type Shown = ContributionData['contribution']
type Revision = Shown['revisions'][number]

/** "1.2 MB" in the reader's own figures. */
export const sizeSaid = (bytes: number, words: Words): string =>
  new Intl.NumberFormat(words.locale, {
    style: 'unit',
    unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte',
    maximumSignificantDigits: 2,
  }).format(bytes < 1_000_000 ? bytes / 1000 : bytes / 1_000_000)

const hrefOf = (clauseId: string) => `#clause-${clauseId}`

/** What was handed in, word for word: the text as a page, or the file to be saved. */
export function HandedIn({ contribution, revision }: { contribution: Shown; revision: Revision | null }) {
  const words = useWords<Words>()
  if (!revision) {
    return (
      <Section id="text" title={words('contribution.text')}>
        <EmptyState title={words('contribution.noText')}>{words('contribution.noTextText')}</EmptyState>
      </Section>
    )
  }
  const { file, clauses } = revision
  return (
    <Section
      id="text"
      title={words('contribution.text')}
      note={contribution.revisions.length > 1 ? revision.citedAs : undefined}
    >
      {file && (
        <p>
          {words('contribution.textIsFile')}{' '}
          <a href={file.url} download={file.name}>
            {words('contribution.download', { name: file.name, size: sizeSaid(file.sizeBytes, words) })}
          </a>
        </p>
      )}
      {clauses.length > 0 && (
        <article className="report" aria-label={revision.title} dir="auto">
          {clauses.map((clause) => {
            const Heading = `h${Math.min(clause.level + 2, 6) as 3 | 4 | 5 | 6}` as const
            const number = clauseNumberOf(clause, words)
            return (
              <section key={clause.id} className="clause" data-level={Math.min(clause.level, 4)}>
                <Heading id={`clause-${clause.id}`}>
                  {number !== null && <span className="clause-number">{number}</span>}{' '}
                  <span className="clause-title" dir="auto">
                    {clause.title || words('contribution.untitled')}
                  </span>
                </Heading>
                <ClauseText content={clause.content} hrefOf={hrefOf} />
              </section>
            )
          })}
        </article>
      )}
      <p className="soft checksum">{words('contribution.checksum', { sum: revision.sha256 })}</p>
    </Section>
  )
}

/** Each time it was handed in, with the way to what was handed in then. */
export function RevisionList({
  contribution: { revisions, group, number },
  shown,
}: {
  contribution: Shown
  shown: number | null
}) {
  const words = useWords<Words>()
  if (revisions.length === 0) return null
  const href = contributionHref(group.slug, number)
  const zone = group.deadlineZone
  return (
    <Section id="revisions" title={words('contribution.history')} note={words('contribution.historyNote')}>
      <ol className="revisions">
        {revisions.map((one) => (
          <li key={one.id} className="spaced">
            <strong className="block">
              {one.number === 0
                ? words('contribution.revision.first')
                : words('contribution.revision.later', { number: one.number })}
            </strong>
            <span className="block">
              <Time at={one.submittedAt} zone={zone} place={zoneLabel(zone, words)} />
            </span>
            {one.number > 0 && one.isAfterDeadline && (
              <span className="block">
                <Chip tone="progress" shape="half">
                  {words('contribution.afterDeadline')}
                </Chip>
              </span>
            )}
            {one.note && (
              <span className="block" dir="auto">
                {one.note}
              </span>
            )}
            {one.number === shown ? (
              <span className="soft">{words('contribution.reading')}</span>
            ) : (
              <Link href={`${href}?revision=${one.number}#text`}>
                {words('contribution.readIt', { cited: one.citedAs })}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
