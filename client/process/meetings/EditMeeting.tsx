import { useActionData, useLoaderData } from 'react-router'
import { isOffered } from '#schema/vocabulary/meetings.js'
import type { Words } from '#schema/words/index.js'
import { Link, useWords } from '../../ui/index.js'
import { AudienceTold } from './AudienceTold.js'
import type { ChangeData, MovesFirst } from './change-meeting.route.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import { LookFirst } from './LookFirst.js'
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
        {meeting.viewerMay.includes('MOVE') && (
          <>
            <input type="hidden" name="startsOn" value={meeting.startsOn} />
            <input type="hidden" name="endsOn" value={meeting.endsOn} />
          </>
        )}
        <input type="hidden" name="modeBefore" value={meeting.mode} />
        <input type="hidden" name="zoneBefore" value={meeting.zone} />
        <WhatMoves />
        <ModeField mode={meeting.mode} />
        <DetailFields meeting={meeting} others={others} />
      </ChangeForm>
    </>
  )
}

/** What another way of meeting, or other clocks, would move; the same form saves it then. [MT-15] */
function WhatMoves() {
  const { meeting } = useLoaderData<ChangeData>()
  const answer = useActionData() as Partial<MovesFirst> | undefined
  if (!answer?.move) return null
  const { move, typed = {} } = answer
  const seen = `${String(typed['mode'])} ${String(typed['zone'])}`
  return (
    <>
      <LookFirst move={move} meeting={meeting} seen={seen} of="heldOtherwise" />
      <AudienceTold audience={meeting.audience} />
    </>
  )
}
