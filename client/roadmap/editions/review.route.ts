/** Public review of a draft: reading and commenting, its days, the mailed link. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  AnswerCommentDocument,
  CommentOnEditionDocument,
  ConfirmCommentDocument,
  EditionReviewPageDocument,
  EndReviewDocument,
  OpenReviewDocument,
  SettleCommentDocument,
  type EditionReviewPageQuery,
} from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm, type SentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import type { FieldRefusal } from '../../ui/index.js'
import { ConfirmComment, Review, ReviewDays } from './Review.js'

const PAGE = 50

export interface ReviewData {
  readonly edition: NonNullable<EditionReviewPageQuery['edition']>
  readonly isSignedIn: boolean
  /** What became of a comment that was just sent; null otherwise. */
  readonly sent: 'WAITING' | 'UNCONFIRMED' | 'CONFIRMED' | null
  /** What the form is about to begin with: `?about=G-02`. */
  readonly about: string
}

const load = async ({ api }: RouteTools, { request, params }: LoaderFunctionArgs): Promise<ReviewData> => {
  const { searchParams } = new URL(request.url)
  const { edition, viewer } = await orRefuse(
    api(EditionReviewPageDocument, { slug: params['slug'] ?? '', first: PAGE, after: searchParams.get('after') }),
  )
  const sent = (['WAITING', 'UNCONFIRMED', 'CONFIRMED'] as const).find((one) => one === searchParams.get('sent'))
  return {
    edition: found(edition),
    isSignedIn: viewer.isSignedIn,
    sent: sent ?? null,
    about: (searchParams.get('about') ?? '').slice(0, 200),
  }
}

/** `/editions/:slug/review` */
export const reviewRoute = (tools: RouteTools): RouteObject => ({
  path: 'editions/:slug/review',
  Component: Review,
  // Also after a refusal: a comment that was settled meanwhile shows how it stands.
  shouldRevalidate: () => true,
  loader: (args: LoaderFunctionArgs) => load(tools, args),
  action: async ({ request, params }: ActionFunctionArgs) => {
    const { api, words } = tools
    const slug = params['slug'] ?? ''
    const page = `/editions/${slug}/review`
    const sent = await sentForm(request)
    const form = sent.text('form') || 'comment'
    const one = { id: sent.text('id'), expectedRevision: Number(sent.text('expectedRevision')) }
    const missing = (field: string, sentence: string): FieldRefusal[] => (sent.text(field) ? [] : [{ field, sentence }])
    const refused = (refusals: Parameters<typeof fieldRefusals>[0]) =>
      refuseForm(form, sent, fieldRefusals(refusals, words))

    if (form.startsWith('settle-')) {
      const isPublished = sent.text('isPublished') === 'true'
      const { refusals } = await orAnswer(
        api(SettleCommentDocument, { input: { ...one, isPublished, reason: sent.optional('reason') } }),
      )
      return refusals ? refused(refusals) : redirect(`${page}#waiting`)
    }
    if (form.startsWith('answer-')) {
      const wrong = missing('answer', words('edition.commentAnswerMissing'))
      if (wrong.length > 0) return refuseForm(form, sent, wrong)
      const { refusals } = await orAnswer(
        api(AnswerCommentDocument, { input: { ...one, answer: sent.text('answer') } }),
      )
      return refusals ? refused(refusals) : redirect(`${page}#comments`)
    }
    const wrong = [
      ...missing('text', words('edition.commentMissing')),
      ...(sent.text('isStranger') ? missing('name', words('edition.commentNameMissing')) : []),
      ...(sent.text('isStranger') ? missing('email', words('edition.commentEmailMissing')) : []),
    ]
    if (wrong.length > 0) return refuseForm('comment', sent, wrong)
    const { done, refusals } = await orAnswer(
      api(CommentOnEditionDocument, {
        input: {
          slug,
          text: sent.text('text'),
          about: sent.optional('about'),
          name: sent.optional('name'),
          email: sent.optional('email'),
        },
      }),
    )
    return refusals ? refused(refusals) : redirect(`${page}?sent=${done.commentOnEdition.state}`)
  },
})

/** `/editions/:slug/review/days`: opens a review, changes its days, or takes the draft back. */
export const reviewDaysRoute = (tools: RouteTools): RouteObject => ({
  path: 'editions/:slug/review/days',
  Component: ReviewDays,
  shouldRevalidate: () => true,
  loader: async (args: LoaderFunctionArgs): Promise<ReviewData> => {
    const data = await load(tools, args)
    if (!data.edition.viewerMay.includes('REVIEW')) throw refuseWith('FORBIDDEN')
    return data
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const { api, words } = tools
    const slug = params['slug'] ?? ''
    const sent: SentForm = await sentForm(request)
    const step = { slug, expectedRevision: Number(sent.text('expectedRevision')) }
    const isEnd = sent.text('form') === 'end'
    const wrong = isEnd
      ? []
      : ['opensOn', 'closesOn']
          .filter((field) => !sent.text(field))
          .map((field) => ({ field, sentence: words('edition.reviewDayMissing') }))
    if (wrong.length > 0) return refuseForm('days', sent, wrong)
    const days = { opensOn: sent.text('opensOn'), closesOn: sent.text('closesOn'), zone: sent.text('zone') }
    const { refusals } = await orAnswer<unknown>(
      isEnd ? api(EndReviewDocument, { input: step }) : api(OpenReviewDocument, { input: { ...step, ...days } }),
    )
    if (!refusals) return redirect(`/editions/${slug}`)
    const codes = refusals.map(({ code }) => code)
    return refuseForm(isEnd ? 'end' : 'days', sent, fieldRefusals(refusals, words), { codes })
  },
})

export interface ConfirmCommentData {
  readonly slug: string
  /** Empty when the link was cut short. */
  readonly secret: string
}

/** `/editions/:slug/review/confirm?secret=…`: where the mailed link leads. One button, so that a mail scanner does not use the link up. */
export const confirmCommentRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'editions/:slug/review/confirm',
  Component: ConfirmComment,
  loader: ({ request, params }: LoaderFunctionArgs): ConfirmCommentData => ({
    slug: params['slug'] ?? '',
    secret: new URL(request.url).searchParams.get('secret') ?? '',
  }),
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const { done, refusals } = await orAnswer(api(ConfirmCommentDocument, { secret: sent.text('secret') }))
    return refusals
      ? refuseForm('confirm', sent, fieldRefusals(refusals, words), { secrets: ['secret'] })
      : redirect(`/editions/${done.confirmComment.slug}/review?sent=CONFIRMED`)
  },
})
