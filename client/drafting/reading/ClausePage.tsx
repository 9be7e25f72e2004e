import { useLoaderData } from 'react-router'
import { contributionOn } from '#schema/vocabulary/contribution-address.js'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { useRunning } from '../../app/use-running.js'
import { PageHead } from '../../app/PageHead.js'
import { Breadcrumb, LinkButton, Notice, PageHeader, Section, Time, useWords } from '../../ui/index.js'
import { anchorOf, clauseHref, readingHref } from './addresses.js'
import { CiteClause } from './CiteClause.js'
import { clauseNameOf } from './clause-name.js'
import { ClauseArticle } from './ClauseArticle.js'
import { ClauseNeighbours } from './ClauseNeighbours.js'
import { ClauseText } from './ClauseText.js'
import type { ClauseData } from './reading.route.js'
import { runningOf } from './running.js'
import { shownStatuses } from './status-shown.js'
import { SurroundingsContext, surroundingsOf } from './surroundings.js'
import { DraftNotice, mayContributeOn } from './TextHead.js'

/** One clause with all that is below it, at its permanent address; or that it was deleted. [RD-3] */
export function ClausePage() {
  const words = useWords<Words>()
  const { text, place, address, now } = useLoaderData<ClauseData>()
  const { clause, above, below, deletion } = place
  const { group } = text
  useRunning(runningOf(text, words))
  const hrefOf = (id: string) => clauseHref(text, id)
  const name = clause ? clauseNameOf(clause, words) : words('reading.deletedTitle')
  const shown = clause ? shownStatuses([...above, clause, ...below]) : new Set<string>()
  return (
    <SurroundingsContext value={surroundingsOf(text)}>
      <PageHead
        title={`${name} – ${text.title}`}
        canonical={hrefOf(place.id)}
        isPrivate={text.visibility !== 'PUBLIC' || text.isExample || !clause}
      />
      <Breadcrumb
        crumbs={[
          { label: group.acronym ?? group.name, href: `/groups/${group.slug}` },
          { label: text.title, href: readingHref(text) },
          ...above.map((one) => ({ label: clauseNameOf(one, words), href: hrefOf(one.id) })),
          { label: name },
        ]}
      />
      <PageHeader
        eyebrow={text.title}
        title={name}
        actions={
          <>
            {clause && mayContributeOn(text) && (
              <LinkButton href={contributionOn(group.slug, text.id, clause.id)}>
                {words('reading.contributeOnClause')}
              </LinkButton>
            )}
            <LinkButton href={clause ? `${readingHref(text)}#${anchorOf(clause.id)}` : readingHref(text)}>
              {words('reading.inText')}
            </LinkButton>
          </>
        }
      />
      {clause && <DraftNotice text={text} />}
      {clause && (
        <article className="report" aria-label={name}>
          <ClauseText
            content={clause.content}
            hrefOf={hrefOf}
            names={new Map(clause.rescuedFrom.map(({ id, name: known }) => [id, known]))}
          />
          {below.map((one) => (
            <ClauseArticle
              key={one.id}
              clause={one}
              depth={one.level - clause.level + 1}
              permanentHref={hrefOf(one.id)}
              hrefOf={hrefOf}
              showsStatus={shown.has(one.id)}
            />
          ))}
        </article>
      )}
      {deletion && (
        <>
          <Notice kind="attention" title={words('reading.deletedTitle')}>
            {words('reading.deletedText')}{' '}
            {deletion.noticedAt && (
              <>
                {words('reading.deletedSince')}{' '}
                <Time at={deletion.noticedAt} zone={group.deadlineZone} place={zoneLabel(group.deadlineZone, words)} />.
              </>
            )}
          </Notice>
          {deletion.lastWords ? (
            <Section id="last-words" title={words('reading.lastWords')}>
              <article className="report" aria-label={words('reading.lastWords')}>
                {deletion.lastWords.title && <p className="clause-title">{deletion.lastWords.title}</p>}
                <ClauseText content={deletion.lastWords.content} hrefOf={hrefOf} />
              </article>
            </Section>
          ) : (
            <p>{words('reading.noLastWords')}</p>
          )}
        </>
      )}
      {clause && <CiteClause text={text} clause={clause} address={address} now={now} />}
      {clause && <ClauseNeighbours place={place} hrefOf={hrefOf} />}
    </SurroundingsContext>
  )
}
