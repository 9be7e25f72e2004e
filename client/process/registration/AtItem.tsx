import { useLocation } from 'react-router'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Button, FormElement, Link, Select, Time, useWords } from '../../ui/index.js'
import type { AttendanceData } from './attendance.route.js'

/** Chooses a row of the agenda, to see who was there while the room was at it, and says when that was. Rows where it never was are not offered. */
export function AtItem({ meeting, item }: { meeting: AttendanceData['meeting']; item: string | null }) {
  const words = useWords<Words>()
  const { pathname } = useLocation()
  const rows = meeting.agenda.filter(({ id, visits }) => visits.length > 0 || id === item)
  const chosen = rows.find(({ id }) => id === item)
  if (rows.length === 0) return <p className="fact-note no-print">{words('registration.atItemNone')}</p>
  const time = (at: string) => <Time at={at} zone={meeting.zone} place={zoneLabel(meeting.zone, words)} isBare />
  return (
    <>
      <FormElement method="get" action={pathname} className="side-by-side spaced no-print">
        <Select
          name="item"
          label={words('registration.atItem')}
          placeholder={words('registration.atItemAny')}
          defaultValue={item ?? ''}
          options={rows.map(({ id, number, title }) => ({
            value: id,
            label: words('registration.itemNamed', { number, title }),
          }))}
        />
        <Button type="submit">{words('registration.show')}</Button>
      </FormElement>
      {chosen && (
        <p className="spaced">
          {words('registration.atItemWhen', {
            item: words('registration.itemNamed', { number: chosen.number, title: chosen.title }),
          })}
          {chosen.visits.length === 0
            ? ` ${words('registration.atItemNever')}`
            : chosen.visits.map(({ from, to }, at) => (
                <span key={from}>
                  {at > 0 ? '; ' : ' '}
                  {time(from)}
                  {' – '}
                  {to ? time(to) : words('registration.atItemStill')}
                </span>
              ))}
          {' · '}
          <Link href={pathname} className="no-print">
            {words('registration.atItemAll')}
          </Link>
        </p>
      )}
    </>
  )
}
