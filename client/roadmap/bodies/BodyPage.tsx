import { useLoaderData, useLocation } from 'react-router'
import { gapsAddress, itemsAddress } from '#schema/vocabulary/address.js'
import { isInDevelopment } from '#schema/vocabulary/register.js'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { FollowButton } from '../../common/notifications/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Breadcrumb,
  DataTable,
  Day,
  DefinitionList,
  EmptyState,
  Figures,
  Link,
  LinkButton,
  Notice,
  PageHeader,
  Pager,
  Section,
  Split,
  Stack,
  Unknown,
  useWords,
  withParams,
} from '../../ui/index.js'
import {
  AsOfNotice,
  bodyHref,
  BodyLink,
  BodyName,
  citation,
  Cite,
  factHref,
  GapLink,
  ItemLink,
  ItemTitle,
  NativeStage,
  PriorityChip,
  ProvenanceFacts,
  Sourced,
  StandingChip,
  StateChip,
  UnreadNotice,
  newsAlternate,
} from '../parts/index.js'
import type { BodyOnPage, BodyPageData } from './bodies.route.js'
import { tally } from './tree.js'

/** One body or committee: where it stands, what it publishes and drafts, which gaps it could act on. */
export function BodyPage() {
  const words = useWords<Words>()
  const { body, asOf, unread, href, readAt, follow } = useLoaderData<BodyPageData>()
  const { inForce, inDevelopment, all } = tally(body.itemCounts)
  const openGaps = body.gaps.filter(({ gap }) => gap.standing !== 'CLOSED').length
  return (
    <>
      <PageHead
        title={body.acronym ? words('body.headTitle', { acronym: body.acronym, name: body.name }) : body.name}
        description={words('body.headDescription', { name: body.name, all, gaps: openGaps })}
        canonical={bodyHref(body.slug)}
        alternates={[newsAlternate(words, bodyHref(body.slug))]}
        isPrivate={asOf !== null}
      />
      <Breadcrumb
        crumbs={[
          { label: words('body.listTitle'), href: '/bodies' },
          ...body.path
            .filter(({ slug }) => slug !== body.slug)
            .map((parent) => ({ label: parent.acronym ?? parent.name, href: bodyHref(parent.slug) })),
          { label: body.acronym ?? body.name },
        ]}
      />
      <PageHeader
        eyebrow={words.dynamic(`register.bodyKind.${body.kind}`)}
        title={
          <Sourced confidence={body.provenance.confidence}>
            <bdi>{body.name}</bdi>
          </Sourced>
        }
        marks={<BodyLink body={body} />}
        actions={
          <>
            {body.viewerMay.includes('EDIT') && (
              <LinkButton href={`${bodyHref(body.slug)}/edit`}>{words('body.edit')}</LinkButton>
            )}
            <FollowButton kind="BODY" name={body.slug} follow={follow} />
            {body.url && (
              <LinkButton href={body.url} rel="noreferrer">
                {words('body.official')}
              </LinkButton>
            )}
          </>
        }
      />
      <Stack gap={6}>
        <AsOfNotice asOf={asOf} />
        <UnreadNotice unread={unread} />
        {body.dissolvedOn && (
          <Notice
            kind="attention"
            title={
              <>
                {words('body.dissolvedOn')} <Day on={body.dissolvedOn} />
              </>
            }
          >
            {body.successor && (
              <>
                {words('body.successor')} <BodyLink body={body.successor} />
              </>
            )}
          </Notice>
        )}
        <Figures
          figures={[
            {
              label: words('body.figure.items'),
              value: all,
              href: itemsAddress({ body: [body.slug] }, asOf),
              note: words('body.figure.withCommittees'),
            },
            {
              label: words('body.figure.inForce'),
              value: inForce,
              href: itemsAddress({ body: [body.slug], isInForce: true }, asOf),
            },
            {
              label: words('body.figure.inDevelopment'),
              value: inDevelopment,
              href: itemsAddress({ body: [body.slug], state: inDevelopmentStates }, asOf),
            },
            {
              label: words('body.figure.gaps'),
              value: openGaps,
              href: gapsAddress({ body: [body.slug], isOpen: true }, asOf),
            },
          ]}
        />
        <Split side="end" aside={<Aside body={body} href={href} readAt={readAt} />}>
          <Items body={body} />
          <Gaps body={body} />
          <Children body={body} />
        </Split>
      </Stack>
    </>
  )
}

const inDevelopmentStates = (['PROPOSED', 'IN_DEVELOPMENT', 'IN_APPROVAL', 'APPROVED_UNPUBLISHED'] as const).filter(
  isInDevelopment,
)

function Aside({ body, href, readAt }: { body: BodyOnPage; href: string; readAt: string }) {
  const words = useWords<Words>()
  return (
    <Stack gap={6}>
      <Section id="facts" title={words('body.facts')}>
        <DefinitionList
          isStacked
          facts={[
            { term: words('body.kind'), value: words.dynamic(`register.bodyKind.${body.kind}`) },
            { term: words('body.coParent'), value: body.coParent && <BodyLink body={body.coParent} /> },
            { term: words('body.role'), value: body.role && <span dir="auto">{body.role}</span> },
            { term: words('body.numbering'), value: body.numbering && <span dir="auto">{body.numbering}</span> },
            {
              term: words('body.predecessors'),
              value:
                body.predecessors.length === 0 ? null : (
                  <span className="cluster gap-2">
                    {body.predecessors.map((one) => (
                      <BodyLink key={one.slug} body={one} />
                    ))}
                  </span>
                ),
            },
            { term: words('body.namesTitle'), value: body.names.length === 0 ? null : <Names names={body.names} /> },
            {
              term: words('body.group'),
              value: body.group && (
                <Link href={`/groups/${body.group.slug}`}>
                  <bdi>{body.group.name}</bdi>
                </Link>
              ),
            },
            ...body.itemCounts.map(({ state, count }) => ({
              term: <StateChip state={state} />,
              value: <Link href={itemsAddress({ body: [body.slug], state: [state] })}>{count}</Link>,
            })),
          ]}
        />
      </Section>
      <Section id="source" title={words('fact.provenance')}>
        <ProvenanceFacts provenance={body.provenance} />
        {!body.isExample && <Link href={factHref('BODY', body.id)}>{words('fact.check')}</Link>}
      </Section>
      <Section id="cite" title={words('fact.cite')}>
        <Cite href={href} text={citation(words, { what: body.name, asOf: readAt, href })} />
      </Section>
    </Stack>
  )
}

