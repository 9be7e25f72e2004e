import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { TextArea, TextField, useWords } from '../../ui/index.js'
import type { ChangeData } from './change-meeting.route.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'

/** Opens a closed meeting again: by which decision, and why. */
export function ReopenMeeting() {
  const words = useWords<Words>()
  const { meeting } = useLoaderData<ChangeData>()
  return (
    <>
      <ChangeHead meeting={meeting} title={words('meeting.reopen')} lead={words('meeting.reopenLead')} />
      <ChangeForm meeting={meeting} name="reopen" send={words('meeting.reopen')}>
        <TextField
          name="decision"
          label={words('meeting.decision')}
          hint={words('meeting.decisionHint')}
          maxLength={300}
          isRequired
        />
        <TextArea
          name="reason"
          label={words('meeting.reason')}
          hint={words('meeting.reasonPublicHint')}
          maxLength={1000}
          isRequired
        />
      </ChangeForm>
    </>
  )
}
