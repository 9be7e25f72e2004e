import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { ChangeForm } from '../../../roadmap/parts/index.js'
import { DateField, TextArea, TextField, useWords } from '../../../ui/index.js'
import { Lifetime } from '../Lifetime.js'
import { GroupHead, groupHref } from './GroupHead.js'
import type { LifeData } from './life.route.js'
import { BodySelect } from './SettingsFields.js'

/** Records that the parent lets the group go on: who decided, when and at which meeting, until when and why. */
export function Extend() {
  const words = useWords<Words>()
  const { group, bodies, now } = useLoaderData<LifeData>()
  const title = words('groupLife.extend')
  return (
    <>
      <GroupHead group={group} title={title} lead={words('groupLife.extendLead')} />
      <Lifetime lifetime={group.lifetime} zone={group.deadlineZone} now={now} />
      <ChangeForm name="extend" send={title} backTo={groupHref(group)} revision={group.revision}>
        <input type="hidden" name="id" value={group.id} />
        <BodySelect name="decidedBy" label={words('groupLife.decidedBy')} bodies={bodies} chosen={group.parent.slug} />
        <TextField
          name="atMeeting"
          label={words('groupLife.atMeeting')}
          hint={words('groupLife.atMeetingHint')}
          maxLength={300}
        />
        <div className="side-by-side">
          <DateField name="decidedOn" label={words('groupLife.decidedOn')} isRequired />
          <DateField name="newEndOn" label={words('groupLife.newEndOn')} isRequired />
        </div>
        <TextArea name="reason" label={words('groupLife.reason')} maxLength={2000} rows={3} />
      </ChangeForm>
    </>
  )
}
