import type { Words } from '#schema/words/index.js'
import { Cluster, EmptyState, useWords } from '../../ui/index.js'
import { OutcomeChip, RowFacts } from '../agenda/index.js'
import { StandChip } from '../document-list/index.js'
import type { RoomData, RoomRow } from './room.route.js'

/** The row that this screen shows: large, with what is at hand and how long it takes. */
export function RowNow({ data, row, isAway }: { data: RoomData; row: RoomRow | null; isAway: boolean }) {
  const words = useWords<Words>()
  const { meeting, now } = data
  const { room } = meeting
  if (!row) {
    return room.number ? (
      <EmptyState title={words('room.now')}>{words('room.hiddenRow', { number: room.number })}</EmptyState>
    ) : (
      <EmptyState title={words('room.notBegun')}>{words('room.notBegunText')}</EmptyState>
    )
  }
  const visit = !isAway && room.since ? Math.max(0, (Date.parse(now) - Date.parse(room.since)) / 1000) : 0
  const minutes = Math.floor((row.spentSeconds + visit) / 60)
  const standOf = (documentId: string) => {
    const document = row.documents.find(({ id }) => id === documentId)
    return (
      document?.state && (
        <>
          {' '}
          <StandChip
            line={{ state: document.state, result: document.result ?? null, progress: document.progress ?? null }}
          />
        </>
      )
    )
  }
  return (
    <section className="room-now" aria-labelledby="room-now">
      <p className="eyebrow">{words(isAway ? 'agenda.row' : 'room.now')}</p>
      <h2 id="room-now" className="room-title">
        <span className="agenda-number">{row.number}</span> <bdi>{row.title}</bdi>
      </h2>
      <Cluster gap={4}>
        <OutcomeChip outcome={row.outcome ?? null} progress={row.progress} />
        {(!isAway || minutes > 0) && <span className="soft">{words('room.since', { minutes })}</span>}
        {row.minutes !== null && <span className="soft">{words('room.planned', { minutes: row.minutes })}</span>}
      </Cluster>
      <div className="agenda-words">
        <RowFacts row={row} meeting={meeting} isBeside sayOf={standOf} />
      </div>
    </section>
  )
}
