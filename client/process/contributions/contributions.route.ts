/** The pages of contributions. Each form posts to its own address and comes back to the contribution when it is done. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  AdmitContributionDocument,
  AnswerCosigningDocument,
  ConcernedDraftDocument,
  ContributionPageDocument,
  ContributionsPageDocument,
  ContributionToChangeDocument,
  HoldContributionDocument,
  InviteCosignerDocument,
  NewContributionPageDocument,
  ReserveContributionDocument,
  ReviseContributionDocument,
  SubmitContributionDocument,
  UpdateContributionDocument,
  WithdrawContributionDocument,
  WriteContributionDocument,
  type ConcernedDraftQuery,
  type ContributionPageQuery,
  type ContributionsPageQuery,
  type ContributionToChangeQuery,
  type NewContributionPageQuery,
} from '#schema/generated/operations.js'
import {
  contributionFilter,
  contributionHref,
  readContributions,
  type ContributionsView,
} from '#schema/vocabulary/contribution-address.js'
import {
  contributionParties,
  contributionTable,
  type ContributionAct,
  type ContributionPhase,
} from '#schema/vocabulary/contributions.js'
import { fieldRefusals, refuseForm, sentForm, type SentForm } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import { textHref } from '../../drafting/reading/index.js'
import {
  AdmitContribution,
  EditContribution,
  HoldContribution,
  ReviseContribution,
  SubmitContribution,
  WithdrawContribution,
} from './ChangeContribution.js'
import { coverIn } from './change-form.js'
import { ContributionList } from './ContributionList.js'
import { ContributionPage } from './ContributionPage.js'
import { NewContribution } from './NewContribution.js'

const PAGE = 50

export interface ContributionListData {
  readonly group: NonNullable<ContributionsPageQuery['group']>
  readonly contributions: ContributionsPageQuery['contributions']
  readonly view: ContributionsView
  readonly isSignedIn: boolean
}

/** `/groups/:slug/contributions`: all that was given to a group. */
export const contributionListRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/contributions',
  Component: ContributionList,
  handle: { isExample: ({ group }: ContributionListData) => group.isExample },
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<ContributionListData> => {
    const slug = found(params.slug)
    const view = readContributions(new URL(request.url).searchParams)
    const { before, after, sort } = view
    const page = before ? { last: PAGE, before } : { first: PAGE, after }
    const { group, contributions, viewer } = await orRefuse(
      api(ContributionsPageDocument, { group: slug, filter: contributionFilter(slug, view), sort, ...page }),
    )
    return { group: found(group), contributions, view, isSignedIn: viewer.person !== null }
  },
})

export interface ContributionData {
  readonly contribution: NonNullable<ContributionPageQuery['contribution']>
  /** The number of the revision whose text is shown; null while nothing was handed in. */
  readonly shown: number | null
  /** Whether the reader acts for its source, and not as chair or secretariat only. */
  readonly isSource: boolean
  /** The whole address of the page, as it is cited. */
  readonly address: string
  readonly now: string
}

const named = (params: Readonly<Record<string, string | undefined>>) => ({
  group: found(params['slug']),
  number: found(params['number']),
})

/** `/groups/:slug/contributions/:number`: one of them, with what was handed in, and what one may do. */
export const contributionRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'groups/:slug/contributions/:number',
  Component: ContributionPage,
  handle: {
    isExample: ({ contribution }: ContributionData) => contribution.group.isExample,
    running: ({ contribution: { citedAs, title, group } }: ContributionData) => ({
      title: `${citedAs}: ${title}`.slice(0, 90),
      note: group.acronym ?? group.name,
    }),
  },
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<ContributionData> => {
    const { contribution: answer, viewer, now } = await orRefuse(api(ContributionPageDocument, named(params)))
    const contribution = found(answer)
    const { revisions, group, number, reservedBy, contacts } = contribution
    const hands = [reservedBy, ...contacts.map(({ person }) => person)].flatMap((person) => person?.id ?? [])
    const url = new URL(request.url)
    // A number with the suffix of a revision shows that one; so does a link among the revisions.
    const cited = revisions.find(({ citedAs }) => citedAs.toLowerCase() === named(params).number.toLowerCase())
    const asked = url.searchParams.get('revision')
    const shown =
      revisions.find((one) => String(one.number) === asked) ??
      (cited && cited.citedAs !== number ? cited : revisions.at(-1))
    return {
      contribution,
      shown: shown?.number ?? null,
      isSource: hands.includes(viewer.person?.id ?? ''),
      address: new URL(contributionHref(group.slug, shown?.citedAs ?? number), url).href,
      now,
    }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const [act, id] = [sent.text('act'), sent.text('id')]
    const here = contributionHref(named(params).group, named(params).number)
    if (act === 'write') {
      const { done, refusals } = await orAnswer(api(WriteContributionDocument, { id }))
      if (refusals) return refuseForm(act, sent, fieldRefusals(refusals, words))
      const { document } = done.writeContribution
      return redirect(document ? textHref({ id: document.id, group: { slug: named(params).group } }) : here)
    }
    if (act === 'invite') {
      const personId = sent.text('personId')
      if (!personId)
        return refuseForm(act, sent, [{ field: 'personId', sentence: words('contribution.inviteMissing') }])
      const { refusals } = await orAnswer(api(InviteCosignerDocument, { input: { id, personId } }))
      return refusals ? refuseForm(act, sent, fieldRefusals(refusals, words)) : redirect(`${here}#cosign`)
    }
    const input = { id, accepts: act === 'accept' }
    const { refusals } = await orAnswer(api(AnswerCosigningDocument, { input }))
    return refusals ? refuseForm('answer', sent, fieldRefusals(refusals, words)) : redirect(here)
  },
})

