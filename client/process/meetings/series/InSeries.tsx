import type { InSeriesFragment } from '#schema/generated/operations.js'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Cluster, Link, useWords } from '../../../ui/index.js'
import { meetingHref } from '../meeting-address.js'
import { rhythm } from './series-plan.js'

/** From a meeting to those before and after it in its series. */
export function InSeries({ place, href }: { place: InSeriesFragment['placeInSeries']; href: string }) {
  const words = useWords<Words>()
  if (!place) return null
  const { position, series } = place
  const beside = [
    { way: 'series.previous', meeting: place.previous },
    { way: 'series.next', meeting: place.next },
  ] as const
  return (
    <nav aria-label={words('series.inSeries')} className="spaced">
      <Cluster gap={4}>
        <Link href={`${href}/series`}>{words('series.position', { position, count: series.meetings.length })}</Link>
        <span className="soft">{rhythm(series, words)}</span>
        {beside.map(
          ({ way, meeting }) =>
            meeting && (
              <Link key={way} href={meetingHref(meeting.group, meeting.number)}>
                {words(way, { title: meeting.title, on: formatDay(meeting.startsOn, words) })}
              </Link>
            ),
        )}
      </Cluster>
    </nav>
  )
}
