import type { CallChangeLineFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { useWords } from '../../ui/index.js'
import { ClauseText } from './Letter.js'

/** What a corrigendum changes, clause by clause: as it was, as it is. */
export function Changes({ changes }: { changes: readonly CallChangeLineFragment[] }) {
  const words = useWords<Words>()
  return (
    <ul className="texts">
      {changes.map(({ key, heading, before, after }) => (
        <li key={key}>
          <h3>{heading}</h3>
          <div className="columns">
            <div>
              <p className="soft">{words(before ? 'call.was' : 'call.newClause')}</p>
              {before && <ClauseText clause={before} />}
            </div>
            <div>
              <p className="soft">{words(after ? 'call.isNow' : 'call.goneClause')}</p>
              {after && <ClauseText clause={after} />}
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}
