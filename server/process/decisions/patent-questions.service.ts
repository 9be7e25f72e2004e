import { Injectable } from '@nestjs/common'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import { listLoader, type WriteCtx } from '#server/platform/context/index.js'
import { columnsOf, newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { optionalTextOf, textOf } from '#server/process/groups/index.js'
import { dayOfDecision } from './day-of-decision.js'
import './decisions.access.js'
import { PatentQuestion, type PatentAnswer } from './patent-question.entity.js'
import { Places } from './places.service.js'

/** As in the SDL. */
export interface RecordPatentQuestion {
  readonly group: string
  readonly meeting: number
  readonly expectedRevision?: number | null
  readonly wasAsked: boolean
  readonly askedOn?: string | null
  readonly askedTime?: string | null
  readonly note?: string | null
  readonly answers: readonly { readonly text: string; readonly declaration?: string | null }[]
}

const mostAnswers = 100

/** What was recorded of a meeting; an empty list or one. Reached through a meeting that the viewer sees. */
export const patentQuestionOf = listLoader<string, PatentQuestion>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, PatentQuestion, 'q')} from patent_question q where q.meeting_id = any($1::uuid[])`,
    [ids],
  )) as PatentQuestion[]
  return Map.groupBy(rows, ({ meetingId }) => meetingId)
})

/** The verb on the question about patents. */
@Injectable()
export class PatentQuestions {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly places: Places,
  ) {}

  /**
   * Records whether a meeting was asked, and what was answered; doing it again mends it. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE,
   * BAD_INPUT, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY, DAY_OUT_OF_RANGE, NO_SUCH_TIME_OF_DAY, MEETING_CANCELLED. [IP-4]
   */
  async record(ctx: WriteCtx, given: RecordPatentQuestion): Promise<PatentQuestion> {
    const group = await this.places.lock(ctx, given.group)
    this.access.require(ctx, 'decisions.record', { groupId: group.id, visibility: group.visibility })
    const place = await this.places.within(ctx, group, { meeting: given.meeting })
    const meeting = place.meeting!
    const { wasAsked } = given
    if (given.answers.length > mostAnswers) {
      throw refuse('BAD_INPUT', { detail: `there are ${mostAnswers} answers at most` }, { field: 'input.answers' })
    }
    const note = wasAsked
      ? optionalTextOf(given.note, 1000, 'input.note')
      : textOf(given.note ?? '', 1000, 'input.note')
    const columns = {
      wasAsked,
      askedOn: wasAsked ? dayOfDecision(ctx.now, place, given.askedOn, 'input.askedOn') : null,
      askedTime: wasAsked ? timeOfDay(given.askedTime) : null,
      note,
      answers: wasAsked ? given.answers.map(checkedAnswer) : [],
      toldById: ctx.viewer.personId,
      toldAt: ctx.now,
    }
    const before = await ctx.db.findOneBy(PatentQuestion, { meetingId: meeting.id })
    const question = before
      ? await revise(ctx.db, PatentQuestion, before.id, given.expectedRevision ?? 0, columns)
      : Object.assign(new PatentQuestion(), { id: newId(), meetingId: meeting.id, ...columns, revision: 1 })
    if (!before) await ctx.db.insert(PatentQuestion, question)
    await this.activity.record(ctx, {
      verb: 'meeting.patentsAsked',
      object: { type: 'meeting', id: meeting.id },
      groupId: group.id,
      visibility: place.visibility,
      args: { number: meeting.number, answers: question.answers.length, wasAsked: String(wasAsked) },
    })
    return question
  }
}

const checkedAnswer = ({ text, declaration }: RecordPatentQuestion['answers'][number]): PatentAnswer => ({
  text: textOf(text, 5000, 'input.answers'),
  declaration: optionalTextOf(declaration, 500, 'input.answers'),
})

/** HH:MM; null when nothing was said. Refuses: NO_SUCH_TIME_OF_DAY. */
function timeOfDay(text: string | null | undefined): string | null {
  const time = text?.trim() ?? ''
  if (time === '') return null
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return time
  throw refuse('NO_SUCH_TIME_OF_DAY', { time: time.slice(0, 20) }, { field: 'input.askedTime' })
}
