import { useLoaderData, useLocation } from 'react-router'
import type { EditionChangeLineFragment } from '#schema/generated/operations.js'
import { changeAddress, compareFilters, writeCompare, type CompareView } from '#schema/vocabulary/compare-address.js'
import { formatDay } from '#schema/words/dates.js'
import { changeSentence } from '#schema/words/edition-change.js'
import type { Words } from '#schema/words/index.js'
import { fieldRefusals } from '../../app/forms.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Breadcrumb,
  Button,
  DataTable,
  DateField,
  EmptyState,
  Form,
  Link,
  LinkButton,
  PageHeader,
  Pager,
  Select,
  Split,
  Stack,
  useWords,
  withParams,
  type Column,
} from '../../ui/index.js'
import {
  ChosenFilters,
  FacetGroup,
  facetLabel,
  fileAlternates,
  FileLinks,
  shownAddress,
  UnreadNotice,
} from '../parts/index.js'
import type { CompareData } from './compare.route.js'
import { NotAgreed, sideInWords } from './marks.js'

/** What changed between two moments of the register. */
export function Compare() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { view, diff } = useLoaderData<CompareData>()
  const address = pathname + search
  const shown = shownAddress(pathname, writeCompare(view))
  const title = words('edition.compareTitle')
  const between =
    diff && words('edition.compareOf', { from: sideInWords(words, diff.from), to: sideInWords(words, diff.to) })
  const atom = diff && {
    type: 'application/atom+xml',
    href: shown.replace('/compare?', '/compare.atom?'),
    title: words('edition.feed'),
  }
  return (
    <>
      <PageHead
        title={between ?? title}
        description={words('edition.compareLead')}
        canonical="/editions/compare"
        alternates={diff ? [...fileAlternates(words, shown, false), atom!] : []}
        isPrivate={search !== ''}
      />
      <Breadcrumb crumbs={[{ label: words('edition.listTitle'), href: '/editions' }, { label: title }]} />
      <PageHeader title={title} lead={between ?? words('edition.compareLead')} />
      <Split aside={<Choose key={search} />}>
        <Stack gap={4}>
          {[diff?.from, diff?.to].map((side, at) => side?.edition && <NotAgreed key={at} kind={side.edition.kind} />)}
          <UnreadNotice unread={view.unread} />
          {diff ? (
            <Changes diff={diff} view={view} address={address} shown={shown} />
          ) : (
            <EmptyState title={words('edition.compareStartTitle')}>
              <p>{words('edition.compareStartText')}</p>
            </EmptyState>
          )}
        </Stack>
      </Split>
    </>
  )
}

/** The two sides, and what the list is narrowed to: one form that works without scripts. */
function Choose() {
  const words = useWords<Words>()
  const { view, choices, diff, refusals } = useLoaderData<CompareData>()
  const options = [
    ...choices.map(({ slug, label, registerAt }) => ({
      value: slug,
      label: words('edition.compareAs', { label, at: formatDay(registerAt!.slice(0, 10), words) }),
    })),
    { value: 'today', label: words('edition.today') },
  ]
  // An edition can also be named by its number, and a side can be a day.
  const chosen = (text: string | null) =>
    options.some(({ value }) => value === text)
      ? text!
      : (choices.find(({ number }) => String(number) === text)?.slug ?? '')
  const day = (text: string | null) => (/^\d{4}-\d\d-\d\d$/.test(text ?? '') ? text! : '')
  const said = fieldRefusals(refusals, words)
  return (
    <Form
      id="compare"
      method="get"
      action="/editions/compare"
      refusals={said}
      actions={
        <Button type="submit" kind="primary">
          {words('edition.compareNow')}
        </Button>
      }
    >
      <Select
        name="from"
        label={words('edition.from')}
        placeholder={words('edition.chooseFrom')}
        options={options}
        defaultValue={chosen(view.from)}
      />
      <DateField name="fromOn" label={words('edition.fromOn')} defaultValue={day(view.from)} />
      <Select
        name="to"
        label={words('edition.to')}
        placeholder={words('edition.chooseFrom')}
        options={options}
        defaultValue={chosen(view.to)}
      />
      <DateField name="toOn" label={words('edition.toOn')} defaultValue={day(view.to)} />
      {diff && (
        <>
          <FacetGroup
            name="kind"
            list="editionChange"
            label={words('edition.facet.kind')}
            counts={kindsNamed(words, diff)}
            chosen={view.filter.kind ?? []}
            isOpen
          />
          <FacetGroup
            name="topic"
            list="topic"
            label={words('edition.facet.topic')}
            counts={diff.facets.topic}
            chosen={view.filter.topic ?? []}
          />
          <FacetGroup
            name="body"
            list="body"
            label={words('edition.facet.body')}
            counts={diff.facets.body}
            chosen={view.filter.body ?? []}
          />
        </>
      )}
    </Form>
  )
}

