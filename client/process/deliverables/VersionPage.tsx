import { useLoaderData } from 'react-router'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  anchorOf,
  ClauseArticle,
  Contents,
  directionIn,
  ListsOfFrames,
  placeIdOf,
  shownStatuses,
  SurroundingsContext,
  surroundingsOf,
  type NodeJson,
} from '../../drafting/reading/index.js'
import { Chip, DefinitionList, LinkButton, Notice, PageHeader, Section, Split, useWords } from '../../ui/index.js'
import { deliverableHref, versionHref } from './address.js'
import { DeliverableCrumbs } from './DeliverableCrumbs.js'
import type { VersionData } from './deliverables.route.js'
import { findingsSaid } from './parts.js'
import { ApprovalLine } from './Versions.js'

const hrefOf = (clauseId: string, at?: string) => `#${at === undefined ? anchorOf(clauseId) : placeIdOf(at)}`

/** A frozen text from its cover to its last clause, as it is read and printed. */
export function VersionPage() {
  const words = useWords<Words>()
  const { deliverable, version } = useLoaderData<VersionData>()
  const { group, code } = deliverable
  const { clauses, title, number } = version
  const shown = shownStatuses(clauses)
  const href = versionHref(group, deliverable, number)
  const day = formatDay(version.frozenOn, words)
  return (
    <>
      <PageHead
        title={words('deliverable.versionPage', { title, number })}
        description={words('deliverable.versionDescription', { title, number, day })}
        canonical={href}
        alternates={[{ type: 'application/json', href: `${href}.json`, title }]}
        isPrivate={group.visibility !== 'PUBLIC' || group.isExample}
      />
      <DeliverableCrumbs group={group} deliverable={deliverable} doing={words('deliverable.version', { number })} />
      <PageHeader
        eyebrow={[group.acronym ?? group.name, code, words(`form.type.${version.form.type}`)]
          .filter(Boolean)
          .join(' · ')}
        title={title}
        marks={
          <Chip
            tone={version.kind === 'APPROVED' ? 'good' : 'quiet'}
            shape={version.kind === 'APPROVED' ? 'full' : 'ring'}
          >
            {words(`deliverable.versionKind.${version.kind}`)}
          </Chip>
        }
        lead={`${words('deliverable.version', { number })}, ${words('deliverable.frozenOn', { day })}`}
        actions={
          <>
            <LinkButton href={`${href}.json`}>{words('deliverable.file')}</LinkButton>
            <LinkButton href={deliverableHref(group, deliverable)} kind="quiet">
              {words('deliverable.backToIt')}
            </LinkButton>
          </>
        }
      />
      {!version.isIntact && (
        <div className="spaced">
          <Notice kind="bad">{words('deliverable.notIntact')}</Notice>
        </div>
      )}
      <Section id="cover" title={words('deliverable.coverFacts')} note={words('deliverable.frozenNotice')}>
        <DefinitionList
          facts={[
            {
              term: words('deliverable.versionKind.APPROVED'),
              value: version.approval && <ApprovalLine version={version} group={group} />,
            },
            { term: words('deliverable.freezeMeeting'), value: version.meeting?.title },
            { term: words('deliverable.freezeNote'), value: version.note && <span dir="auto">{version.note}</span> },
            {
              term: words('deliverable.hash'),
              value: <span className="hash">{version.hash}</span>,
              note: version.isIntact ? words('deliverable.intact') : undefined,
            },
            {
              term: words('deliverable.liveText'),
              value:
                version.textHasChanged === null
                  ? null
                  : words(version.textHasChanged ? 'deliverable.textSince' : 'deliverable.textSame'),
            },
            { term: words('deliverable.checklist'), value: findingsSaid(version, words) },
          ]}
        />
      </Section>
      <Split
        aside={
          <div className="reading-aside">
            <Contents clauses={clauses} hrefOf={hrefOf} />
            <ListsOfFrames clauses={clauses} />
          </div>
        }
      >
        <article
          className="report"
          aria-label={title}
          dir={directionIn(clauses.map(({ content }) => content as NodeJson))}
        >
          <SurroundingsContext value={surroundingsOf({ citedItems: version.citedItems, clausesElsewhere: [] })}>
            {clauses.map((clause) => (
              <ClauseArticle
                key={clause.id}
                clause={clause}
                depth={clause.level + 1}
                permanentHref={`${href}#${anchorOf(clause.id)}`}
                hrefOf={hrefOf}
                showsStatus={shown.has(clause.id)}
              />
            ))}
          </SurroundingsContext>
        </article>
      </Split>
    </>
  )
}
