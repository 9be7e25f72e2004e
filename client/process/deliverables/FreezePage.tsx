import { useLoaderData } from 'react-router'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { EmptyState, LinkButton, Select, TextArea, useWords } from '../../ui/index.js'
import { deliverableHref } from './address.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import type { EditData } from './change.route.js'

/** Freezes the text as it is stored now. [DE-10] */
export function FreezePage() {
  const words = useWords<Words>()
  const { deliverable, group, idempotencyKey } = useLoaderData<EditData>()
  const meetings = [...group.upcoming.nodes, ...group.past.nodes]
  return (
    <>
      <ChangeHead
        deliverable={deliverable}
        title={words('deliverable.freeze')}
        lead={words('deliverable.freezeLead')}
      />
      {deliverable.document ? (
        <ChangeForm
          deliverable={deliverable}
          name="freeze"
          send={words('deliverable.freezeNow')}
          idempotencyKey={idempotencyKey}
        >
          <Select
            name="meetingId"
            label={words('deliverable.freezeMeeting')}
            hint={words('deliverable.freezeMeetingHint')}
            placeholder={words('deliverable.noMeeting')}
            options={meetings.map(({ id, title, startsOn }) => ({
              value: id,
              label: words('deliverable.meetsOn', { title, day: formatDay(startsOn, words) }),
            }))}
          />
          <TextArea name="note" label={words('deliverable.freezeNote')} rows={2} maxLength={2000} />
        </ChangeForm>
      ) : (
        <EmptyState
          title={words('deliverable.noText')}
          action={
            <LinkButton href={`${deliverableHref(deliverable.group, deliverable)}/edit`}>
              {words('deliverable.edit')}
            </LinkButton>
          }
        >
          {words('deliverable.freezeNoText')}
        </EmptyState>
      )}
    </>
  )
}