export type ConcernedDraft = NonNullable<ConcernedDraftQuery['document']>

/** A draft of the group with its clauses; null for anything else that an address may name. */
async function draftOf(
  api: RouteTools['api'],
  group: { readonly documents: readonly { readonly id: string }[] },
  id: string | null | undefined,
): Promise<ConcernedDraft | null> {
  if (!group.documents.some((one) => one.id === id)) return null
  return (await orRefuse(api(ConcernedDraftDocument, { id: id! }))).document
}

export interface NewContributionData {
  readonly group: NonNullable<NewContributionPageQuery['group']>
  readonly me: NewContributionPageQuery['viewer']['person']
  /** The meeting that the address names. */
  readonly meeting: number | null
  /** The draft and the clause of it that the address names. */
  readonly draft: ConcernedDraft | null
  readonly clause: string | null
  readonly idempotencyKey: string
  readonly now: string
}

/** `/groups/:slug/contributions/new?meeting=2&document=…&clause=…`: takes a number. Whoever has no such role is told whom to ask. */
export const newContributionRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'groups/:slug/contributions/new',
  Component: NewContribution,
  handle: { isExample: ({ group }: NewContributionData) => group.isExample },
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<NewContributionData> => {
    const answer = await orRefuse(api(NewContributionPageDocument, { group: found(params.slug) }))
    const group = found(answer.group)
    const me = answer.viewer.person
    if (!group.viewerMayContribute && !me) throw refuseWith('SIGN_IN_REQUIRED')
    const { searchParams } = new URL(request.url)
    const asked = Number(searchParams.get('meeting'))
    const meeting = group.meetings.nodes.find(({ number }) => number === asked)?.number ?? null
    const draft = await draftOf(api, group, searchParams.get('document'))
    return { group, me, meeting, draft, clause: searchParams.get('clause'), idempotencyKey: newKey(), now: answer.now }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const group = found(params.slug)
    const sent = await sentForm(request)
    if (!sent.text('title')) {
      return refuseForm('new', sent, [{ field: 'title', sentence: words('contribution.titleMissing') }])
    }
    const input = { group, ...coverIn(sent), idempotencyKey: sent.text('idempotencyKey') }
    const { done, refusals } = await orAnswer(api(ReserveContributionDocument, { input }))
    return refusals
      ? refuseForm('new', sent, fieldRefusals(refusals, words))
      : redirect(contributionHref(group, done.reserveContribution.number))
  },
})

export interface ChangeContributionData {
  readonly contribution: NonNullable<ContributionToChangeQuery['contribution']>
  readonly me: ContributionToChangeQuery['viewer']['person']
  /** The draft that it is about, or that the address names instead; of the page of the cover only. */
  readonly draft: ConcernedDraft | null
  readonly now: string
}

type Wrong = readonly { field: string; sentence: string }[]

/** Whether anybody may do this with a contribution where it stands. [CN-6] */
const isOpenTo = (act: ContributionAct, { phase }: { readonly phase: ContributionPhase }): boolean =>
  contributionParties.some((party) => contributionTable[phase][party].includes(act))

