import type { MeetingDaysFragment } from '#schema/generated/operations.js'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Day, Time, useWords } from '../../ui/index.js'

/** First and last day with the place whose calendar they are on; with the opening time, where it is fixed, also on the reader's clock. */
export function MeetingDays({ meeting, withTime = false }: { meeting: MeetingDaysFragment; withTime?: boolean }) {
  const words = useWords<Words>()
  const { startsOn, endsOn, opensAtInstant, zone } = meeting
  const place = zoneLabel(zone, words)
  return (
    <span>
      <Day on={startsOn} />
      {endsOn !== startsOn && (
        <>
          {' – '}
          <Day on={endsOn} />
        </>
      )}
      {withTime && opensAtInstant ? (
        <span className="block soft">
          {words('meeting.opens')} <Time at={opensAtInstant} zone={zone} place={place} />
        </span>
      ) : (
        <span className="soft"> {place}</span>
      )}
    </span>
  )
}
