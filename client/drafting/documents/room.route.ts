import { createElement } from 'react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import { RenameDocumentDocument, WritingRoomDocument, type WritingRoomQuery } from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse } from '../../api/index.js'
import { textHref, textIdIn } from '../reading/index.js'
import { sourcesOf } from './sources.route.js'
import { WritingRoom, type WritingRoomProps } from './WritingRoom.js'

type Text = NonNullable<WritingRoomQuery['document']>

export interface RoomData {
  group: NonNullable<Text['group']>
  document: Text
  /** Null for a stranger. */
  person: { id: string; name: string } | null
}

const roomWith = (sourcesFor: WritingRoomProps['sourcesFor']) => () => createElement(WritingRoom, { sourcesFor })

/** What a form answers when it could not be sent at all. */
const isCutOff = (answer: unknown): boolean =>
  ((answer as { codes?: readonly string[] } | undefined)?.codes ?? []).includes('OFFLINE')

/** Where a text is written. Whoever may only read sees it as it is being written. */
export const roomRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'groups/:slug/documents/:id',
  Component: roomWith((id, onFault) => sourcesOf({ api, words }, id, onFault)),
  handle: { isExample: ({ document }: RoomData) => document.isExample },
  loader: async ({ params }: LoaderFunctionArgs): Promise<RoomData> => {
    const { document, viewer } = await orRefuse(api(WritingRoomDocument, { id: textIdIn(params) }))
    // A text is found below its own group only.
    const group = found(document?.group?.slug === params.slug ? document?.group : null)
    // A person who was erased has no name, and no account to be here with.
    const person = viewer.person && { id: viewer.person.id, name: viewer.person.name ?? '' }
    return { group, document: found(document), person }
  },
  // Also after a refusal: a title that somebody else changed meanwhile is shown. Without a connection the room stays as it is. [OF-10]
  shouldRevalidate: ({ actionResult }) => navigator.onLine && !isCutOff(actionResult),
  /** Gives the text another title. */
  action: async ({ request, params }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const input = {
      id: textIdIn(params),
      expectedRevision: Number(sent.text('expectedRevision')),
      title: sent.text('title'),
    }
    const { refusals } = await orAnswer(api(RenameDocumentDocument, { input }))
    if (!refusals) return redirect(textHref({ id: input.id, group: { slug: found(params.slug) } }))
    return refuseForm('rename', sent, fieldRefusals(refusals, words), { codes: refusals.map(({ code }) => code) })
  },
})
