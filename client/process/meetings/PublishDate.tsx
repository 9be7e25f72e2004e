import { useActionData, useLoaderData, useLocation } from 'react-router'
import { obligations } from '#schema/vocabulary/process.js'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { DateField, FormElement, Section, Select, TextArea, useWords } from '../../ui/index.js'
import { KeyDateList } from '../deadlines/index.js'
import type { ChangeData, MovesFirst } from './change-meeting.route.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import { LookFirst } from './LookFirst.js'

/** Sets a date of the meeting by hand, with the reason; or takes back one that was set. */
export function PublishDate() {
  const words = useWords<Words>()
  const { meeting, now } = useLoaderData<ChangeData>()
  const wish = new URLSearchParams(useLocation().search).get('obligation')
  const date = meeting.keyDates.find(({ obligation }) => obligation === wish)
  const obligation = obligations.find((known) => known === wish)
  const zone = date?.zone ?? meeting.group.deadlineZone
  return (
    <>
      <ChangeHead meeting={meeting} title={words('meeting.publish')} lead={words('meeting.publishLead')} />
      {date && (
        <Section id="now" title={words('meeting.asItStands')}>
          <KeyDateList dates={[date]} now={now} />
          {date.publishedOn && (
            <FormElement method="post">
              <input type="hidden" name="id" value={meeting.id} />
              <input type="hidden" name="expectedRevision" value={meeting.revision} />
              <input type="hidden" name="obligation" value={date.obligation} />
              <input type="hidden" name="withdraw" value="true" />
              <input type="hidden" name="startsOn" value={meeting.startsOn} />
              <input type="hidden" name="endsOn" value={meeting.endsOn} />
              <WhatFollows isWithdrawal />
              <SubmitButton>{words('meeting.withdrawDate')}</SubmitButton>{' '}
              <span className="soft">
                {words(date.computedOn ? 'meeting.withdrawHint' : 'meeting.withdrawHintNoRule')}
              </span>
            </FormElement>
          )}
        </Section>
      )}
      <Section id="by-hand" title={words('meeting.newDate')}>
        <ChangeForm meeting={meeting} name="dates" send={words('meeting.publish')}>
          <input type="hidden" name="startsOn" value={meeting.startsOn} />
          <input type="hidden" name="endsOn" value={meeting.endsOn} />
          <WhatFollows isWithdrawal={false} />
          <Select
            name="obligation"
            label={words('meeting.what')}
            defaultValue={obligation ?? ''}
            placeholder={words('meeting.chooseObligation')}
            options={obligations.map((value) => ({ value, label: words(`deadline.obligation.${value}`) }))}
            isRequired
          />
          <DateField
            name="on"
            label={words('meeting.newDate')}
            hint={words('meeting.newDateHint', { place: zoneLabel(zone, words) })}
            defaultValue={date?.publishedOn ?? undefined}
            isRequired
          />
          <TextArea
            name="reason"
            label={words('meeting.reason')}
            hint={words('meeting.reasonHint')}
            defaultValue={date?.reason ?? ''}
            maxLength={2000}
          />
        </ChangeForm>
      </Section>
    </>
  )
}

/** What is judged otherwise by the date, shown before it is set or taken back; the same button does it then. [MT-16] */
function WhatFollows({ isWithdrawal }: { isWithdrawal: boolean }) {
  const { meeting } = useLoaderData<ChangeData>()
  const answer = useActionData() as Partial<MovesFirst> | undefined
  if (!answer?.move) return null
  const { move, typed = {} } = answer
  if ((typed['withdraw'] !== undefined) !== isWithdrawal) return null
  const on = isWithdrawal ? 'null' : String(typed['on'])
  return <LookFirst move={move} meeting={meeting} seen={`${String(typed['obligation'])} ${on}`} of="dateFollows" />
}
