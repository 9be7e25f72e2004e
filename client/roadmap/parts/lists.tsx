/** What the lists of the register share: choices with counts, what is chosen, files of what is shown. */
import type { Words } from '#schema/words/index.js'
import { CheckboxGroup, Disclosure, Link, useWords, withParams } from '../../ui/index.js'

export interface FacetCount {
  readonly value: string
  readonly label: string | null
  readonly count: number
}

/** Name of a value: its label where values are data, else the catalogue's word. */
export const facetLabel = (words: Words, list: string, { value, label }: Omit<FacetCount, 'count'>): string =>
  label ?? words.dynamic(`register.${list}.${value}`)

/** The choices of one facet. Those that would give nothing are left out unless they are chosen. */
export function FacetGroup({
  name,
  list,
  label,
  counts,
  chosen,
  isOpen = false,
}: {
  /** The parameter. */
  name: string
  /** The closed list in the catalogue. */
  list: string
  label: string
  counts: readonly FacetCount[]
  chosen: readonly string[]
  /** Open also when nothing is chosen. */
  isOpen?: boolean
}) {
  const words = useWords<Words>()
  const choices = counts.filter(({ value, count }) => count > 0 || chosen.includes(value))
  if (choices.length === 0) return null
  return (
    <Disclosure
      isOpen={isOpen || chosen.length > 0}
      summary={chosen.length > 0 ? words('fact.facetChosen', { label, count: chosen.length }) : label}
    >
      <CheckboxGroup
        name={name}
        label={label}
        isLabelHidden
        isCompact
        defaultValues={chosen}
        choices={choices.map((choice) => ({
          value: choice.value,
          label: <bdi>{facetLabel(words, list, choice)}</bdi>,
          count: choice.count,
        }))}
      />
    </Disclosure>
  )
}

export interface ChosenFilter {
  readonly name: string
  readonly value: string
  /** "Topic: Water" */
  readonly label: string
}

/** What narrows the list, each with a way to drop it. */
export function ChosenFilters({
  address,
  chosen,
  all,
}: {
  address: string
  chosen: readonly ChosenFilter[]
  /** All parameters that "remove all" removes. */
  all: readonly string[]
}) {
  const words = useWords<Words>()
  if (chosen.length === 0) return null
  const without = ({ name, value }: ChosenFilter) =>
    withParams(address, {
      [name]: chosen.filter((other) => other.name === name && other.value !== value).map((other) => other.value),
    })
  return (
    <ul className="chosen" aria-label={words('fact.chosen')}>
      {chosen.map((filter) => (
        <li key={`${filter.name} ${filter.value}`}>
          <Link className="chosen-filter" href={without(filter)} title={words('fact.drop', { label: filter.label })}>
            <bdi>{filter.label}</bdi> <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      <li>
        <Link href={withParams(address, Object.fromEntries(all.map((name) => [name, null])))}>
          {words('fact.dropAll')}
        </Link>
      </li>
    </ul>
  )
}

/** The list as it is shown: what the address says and was understood. The page of the list is left out by `fileAddress`. */
export const shownAddress = (path: string, params: URLSearchParams): string =>
  params.size > 0 ? `${path}?${params.toString()}` : path

/** Address of a file that holds what the page shows: the same filters, sort and moment, not only this page of the list. */
export function fileAddress(address: string, kind: 'csv' | 'xlsx' | 'json' | 'atom'): string {
  const now = kind === 'atom' ? { asOf: null, sort: null } : {}
  const whole = withParams(address, { columns: null, density: null, view: null, ...now })
  const [path, query] = whole.split('?')
  return `${path}.${kind}${query ? `?${query}` : ''}`
}

/** Files of exactly what is shown, and news of it. */
export function FileLinks({ address, hasNews = true }: { address: string; hasNews?: boolean }) {
  const words = useWords<Words>()
  return (
    <span className="cluster gap-2">
      {words('fact.files')}
      {(['csv', 'xlsx', 'json'] as const).map((kind) => (
        <Link key={kind} href={fileAddress(address, kind)} download>
          {words(`fact.${kind}`)}
        </Link>
      ))}{' '}
      {hasNews && <NewsLink address={address} />}
    </span>
  )
}

/** News of what the page shows, for feed readers. */
export function NewsLink({ address }: { address: string }) {
  const words = useWords<Words>()
  return (
    <>
      {words('fact.news')} <Link href={fileAddress(address, 'atom')}>{words('fact.atom')}</Link>
    </>
  )
}

/** For PageHead: the news of a page. */
export const newsAlternate = (words: Words, address: string) => ({
  type: 'application/atom+xml',
  href: fileAddress(address, 'atom'),
  title: words('fact.atom'),
})

/** For PageHead: the same files, for machines. */
export const fileAlternates = (words: Words, address: string, hasNews = true) => [
  { type: 'text/csv', href: fileAddress(address, 'csv'), title: words('fact.csv') },
  {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    href: fileAddress(address, 'xlsx'),
    title: words('fact.xlsx'),
  },
  { type: 'application/json', href: fileAddress(address, 'json'), title: words('fact.json') },
  ...(hasNews ? [newsAlternate(words, address)] : []),
]
