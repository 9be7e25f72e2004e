import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  CallPageDocument,
  IssueCallCorrigendumDocument,
  IssueConveningLetterDocument,
  WordCallClauseDocument,
  type CallPageQuery,
} from '#schema/generated/operations.js'
import { callClauseKeys, type CallClauseKey } from '#schema/vocabulary/convening.js'
import type { Words } from '#schema/words/index.js'
import { fieldRefusals, refuseForm, sentForm, type SentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import { isDay } from '../deadlines/index.js'
import { meetingAddress, meetingHref } from '../meetings/index.js'
import { CallPage } from './CallPage.js'
import { IssuePage } from './IssuePage.js'
import { runningOf } from './running.js'
import { WordPage } from './WordPage.js'

type Meeting = NonNullable<CallPageQuery['meeting']>
type Letter = NonNullable<Meeting['conveningLetter']>
type Draft = NonNullable<Letter['draft']>

export interface CallData {
  meeting: Meeting
  now: string
}

/** For the pages that change the letter. */
export interface DraftData extends CallData {
  letter: Letter
  draft: Draft
}

export interface WordData extends DraftData {
  clause: Draft['clauses'][number]
}

/** A clause that is not in the letter: nothing is composed for it, and nobody has written it. [CL-2] */
const unwritten = (key: CallClauseKey, words: Words): WordData['clause'] => ({
  key,
  number: '',
  heading: words(`call.clause.${key}`),
  text: '',
  dates: [],
  isWorded: false,
  isOutdated: false,
  composed: null,
})

const handle = { isExample: ({ meeting }: CallData) => meeting.group.isExample }

async function callData({ api }: RouteTools, params: LoaderFunctionArgs['params']): Promise<CallData> {
  const { meeting, now } = await orRefuse(api(CallPageDocument, meetingAddress(params)))
  return { meeting: found(meeting), now }
}

/** The letter for somebody who works on it; nobody else is shown the page. */
async function draftData(tools: RouteTools, params: LoaderFunctionArgs['params']): Promise<DraftData> {
  const data = await callData(tools, params)
  const letter = data.meeting.conveningLetter
  if (!letter?.draft) throw refuseWith('FORBIDDEN')
  return { ...data, letter, draft: letter.draft }
}

const letterHref = (params: LoaderFunctionArgs['params']): string => {
  const { group: slug, number } = meetingAddress(params)
  return `${meetingHref({ slug }, number)}/call`
}

/** `/groups/:slug/meetings/:number/call`: the convening letter, as issued; as it would read now for those who work on it. */
export const callRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/call',
  Component: CallPage,
  handle: { ...handle, running: ({ meeting }: CallData, words: Words) => runningOf(meeting, words) },
  loader: ({ params }: LoaderFunctionArgs) => callData(tools, params),
})

/** `…/call/clauses/:key`: words a clause anew. */
export const wordClauseRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/call/clauses/:key',
  Component: WordPage,
  handle,
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<WordData> => {
    const data = await draftData(tools, params)
    const named = params['key']?.toUpperCase().replaceAll('-', '_')
    const key = found(callClauseKeys.find((one) => one === named))
    return { ...data, clause: data.draft.clauses.find((clause) => clause.key === key) ?? unwritten(key, tools.words) }
  },
  action: async ({ params, request }: ActionFunctionArgs) => {
    const { api, words } = tools
    const sent = await sentForm(request)
    const key = found(callClauseKeys.find((one) => one === sent.text('key')))
    const takesComposed = sent.text('act') === 'compose'
    const text = sent.text('text')
    if (!takesComposed && !text)
      return refuseForm('word', sent, [{ field: 'text', sentence: words('call.textMissing') }])
    const input = {
      meetingId: sent.text('meetingId'),
      expectedRevision: Number(sent.text('expectedRevision')),
      key,
      text: takesComposed ? null : text,
    }
    return orBack(
      'word',
      sent,
      await orAnswer<unknown>(api(WordCallClauseDocument, { input })),
      tools,
      `${letterHref(params)}?view=draft`,
    )
  },
})

/** `…/call/issue`: issues the letter, or a corrigendum to it. */
export const issueCallRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/call/issue',
  Component: IssuePage,
  handle,
  shouldRevalidate: () => true,
  loader: ({ params }: LoaderFunctionArgs) => draftData(tools, params),
  action: async ({ params, request }: ActionFunctionArgs) => {
    const { api, words } = tools
    const sent = await sentForm(request)
    const target = { meetingId: sent.text('meetingId'), expectedHash: sent.text('expectedHash') }
    if (sent.text('act') === 'correct') {
      const reason = sent.text('reason')
      if (!reason) return refuseForm('issue', sent, [{ field: 'reason', sentence: words('call.reasonMissing') }])
      const answer = await orAnswer<unknown>(api(IssueCallCorrigendumDocument, { input: { ...target, reason } }))
      return orBack('issue', sent, answer, tools, letterHref(params))
    }
    const [reference, on] = [sent.text('reference'), sent.text('on')]
    const missing = [
      ...(reference ? [] : [{ field: 'reference', sentence: words('call.referenceMissing') }]),
      ...(isDay(on) ? [] : [{ field: 'on', sentence: words('meeting.dayMissing') }]),
    ]
    if (missing.length > 0) return refuseForm('issue', sent, missing)
    const answer = await orAnswer<unknown>(api(IssueConveningLetterDocument, { input: { ...target, reference, on } }))
    return orBack('issue', sent, answer, tools, letterHref(params))
  },
})

function orBack(
  form: string,
  sent: SentForm,
  { refusals }: Awaited<ReturnType<typeof orAnswer<unknown>>>,
  { words }: RouteTools,
  href: string,
) {
  if (!refusals) return redirect(href)
  const codes = refusals.map(({ code }) => code)
  return refuseForm(form, sent, fieldRefusals(refusals, words), { codes })
}
