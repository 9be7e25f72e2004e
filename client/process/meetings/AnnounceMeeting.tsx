import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { DateField, Link, TextField, useWords } from '../../ui/index.js'
import { dayIn, KeyDateList } from '../deadlines/index.js'
import type { ChangeData } from './change-meeting.route.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import { meetingHref } from './meeting-address.js'

/** Says that the meeting was announced, on which day and by what. */
export function AnnounceMeeting() {
  const words = useWords<Words>()
  const { meeting, now } = useLoaderData<ChangeData>()
  const asked = meeting.keyDates.filter(({ obligation }) => obligation === 'ANNOUNCEMENT')
  return (
    <>
      <ChangeHead meeting={meeting} title={words('meeting.announce')} lead={words('meeting.announceLead')} />
      {meeting.notice.explanation && <p>{meeting.notice.explanation.text}</p>}
      <p className="spaced">
        {words('meeting.announceByLetter')}{' '}
        <Link href={`${meetingHref(meeting.group, meeting.number)}/call`}>{words('call.toLetter')}</Link>
      </p>
      {asked.length > 0 && <KeyDateList dates={asked} now={now} />}
      <ChangeForm meeting={meeting} name="announce" send={words('meeting.announce')}>
        <DateField
          name="on"
          label={words('meeting.announceOn')}
          hint={words('meeting.announceOnHint')}
          defaultValue={dayIn(now, meeting.group.deadlineZone)}
          isRequired
        />
        <TextField name="by" label={words('meeting.announceBy')} hint={words('meeting.announceByHint')} />
      </ChangeForm>
    </>
  )
}
