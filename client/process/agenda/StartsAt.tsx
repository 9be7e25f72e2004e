import type { Words } from '#schema/words/index.js'
import { useWords } from '../../ui/index.js'

/** When a row comes up, by the clock of the place; with the weekday where the meeting lasts longer than one. The head of the page names the place. */
export function StartsAt({ at, zone, isOneDay }: { at: string; zone: string; isOneDay: boolean }) {
  const words = useWords<Words>()
  const time = new Intl.DateTimeFormat(words.locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
    ...(!isOneDay && { weekday: 'short' }),
  }).format(new Date(at))
  return (
    <time dateTime={at} className="agenda-starts" suppressHydrationWarning>
      {time}
    </time>
  )
}