/** A page under the address of a contribution, whose form is carried out by `act`. `name` is what its form answers to. */
const changeRoute = (
  tools: RouteTools,
  path: string,
  name: string,
  permission: ContributionAct,
  Component: RouteObject['Component'],
  act: (sent: SentForm, tools: RouteTools) => Promise<unknown> | Wrong,
): RouteObject => ({
  path: `groups/:slug/contributions/:number/${path}`,
  Component,
  handle: { isExample: ({ contribution }: ChangeContributionData) => contribution.group.isExample },
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<ChangeContributionData> => {
    const { contribution: answer, viewer, now } = await orRefuse(tools.api(ContributionToChangeDocument, named(params)))
    const contribution = found(answer)
    if (!contribution.viewerMay.includes(permission)) {
      // Done already, by a second press or in another window: the page of the contribution shows where it stands.
      if (!isOpenTo(permission, contribution))
        throw redirect(contributionHref(contribution.group.slug, contribution.number))
      throw refuseWith('FORBIDDEN')
    }
    const asked = new URL(request.url).searchParams.get('document') ?? contribution.concerns?.document.id
    const draft = permission === 'EDIT' ? await draftOf(tools.api, contribution.group, asked) : null
    return { contribution, me: viewer.person, draft, now }
  },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  action: async ({ request, params }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const acting = act(sent, tools)
    if (!(acting instanceof Promise)) return refuseForm(name, sent, acting)
    const { refusals } = await orAnswer(acting)
    if (!refusals) return redirect(contributionHref(named(params).group, named(params).number))
    const codes = refusals.map(({ code }) => code)
    return refuseForm(name, sent, fieldRefusals(refusals, tools.words), { codes })
  },
})

const target = (sent: SentForm) => ({ id: sent.text('id'), expectedRevision: Number(sent.text('expectedRevision')) })

export const editContributionRoute = (tools: RouteTools): RouteObject =>
  changeRoute(tools, 'edit', 'edit', 'EDIT', EditContribution, (sent, { api, words }) =>
    sent.text('title')
      ? api(UpdateContributionDocument, { input: { ...target(sent), ...coverIn(sent) } })
      : [{ field: 'title', sentence: words('contribution.titleMissing') }],
  )

/** What is handed in; what can be seen to be missing is said before anything is sent. */
function handingIn(sent: SentForm, { words }: RouteTools) {
  const known = sent.text('patentsKnown')
  const wrong = [
    ...(sent.text('what') ? [] : [{ field: 'what', sentence: words('contribution.whatMissing') }]),
    ...(sent.text('title') ? [] : [{ field: 'title', sentence: words('contribution.titleMissing') }]),
    ...(known ? [] : [{ field: 'patentsKnown', sentence: words('contribution.patentsMissing') }]),
    ...(sent.isTicked('consent') ? [] : [{ field: 'consent', sentence: words('contribution.consentMissing') }]),
  ]
  const what = sent.text('what')
  const input = {
    ...target(sent),
    fileId: what === 'text' ? null : what,
    consent: sent.text('consentVersion'),
    patentsKnown: known === 'true',
    patentsNote: sent.optional('patentsNote'),
    title: sent.text('title'),
    note: sent.optional('note'),
  }
  return { wrong, input }
}

export const submitContributionRoute = (tools: RouteTools): RouteObject =>
  changeRoute(tools, 'submit', 'handIn', 'SUBMIT', SubmitContribution, (sent, { api }) => {
    const { wrong, input } = handingIn(sent, tools)
    return wrong.length > 0 ? wrong : api(SubmitContributionDocument, { input })
  })

export const reviseContributionRoute = (tools: RouteTools): RouteObject =>
  changeRoute(tools, 'revise', 'revise', 'REVISE', ReviseContribution, (sent, { api }) => {
    const { wrong, input } = handingIn(sent, tools)
    return wrong.length > 0 ? wrong : api(ReviseContributionDocument, { input })
  })

export const withdrawContributionRoute = (tools: RouteTools): RouteObject =>
  changeRoute(tools, 'withdraw', 'withdraw', 'WITHDRAW', WithdrawContribution, (sent, { api }) =>
    api(WithdrawContributionDocument, { input: { ...target(sent), reason: sent.optional('reason') } }),
  )

const withReason = (sent: SentForm, { words }: RouteTools, go: (reason: string) => Promise<unknown>) => {
  const reason = sent.text('reason')
  return reason ? go(reason) : [{ field: 'reason', sentence: words('contribution.reasonMissing') }]
}

export const admitContributionRoute = (tools: RouteTools): RouteObject =>
  changeRoute(tools, 'admit', 'admit', 'ADMIT', AdmitContribution, (sent, { api }) =>
    withReason(sent, tools, (reason) => api(AdmitContributionDocument, { input: { ...target(sent), reason } })),
  )

export const holdContributionRoute = (tools: RouteTools): RouteObject =>
  changeRoute(tools, 'hold', 'hold', 'HOLD', HoldContribution, (sent, { api }) =>
    withReason(sent, tools, (reason) => api(HoldContributionDocument, { input: { ...target(sent), reason } })),
  )
