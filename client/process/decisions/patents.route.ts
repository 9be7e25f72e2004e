import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { PatentFormDocument, RecordPatentQuestionDocument, type PatentFormQuery } from '#schema/generated/operations.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse, refuseWith } from '../../api/index.js'
import { changeAction, missing } from '../../roadmap/parts/index.js'
import { meetingPage, numbered } from './parts/index.js'
import { Patents } from './Patents.js'

export interface PatentsData {
  readonly meeting: NonNullable<PatentFormQuery['meeting']>
}

/** Rows are read up to this one. */
const mostRows = 100

/** `/groups/example/meetings/2/patents` */
export const patentsRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/patents',
  Component: Patents,
  handle: { isExample: ({ meeting }: PatentsData) => meeting.group.isExample },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<PatentsData> => {
    const { meeting } = await orRefuse(tools.api(PatentFormDocument, numbered(params)))
    if (!found(meeting).group.decisionsViewerMay.includes('RECORD')) throw refuseWith('FORBIDDEN')
    return { meeting: found(meeting) }
  },
  action: changeAction<unknown>(tools, {
    act: (sent, params) => {
      const wasAsked = sent.text('wasAsked') !== 'false'
      const wrong = wasAsked ? [] : missing(sent, tools.words('action.patentNoteMissing'), 'note')
      if (wrong.length > 0) return wrong
      const { group, number } = numbered(params)
      const rows = Math.min(Number(sent.text('rows')) || 0, mostRows)
      const answers = Array.from({ length: rows }, (_, at) => ({
        text: sent.text(`answer-${at}`),
        declaration: sent.optional(`declaration-${at}`),
      })).filter(({ text }) => text !== '')
      return tools.api(RecordPatentQuestionDocument, {
        input: {
          group,
          meeting: number,
          expectedRevision: Number(sent.text('expectedRevision')) || null,
          wasAsked,
          askedOn: wasAsked ? sent.optional('askedOn') : null,
          askedTime: wasAsked ? sent.optional('askedTime') : null,
          note: sent.optional('note'),
          answers: wasAsked ? answers : [],
        },
      })
    },
    leadsTo: (_done, params) => {
      const { group, number } = numbered(params)
      return `${meetingPage({ slug: group }, number)}#patents`
    },
  }),
})
