import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { TextArea, useWords } from '../../ui/index.js'
import type { ChangeData } from './change-meeting.route.js'
import { AudienceTold } from './AudienceTold.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'

/** The question before a meeting is cancelled: what follows from it, and why. */
export function CancelMeeting() {
  const words = useWords<Words>()
  const { meeting } = useLoaderData<ChangeData>()
  return (
    <>
      <ChangeHead
        meeting={meeting}
        title={words('meeting.cancel')}
        lead={words('meeting.cancelLead', { number: meeting.number })}
      />
      <ChangeForm meeting={meeting} name="cancel" send={words('meeting.cancelForGood')} kind="danger">
        <AudienceTold audience={meeting.audience} />
        <TextArea
          name="reason"
          label={words('meeting.reason')}
          hint={words('meeting.reasonPublicHint')}
          maxLength={2000}
          isRequired
        />
      </ChangeForm>
    </>
  )
}
