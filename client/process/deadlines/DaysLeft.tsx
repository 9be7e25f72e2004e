import type { KeyDateRowFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { useWords } from '../../ui/index.js'
import { daysLeft } from './days-left.js'

type Closing = Pick<KeyDateRowFragment, 'closesAt' | 'zone' | 'hasPassed'>

/** After so many days nobody counts them any more. */
const stillCounted = 60

/** "in 12 days", "over for 3 days". The server has said whether it is over; `now` is the moment it was asked. */
export function DaysLeft({ date, now }: { date: Closing; now: string }) {
  const words = useWords<Words>()
  const days = daysLeft(date.closesAt, date.zone, now)
  return (
    <span className="soft" suppressHydrationWarning>
      {!date.hasPassed
        ? words('meeting.left', { days: Math.max(0, days) })
        : -days > stillCounted
          ? words('meeting.over')
          : words('meeting.passed', { days: Math.max(0, -days) })}
    </span>
  )
}
