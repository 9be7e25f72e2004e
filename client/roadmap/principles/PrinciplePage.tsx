import { useLoaderData, useLocation } from 'react-router'
import { gapsAddress } from '#schema/vocabulary/address.js'
import { ASSESSMENTS } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ActivityLines } from '../../common/activity/index.js'
import {
  Breadcrumb,
  DataTable,
  Day,
  EmptyState,
  Link,
  LinkButton,
  Notice,
  PageHeader,
  Pager,
  Prose,
  Section,
  Split,
  Stack,
  Tabs,
  Unknown,
  useWords,
  withParams,
} from '../../ui/index.js'
import {
  AsOfNotice,
  AssessmentChip,
  citation,
  Cite,
  Evidence,
  factHref,
  GapLink,
  ItemLink,
  principleHref,
  ProvenanceFacts,
  Sourced,
  standHref,
  StandingChip,
  UnreadNotice,
} from '../parts/index.js'
import type { PrinciplePageData } from './principles.route.js'
import { Wordings } from './Wordings.js'

/** One principle: its words today and before, the gaps that rest on it, and how items stand against it. */
export function PrinciplePage() {
  const words = useWords<Words>()
  const data = useLoaderData<PrinciplePageData>()
  const { principle, compared, asOf, unread, href } = data
  const { number, title, statement, rationale, viewerMay, withdrawnOn } = principle
  const mayEdit = viewerMay.includes('EDIT') && withdrawnOn === null
  return (
    <>
      <PageHead
        title={words('principle.headTitle', { number, title })}
        description={statement}
        canonical={principleHref(number)}
        isPrivate={asOf !== null}
      />
      <Breadcrumb crumbs={[{ label: words('principle.listTitle'), href: '/principles' }, { label: number }]} />
      <PageHeader
        eyebrow={
          <>
            {number} · {words.dynamic(`register.principleOrigin.${principle.origin}`)} ·{' '}
            {words('principle.version', { version: principle.version })}
          </>
        }
        title={
          <Sourced confidence={principle.provenance.confidence}>
            <bdi>{title}</bdi>
          </Sourced>
        }
        actions={
          mayEdit && (
            <>
              <LinkButton href={`${principleHref(number)}/reword`}>{words('principle.reword')}</LinkButton>
              <LinkButton href={`${principleHref(number)}/withdraw`} kind="quiet">
                {words('principle.withdraw')}
              </LinkButton>
            </>
          )
        }
      />
      <Stack gap={6}>
        <AsOfNotice asOf={asOf} />
        <UnreadNotice unread={unread} />
        {withdrawnOn && (
          <Notice
            kind="attention"
            title={
              <>
                {words('principle.withdrawnFrom')} <Day on={withdrawnOn} />
              </>
            }
          >
            {principle.withdrawnReason}
          </Notice>
        )}
        <Split side="end" aside={<Aside {...data} href={href} />}>
          <Section id="statement" title={words('principle.statement')}>
            <Prose>
              <p dir="auto">{statement}</p>
              {rationale && <p dir="auto">{rationale}</p>}
            </Prose>
          </Section>
          <Stands {...data} />
          <Gaps principle={principle} asOf={asOf} />
          <Wordings principle={principle} compared={compared} />
          <Section id="activity" title={words('item.history')}>
            <ActivityLines events={principle.activity.nodes} />
          </Section>
        </Split>
      </Stack>
    </>
  )
}

function Aside({ principle, href, readAt }: PrinciplePageData) {
  const words = useWords<Words>()
  const { number, title } = principle
  const what = words('principle.headTitle', { number, title })
  return (
    <Stack gap={6}>
      <Section id="source" title={words('fact.provenance')}>
        <ProvenanceFacts provenance={principle.provenance} />
        <Link href={factHref('PRINCIPLE', principle.id)}>{words('fact.check')}</Link>
      </Section>
      <Section id="cite" title={words('fact.cite')}>
        <Cite href={href} text={citation(words, { what, asOf: readAt, href })} />
      </Section>
    </Stack>
  )
}

