import type { MeetingStateFragment } from '#schema/generated/operations.js'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Day, DefinitionList, Link, Time, Unknown, useWords } from '../../ui/index.js'
import { MeetingDays } from './MeetingDays.js'

/** When, where, how; what nobody knows says so. */
export function MeetingFacts({ meeting }: { meeting: MeetingStateFragment }) {
  const words = useWords<Words>()
  const place = zoneLabel(meeting.zone, words)
  const isRemote = meeting.mode === 'REMOTE'
  const where = [meeting.place, meeting.country].filter(Boolean).join(', ')
  return (
    <DefinitionList
      facts={[
        {
          term: words('meeting.stateHead'),
          value: words(`meeting.stateMeaning.${meeting.state}`),
          note: <Link href="/help/meetings">{words('meeting.whatAllows')}</Link>,
        },
        {
          term: words('meeting.closedAt'),
          value: meeting.closedAt && <Time at={meeting.closedAt} zone={meeting.zone} place={place} />,
        },
        {
          term: words('meeting.reopened'),
          value: meeting.reopenedBy && (
            <span dir="auto">
              {words('meeting.reopenedFor', { decision: meeting.reopenedBy, reason: meeting.reopenedReason ?? '' })}
            </span>
          ),
        },
        {
          term: words('meeting.days'),
          value: <MeetingDays meeting={meeting} withTime />,
          note: meeting.opensAtInstant ? null : words('meeting.noOpening', { place }),
        },
        {
          term: words('meeting.registration'),
          value: meeting.registrationOpensAt
            ? words('meeting.registrationFrom', { time: meeting.registrationOpensAt.slice(0, 5), place })
            : null,
        },
        { term: words('meeting.mode'), value: words(`deadline.mode.${meeting.mode}`) },
        {
          term: words('meeting.place'),
          value: isRemote ? null : where ? <span dir="auto">{where}</span> : <Unknown />,
        },
        {
          term: words('meeting.host'),
          value: !isRemote && meeting.host ? <span dir="auto">{meeting.host}</span> : null,
        },
        {
          term: words('meeting.collocated'),
          value: meeting.collocatedWith && <span dir="auto">{meeting.collocatedWith}</span>,
        },
        {
          term: words('meeting.announced'),
          value: meeting.announcedOn ? (
            <>
              <Day on={meeting.announcedOn} />{' '}
              {meeting.announcement && <span dir="auto">({meeting.announcement})</span>}
            </>
          ) : meeting.state === 'PLANNED' ? (
            words('meeting.notAnnounced')
          ) : null,
        },
      ]}
    />
  )
}