type Diff = NonNullable<CompareData['diff']>

const kindsNamed = (words: Words, diff: Diff) =>
  diff.facets.kind.map((facet) => ({ ...facet, label: words.dynamic(`edition.change.${facet.value}`) }))

function Changes({ diff, view, address, shown }: { diff: Diff; view: CompareView; address: string; shown: string }) {
  const words = useWords<Words>()
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = diff.pageInfo
  const isNarrowed = compareFilters.some((name) => view.filter[name])
  const all = Object.fromEntries(compareFilters.map((name) => [name, null]))
  return (
    <>
      <ChosenFilters address={address} chosen={chosenIn(words, view, diff)} all={compareFilters} />
      <DataTable
        isMain
        caption={words('edition.changes', { count: diff.totalCount })}
        rows={diff.nodes}
        rowKey={({ key }) => key}
        columns={columnsFor(words, view)}
        tools={<FileLinks address={shown} />}
        empty={
          isNarrowed ? (
            <EmptyState
              title={words('edition.compareNarrowTitle')}
              action={<LinkButton href={withParams(address, all)}>{words('edition.compareNarrowAction')}</LinkButton>}
            >
              <p>{words('edition.compareNarrowText')}</p>
            </EmptyState>
          ) : (
            <EmptyState title={words('edition.compareEmptyTitle')}>
              <p>{words('edition.compareEmptyText')}</p>
            </EmptyState>
          )
        }
      />
      <Pager
        previousHref={hasPreviousPage ? withParams(address, { before: startCursor }) : null}
        nextHref={hasNextPage ? withParams(address, { after: endCursor }) : null}
      />
    </>
  )
}

function chosenIn(words: Words, { filter }: CompareView, diff: Diff) {
  const facets = { ...diff.facets, kind: kindsNamed(words, diff) }
  return compareFilters.flatMap((name) =>
    (filter[name] ?? []).map((value) => {
      const own = name === 'kind' ? words.dynamic(`edition.change.${value}`) : name === 'body' ? value : null
      const label = facets[name].find((facet) => facet.value === value)?.label ?? own
      return {
        name,
        value,
        label: words('fact.chosenFilter', {
          name: words(`edition.facet.${name}`),
          label: facetLabel(words, name, { value, label }),
        }),
      }
    }),
  )
}

const columnsFor = (words: Words, view: CompareView): Column<EditionChangeLineFragment>[] => [
  {
    id: 'change',
    header: words('edition.column.change'),
    isRowHeader: true,
    isLong: true,
    cell: (change) => (
      <Link id={change.key} href={changeAddress(change.key, view.from ?? '', view.to)}>
        <span dir="auto">{changeSentence(words, change)}</span>
      </Link>
    ),
  },
  {
    id: 'kind',
    header: words('edition.column.kind'),
    isUnbroken: true,
    cell: ({ kind }) => words(`edition.change.${kind}`),
  },
  {
    id: 'about',
    header: words('edition.column.about'),
    cell: ({ label, href }) => (
      <Link href={href}>
        <bdi>{label}</bdi>
      </Link>
    ),
  },
]
