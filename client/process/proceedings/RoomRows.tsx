import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { classNames, DefinitionList, Link, Shape, Time, useWords, VisuallyHidden } from '../../ui/index.js'
import { Duration, levelOf, OutcomeChip } from '../agenda/index.js'
import type { RoomMeeting } from './room.route.js'

/** The whole agenda beside the row: where the room is, what is done; each row can be looked at. And what is left. */
export function RoomRows({ meeting, chosen, href }: { meeting: RoomMeeting; chosen: string | null; href: string }) {
  const words = useWords<Words>()
  const { room } = meeting
  const { leftMinutes, endsAt, overMinutes } = room.forecast
  const shown = chosen ?? room.item?.id
  return (
    <nav aria-label={words('room.rows')} className="room-rows">
      <DefinitionList
        isStacked
        facts={[
          { term: words('room.left'), value: <Duration minutes={leftMinutes} /> },
          {
            term: words('room.ends'),
            value: endsAt && <Time at={endsAt} zone={meeting.zone} place={zoneLabel(meeting.zone, words)} isBare />,
            note: words('room.endsNote'),
          },
          { term: words('room.over'), value: overMinutes > 0 ? <Duration minutes={overMinutes} /> : null },
        ]}
      />
      <ol className="agenda-plain">
        {meeting.agenda.map(({ id, number, title, progress, outcome }) => {
          const isHere = id === room.item?.id
          return (
            <li key={id} data-level={levelOf(number)} className={classNames(isHere && 'room-here')}>
              <Link href={isHere ? href : `${href}?row=${id}`} aria-current={id === shown ? 'true' : undefined}>
                <span className="agenda-number">{number}</span> <bdi>{title}</bdi>
              </Link>{' '}
              {isHere && (
                <>
                  <Shape name="triangle" />
                  <VisuallyHidden>{words('room.roomIsHere')}</VisuallyHidden>
                </>
              )}{' '}
              <OutcomeChip outcome={outcome ?? null} progress={isHere ? 'NOT_BEGUN' : progress} />
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