/** Those that were held against it; a choice above narrows them. */
function Stands({ principle, assessment }: PrinciplePageData) {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const address = pathname + search
  const { number, standCounts, stands } = principle
  const all = standCounts.reduce((sum, { count }) => sum + count, 0)
  const at = (value: string | null) => `${withParams(address, { assessment: value })}#stands`
  return (
    <Section
      id="stands"
      title={words('principle.stands')}
      note={words('principle.standsNote')}
      actions={<Link href="/principles?view=matrix">{words('principle.matrixTitle')}</Link>}
    >
      <Stack gap={4}>
        {all > 0 && (
          <Tabs
            label={words('principle.how')}
            tabs={[
              { href: at(null), label: words('principle.allStands'), count: all, isCurrent: assessment === null },
              ...ASSESSMENTS.filter((one) => one !== 'NOT_ASSESSED').map((one) => ({
                href: at(one),
                label: words(`register.assessment.${one}`),
                count: standCounts.find((each) => each.assessment === one)?.count ?? 0,
                isCurrent: assessment === one,
              })),
            ]}
          />
        )}
        <DataTable
          isCaptionHidden
          caption={words('principle.stands')}
          rows={stands.nodes}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              title={words('principle.nobodyAssessed')}
              action={<LinkButton href="/principles?view=matrix">{words('principle.viewMatrix')}</LinkButton>}
            >
              {words('principle.nobodyAssessedText')}
            </EmptyState>
          }
          columns={[
            {
              id: 'item',
              header: words('item.column.designation'),
              isRowHeader: true,
              cell: ({ item }) => <ItemLink item={item} isTitled />,
            },
            {
              id: 'assessment',
              header: words('principle.how'),
              cell: (stand) => (
                <div>
                  <Sourced confidence={stand.provenance.confidence}>
                    <Link href={standHref(number, stand.item.slug)}>
                      <AssessmentChip assessment={stand.assessment} />
                    </Link>
                  </Sourced>
                  {stand.isOfEarlierWording && (
                    <span className="fact-note">{words('principle.ofVersion', { version: stand.version })}</span>
                  )}
                </div>
              ),
            },
            {
              id: 'evidence',
              header: words('item.column.evidence'),
              cell: ({ clause, evidence }) =>
                clause || evidence ? (
                  <div>
                    {clause && <bdi>{words('relation.inClause', { clause })}</bdi>}{' '}
                    {evidence && <q dir="auto">{evidence}</q>}
                  </div>
                ) : (
                  <Unknown />
                ),
            },
            {
              id: 'source',
              header: words('fact.source'),
              cell: ({ id, provenance }) => <Evidence provenance={provenance} fact={{ kind: 'STAND', id }} />,
            },
          ]}
        />
        <Pager
          previousHref={
            stands.pageInfo.hasPreviousPage ? withParams(address, { before: stands.pageInfo.startCursor }) : null
          }
          nextHref={stands.pageInfo.hasNextPage ? withParams(address, { after: stands.pageInfo.endCursor }) : null}
        />
      </Stack>
    </Section>
  )
}

function Gaps({ principle, asOf }: Pick<PrinciplePageData, 'principle' | 'asOf'>) {
  const words = useWords<Words>()
  const { number, gaps } = principle
  return (
    <Section
      id="gaps"
      title={words('principle.gapsTitle')}
      note={words('principle.gapsNote')}
      actions={
        gaps.length > 0 && (
          <Link href={gapsAddress({ principle: [number] }, asOf)}>
            {words('principle.gaps', { count: gaps.length })}
          </Link>
        )
      }
    >
      {gaps.length === 0 ? (
        <EmptyState title={words('principle.noGaps')}>{words('principle.noGapsText')}</EmptyState>
      ) : (
        <ul className="lines">
          {gaps.map((gap) => (
            <li key={gap.number}>
              <GapLink gap={gap} /> <StandingChip standing={gap.standing} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
