import type { TermsSectionsFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Unconfirmed, Unknown, useWords } from '../../../ui/index.js'

/**
 * The nineteen sections: a text of the group's own with its lines as they were typed, the clause that holds instead, or that nobody knows. Each has
 * an address, `#terms-7`.
 */
export function TermsSections({ terms }: { terms: TermsSectionsFragment }) {
  const words = useWords<Words>()
  return (
    <ol className="terms">
      {terms.sections.map(({ number, key, text, see }) => (
        <li key={number} id={`terms-${number}`}>
          <h3>
            <a href={`#terms-${number}`}>{number}</a> {words.dynamic(`group.terms.${key}`)}
          </h3>
          {text && (
            <p className="prose as-typed" dir="auto">
              {terms.provenance.confidence === 'MEMORY' ? <Unconfirmed>{text}</Unconfirmed> : text}
            </p>
          )}
          {see && <p className="soft">{words('group.see', { clause: see })}</p>}
          {!text && !see && (
            <p>
              <Unknown>{words('group.termsUnknown')}</Unknown>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
