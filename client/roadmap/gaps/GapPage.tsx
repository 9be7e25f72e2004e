import { useLoaderData } from 'react-router'
import { gapsAddress } from '#schema/vocabulary/address.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ActivityLines } from '../../common/activity/index.js'
import { FollowButton } from '../../common/notifications/index.js'
import {
  Breadcrumb,
  DataTable,
  DefinitionList,
  EmptyState,
  Link,
  LinkButton,
  PageHeader,
  Prose,
  Section,
  Split,
  Stack,
  Unknown,
  useWords,
} from '../../ui/index.js'
import {
  AsOfNotice,
  BodyName,
  citation,
  Cite,
  DegreeChip,
  factHref,
  gapHref,
  Linked,
  LinkedData,
  newsAlternate,
  NewsLink,
  PriorityChip,
  ProvenanceFacts,
  Sourced,
  StandingChip,
  Terms,
  UnreadNotice,
} from '../parts/index.js'
import { GapCoverage } from './GapCoverage.js'
import { NumberNotice, NumbersThatLeadHere } from './GapNumbers.js'
import { GapClosings, GapProgressList, GapQuestions } from './GapStanding.js'
import type { GapOnPage, GapPageData } from './gaps.route.js'
import { byRole } from './who.js'

/** One gap: what is missing, how far it is answered and by what, how much it matters, who acts, what was done. */
export function GapPage() {
  const words = useWords<Words>()
  const { gap, was, asOf, unread, href, readAt, follow } = useLoaderData<GapPageData>()
  // What the past was like is looked at, not changed.
  const mayUndo = asOf === null && gap.viewerMay.includes('EDIT')
  const mayEdit = mayUndo && gap.replacement === null
  const what = words('gap.name', { number: gap.number, title: gap.title })
  return (
    <>
      <PageHead
        title={what}
        description={gap.description}
        canonical={`/gaps/${gap.number}`}
        alternates={[newsAlternate(words, gapHref(gap.number))]}
        isPrivate={asOf !== null || gap.replacement !== null}
      />
      <LinkedData
        thing={{
          '@type': 'CreativeWork',
          '@id': href,
          url: href,
          identifier: gap.number,
          name: gap.title,
          description: gap.description,
          keywords: gap.topics.map((topic) => words.dynamic(`register.topic.${topic}`)),
          creativeWorkStatus: words.dynamic(`register.gapStanding.${gap.standing}`),
          isPartOf: { '@type': 'Dataset', name: words('home.title'), url: new URL('/', href).href },
        }}
      />
      <Breadcrumb crumbs={[{ label: words('gap.listTitle'), href: '/gaps' }, { label: gap.number }]} />
      <PageHeader
        eyebrow={words('gap.eyebrow', { number: gap.number })}
        title={
          <Sourced confidence={gap.provenance.confidence}>
            <bdi>{gap.title}</bdi>
          </Sourced>
        }
        actions={
          <>
            <FollowButton kind="GAP" name={gap.number} follow={follow} />
            {mayEdit && <GapActions gap={gap} />}
          </>
        }
        marks={
          <>
            <StandingChip standing={gap.standing} />
            <span className="labelled">
              {words('gap.column.priority')} <PriorityChip priority={gap.priority} />
            </span>
            <span className="labelled">
              {words('gap.column.coverage')} <DegreeChip degree={gap.coverage.degree} />
            </span>
          </>
        }
      />
      <Stack gap={6}>
        <AsOfNotice asOf={asOf} />
        <UnreadNotice unread={unread} />
        <NumberNotice gap={gap} was={was} mayEdit={mayUndo} />
        <GapQuestions gap={gap} mayEdit={mayEdit} />
        <Split
          side="end"
          aside={
            <Stack gap={6}>
              <Facts gap={gap} />
              <Section id="source" title={words('fact.provenance')}>
                <ProvenanceFacts provenance={gap.provenance} />
                <Link href={factHref('GAP', gap.id)}>{words('fact.check')}</Link>
              </Section>
              <Section id="cite" title={words('fact.cite')}>
                <Cite
                  href={href}
                  text={citation(words, { what, asOf: readAt, href })}
                  cited={{ key: gap.number, title: what, asOf: readAt }}
                />
              </Section>
            </Stack>
          }
        >
          <Section id="description" title={words('gap.description')}>
            <Prose>
              <p>{gap.description}</p>
              {gap.recommendation && <p>{gap.recommendation}</p>}
            </Prose>
          </Section>
          <GapCoverage gap={gap} mayEdit={mayEdit} />
          <GapClosings gap={gap} />
          <GapProgressList gap={gap} mayEdit={mayEdit} />
          <Bodies gap={gap} />
          <Deliverables gap={gap} />
          <Priority gap={gap} />
          <Principles gap={gap} />
          <StatedIn gap={gap} />
          <NumbersThatLeadHere gap={gap} />
          {/* The record tells with the names of today what was done, also later than that moment. */}
          {asOf === null && (
            <Section id="history" title={words('gap.history')} actions={<NewsLink address={gapHref(gap.number)} />}>
              <ActivityLines events={gap.activity.nodes} />
            </Section>
          )}
        </Split>
      </Stack>
    </>
  )
}

/** What the viewer may do with the gap, because the server said so. Each is a page of its own. */
function GapActions({ gap }: { gap: GapOnPage }) {
  const words = useWords<Words>()
  const href = gapHref(gap.number)
  return (
    <>
      <LinkButton href={`${href}/edit`}>{words('gap.edit')}</LinkButton>
      {gap.standing === 'CLOSED' ? (
        <LinkButton href={`${href}/reopen`}>{words('gap.reopen')}</LinkButton>
      ) : (
        <>
          <LinkButton href={`${href}/close`}>{words('gap.close')}</LinkButton>
          <LinkButton href={`${href}/merge`}>{words('gap.merge')}</LinkButton>
          <LinkButton href={`${href}/split`}>{words('gap.split')}</LinkButton>
        </>
      )}
    </>
  )
}

