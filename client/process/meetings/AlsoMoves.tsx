import type { Words } from '#schema/words/index.js'
import { useWords } from '../../ui/index.js'
import type { MoveData } from './move-meeting.route.js'

/** What goes with a meeting besides its key dates. */
export function AlsoMoves({ lines }: { lines: NonNullable<MoveData['move']>['alsoMoves'] }) {
  const words = useWords<Words>()
  if (lines.length === 0) return null
  return (
    <div className="spaced">
      <strong className="block">{words('meeting.alsoMoves')}</strong>
      <ul className="bullets">
        {lines.map(({ text }) => (
          <li key={text}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
