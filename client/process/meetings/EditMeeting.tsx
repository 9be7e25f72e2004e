import { useLoaderData } from 'react-router'
import { isOffered } from '#schema/vocabulary/meetings.js'
import type { Words } from '#schema/words/index.js'
import { Link, useWords } from '../../ui/index.js'
import type { ChangeData } from './change-meeting.route.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import { meetingHref } from './meeting-address.js'
import { DetailFields, ModeField } from './MeetingFields.js'

/** Changes all of a meeting but its days, which are moved with a look at what moves with them. */
export function EditMeeting() {
  const words = useWords<Words>()
  const { meeting, others } = useLoaderData<ChangeData>()
  return (
    <>
      <ChangeHead
        meeting={meeting}
        title={words('meeting.edit')}
        lead={
          meeting.viewerMay.includes('MOVE') && isOffered('MOVE', meeting.state) ? (
            <Link href={`${meetingHref(meeting.group, meeting.number)}/move`}>{words('meeting.editLead')}</Link>
          ) : undefined
        }
      />
      <ChangeForm meeting={meeting} name="edit" send={words('meeting.save')}>
        <ModeField mode={meeting.mode} />
        <DetailFields meeting={meeting} others={others} />
      </ChangeForm>
    </>
  )
}
