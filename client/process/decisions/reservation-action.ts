import { AnswerReservationDocument, MoveReservationDocument } from '#schema/generated/operations.js'
import type { RouteTools } from '../../app/routes.js'
import { changeAction, missing } from '../../roadmap/parts/index.js'
import { numberIn } from './parts/index.js'

/** The action of a page on which reservations are answered, upheld and withdrawn: leads back to the one it was about. */
export const reservationAction = (
  { api, words }: RouteTools,
  leadsTo: (id: string, page: { group: string; number: number | null }) => string,
) =>
  changeAction<unknown>(
    { words },
    {
      act: (sent) => {
        const seen = { id: sent.text('id'), expectedRevision: Number(sent.text('expectedRevision')) }
        if (sent.text('act') === 'answer') {
          const wrong = missing(sent, words('decision.answerMissing'), 'answer')
          if (wrong.length > 0) return wrong
          return api(AnswerReservationDocument, { input: { ...seen, answer: sent.text('answer') } })
        }
        const state = sent.text('state') === 'SUSTAINED' ? 'SUSTAINED' : 'WITHDRAWN'
        return api(MoveReservationDocument, { input: { ...seen, state } })
      },
      leadsTo: (_done, params, sent) =>
        leadsTo(sent.text('id'), { group: params['slug'] ?? '', number: numberIn(params['number']) }),
    },
  )
