import type { MeetingStateFragment } from '#schema/generated/operations.js'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Day, DefinitionList, Link, Time, Unknown, useWords } from '../../ui/index.js'
import { languageNames } from './language-names.js'
import { meetingHref } from './meeting-address.js'
import { MeetingDays } from './MeetingDays.js'

/** When, where, how; what nobody knows says so. */
export function MeetingFacts({ meeting }: { meeting: MeetingStateFragment }) {
  const words = useWords<Words>()
  const place = zoneLabel(meeting.zone, words)
  const isCalledOff = meeting.state === 'CANCELLED'
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
          term: words('meeting.movedBecause'),
          value: meeting.movedReason && <span dir="auto">{meeting.movedReason}</span>,
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
          value: (meeting.collocatedMeeting || meeting.collocatedWith) && (
            <>
              {meeting.collocatedMeeting && (
                <Link href={meetingHref(meeting.collocatedMeeting.group, meeting.collocatedMeeting.number)}>
                  <span dir="auto">{meeting.collocatedMeeting.title}</span>
                </Link>
              )}{' '}
              {meeting.collocatedWith && <span dir="auto">{meeting.collocatedWith}</span>}
            </>
          ),
        },
        {
          term: words('meeting.remoteDetails'),
          value: meeting.remoteDetails && (
            <span dir="auto" className="as-typed">
              {meeting.remoteDetails}
            </span>
          ),
          note: words('meeting.remoteDetailsNote'),
        },
        {
          term: words('meeting.languages'),
          value: languageNames([meeting.workingLanguage, ...meeting.otherLanguages], words.locale),
        },
        {
          term: words('meeting.decides'),
          value: meeting.decidesOnSiteOnly ? words('meeting.decides.ONSITE') : null,
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
        { term: words('meeting.notice'), value: isCalledOff ? null : meeting.notice.explanation?.text },
      ]}
    />
  )
}
