/** The pages of the documents of a meeting. Forms post to them with and without scripts; with scripts the list takes in what changed by itself. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  AddAllocationRuleDocument,
  AllocateDocumentsDocument,
  AllocationRulesDocument,
  ApplyAllocationRulesDocument,
  DocumentChangesDocument,
  DocumentListDocument,
  DocumentNumberDocument,
  DocumentOfMeetingDocument,
  NamePresenterDocument,
  OrderDocumentDocument,
  RemoveAllocationRuleDocument,
  SettleDocumentsDocument,
  UndoAllocationDocument,
  UndoSettlingDocument,
  type AllocationRulesQuery,
  type DocumentListQuery,
  type DocumentOfMeetingQuery,
} from '#schema/generated/operations.js'
import { readDocumentList, type DocumentListView } from '#schema/vocabulary/document-address.js'
import {
  ALLOCATION_RULE_KINDS,
  DOCUMENT_PROGRESS,
  DOCUMENT_RESULTS,
  PIECE_OF_WHOLE,
} from '#schema/vocabulary/document-list.js'
import { fieldRefusals, refuseForm, sentForm, type SentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import type { FieldRefusal } from '../../ui/index.js'
import { meetingAddress } from '../meetings/index.js'
import { documentsHref } from './documents-address.js'
import { AllocationRules } from './AllocationRules.js'
import { DocumentList } from './DocumentList.js'
import { DocumentPage } from './DocumentPage.js'
import type { LineChanges } from './live-lines.js'

/** Lines of a page. */
const PAGE = 100

export interface DocumentListData {
  readonly view: DocumentListView
  readonly meeting: NonNullable<DocumentListQuery['meeting']>
}

const listOf = (tools: RouteTools, params: LoaderFunctionArgs['params'], view: DocumentListView, page: object) =>
  orRefuse(
    tools.api(DocumentListDocument, { ...meetingAddress(params), filter: view.filter, sort: view.sort, ...page }),
  )

/** `/groups/:slug/meetings/:number/documents`, whose whole view is its address. */
export const documentListRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/documents',
  Component: DocumentList,
  handle: { isExample: ({ meeting }: DocumentListData) => meeting.group.isExample },
  // What was done here is taken in line by line; the whole list is read anew only when the address changes or somebody asks for it.
  shouldRevalidate: ({ formMethod, actionResult, defaultShouldRevalidate }) =>
    formMethod === 'POST' && isQuiet(actionResult) ? false : defaultShouldRevalidate,
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<DocumentListData> => {
    const view = readDocumentList(new URL(request.url).searchParams)
    const { after, before } = view
    const first = view.isWhole ? { first: PIECE_OF_WHOLE } : before ? { last: PAGE, before } : { first: PAGE, after }
    const { meeting: answer } = await listOf(tools, params, view, first)
    let meeting = found(answer)
    while (view.isWhole && meeting.documents.pageInfo.hasNextPage) {
      const next = await listOf(tools, params, view, {
        first: PIECE_OF_WHOLE,
        after: meeting.documents.pageInfo.endCursor,
      })
      const { nodes, pageInfo } = found(next.meeting).documents
      const { documents } = meeting
      // One that was moved meanwhile may come twice; what changed since the first piece is asked for afterwards.
      const had = new Set(documents.nodes.map(({ id }) => id))
      const more = nodes.filter(({ id }) => !had.has(id))
      meeting = { ...meeting, documents: { ...documents, nodes: [...documents.nodes, ...more], pageInfo } }
    }
    return { view, meeting }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const { group, number } = meetingAddress(params)
    const back = documentsHref({ slug: group }, number) + new URL(request.url).search
    return carryOut(tools, params, sent, back)
  },
})

