import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  BeginFollowDocument,
  ChooseDigestDocument,
  DeleteViewDocument,
  EndDigestDocument,
  EndFollowDocument,
  FollowsPageDocument,
  MarkNewsSeenDocument,
  OwnViewsDocument,
  RenameViewDocument,
  SaveViewDocument,
  type DigestFrequency,
  type FollowKind,
  type FollowsPageQuery,
  type ViewLineFragment,
} from '#schema/generated/operations.js'
import { found, orAnswer, orRefuse } from '../../api/index.js'
import { fieldRefusals, refuseForm, sentForm, type SentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { returnAddress } from '../identity/index.js'
import { FollowsPage } from './FollowsPage.js'
import { NameView } from './NameView.js'
import { Unsubscribe } from './Unsubscribe.js'

export type FollowsData = FollowsPageQuery['viewer']

const signIn = (to: string) => redirect(`/sign-in?to=${encodeURIComponent(to)}`)

/** `/me/follows`: what one follows and keeps, with its news. Also where every follow button sends its form; the forms are told apart by `form`. */
export const followsRoute = (tools: RouteTools): RouteObject => ({
  path: 'me/follows',
  Component: FollowsPage,
  loader: async (): Promise<FollowsData> => {
    const { viewer } = await orRefuse(tools.api(FollowsPageDocument, {}))
    if (!viewer.isSignedIn) throw signIn('/me/follows')
    return viewer
  },
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const { refusals } = await carryOut(tools, sent)
    if (refusals) return refuseForm(sent.text('form'), sent, fieldRefusals(refusals, tools.words))
    return redirect(sent.text('to') ? returnAddress(sent.text('to')) : '/me/follows')
  },
})

function carryOut({ api }: RouteTools, sent: SentForm) {
  const id = sent.text('id')
  switch (sent.text('form')) {
    case 'begin':
      return orAnswer(
        api(BeginFollowDocument, { input: { kind: sent.text('kind') as FollowKind, key: sent.text('key') } }),
      )
    case 'end':
      return orAnswer(api(EndFollowDocument, { id }))
    case 'delete':
      return orAnswer(api(DeleteViewDocument, { id }))
    case 'seen':
      return orAnswer(api(MarkNewsSeenDocument, { upTo: sent.text('upTo') }))
    default:
      return orAnswer(api(ChooseDigestDocument, { frequency: sent.text('frequency') as DigestFrequency }))
  }
}

export interface NameViewData {
  readonly address: string
  /** Null while it is new. */
  readonly view: ViewLineFragment | null
}

/** `/me/views/new?address=`: keeps a list with its filters. */
export const keepViewRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'me/views/new',
  Component: NameView,
  loader: async ({ request }: LoaderFunctionArgs): Promise<NameViewData> => {
    const { pathname, search, searchParams } = new URL(request.url)
    const { viewer } = await orRefuse(api(OwnViewsDocument, {}))
    if (!viewer.isSignedIn) throw signIn(pathname + search)
    return { address: returnAddress(searchParams.get('address')), view: null }
  },
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const input = { name: sent.text('name'), address: sent.text('address') }
    const { done, refusals } = await orAnswer(api(SaveViewDocument, { input }))
    if (refusals) return refuseForm('view', sent, fieldRefusals(refusals, words))
    const { id, mayFollow } = done.saveView
    if (sent.isTicked('follow') && mayFollow) {
      await orRefuse(api(BeginFollowDocument, { input: { kind: 'VIEW', key: id } }))
    }
    return redirect('/me/follows#views')
  },
})

/** `/me/views/:id`: gives a view another name. */
export const renameViewRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'me/views/:id',
  Component: NameView,
  loader: async ({ params }: LoaderFunctionArgs): Promise<NameViewData> => {
    const { viewer } = await orRefuse(api(OwnViewsDocument, {}))
    if (!viewer.isSignedIn) throw signIn(`/me/views/${params.id}`)
    const view = found(viewer.savedViews.find(({ id }) => id === params.id))
    return { address: view.address, view }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const input = { id: params.id!, expectedRevision: Number(sent.text('revision')), name: sent.text('name') }
    const { refusals } = await orAnswer(api(RenameViewDocument, { input }))
    if (refusals) return refuseForm('view', sent, fieldRefusals(refusals, words))
    return redirect('/me/follows#views')
  },
})

export interface UnsubscribeData {
  readonly key: string
}

/** `/unsubscribe?key=`: one button ends the letters. Opening it ends nothing: programs that read mail open links. [NO-5] */
export const unsubscribeRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'unsubscribe',
  Component: Unsubscribe,
  loader: ({ request }: LoaderFunctionArgs): UnsubscribeData => ({
    key: (new URL(request.url).searchParams.get('key') ?? '').slice(0, 200),
  }),
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    await orRefuse(api(EndDigestDocument, { key: sent.text('key') }))
    return { isEnded: true }
  },
})