function Facts({ gap }: { gap: GapOnPage }) {
  const words = useWords<Words>()
  return (
    <Section id="facts" title={words('gap.facts')}>
      <DefinitionList
        isStacked
        facts={[
          {
            term: words('gap.kind'),
            value: gap.kind === 'UNKNOWN' ? <Unknown /> : words.dynamic(`register.gapKind.${gap.kind}`),
          },
          {
            term: words('gap.column.standing'),
            value: <StandingChip standing={gap.standing} />,
            note: words.dynamic(`register.gapStandingMeaning.${gap.standing}`),
          },
          {
            term: words('gap.progress'),
            value: gap.progress === 'UNKNOWN' ? <Unknown /> : words.dynamic(`register.gapProgress.${gap.progress}`),
            note: gap.isProgressStale
              ? words('gap.progressStale')
              : words.dynamic(`register.gapProgressMeaning.${gap.progress}`),
          },
          {
            term: words('gap.readiness'),
            value: gap.readiness === 'UNKNOWN' ? <Unknown /> : words.dynamic(`register.readiness.${gap.readiness}`),
          },
          {
            term: words('gap.needsResearch'),
            value:
              gap.needsResearch === 'UNKNOWN' ? <Unknown /> : words.dynamic(`gap.needsResearch.${gap.needsResearch}`),
          },
          {
            term: words('gap.facet.topic'),
            value: (
              <Terms list="topic" values={gap.topics} href={(topic) => gapsAddress({ topic: [topic as never] })} />
            ),
          },
          {
            term: words('gap.facet.lifecycleStage'),
            value: (
              <Terms
                list="lifecycleStage"
                values={gap.lifecycleStages}
                href={(stage) => gapsAddress({ lifecycleStage: [stage as never] })}
              />
            ),
          },
        ]}
      />
    </Section>
  )
}

function Bodies({ gap }: { gap: GapOnPage }) {
  const words = useWords<Words>()
  return (
    <Section id="bodies" title={words('gap.column.who')} note={words('gap.whoNote')}>
      <DataTable
        caption={words('gap.column.who')}
        isCaptionHidden
        rows={byRole(gap.bodies)}
        rowKey={({ body }) => body.slug}
        empty={<EmptyState title={words('gap.nobodyTitle')}>{words('gap.nobodyText')}</EmptyState>}
        columns={[
          {
            id: 'body',
            header: words('item.column.body'),
            isRowHeader: true,
            cell: ({ body, provenance }) => <BodyName body={body} confidence={provenance.confidence} />,
          },
          {
            id: 'role',
            header: words('gap.column.role'),
            cell: ({ role }) => (role === 'UNKNOWN' ? <Unknown /> : words.dynamic(`register.gapBodyRole.${role}`)),
          },
        ]}
      />
    </Section>
  )
}

function Deliverables({ gap }: { gap: GapOnPage }) {
  const words = useWords<Words>()
  return (
    <Section id="deliverables" title={words('gap.column.work')} note={words('gap.workNote')}>
      {gap.deliverables.length === 0 ? (
        <EmptyState title={words('gap.noWork')}>{words('gap.noWorkText')}</EmptyState>
      ) : (
        <ul className="lines">
          {gap.deliverables.map(({ id, code, title, group }) => (
            <li key={id}>
              <Link href={`/groups/${group.slug}`}>
                <bdi>{group.acronym ?? group.name}</bdi>
              </Link>{' '}
              {code && <bdi>{code}</bdi>} <bdi>{title}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The four scores, what their sum suggests, and why a person said otherwise. */
function Priority({ gap }: { gap: GapOnPage }) {
  const words = useWords<Words>()
  const { score, priority, suggestedPriority, priorityReason } = gap
  const scores = ['criticality', 'achievability', 'scope', 'effect'] as const
  return (
    <Section id="priority" title={words('gap.column.priority')} note={words('gap.scoreNote')}>
      <DefinitionList
        facts={[
          { term: words('gap.column.priority'), value: <PriorityChip priority={priority} />, note: priorityReason },
          { term: words('gap.suggested'), value: <PriorityChip priority={suggestedPriority} /> },
          ...(score
            ? [
                ...scores.map((name) => ({
                  term: words(`gap.score.${name}`),
                  value: words('gap.ofThree', { score: score[name] }),
                })),
                { term: words('gap.score.sum'), value: words('gap.ofTwelve', { score: score.sum }) },
              ]
            : [{ term: words('gap.scores'), value: <Unknown>{words('gap.notScored')}</Unknown> }]),
        ]}
      />
    </Section>
  )
}

function Principles({ gap }: { gap: GapOnPage }) {
  const words = useWords<Words>()
  if (gap.principles.length === 0) return null
  return (
    <Section id="principles" title={words('gap.principles')}>
      <ul className="lines">
        {gap.principles.map(({ number, title }) => (
          <li key={number}>
            <Link href={`/principles#${number}`}>
              {number} <bdi>{title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function StatedIn({ gap }: { gap: GapOnPage }) {
  const words = useWords<Words>()
  return (
    <Section id="stated-in" title={words('gap.statedIn')}>
      {gap.statedIn.length === 0 ? (
        <Unknown />
      ) : (
        <ul className="lines">
          {gap.statedIn.map((source) => (
            <li key={source}>
              <Linked text={source} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
