import type { ClauseHeadFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { useWords } from '../../ui/index.js'
import { PlaceLink } from './PlaceLink.js'
import { clauseNumberOf, mannerOf } from './clause-name.js'

/** Deeper ones are found by reading. */
const deepest = 3

/** The table of contents, with numbers. */
export function Contents({
  clauses,
  hrefOf,
}: {
  clauses: readonly ClauseHeadFragment[]
  hrefOf: (clauseId: string) => string
}) {
  const words = useWords<Words>()
  return (
    <nav className="contents" aria-label={words('reading.contents')}>
      <details open>
        <summary>
          <h2>{words('reading.contents')}</h2>
        </summary>
        <ol>
          {clauses
            .filter(({ level }) => level <= deepest)
            .map((clause) => (
              <li key={clause.id} data-level={clause.level}>
                <PlaceLink href={hrefOf(clause.id)}>
                  <span className="contents-number">
                    {[clauseNumberOf(clause, words), mannerOf(clause, words)].filter(Boolean).join(' ')}
                  </span>{' '}
                  <span dir="auto">{clause.title || words('reading.untitled')}</span>
                </PlaceLink>
              </li>
            ))}
        </ol>
      </details>
    </nav>
  )
}
