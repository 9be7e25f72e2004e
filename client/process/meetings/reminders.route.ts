import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  RemindersPageDocument,
  SetReminderDocument,
  type ReminderRowFragment,
  type RemindersPageQuery,
} from '#schema/generated/operations.js'
import { obligations } from '#schema/vocabulary/process.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import { meetingAddress, meetingHref } from './meeting-address.js'
import { RemindersPage } from './RemindersPage.js'

export interface RemindersData {
  meeting: NonNullable<RemindersPageQuery['meeting']>
  reminders: readonly ReminderRowFragment[]
}

/** What goes out for a meeting, to whom and when; each can be switched. */
export const remindersRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/reminders',
  Component: RemindersPage,
  handle: { isExample: ({ meeting }: RemindersData) => meeting.group.isExample },
  loader: async ({ params }: LoaderFunctionArgs): Promise<RemindersData> => {
    const answer = await orRefuse(api(RemindersPageDocument, meetingAddress(params)))
    const meeting = found(answer.meeting)
    if (!meeting.reminders) throw refuseWith('FORBIDDEN')
    return { meeting, reminders: meeting.reminders }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const { group, number } = meetingAddress(params)
    const sent = await sentForm(request)
    const obligation = obligations.find((known) => known === sent.text('obligation'))
    const days = sent.text('daysBefore')
    const wrong = [
      ...(obligation ? [] : [{ field: 'obligation', sentence: words('meeting.obligationMissing') }]),
      ...(/^\d{1,3}$/.test(days) ? [] : [{ field: 'daysBefore', sentence: words('reminder.daysMissing') }]),
    ]
    if (!obligation || wrong.length > 0) return refuseForm('reminder', sent, wrong)
    const input = {
      meetingId: sent.text('id'),
      obligation,
      daysBefore: Number(days),
      isOn: sent.text('isOn') === 'true',
    }
    const { refusals } = await orAnswer(api(SetReminderDocument, { input }))
    if (refusals) return refuseForm('reminder', sent, fieldRefusals(refusals, words))
    return redirect(`${meetingHref({ slug: group }, number)}/reminders`)
  },
})
