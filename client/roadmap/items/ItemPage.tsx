import { itemsAddress } from '#schema/vocabulary/address.js'
import { suggestionsAddress } from '#schema/vocabulary/overlap-address.js'
import type { ItemType } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ActivityLines } from '../../common/activity/index.js'
import { FollowButton } from '../../common/notifications/index.js'
import {
  AsOf,
  Breadcrumb,
  DataTable,
  Day,
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
  BodyLink,
  caseHref,
  CaseStateChip,
  citation,
  Cite,
  DegreeChip,
  Evidence,
  factHref,
  GapLink,
  ItemTitle,
  itemHref,
  LinkedData,
  NativeStage,
  newsAlternate,
  NewsLink,
  ProvenanceFacts,
  Sourced,
  StandingChip,
  StateChip,
  Terms,
  UnreadNotice,
  VerdictChip,
} from '../parts/index.js'
import { ItemNames } from './ItemNames.js'
import { ItemPlans } from './ItemPlans.js'
import { ItemStages } from './ItemStages.js'
import type { ItemOnPage, ItemPlaceData } from './items.route.js'
import { ItemStands } from '../principles/ItemStands.js'
import { ItemRelations } from '../relations/ItemRelations.js'
import { itemAsData } from './item-as-data.js'

type Props = Extract<ItemPlaceData, { item: ItemOnPage }>

/** One item: what it is, where it stands, what it was called, how it relates, which gaps it answers, on what all this rests. */
export function ItemPage({ item, principles, asOf, unread, href, readAt, follow }: Props) {
  const words = useWords<Words>()
  const { designation, title, provenance } = item
  return (
    <>
      <PageHead
        title={title ? words('item.headTitle', { designation, title }) : designation}
        description={item.scopeNote ?? words('item.headDescription', { designation, body: item.body.name })}
        canonical={new URL(href).pathname}
        alternates={[newsAlternate(words, new URL(href).pathname)]}
        isPrivate={asOf !== null}
      />
      <LinkedData thing={itemAsData(words, item, href)} />
      <Breadcrumb crumbs={[{ label: words('item.listTitle'), href: '/roadmap' }, { label: designation }]} />
      <PageHeader
        eyebrow={words.dynamic(`register.itemType.${item.type satisfies ItemType}`)}
        title={<bdi>{designation}</bdi>}
        lead={<ItemTitle item={item} />}
        marks={
          <>
            <BodyLink body={item.body} />
            <NativeStage stage={item.nativeStage} body={item.body.slug} />
            <Sourced confidence={item.stages[0]?.provenance.confidence ?? provenance.confidence}>
              <StateChip state={item.state} basis={item.stateBasis} />
            </Sourced>
            {provenance.asOf && <AsOf on={provenance.asOf} />}
          </>
        }
        actions={
          <>
            <FollowButton kind="ITEM" name={item.slug} follow={follow} />
            {item.viewerMay.includes('EDIT') && (
              <LinkButton href={`${itemHref(item.slug)}/edit`}>{words('item.edit')}</LinkButton>
            )}
            {item.url && (
              <LinkButton href={item.url} rel="noreferrer">
                {words('item.official')}
              </LinkButton>
            )}
          </>
        }
      />
      <Stack gap={6}>
        <AsOfNotice asOf={asOf} />
        <UnreadNotice unread={unread} />
        <Split side="end" aside={<Aside item={item} href={href} readAt={readAt} />}>
          {item.scopeNote && (
            <Section id="scope" title={words('item.scope')}>
              <Prose>
                <p>{item.scopeNote}</p>
              </Prose>
            </Section>
          )}
          <Gaps item={item} />
          <ItemRelations item={item} />
          <Overlaps item={item} />
          <ItemStands item={item} principles={principles} />
          <Lineage item={item} />
          <ItemStages item={item} />
          <ItemPlans item={item} />
          <ItemNames item={item} />
          {/* The record tells with the names of today what was done, also later than that moment. */}
          {asOf === null && (
            <Section
              id="activity"
              title={words('item.history')}
              actions={<NewsLink address={new URL(href).pathname} />}
            >
              <ActivityLines events={item.activity.nodes} />
            </Section>
          )}
        </Split>
      </Stack>
    </>
  )
}

