import type { ClauseHeadFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { FilterForm, useWords } from '../../ui/index.js'
import { PlaceLink } from './PlaceLink.js'
import { clauseNameOf } from './clause-name.js'

/** Finds words in the text: a form that works without script, and above the text what it found. */
export function FindInText({
  address,
  find,
  found,
  hrefOf,
}: {
  /** Path and query of the page. */
  address: string
  find: string | null
  found: readonly ClauseHeadFragment[]
  hrefOf: (clauseId: string) => string
}) {
  const words = useWords<Words>()
  return (
    <div className="find-in-text">
      <FilterForm
        address={address}
        label={words('reading.find')}
        search={words('reading.find')}
        values={{ q: find ? [find] : [] }}
        summary=""
        submit={words('reading.findSubmit')}
        isSentByHand
      />
      {find && (
        <div role="status">
          <p>{words('reading.found', { count: found.length, find })}</p>
          <ul className="found-clauses">
            {found.map((clause) => (
              <li key={clause.id}>
                <PlaceLink href={hrefOf(clause.id)}>{clauseNameOf(clause, words)}</PlaceLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
