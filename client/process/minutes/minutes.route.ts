/** The minutes of a meeting: open them, go to them, see what they recorded. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  MinutesPageDocument,
  OpenMinutesDocument,
  PutBackRecordDocument,
  type MinutesPageQuery,
} from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse } from '../../api/index.js'
import { meetingAddress } from '../meetings/index.js'
import { MinutesPage } from './MinutesPage.js'

export interface MinutesData {
  readonly meeting: NonNullable<MinutesPageQuery['meeting']>
  /** Made by the page, so that a form sent twice opens nothing twice. */
  readonly idempotencyKey: string
}

/** `/groups/:slug/meetings/:number/minutes` */
export const minutesRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/minutes',
  Component: MinutesPage,
  handle: { isExample: ({ meeting }: MinutesData) => meeting.group.isExample },
  loader: async ({ params }: LoaderFunctionArgs): Promise<MinutesData> => {
    const { meeting } = await orRefuse(api(MinutesPageDocument, meetingAddress(params)))
    return { meeting: found(meeting), idempotencyKey: newKey() }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const { group, number } = meetingAddress(params)
    const sent = await sentForm(request)
    const record = sent.text('record')
    if (record) {
      const input = { document: sent.text('document'), record }
      const { refusals } = await orAnswer(api(PutBackRecordDocument, { input }))
      return refusals
        ? refuseForm(`put-back-${record}`, sent, fieldRefusals(refusals, words))
        : redirect(`/groups/${group}/meetings/${number}/minutes`)
    }
    const input = { group, meeting: number, idempotencyKey: sent.text('idempotencyKey') }
    const { done, refusals } = await orAnswer(api(OpenMinutesDocument, { input }))
    return refusals
      ? refuseForm('open', sent, fieldRefusals(refusals, words))
      : redirect(`/groups/${group}/documents/${done.openMinutes.document.id}`)
  },
  shouldRevalidate: () => true,
})
