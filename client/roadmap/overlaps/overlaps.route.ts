import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  DismissOverlapSuggestionDocument,
  MoveOverlapCaseDocument,
  OverlapCasePageDocument,
  OverlapFormItemDocument,
  OverlapsPageDocument,
  OverlapSuggestionPageDocument,
  OverlapSuggestionsPageDocument,
  SeekOverlapsDocument,
  type OverlapCasePageQuery,
  type OverlapsPageQuery,
  type OverlapSuggestionPageQuery,
  type OverlapSuggestionsPageQuery,
} from '#schema/generated/operations.js'
import { readMoment, type Unread } from '#schema/vocabulary/address.js'
import {
  caseFilter,
  matrixParams,
  readOverlaps,
  readSuggestions,
  suggestionFilter,
  type OverlapsView,
  type SuggestionsView,
} from '#schema/vocabulary/overlap-address.js'
import { CASE_STATES } from '#schema/vocabulary/register.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse } from '../../api/index.js'
import { originOf, caseHref, suggestionHref } from '../parts/index.js'
import { CasePage } from './CasePage.js'
import { OverlapList } from './OverlapList.js'
import { SuggestionList } from './SuggestionList.js'
import { SuggestionPage } from './SuggestionPage.js'

const PAGE = 25

export interface OverlapListData {
  readonly view: OverlapsView
  readonly answer: OverlapsPageQuery
  /** The name that was to be added to the matrix and names no item; null otherwise. */
  readonly notFound: string | null
}

/** `/overlaps`: the matrix, the cases and the pairs behind one of its fields. */
export const overlapListRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'overlaps',
  Component: OverlapList,
  loader: async ({ request }: LoaderFunctionArgs): Promise<OverlapListData> => {
    const { searchParams } = new URL(request.url)
    const view = readOverlaps(searchParams)
    const name = searchParams.get('add')?.trim().slice(0, 200) ?? ''
    if (name) {
      const { item } = await orRefuse(api(OverlapFormItemDocument, { item: name }))
      const items = item && [...view.items, item.slug]
      if (items) throw redirect(`/overlaps?${matrixParams({ ...view, view: 'ITEMS', items }).toString()}`)
    }
    const { after, before, asOf, items } = view
    const answer = await orRefuse(
      api(OverlapsPageDocument, {
        view: view.view,
        items,
        filter: caseFilter(view),
        suggested: suggestionFilter(view),
        asOf,
        ...(before ? { last: PAGE, before } : { first: PAGE, after }),
      }),
    )
    return { view, answer, notFound: name || null }
  },
})

export type CaseOnPage = NonNullable<OverlapCasePageQuery['overlap']>

export interface CasePageData {
  readonly overlap: CaseOnPage
  /** Whether the viewer speaks for a group to other bodies. */
  readonly mayDraft: boolean
  readonly isTable: boolean
  readonly asOf: string | null
  readonly unread: readonly Unread[]
  readonly href: string
  /** Instant that a citation names. */
  readonly readAt: string
  /** Today, as the day of a step. */
  readonly today: string
}

/** `/overlaps/O-01` */
export const caseRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'overlaps/:number',
  Component: CasePage,
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<CasePageData> => {
    const { searchParams } = new URL(request.url)
    const { asOf, unread } = readMoment(searchParams)
    const { overlap, now, viewer } = await orRefuse(
      api(OverlapCasePageDocument, { number: params['number'] ?? '', asOf }),
    )
    const { number } = found(overlap)
    return {
      overlap: found(overlap),
      mayDraft: viewer.statementGroups.length > 0,
      isTable: searchParams.get('as') === 'table',
      asOf,
      unread,
      href: `${originOf(request)}${caseHref(number)}`,
      readAt: asOf ?? now,
      today: now.slice(0, 10),
    }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const number = params['number'] ?? ''
    const sent = await sentForm(request)
    const state = CASE_STATES.find((one) => one === sent.text('state'))
    if (!state) return refuseForm('move', sent, [{ field: 'state', sentence: words('overlap.moveState') }])
    const input = {
      number,
      expectedRevision: Number(sent.text('expectedRevision')),
      state,
      on: sent.optional('on'),
      note: sent.optional('note'),
    }
    const { refusals } = await orAnswer(api(MoveOverlapCaseDocument, { input }))
    if (!refusals) return redirect(`${caseHref(number)}#steps`)
    const codes = refusals.map(({ code }) => code)
    return refuseForm('move', sent, fieldRefusals(refusals, words), { codes })
  },
})

export interface SuggestionListData {
  readonly view: SuggestionsView
  readonly answer: OverlapSuggestionsPageQuery
  /** What the last search came to, from the address; null when there was none. */
  readonly sought: { readonly looked: number; readonly found: number; readonly waiting: number } | null
}

const count = (params: URLSearchParams, name: string) => Math.trunc(Number(params.get(name))) || 0

/** `/overlaps/suggestions` */
export const suggestionListRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'overlaps/suggestions',
  Component: SuggestionList,
  loader: async ({ request }: LoaderFunctionArgs): Promise<SuggestionListData> => {
    const { searchParams } = new URL(request.url)
    const view = readSuggestions(searchParams)
    const { after, before, asOf, state } = view
    const answer = await orRefuse(
      api(OverlapSuggestionsPageDocument, {
        filter: suggestionFilter(view, state),
        asOf,
        ...(before ? { last: PAGE, before } : { first: PAGE, after }),
      }),
    )
    const sought = searchParams.has('looked')
      ? {
          looked: count(searchParams, 'looked'),
          found: count(searchParams, 'found'),
          waiting: count(searchParams, 'waiting'),
        }
      : null
    return { view, answer, sought }
  },
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const { done, refusals } = await orAnswer(api(SeekOverlapsDocument, {}))
    if (refusals) return refuseForm('seek', sent, fieldRefusals(refusals, words))
    const { looked, found: pairs, waiting } = done.seekOverlaps
    return redirect(`/overlaps/suggestions?looked=${looked}&found=${pairs}&waiting=${waiting}`)
  },
})

export interface SuggestionPageData {
  readonly pair: NonNullable<OverlapSuggestionPageQuery['overlapSuggestion']>
}

const isId = (id: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)

/** `/overlaps/suggestions/<id>`: both scopes side by side, and what is to become of the pair. */
export const suggestionRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'overlaps/suggestions/:id',
  Component: SuggestionPage,
  // Also after a refusal: somebody else may have settled it.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<SuggestionPageData> => {
    const id = found(isId(params['id'] ?? '') ? params['id'] : null)
    const { overlapSuggestion } = await orRefuse(api(OverlapSuggestionPageDocument, { id }))
    return { pair: found(overlapSuggestion) }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const id = found(isId(params['id'] ?? '') ? params['id'] : null)
    const sent = await sentForm(request)
    const input = { id, expectedRevision: Number(sent.text('expectedRevision')), reason: sent.text('reason') }
    const { refusals } = await orAnswer(api(DismissOverlapSuggestionDocument, { input }))
    return refusals ? refuseForm('dismiss', sent, fieldRefusals(refusals, words)) : redirect(suggestionHref(id))
  },
})
