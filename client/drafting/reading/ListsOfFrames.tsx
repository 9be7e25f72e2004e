import type { Words } from '#schema/words/index.js'
import { useWords } from '../../ui/index.js'
import { placeIdOf } from './addresses.js'
import { framesOf } from './frames-of.js'
import { PlaceLink } from './PlaceLink.js'

const lists = [
  ['TABLE', 'tables'],
  ['FIGURE', 'figures'],
] as const

/** Lists of tables and of figures, behind the contents; nothing where the text has none. [GE-5] */
export function ListsOfFrames({ clauses }: { clauses: readonly { readonly content: unknown }[] }) {
  const words = useWords<Words>()
  const frames = framesOf(clauses)
  return lists.map(([kind, name]) => {
    const own = frames.filter((frame) => frame.kind === kind)
    if (own.length === 0) return null
    return (
      <nav key={kind} className="contents" aria-label={words(`reading.${name}`)}>
        <details>
          <summary>
            <h2>{words(`reading.${name}`)}</h2>
          </summary>
          <ol>
            {own.map(({ number, caption, at }) => (
              <li key={at}>
                <PlaceLink href={`#${placeIdOf(at)}`}>
                  <span className="contents-number">{words(`reading.to.${kind}`, { number })}</span>{' '}
                  <span dir="auto">{caption || words('reading.noCaption')}</span>
                </PlaceLink>
              </li>
            ))}
          </ol>
        </details>
      </nav>
    )
  })
}
