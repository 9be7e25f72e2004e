import type { KeyDateRowFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Timeline, useWords } from '../../ui/index.js'
import { ClosingTime } from './ClosingTime.js'
import { DaysLeft } from './DaysLeft.js'
import { Source } from './Source.js'

/** Key dates one under the other, each with its sentence and its source: for the preview of a meeting and what is due next. */
export function KeyDateList({ dates, now }: { dates: readonly KeyDateRowFragment[]; now: string }) {
  const words = useWords<Words>()
  return (
    <Timeline
      label={words('meeting.keyDates')}
      entries={dates.map((date) => ({
        id: date.obligation,
        when: <ClosingTime closesAt={date.closesAt} zone={date.zone} />,
        title: (
          <>
            {words.dynamic(`deadline.obligation.${date.obligation}`)} <DaysLeft date={date} now={now} />
          </>
        ),
        body: (
          <>
            <span className="block measure">{date.explanation.text}</span>
            <Source date={date} />
          </>
        ),
        isPlanned: !date.hasPassed,
        shape: date.hasPassed ? 'full' : 'ring',
        tone: date.hasPassed ? 'quiet' : 'progress',
      }))}
    />
  )
}
