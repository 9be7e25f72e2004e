import type { Words } from '#schema/words/index.js'
import { Link, useWords, withParams } from '../../ui/index.js'

const kinds = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const

/** Files of exactly what the page shows: its filters, order and columns, all of the list. [DL-6] */
export function filesOf(words: Words, address: string) {
  const [path, query] = withParams(address, { all: null, density: null }).split('?')
  return Object.entries(kinds).map(([kind, type]) => ({
    type,
    href: `${path}.${kind}${query ? `?${query}` : ''}`,
    title: words.dynamic(`fact.${kind}`),
  }))
}

export function FileLinks({ address }: { address: string }) {
  const words = useWords<Words>()
  return (
    <span className="cluster gap-2">
      {words('fact.files')}
      {filesOf(words, address).map(({ href, title }) => (
        <Link key={href} href={href} download>
          {title}
        </Link>
      ))}
    </span>
  )
}