/** Names in other languages, then former ones. */
function Names({ names }: { names: BodyOnPage['names'] }) {
  const words = useWords<Words>()
  return (
    <ul className="lines">
      {names.map(({ id, lang, name, acronym, to, provenance }) => (
        <li key={id}>
          <Sourced confidence={provenance.confidence}>
            <span lang={lang ?? undefined} dir="auto">
              {acronym ? words('body.headTitle', { acronym, name }) : name}
            </span>
          </Sourced>
          <span className="fact-note">
            {[lang, to && words('body.formerUntil', { on: formatDay(to, words) })].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Items({ body }: { body: BodyOnPage }) {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { items } = body
  return (
    <Section
      id="items"
      title={words('body.items')}
      note={words('item.count', { count: items.totalCount })}
      actions={<Link href={itemsAddress({ body: [body.slug] })}>{words('body.itemsFilter')}</Link>}
    >
      <DataTable
        isMain
        isCaptionHidden
        caption={words('body.items')}
        rows={items.nodes}
        rowKey={(item) => item.slug}
        empty={<EmptyState title={words('body.noItems')}>{words('body.noItemsText')}</EmptyState>}
        columns={[
          {
            id: 'designation',
            header: words('item.column.designation'),
            isRowHeader: true,
            cell: (item) => <ItemLink item={item} />,
          },
          { id: 'title', header: words('item.column.title'), cell: (item) => <ItemTitle item={item} /> },
          {
            id: 'committee',
            header: words('item.column.committee'),
            cell: (item) => (item.committee ? <BodyLink body={item.committee} /> : <Unknown />),
          },
          {
            id: 'stage',
            header: words('item.column.stage'),
            cell: (item) => <NativeStage stage={item.nativeStage} body={item.body.slug} />,
          },
          {
            id: 'state',
            header: words('item.column.state'),
            cell: (item) => (
              <Sourced confidence={item.provenance.confidence}>
                <StateChip state={item.state} basis={item.stateBasis} />
              </Sourced>
            ),
          },
        ]}
      />
      <Pager
        nextHref={
          items.pageInfo.hasNextPage ? withParams(pathname + search, { after: items.pageInfo.endCursor }) : null
        }
      />
    </Section>
  )
}

function Gaps({ body }: { body: BodyOnPage }) {
  const words = useWords<Words>()
  return (
    <Section id="gaps" title={words('body.gapsTitle')} note={words('body.gapsNote')}>
      <DataTable
        isCaptionHidden
        caption={words('body.gapsTitle')}
        rows={body.gaps}
        rowKey={({ gap }) => gap.number}
        empty={<EmptyState title={words('body.noGaps')}>{words('body.noGapsText')}</EmptyState>}
        columns={[
          {
            id: 'gap',
            header: words('gap.column.gap'),
            isRowHeader: true,
            cell: ({ gap }) => <GapLink gap={gap} />,
          },
          {
            id: 'standing',
            header: words('gap.column.standing'),
            cell: ({ gap }) => <StandingChip standing={gap.standing} />,
          },
          {
            id: 'priority',
            header: words('gap.column.priority'),
            cell: ({ gap }) => <PriorityChip priority={gap.priority} />,
          },
          {
            id: 'role',
            header: words('gap.column.role'),
            cell: ({ role, provenance }) =>
              role === 'UNKNOWN' ? (
                <Unknown />
              ) : (
                <Sourced confidence={provenance.confidence}>{words.dynamic(`register.gapBodyRole.${role}`)}</Sourced>
              ),
          },
        ]}
      />
    </Section>
  )
}

function Children({ body }: { body: BodyOnPage }) {
  const words = useWords<Words>()
  const mayEdit = body.viewerMay.includes('EDIT')
  if (body.children.length === 0 && !mayEdit) return null
  return (
    <Section
      id="committees"
      title={words('body.children')}
      actions={
        mayEdit && (
          <LinkButton size="small" href={`/bodies/new?parent=${encodeURIComponent(body.slug)}`}>
            {words('body.newUnder')}
          </LinkButton>
        )
      }
    >
      <DataTable
        isCaptionHidden
        caption={words('body.children')}
        rows={body.children}
        rowKey={({ slug }) => slug}
        columns={[
          {
            id: 'body',
            header: words('item.column.body'),
            isRowHeader: true,
            cell: (child) => <BodyName body={child} confidence={child.provenance.confidence} />,
          },
          { id: 'kind', header: words('body.kind'), cell: ({ kind }) => words.dynamic(`register.bodyKind.${kind}`) },
          {
            id: 'items',
            header: words('body.figure.items'),
            align: 'end',
            cell: ({ itemCounts }) => tally(itemCounts).all,
          },
        ]}
      />
    </Section>
  )
}
