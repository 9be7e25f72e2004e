import { formatDay, zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Chip, DataTable, Day, Link, offsetOf, Time, useWords, VisuallyHidden, type Column } from '../../../ui/index.js'
import { meetingHref } from '../meeting-address.js'
import type { NewSeriesData, SeriesDay } from './new-series.route.js'

/** Every day of a series, to be ticked: its hour by the clocks there and by those of the group, and what else is on it. */
export function SeriesDays({
  group,
  shown: { plan, days },
  ticked,
}: {
  group: NewSeriesData['group']
  shown: NonNullable<NewSeriesData['shown']>
  /** Null before anything was sent: all of them. */
  ticked: readonly string[] | null
}) {
  const words = useWords<Words>()
  const columns: Column<SeriesDay>[] = [
    {
      id: 'day',
      header: words('series.day'),
      isRowHeader: true,
      cell: ({ startsOn, endsOn }) => (
        <label className="choice">
          <input type="checkbox" name="only" value={startsOn} defaultChecked={ticked?.includes(startsOn) ?? true} />
          <span className="choice-label">
            <VisuallyHidden>{words('series.tick', { day: formatDay(startsOn, words) })}</VisuallyHidden>
            <Day on={startsOn} />
            {endsOn !== startsOn && (
              <>
                {' – '}
                <Day on={endsOn} />
              </>
            )}
          </span>
        </label>
      ),
    },
    {
      id: 'opens',
      header: words('series.opens'),
      cell: (day) => <Opening day={day} zone={plan.zone} groupZone={group.deadlineZone} />,
    },
    { id: 'also', header: words('series.alsoOn'), isLong: true, cell: (day) => <AlsoOn day={day} group={group} /> },
  ]
  return (
    <DataTable
      caption={words('series.chooseTitle')}
      isCaptionHidden
      columns={columns}
      rows={days}
      rowKey={({ startsOn }) => startsOn}
    />
  )
}

function Opening({ day, zone, groupZone }: { day: SeriesDay; zone: string; groupZone: string }) {
  const words = useWords<Words>()
  const { opensAtInstant: at, clocksChanged } = day
  if (!at) return <span className="soft">{words('series.noTime')}</span>
  return (
    <span>
      <Time at={at} zone={zone} place={zoneLabel(zone, words)} />
      {/* The offset stands at each, so that where it changes can be seen. */}
      <span className="soft" dir="ltr">{` ${offsetOf(at, zone)}`}</span>
      {groupZone !== zone && (
        <span className="block soft">
          {words('series.inGroupZone')} <Time at={at} zone={groupZone} place={zoneLabel(groupZone, words)} isBare />
        </span>
      )}
      {clocksChanged && <span className="block">{words('series.clocksChanged')}</span>}
    </span>
  )
}

/** Nothing of this forbids the day; whoever calls the meeting decides. */
function AlsoOn({ day, group }: { day: SeriesDay; group: NewSeriesData['group'] }) {
  const words = useWords<Words>()
  const { daysOff, meetsWith, isPast } = day
  if (daysOff.length + meetsWith.length === 0 && !isPast) {
    return <span className="soft">{words('series.nothingElse')}</span>
  }
  const list = new Intl.ListFormat(words.locale, { type: 'conjunction' })
  return (
    <ul>
      {isPast && (
        <li>
          <Chip shape="triangle" tone="attention">
            {words('series.isPast')}
          </Chip>
        </li>
      )}
      {daysOff.length > 0 && (
        <li>
          <Chip shape="triangle" tone="attention">
            {words('series.dayOff', { count: daysOff.length })}
          </Chip>{' '}
          <span className="soft">{list.format(daysOff.map((on) => formatDay(on, words)))}</span>
        </li>
      )}
      {meetsWith.map((meeting) => (
        <li key={meeting.id}>
          <Link href={meetingHref(meeting.group, meeting.number)}>
            {meeting.group.slug === group.slug
              ? meeting.title
              : words('series.ofParent', { title: meeting.title, group: meeting.group.acronym ?? meeting.group.name })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