/** What changed since a moment: asked by the list itself when it hears that something did. */
export const documentChangesRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/documents/changes',
  // It is no page: whoever comes here is led to the list.
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<LineChanges> => {
    const { searchParams, search } = new URL(request.url)
    const address = meetingAddress(params)
    const since = searchParams.get('since')
    if (since === null) throw redirect(documentsHref({ slug: address.group }, address.number) + search)
    const withAgenda = searchParams.get('agenda') === 'true'
    const { filter } = readDocumentList(searchParams)
    const { meeting } = await orRefuse(api(DocumentChangesDocument, { ...address, since, filter, withAgenda }))
    const { documentChanges, agenda } = found(meeting)
    return { ...documentChanges, agenda: agenda ?? null }
  },
})

export interface DocumentPageData {
  readonly meeting: NonNullable<DocumentOfMeetingQuery['meeting']>
  readonly document: NonNullable<NonNullable<DocumentOfMeetingQuery['meeting']>['document']>
}

/** One document of a meeting: where it stands, what was said of it, and the forms that the list has as dialogs. */
export const documentRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/documents/:document',
  Component: DocumentPage,
  handle: { isExample: ({ meeting }: DocumentPageData) => meeting.group.isExample },
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<DocumentPageData> => {
    const id = /^[0-9a-f-]{36}$/.test(params['document'] ?? '') ? params['document'] : null
    const { meeting } = await orRefuse(
      tools.api(DocumentOfMeetingDocument, { ...meetingAddress(params), id: found(id) }),
    )
    return { meeting: found(meeting), document: found(found(meeting).document) }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const { group, number } = meetingAddress(params)
    return carryOut(tools, params, sent, `${documentsHref({ slug: group }, number)}/${params['document']}`)
  },
})

export interface AllocationRulesData {
  readonly meeting: NonNullable<AllocationRulesQuery['meeting']>
  readonly again: boolean
}

/** The rules of a meeting with what they would do. Not shown to whoever may not use them. */
export const allocationRulesRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/documents/rules',
  Component: AllocationRules,
  handle: { isExample: ({ meeting }: AllocationRulesData) => meeting.group.isExample },
  shouldRevalidate: () => true,
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<AllocationRulesData> => {
    const again = new URL(request.url).searchParams.get('again') === 'true'
    const { meeting } = await orRefuse(tools.api(AllocationRulesDocument, { ...meetingAddress(params), again }))
    if (!found(meeting).viewerMay.includes('EDIT')) throw refuseWith('FORBIDDEN')
    return { meeting: found(meeting), again }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const { group, number } = meetingAddress(params)
    return carryOut(tools, params, sent, `${documentsHref({ slug: group }, number)}/rules`)
  },
})

/** What the action of a list answers to scripts: done, and the list may ask what changed. */
export interface QuietAnswer {
  readonly isDone: true
}
const isQuiet = (answer: unknown): boolean => (answer as QuietAnswer | undefined)?.isDone === true

/** What a form asks for, or what is wrong with it before anybody is asked. */
type Act = (
  sent: SentForm,
  tools: RouteTools,
  params: LoaderFunctionArgs['params'],
) => Promise<FieldRefusal[] | Promise<unknown>[]>

