import { useSyncExternalStore } from 'react'
import { differs, formatInstant, offsetOf, placeOf, type InstantForm } from './instant.js'
import { useWords } from './words.js'

const never = () => () => {}
const readerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

export interface TimeProps {
  /** ISO 8601 with an offset or Z. */
  at: string
  /** IANA name of the zone it is told in: the group's. */
  zone: string
  /** What people call that zone: "Geneva". Else the place in its name. */
  place?: string
  form?: InstantForm
  /** Leaves out the reader's own time, where many stand in a column. */
  isBare?: boolean
}

/**
 * An instant: "2 Oct 2019, 23:59 Geneva", and where the reader's clocks differ, "3 Oct 2019, 04:59 your time" beside it. The server cannot know
 * the reader's zone, so the second part comes after hydration. Browsers and Node may spell a month differently; the server's spelling stays.
 */
export function Time({ at, zone, place = placeOf(zone), form = 'dateTime', isBare = false }: TimeProps) {
  const words = useWords()
  const own = useSyncExternalStore(never, readerZone, () => null)
  const showsOwn = !isBare && form !== 'date' && own !== null && differs(at, own, zone)
  return (
    <span className="time">
      <time dateTime={at} title={offsetOf(at, zone)} dir="auto" suppressHydrationWarning>
        {form === 'date'
          ? formatInstant(at, zone, words.locale, form)
          : `${formatInstant(at, zone, words.locale, form)} ${place}`}
      </time>
      {showsOwn && (
        <span className="time-own">
          {' '}
          ({words('ui.yourTime', { time: formatInstant(at, own, words.locale, form) })})
        </span>
      )}
    </span>
  )
}
