import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  EditionListDocument,
  EditionPageDocument,
  VerifyEditionDocument,
  type EditionListQuery,
  type EditionPageQuery,
  type VerifyEditionMutation,
} from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse } from '../../api/index.js'
import { originOf } from '../parts/index.js'
import { EditionList } from './EditionList.js'
import { EditionPage } from './EditionPage.js'

/** Rows of a page. */
const PAGE = 50

export type EditionListData = EditionListQuery

/** `/editions` */
export const editionListRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'editions',
  Component: EditionList,
  loader: ({ request }: LoaderFunctionArgs): Promise<EditionListData> => {
    const { searchParams } = new URL(request.url)
    const before = searchParams.get('before')
    const place = before ? { last: PAGE, before } : { first: PAGE, after: searchParams.get('after') }
    return orRefuse(api(EditionListDocument, place))
  },
})

export type EditionOnPage = NonNullable<EditionPageQuery['edition']>

export interface EditionPageData {
  readonly edition: EditionOnPage
  /** Permanent address, for citing. */
  readonly href: string
}

/** What a page of an edition is told when it was verified. */
export interface Verified {
  readonly verified: VerifyEditionMutation['verifyEdition']
}

/** `/editions/:slug` */
export const editionRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'editions/:slug',
  Component: EditionPage,
  handle: { isExample: (shown: EditionPageData | undefined) => shown?.edition.isExample === true },
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<EditionPageData> => {
    const { edition } = await orRefuse(api(EditionPageDocument, { slug: params['slug'] ?? '' }))
    const shown = found(edition)
    return { edition: shown, href: `${originOf(request)}/editions/${shown.slug}` }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const { done, refusals } = await orAnswer(api(VerifyEditionDocument, { slug: params['slug'] ?? '' }))
    return refusals
      ? refuseForm('verify', sent, fieldRefusals(refusals, words))
      : data<Verified>({ verified: done.verifyEdition })
  },
})