function Aside({ item, href, readAt }: { item: ItemOnPage; href: string; readAt: string }) {
  const words = useWords<Words>()
  const { designation, title } = item
  return (
    <Stack gap={6}>
      <Section id="facts" title={words('item.facts')}>
        <DefinitionList
          isStacked
          facts={[
            {
              term: words('item.column.body'),
              value: <BodyLink body={item.body} />,
              note: <bdi>{item.body.name}</bdi>,
            },
            {
              term: words('item.column.committee'),
              value: item.committee ? <BodyLink body={item.committee} /> : <Unknown />,
              note: item.committee && <bdi>{item.committee.name}</bdi>,
            },
            {
              term: words('item.column.state'),
              value: <StateChip state={item.state} />,
              note: words.dynamic(`register.stateBasis.${item.stateBasis}`),
            },
            ...item.dates.map(({ kind, on }) => ({
              term: words.dynamic(`register.dateKind.${kind}`),
              value: <Day on={on} />,
            })),
            {
              term: words('item.facet.topic'),
              value:
                item.topics.length > 0 ? (
                  <Terms
                    list="topic"
                    values={item.topics}
                    href={(topic) => itemsAddress({ topic: [topic as never] })}
                  />
                ) : (
                  <Unknown />
                ),
            },
            {
              term: words('item.facet.lifecycleStage'),
              value:
                item.lifecycleStages.length > 0 ? (
                  <Terms
                    list="lifecycleStage"
                    values={item.lifecycleStages}
                    href={(stage) => itemsAddress({ lifecycleStage: [stage as never] })}
                  />
                ) : (
                  <Unknown />
                ),
            },
            {
              term: words('item.facet.impact'),
              value:
                item.impacts.length > 0 ? (
                  <Terms
                    list="impact"
                    values={item.impacts}
                    href={(impact) => itemsAddress({ impact: [impact as never] })}
                  />
                ) : (
                  words('item.noImpact')
                ),
            },
            {
              term: words('item.moreUrls'),
              value:
                item.moreUrls.length === 0 ? null : (
                  <ul>
                    {item.moreUrls.map((url) => (
                      <li key={url}>
                        <Link href={url} rel="noreferrer" className="source-link">
                          {url}
                        </Link>
                      </li>
                    ))}
                  </ul>
                ),
            },
            {
              term: words('item.equivalents'),
              value:
                item.equivalents.length === 0 ? null : (
                  <ul>
                    {item.equivalents.map((name) => (
                      <li key={name}>
                        {/* Not every equivalent is in the register; the search says so where an address could not. */}
                        <Link href={itemsAddress({ search: name })}>
                          <bdi>{name}</bdi>
                        </Link>
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      </Section>
      <Section id="source" title={words('fact.provenance')}>
        <ProvenanceFacts provenance={item.provenance} />
        <Link href={factHref('ITEM', item.id)}>{words('fact.check')}</Link>
      </Section>
      <Section id="cite" title={words('fact.cite')}>
        <Cite
          href={href}
          cited={{
            key: item.slug,
            title: title ? words('item.headTitle', { designation, title }) : designation,
            asOf: readAt,
          }}
          text={citation(words, {
            what: title ? words('item.headTitle', { designation, title }) : designation,
            asOf: readAt,
            href,
          })}
        />
      </Section>
    </Stack>
  )
}

function Gaps({ item }: { item: ItemOnPage }) {
  const words = useWords<Words>()
  return (
    <Section id="gaps" title={words('item.gaps')} note={words('item.gapsNote')}>
      <DataTable
        caption={words('item.gaps')}
        isCaptionHidden
        rows={item.gaps}
        rowKey={(edge) => edge.id}
        empty={<EmptyState title={words('item.noGaps')}>{words('item.noGapsText')}</EmptyState>}
        columns={[
          {
            id: 'gap',
            header: words('item.column.gap'),
            isRowHeader: true,
            cell: ({ gap }) => <GapLink gap={gap} />,
          },
          {
            id: 'degree',
            header: words('item.column.degree'),
            cell: ({ degree, provenance }) => (
              <Sourced confidence={provenance.confidence}>
                <DegreeChip degree={degree} />
              </Sourced>
            ),
          },
          {
            id: 'standing',
            header: words('item.column.standing'),
            cell: ({ gap }) => <StandingChip standing={gap.standing} />,
          },
          {
            id: 'evidence',
            header: words('item.column.evidence'),
            cell: ({ clause, quote }) => clause ?? quote ?? <Unknown />,
          },
          {
            id: 'source',
            header: words('fact.source'),
            cell: ({ id, provenance }) => <Evidence provenance={provenance} fact={{ kind: 'COVERAGE', id }} />,
          },
        ]}
      />
    </Section>
  )
}

/** Cases that hold it, and the way to what looks like it. */
function Overlaps({ item }: { item: ItemOnPage }) {
  const words = useWords<Words>()
  return (
    <Section
      id="overlaps"
      title={words('overlap.ofItem')}
      note={words('overlap.ofItemNote')}
      actions={<Link href={suggestionsAddress({ item: [item.slug] })}>{words('overlap.ofItemSuggested')}</Link>}
    >
      {item.overlapCases.length === 0 ? (
        <EmptyState title={words('overlap.ofItemNone')} />
      ) : (
        <ul className="lines">
          {item.overlapCases.map(({ number, title, state, verdict, provenance }) => (
            <li key={number}>
              <Link href={caseHref(number)}>
                {number} <span dir="auto">{title}</span>
              </Link>{' '}
              <CaseStateChip state={state} />{' '}
              {verdict && (
                <Sourced confidence={provenance.confidence}>
                  <VerdictChip verdict={verdict} />
                </Sourced>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Texts of groups that became this item. */
function Lineage({ item }: { item: ItemOnPage }) {
  const words = useWords<Words>()
  if (item.lineage.length === 0) return null
  return (
    <Section id="lineage" title={words('item.lineage')} note={words('item.lineageNote')}>
      <ul className="lines">
        {item.lineage.map(({ deliverable, relation, titleThen, note, provenance }, at) => (
          <li key={at}>
            <Sourced confidence={provenance.confidence}>
              <Link
                href={`/groups/${deliverable.group.slug}/deliverables/${encodeURIComponent(deliverable.code ?? deliverable.id)}`}
              >
                {words.dynamic(`item.lineage.${relation}`, {
                  code: deliverable.code ?? '',
                  title: titleThen ?? deliverable.title,
                })}
              </Link>
            </Sourced>{' '}
            <Link href={`/groups/${deliverable.group.slug}`}>
              <bdi>{deliverable.group.acronym ?? deliverable.group.name}</bdi>
            </Link>
            {note && <span className="fact-note">{note}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
