import { contributionFilter, contributionHref, readContributions } from '#schema/vocabulary/contribution-address.js'
import type { ContributionPhase } from '#schema/vocabulary/contributions.js'
import type { Feed } from './feed.js'

interface Row {
  readonly number: string
  readonly citedAs: string
  readonly title: string
  readonly phase: ContributionPhase
  readonly purposes: readonly string[]
  readonly sources: readonly { readonly label: string }[]
  readonly cosigners: readonly { readonly label: string; readonly state: string }[]
  readonly keywords: readonly string[]
  readonly meeting: { readonly number: number } | null
  readonly submittedAt: string | null
  readonly group: { readonly slug: string }
}

/** `/groups/<slug>/contributions.csv`, `.xlsx`, `.json`: what the list shows, with the same filters. [CN-7, EX-1] */
export const contributionsFeed: Feed<Row> = {
  name: 'contributions',
  route: '/groups/:slug([^/]+)/contributions',
  query: `query ContributionsFeed($first: Int, $after: String, $filter: ContributionFilter, $sort: ContributionSort) {
    list: contributions(first: $first, after: $after, filter: $filter, sort: $sort) {
      nodes {
        number citedAs title phase purposes sources { label } cosigners { label state } keywords meeting { number } submittedAt group { slug }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  thing: 'group(slug: $slug)',
  wish(params, { slug = '' } = {}) {
    const view = readContributions(params)
    return { variables: { filter: contributionFilter(slug, view), sort: view.sort }, asOf: null, unread: view.unread }
  },
  pageAddress(params, { slug = '' } = {}) {
    const search = params.toString()
    return `/groups/${encodeURIComponent(slug)}/contributions${search ? `?${search}` : ''}`
  },
  columns: {
    number: ({ citedAs }) => citedAs,
    title: ({ title }) => title,
    source: ({ sources, cosigners }) => [
      ...sources.map(({ label }) => label),
      ...cosigners.filter(({ state }) => state === 'ACCEPTED').map(({ label }) => label),
    ],
    for: ({ purposes }) => purposes,
    meeting: ({ meeting }) => meeting?.number ?? '',
    standing: ({ phase }) => phase,
    submittedAt: ({ submittedAt }) => submittedAt ?? '',
    keywords: ({ keywords }) => keywords,
    address: ({ group, number }, origin) => origin + contributionHref(group.slug, number),
  },
}
