import { Injectable } from '@nestjs/common'
import type { Ctx } from '#server/platform/context/index.js'
import type { MeetingChange, MovesToo, MovingSource } from '#server/process/meetings/index.js'
import { issuesByMeeting } from './convening.loader.js'

/** A letter that is out does not follow its meeting: the preview says that a corrigendum is due. [CL-5, MT-15] */
@Injectable()
export class LetterMoves implements MovingSource {
  async seen(ctx: Ctx, { meeting }: MeetingChange): Promise<MovesToo[]> {
    const [letter] = await issuesByMeeting(ctx).load(meeting.id)
    return letter ? [{ code: 'LETTER', args: { reference: letter.reference } }] : []
  }

  /** What was issued is never altered. */
  carryOut(): Promise<void> {
    return Promise.resolve()
  }
}
