/** Addresses that search engines should know. */
import { escaped } from './xml.js'

/** Lists without filters; things follow from the register. */
const places = ['/', '/roadmap', '/gaps', '/overlaps', '/principles', '/editions', '/bodies', '/groups', '/activity']

const line = (address: string) => `<url><loc>${escaped(address)}</loc></url>\n`

/** The sitemap of sitemaps.org: the lists, then every item, gap, principle and body, page by page. */
export async function* sitemap(origin: string, things: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
  yield places.map((path) => line(origin + path)).join('')
  for await (const paths of things) yield paths.map((path) => line(origin + path)).join('')
  yield '</urlset>\n'
}

/** What robots may read: all that strangers may, without the endless ways to filter a list and without what is no page. */
export const robots = (origin: string): string =>
  [
    'User-agent: *',
    ...['/graphql', '/collab', '/me', '/admin', '/sign-in', '/dev/', '/*?*after=', '/*?*before=', '/*?*sort='].map(
      (path) => `Disallow: ${path}`,
    ),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n')

/** The kinds of things that have pages: a query each, and the path of one. */
export const thingsWithPages = [
  {
    query:
      'query ItemsOfSitemap($after: String) { list: items(first: 200, after: $after) { nodes { slug } pageInfo { hasNextPage endCursor } } }',
    path: ({ slug }: { slug?: string }) => `/items/${encodeURIComponent(slug!)}`,
  },
  {
    query:
      'query GapsOfSitemap($after: String) { list: gaps(first: 200, after: $after) { nodes { number } pageInfo { hasNextPage endCursor } } }',
    path: ({ number }: { number?: string }) => `/gaps/${number!}`,
  },
  {
    query:
      'query PrinciplesOfSitemap($after: String) { list: principles(first: 200, after: $after) { nodes { number } pageInfo { hasNextPage endCursor } } }',
    path: ({ number }: { number?: string }) => `/principles/${number!}`,
  },
  {
    query:
      'query OverlapsOfSitemap($after: String) { list: overlaps(first: 200, after: $after) { nodes { number } pageInfo { hasNextPage endCursor } } }',
    path: ({ number }: { number?: string }) => `/overlaps/${number!}`,
  },
  {
    query:
      'query BodiesOfSitemap($after: String) { list: bodies(first: 200, after: $after) { nodes { slug } pageInfo { hasNextPage endCursor } } }',
    path: ({ slug }: { slug?: string }) => `/bodies/${encodeURIComponent(slug!)}`,
  },
] as const
