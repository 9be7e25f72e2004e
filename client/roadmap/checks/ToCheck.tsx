import { useLoaderData, useLocation } from 'react-router'
import type { FactLineFragment } from '#schema/generated/operations.js'
import { CHECK_REASONS, FACT_KINDS } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { formatDay } from '#schema/words/dates.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Breadcrumb,
  Button,
  Checkbox,
  Chip,
  DataTable,
  Day,
  EmptyState,
  Form,
  Link,
  PageHeader,
  Pager,
  Select,
  Stack,
  Unknown,
  useWords,
  withParams,
  type Column,
} from '../../ui/index.js'
import { factHref, fileAlternates, FileLinks, Linked, newsAlternate, NewsLink, UnreadNotice } from '../parts/index.js'
import type { ToCheckData } from './checks.route.js'
import { codeInWords } from './said.js'

/** The queue of facts to look at, longest overdue first. */
export function ToCheck() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { view, answer } = useLoaderData<ToCheckData>()
  const { factsToCheck: facts } = answer
  const { startCursor, endCursor, hasNextPage, hasPreviousPage } = facts.pageInfo
  const address = pathname + search
  const files = withParams(address, {
    after: null,
    before: null,
    ...Object.fromEntries(view.unread.map(({ name }) => [name, null])),
  })
  const title = words('fact.toCheck')
  return (
    <>
      <PageHead
        title={title}
        description={words('fact.toCheckLead')}
        canonical="/roadmap/to-check"
        alternates={[...fileAlternates(words, files, false), newsAlternate(words, '/roadmap/to-check')]}
        isPrivate={search !== ''}
      />
      <Breadcrumb crumbs={[{ label: words('item.listTitle'), href: '/roadmap' }, { label: title }]} />
      <PageHeader title={title} lead={words('fact.toCheckLead')} />
      <Stack gap={6}>
        <UnreadNotice unread={view.unread} />
        <Narrow />
        <DataTable
          isMain
          caption={words('fact.toCheckCount', { count: facts.totalCount })}
          rows={facts.nodes}
          rowKey={({ kind, id }) => `${kind} ${id}`}
          columns={columnsFor(words)}
          tools={
            <>
              <FileLinks address={files} hasNews={false} /> <NewsLink address="/roadmap/to-check" />
            </>
          }
          empty={<EmptyState title={words('fact.toCheckNone')}>{words('fact.toCheckNoneText')}</EmptyState>}
        />
        {(hasNextPage || hasPreviousPage) && (
          <Pager
            summary={words('fact.toCheckCount', { count: facts.totalCount })}
            previousHref={hasPreviousPage ? withParams(address, { before: startCursor, after: null }) : undefined}
            nextHref={hasNextPage ? withParams(address, { after: endCursor, before: null }) : undefined}
          />
        )}
      </Stack>
    </>
  )

  function Narrow() {
    return (
      <Form
        // A form that followed the address would keep what was chosen before.
        key={search}
        id="narrow"
        method="get"
        action="/roadmap/to-check"
        actions={<Button type="submit">{words('fact.apply')}</Button>}
      >
        <div className="side-by-side">
          <Select
            name="kind"
            label={words('fact.column.kind')}
            placeholder={words('fact.kindAny')}
            options={FACT_KINDS.map((kind) => ({ value: kind, label: words(`fact.kind.${kind}`) }))}
            defaultValue={view.kind ?? ''}
          />
          <Select
            name="body"
            label={words('item.column.body')}
            placeholder={words('fact.bodyAny')}
            options={answer.bodies.nodes.map(({ slug, name, acronym }) => ({
              value: slug,
              label: acronym ? words('item.bodyChoice', { acronym, name }) : name,
            }))}
            defaultValue={view.body ?? ''}
          />
          <Select
            name="why"
            label={words('fact.why')}
            placeholder={words('fact.whyAny')}
            options={CHECK_REASONS.map((why) => ({ value: why, label: words(`fact.reason.${why}`) }))}
            defaultValue={view.why ?? ''}
          />
        </div>
        <Checkbox name="reported" label={words('fact.isReported')} defaultChecked={view.isReported} />
      </Form>
    )
  }
}

const columnsFor = (words: Words): Column<FactLineFragment>[] => [
  {
    id: 'about',
    header: words('fact.column.about'),
    isRowHeader: true,
    cell: ({ label, href }) => (
      <Link href={href}>
        <bdi>{label}</bdi>
      </Link>
    ),
  },
  { id: 'kind', header: words('fact.column.kind'), cell: ({ kind }) => words(`fact.kind.${kind}`) },
  { id: 'said', header: words('fact.column.said'), isLong: true, cell: (fact) => <Said fact={fact} /> },
  {
    id: 'source',
    header: words('fact.column.source'),
    isLong: true,
    cell: ({ provenance: { source, asOf } }) => (
      <>
        {source ? <Linked text={source} /> : <Unknown>{words('fact.noSource')}</Unknown>}
        <span className="fact-note">
          {words('fact.asOf')} {asOf ? <Day on={asOf} /> : <Unknown />}
        </span>
      </>
    ),
  },
  { id: 'why', header: words('fact.column.why'), cell: (fact) => <Why fact={fact} /> },
  {
    id: 'action',
    header: words('fact.column.action'),
    isUnbroken: true,
    cell: (fact) => <Link href={factHref(fact.kind, fact.id)}>{words('fact.check')}</Link>,
  },
]

/** What a fact says, in the words of the data and ours. */
export function Said({ fact }: { fact: Pick<FactLineFragment, 'kind' | 'said' | 'code'> }) {
  const words = useWords<Words>()
  const code = codeInWords(words, fact)
  if (fact.said === null && code === null) return fact.kind === 'BODY' ? <>–</> : <Unknown />
  return (
    <>
      {fact.said !== null && <span dir="auto">{fact.said}</span>}
      {code !== null && <span className="fact-note">{code}</span>}
    </>
  )
}

/** Why it waits: all the reasons there are. */
export function Why({ fact }: { fact: FactLineFragment }) {
  const words = useWords<Words>()
  const { isStale, provenance, reports } = fact
  return (
    <span className="cluster gap-2">
      {isStale && (
        <Chip tone="attention" shape="triangle">
          {words('fact.why.STALE', { on: formatDay(provenance.checkAgainOn!, words) })}
        </Chip>
      )}
      {provenance.confidence === 'MEMORY' && (
        <Chip tone="quiet" shape="hatch">
          {words('fact.why.UNCONFIRMED')}
        </Chip>
      )}
      {reports.length > 0 && (
        <Chip tone="progress" shape="diamond">
          {words('fact.why.REPORTED', { count: reports.length })}
        </Chip>
      )}
    </span>
  )
}
