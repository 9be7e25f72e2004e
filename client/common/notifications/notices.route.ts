import { redirect, type ActionFunctionArgs, type RouteObject } from 'react-router'
import {
  ChooseNoticesByMailDocument,
  MarkNoticesSeenDocument,
  NoticesPageDocument,
  type NoticesPageQuery,
} from '#schema/generated/operations.js'
import { noticeKinds } from '#schema/vocabulary/notices.js'
import { orAnswer, orRefuse } from '../../api/index.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { NoticesPage } from './NoticesPage.js'

export type NoticesData = NoticesPageQuery['viewer'] & {
  /** Up to when what is shown was told. */
  readonly now: string
}

/** `/me/notices`: what one was told because it concerns one, and of what one gets letters. The forms are told apart by `form`. */
export const noticesRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'me/notices',
  Component: NoticesPage,
  loader: async (): Promise<NoticesData> => {
    const { viewer, now } = await orRefuse(api(NoticesPageDocument, {}))
    if (!viewer.isSignedIn) throw redirect('/sign-in?to=/me/notices')
    return { ...viewer, now }
  },
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const kinds = sent.all('kind')
    const { refusals } =
      sent.text('form') === 'seen'
        ? await orAnswer(api(MarkNoticesSeenDocument, { upTo: sent.text('upTo') }))
        : await orAnswer(
            api(ChooseNoticesByMailDocument, { kinds: noticeKinds.filter((kind) => kinds.includes(kind)) }),
          )
    return refusals ? refuseForm(sent.text('form'), sent, fieldRefusals(refusals, words)) : redirect('/me/notices')
  },
})
