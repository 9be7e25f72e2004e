import { useLoaderData, useLocation } from 'react-router'
import type { StatementLineFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { readingHref, textHref } from '../../drafting/reading/index.js'
import { BodyLink, caseHref } from '../../roadmap/parts/index.js'
import {
  Breadcrumb,
  DataTable,
  Day,
  EmptyState,
  Link,
  LinkButton,
  PageHeader,
  Pager,
  Section,
  Stack,
  useWords,
  withParams,
  type Column,
} from '../../ui/index.js'
import type { LiaisonData } from './statements.route.js'

/** What a group tells other bodies: its drafts. */
export function LiaisonPage() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { group, statements } = useLoaderData<LiaisonData>()
  const { startCursor, endCursor, hasNextPage, hasPreviousPage } = statements.pageInfo
  const name = group.acronym ?? group.name
  const title = words('statement.title')
  const count = words('statement.count', { count: statements.totalCount })
  const address = pathname + search
  return (
    <>
      <PageHead
        title={`${title}, ${name}`}
        description={words('statement.lead', { group: group.name })}
        canonical={`/groups/${group.slug}/liaison`}
        isPrivate={group.visibility !== 'PUBLIC' || group.isExample}
      />
      <Breadcrumb
        crumbs={[
          { label: words('group.groups'), href: '/groups' },
          { label: name, href: `/groups/${group.slug}` },
          { label: title },
        ]}
      />
      <PageHeader
        eyebrow={name}
        title={title}
        lead={words('statement.lead', { group: group.name })}
        actions={<LinkButton href="/overlaps">{words('statement.toCases')}</LinkButton>}
      />
      <Section id="drafts" title={words('statement.drafts')} note={words('statement.draftsNote')}>
        <Stack gap={4}>
          <DataTable
            isMain
            caption={count}
            rows={statements.nodes}
            rowKey={({ id }) => id}
            columns={columnsFor(words, group.slug)}
            empty={<EmptyState title={words('statement.none')}>{words('statement.noneText')}</EmptyState>}
          />
          {(hasNextPage || hasPreviousPage) && (
            <Pager
              summary={count}
              previousHref={hasPreviousPage ? withParams(address, { before: startCursor, after: null }) : undefined}
              nextHref={hasNextPage ? withParams(address, { after: endCursor, before: null }) : undefined}
            />
          )}
        </Stack>
      </Section>
    </>
  )
}

const columnsFor = (words: Words, slug: string): Column<StatementLineFragment>[] => [
  {
    id: 'title',
    header: words('statement.column.title'),
    isRowHeader: true,
    cell: ({ title, document }) => {
      if (!document) return <bdi>{title}</bdi>
      const text = { id: document.id, group: { slug } }
      return (
        <Link href={document.viewerMay.includes('EDIT') ? textHref(text) : readingHref(text)} dir="auto">
          {title}
        </Link>
      )
    },
  },
  { id: 'to', header: words('statement.column.to'), cell: ({ to }) => <BodyLink body={to} /> },
  {
    id: 'purpose',
    header: words('statement.column.purpose'),
    cell: ({ purpose }) => words(`statement.purpose.${purpose}`),
  },
  {
    id: 'replyBy',
    header: words('statement.column.replyBy'),
    cell: ({ replyBy }) => (replyBy ? <Day on={replyBy} /> : words('statement.noReplyBy')),
  },
  {
    id: 'case',
    header: words('statement.column.case'),
    cell: ({ case: from }) => (from ? <Link href={caseHref(from.number)}>{from.number}</Link> : '–'),
  },
  {
    id: 'drafted',
    header: words('statement.column.drafted'),
    cell: ({ draftedAt, draftedBy }) => (
      <>
        <Day on={draftedAt.slice(0, 10)} />
        {draftedBy && (
          <span className="fact-note">
            <bdi>{draftedBy.name ?? words('fact.erased')}</bdi>
          </span>
        )}
      </>
    ),
  },
]
