import { useEffect, useRef } from 'react'
import type { Words } from '#schema/words/index.js'
import { Notice, Section, useWords } from '../../ui/index.js'
import { AlsoMoves } from './AlsoMoves.js'
import type { MovesFirst } from './change-meeting.route.js'
import { MovedDates } from './MovedDates.js'
import type { MoveData } from './move-meeting.route.js'

/** What a form would move, answered instead of carrying it out. It stands above the button that was pressed, so one is led there. */
export function LookFirst({
  move,
  meeting,
  seen,
  of,
}: {
  move: MovesFirst['move']
  meeting: MoveData['meeting']
  /** What the form sends along, so that it is carried out the next time. */
  seen: string
  of: 'heldOtherwise' | 'dateFollows'
}) {
  const words = useWords<Words>()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [move])
  return (
    <div ref={box} tabIndex={-1}>
      <Section id="what-moves" title={words(`meeting.${of}`)} note={words(`meeting.${of}Note`)} level={3}>
        <input type="hidden" name="seen" value={seen} />
        {move.warnings.map(({ code, text }) => (
          <Notice key={code + text} kind="attention">
            {text}
          </Notice>
        ))}
        <MovedDates move={move} meeting={meeting} released={null} />
        <AlsoMoves lines={move.alsoMoves} />
      </Section>
    </div>
  )
}
