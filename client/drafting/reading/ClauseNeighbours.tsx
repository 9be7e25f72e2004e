import type { Words } from '#schema/words/index.js'
import { Link, useWords } from '../../ui/index.js'
import { clauseNameOf } from './clause-name.js'
import type { ClauseData } from './reading.route.js'

/** On to what stands before and after in the order of reading. */
export function ClauseNeighbours({
  place: { previous, next },
  hrefOf,
}: {
  place: Pick<ClauseData['place'], 'previous' | 'next'>
  hrefOf: (clauseId: string) => string
}) {
  const words = useWords<Words>()
  if (!previous && !next) return null
  return (
    <nav className="neighbours" aria-label={words('reading.neighbours')}>
      {previous && (
        <Link rel="prev" href={hrefOf(previous.id)}>
          <span className="soft">{words('reading.previous')}</span> {clauseNameOf(previous, words)}
        </Link>
      )}
      {next && (
        <Link rel="next" href={hrefOf(next.id)}>
          <span className="soft">{words('reading.next')}</span> {clauseNameOf(next, words)}
        </Link>
      )}
    </nav>
  )
}
