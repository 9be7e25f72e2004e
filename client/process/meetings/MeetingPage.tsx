import { useLoaderData } from 'react-router'
import { isOffered } from '#schema/vocabulary/meetings.js'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ActivityLines, LiveNotice } from '../../common/activity/index.js'
import { LinkButton, Notice, PageHeader, Section, Unconfirmed, useWords } from '../../ui/index.js'
import { MeetingDecisions } from '../decisions/parts/index.js'
import { KeyDateTable } from '../deadlines/index.js'
import { MeetingRegistration } from '../registration/MeetingRegistration.js'
import { meetingHref } from './meeting-address.js'
import type { MeetingData } from './meeting.route.js'
import { MeetingActions } from './MeetingActions.js'
import { MeetingChip } from './MeetingChip.js'
import { MeetingCrumbs } from './MeetingCrumbs.js'
import { MeetingRooms } from './MeetingRooms.js'
import { InSeries } from './series/InSeries.js'
import { MeetingFacts } from './MeetingFacts.js'

/** One meeting: when and where, the dates that count towards it, what was done. */
export function MeetingPage() {
  const words = useWords<Words>()
  const { meeting, now } = useLoaderData<MeetingData>()
  const { group, viewerMay, keyDates } = meeting
  const href = meetingHref(group, meeting.number)
  const days = [meeting.startsOn, ...(meeting.endsOn === meeting.startsOn ? [] : [meeting.endsOn])]
  const mayPublish = viewerMay.includes('PUBLISH_DATES') && isOffered('PUBLISH_DATES', meeting.state)
  return (
    <>
      <PageHead
        title={meeting.title}
        canonical={href}
        alternates={[{ type: 'text/calendar', href: `${href}.ics`, title: words('calendar.file') }]}
        isPrivate={meeting.visibility !== 'PUBLIC' || group.isExample}
        description={words('meeting.description', {
          title: meeting.title,
          days: days.map((day) => formatDay(day, words)).join(' – '),
          place: meeting.place ?? words(`deadline.mode.${meeting.mode}`),
        })}
      />
      <MeetingCrumbs meeting={meeting} />
      <PageHeader
        eyebrow={words('meeting.eyebrow', {
          number: meeting.number,
          group: group.acronym ?? group.name,
          isPreparatory: String(meeting.isPreparatory),
        })}
        title={meeting.provenance.confidence === 'MEMORY' ? <Unconfirmed>{meeting.title}</Unconfirmed> : meeting.title}
        marks={<MeetingChip state={meeting.state} />}
        actions={<MeetingActions meeting={meeting} now={now} />}
      />
      <MeetingRooms meeting={meeting} />
      <InSeries place={meeting.placeInSeries} href={href} />
      <LiveNotice objectId={meeting.id} />
      {meeting.cancelledReason && (
        <Notice kind="bad" title={words('meeting.cancelledTitle')}>
          <span dir="auto">{meeting.cancelledReason}</span>
        </Notice>
      )}
      <MeetingFacts meeting={meeting} />
      <MeetingRegistration meeting={meeting} href={href} />
      <Section
        id="key-dates"
        title={words('meeting.keyDates')}
        note={words('meeting.keyDatesNote')}
        actions={
          <>
            {viewerMay.includes('REMIND') && (
              <LinkButton size="small" href={`${href}/reminders`}>
                {words('reminder.title')}
              </LinkButton>
            )}
            {mayPublish && (
              <LinkButton size="small" href={`${href}/dates`}>
                {words('meeting.addDate')}
              </LinkButton>
            )}
            <LinkButton size="small" href={`${href}.ics`}>
              {words('calendar.file')}
            </LinkButton>
          </>
        }
      >
        <KeyDateTable
          dates={keyDates}
          now={now}
          announcedOn={meeting.announcedOn}
          {...(mayPublish && { editHref: (obligation) => `${href}/dates?obligation=${obligation}` })}
        />
      </Section>
      {meeting.objectives.length > 0 && (
        <Section id="objectives" title={words('meeting.objectives')}>
          <ul className="bullets" dir="auto">
            {meeting.objectives.map((objective, at) => (
              <li key={at}>{objective}</li>
            ))}
          </ul>
        </Section>
      )}
      <MeetingDecisions meeting={meeting} />
      <Section id="activity" title={words('meeting.record')} note={words('meeting.recordNote')}>
        <ActivityLines events={meeting.activity.nodes} />
      </Section>
    </>
  )
}
