import { useLoaderData } from 'react-router'
import { contributionOn } from '#schema/vocabulary/contribution-address.js'
import type { Words } from '#schema/words/index.js'
import { useRunning } from '../../app/use-running.js'
import { PageHead } from '../../app/PageHead.js'
import { Breadcrumb, EmptyState, LinkButton, PageHeader, Split, useWords } from '../../ui/index.js'
import { anchorOf, clauseHref, placeIdOf, readingHref, textHref } from './addresses.js'
import { ClauseArticle } from './ClauseArticle.js'
import { Contents } from './Contents.js'
import { directionIn } from './direction.js'
import { FindInText } from './FindInText.js'
import type { NodeJson } from './node-json.js'
import type { ReadingData } from './reading.route.js'
import { ListsOfFrames } from './ListsOfFrames.js'
import { runningOf } from './running.js'
import { shownStatuses } from './status-shown.js'
import { SurroundingsContext, surroundingsOf } from './surroundings.js'
import { DraftNotice, mayContributeOn, writtenFor } from './TextHead.js'

const anchorHref = (clauseId: string, at?: string) => `#${at === undefined ? anchorOf(clauseId) : placeIdOf(at)}`

/** A text from its title to its last clause, as a report is read and printed. */
export function ReadingPage() {
  const words = useWords<Words>()
  const { text, found, find } = useLoaderData<ReadingData>()
  const { group, clauses, title } = text
  const groupName = group.acronym ?? group.name
  const shown = shownStatuses(clauses)
  useRunning(runningOf(text, words))
  const [written, type] = [writtenFor(text, words), words(`form.type.${text.form.type}`)]
  return (
    <>
      <PageHead
        title={title}
        description={words('reading.description', { title, group: group.name })}
        canonical={readingHref(text)}
        alternates={[{ type: 'application/json', href: `${textHref(text)}.json`, title }]}
        isPrivate={text.visibility !== 'PUBLIC' || text.isExample}
      />
      <Breadcrumb
        crumbs={[
          { label: words('group.groups'), href: '/groups' },
          { label: groupName, href: `/groups/${group.slug}` },
          { label: title },
        ]}
      />
      <PageHeader
        eyebrow={[groupName, written, written.includes(type) ? null : type].filter(Boolean).join(' · ')}
        title={title}
        lead={words('reading.size', { clauses: clauses.length, words: text.wordCount })}
        actions={
          <>
            {text.viewerMay.includes('EDIT') && (
              <LinkButton kind="primary" href={textHref(text)}>
                {words('reading.write')}
              </LinkButton>
            )}
            {mayContributeOn(text) && (
              <LinkButton href={contributionOn(group.slug, text.id)}>{words('reading.contribute')}</LinkButton>
            )}
            <LinkButton href={`${textHref(text)}.json`}>{words('reading.json')}</LinkButton>
          </>
        }
      />
      <DraftNotice text={text} />
      {clauses.length === 0 ? (
        <EmptyState title={words('reading.empty')}>{words('reading.emptyText')}</EmptyState>
      ) : (
        <Split
          aside={
            <div className="reading-aside">
              <FindInText address={readingHref(text)} find={find} found={found} hrefOf={anchorHref} />
              <Contents clauses={clauses} hrefOf={anchorHref} />
              <ListsOfFrames clauses={clauses} />
            </div>
          }
        >
          <article
            className="report"
            aria-label={title}
            dir={directionIn(clauses.map(({ content }) => content as NodeJson))}
          >
            <SurroundingsContext value={surroundingsOf(text)}>
              {clauses.map((clause) => (
                <ClauseArticle
                  key={clause.id}
                  clause={clause}
                  depth={clause.level + 1}
                  permanentHref={clauseHref(text, clause.id)}
                  hrefOf={anchorHref}
                  showsStatus={shown.has(clause.id)}
                  contributeHref={mayContributeOn(text) ? contributionOn(group.slug, text.id, clause.id) : null}
                />
              ))}
            </SurroundingsContext>
          </article>
        </Split>
      )}
    </>
  )
}