const acts: Readonly<Record<string, Act>> = {
  allocate: async (sent, { api }) => [
    api(AllocateDocumentsDocument, {
      input: {
        meetingId: sent.text('meetingId'),
        documents: seenOf(sent).map(({ id }) => id),
        agendaItemId: sent.optional('agendaItemId'),
        isAlso: sent.isTicked('isAlso'),
      },
    }),
  ],
  settle: async (sent, tools, params) => {
    const became = sent.text('became')
    const result = DOCUMENT_RESULTS.find((one) => one === became) ?? null
    const progress = DOCUMENT_PROGRESS.find((one) => one === became) ?? null
    if (!result && !progress) return [{ field: 'became', sentence: tools.words('documentList.chooseResult') }]
    const isLinked = result === 'REVISED' || result === 'MERGED'
    const number = isLinked ? sent.optional('other') : null
    const other = number && (await byNumber(tools, params, number))
    if (number && !other) return [{ field: 'other', sentence: tools.words('documentList.noSuchNumber', { number }) }]
    const input = {
      meetingId: sent.text('meetingId'),
      documents: seenOf(sent),
      result,
      progress,
      note: sent.optional('note'),
      revisedTo: result === 'REVISED' ? other : null,
      mergedInto: result === 'MERGED' ? other : null,
    }
    return [tools.api(SettleDocumentsDocument, { input })]
  },
  undo: async (sent, { api }) =>
    seenOf(sent).map(({ id, expectedRevision }) =>
      api(UndoSettlingDocument, { input: { meetingId: sent.text('meetingId'), document: id, expectedRevision } }),
    ),
  order: async (sent, { api }) => {
    const [document] = seenOf(sent)
    const input = { meetingId: sent.text('meetingId'), document: document?.id ?? '', before: sent.optional('before') }
    return [api(OrderDocumentDocument, { input })]
  },
  presenter: async (sent, { api }) => {
    const [document] = seenOf(sent)
    const presentedBy = sent.optional('presentedBy')
    const input = { meetingId: sent.text('meetingId'), document: document?.id ?? '', presentedBy }
    return [api(NamePresenterDocument, { input })]
  },
  undoRun: async (sent, { api }) => [api(UndoAllocationDocument, { id: sent.text('run') })],
  apply: async (sent, { api }) => [
    api(ApplyAllocationRulesDocument, { input: { meetingId: sent.text('meetingId'), again: sent.isTicked('again') } }),
  ],
  addRule: async (sent, { api }) => {
    const kind = ALLOCATION_RULE_KINDS.find((one) => one === sent.text('kind')) ?? 'KEYWORD'
    const input = {
      meetingId: sent.text('meetingId'),
      kind,
      pattern: sent.text('pattern'),
      agendaItemId: sent.text('agendaItemId'),
    }
    return [api(AddAllocationRuleDocument, { input })]
  },
  removeRule: async (sent, { api }) => [api(RemoveAllocationRuleDocument, { id: sent.text('rule') })],
}

async function carryOut(tools: RouteTools, params: LoaderFunctionArgs['params'], sent: SentForm, back: string) {
  const name = sent.text('act')
  const asked = await (acts[name] ?? (async () => []))(sent, tools, params)
  const wrong = asked.filter((one): one is FieldRefusal => !(one instanceof Promise))
  if (wrong.length > 0) return refuseForm(name, sent, wrong)
  for (const asking of asked) {
    const { refusals } = await orAnswer(asking as Promise<unknown>)
    if (!refusals) continue
    const codes = refusals.map(({ code }) => code)
    return refuseForm(name, sent, linkField(fieldRefusals(refusals, tools.words)), { codes })
  }
  return sent.isTicked('quiet') ? data<QuietAnswer>({ isDone: true }) : redirect(back)
}

/** The API names the fields of its input; the form has one for result and progress, one for the other document. */
const linkField = (refusals: FieldRefusal[]): FieldRefusal[] =>
  refusals.map((refusal) => ({
    ...refusal,
    field:
      refusal.field === 'revisedTo' || refusal.field === 'mergedInto'
        ? 'other'
        : refusal.field === 'result'
          ? 'became'
          : refusal.field,
  }))

/** Documents as a form names them: key and the revision that was seen. */
const seenOf = (sent: SentForm) =>
  sent.all('document').map((text) => {
    const [id = '', revision = ''] = text.split(' ')
    return { id, expectedRevision: Number(revision) }
  })

async function byNumber({ api }: RouteTools, params: LoaderFunctionArgs['params'], number: string) {
  const { meeting } = await orRefuse(api(DocumentNumberDocument, { ...meetingAddress(params), search: number }))
  const wanted = number.toLowerCase()
  return found(meeting).documents.nodes.find((one) => one.number.toLowerCase() === wanted)?.id ?? null
}
