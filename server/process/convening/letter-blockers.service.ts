import { Injectable } from '@nestjs/common'
import type { Ctx } from '#server/platform/context/index.js'
import { management, type Blocker, type BlockerSource, type StandardsGroup } from '#server/process/groups/index.js'
import { nextMeetingByGroup } from '#server/process/meetings/index.js'
import { Convening } from './convening.service.js'

/** The letter of the next meeting tells what holds no longer. [CL-5, GS-9] */
@Injectable()
export class LetterBlockers implements BlockerSource {
  constructor(private readonly convening: Convening) {}

  async blockers(ctx: Ctx, group: StandardsGroup): Promise<readonly Blocker[]> {
    const next = group.state === 'CONCLUDED' ? null : await nextMeetingByGroup(ctx).load(group.id)
    if (!next || !(await this.convening.isBehind(ctx, next.id))) return []
    const href = `/groups/${group.slug}/meetings/${next.number}/call/issue`
    const settle = { verb: 'CORRECT_LETTER', href, permission: 'group.callMeeting' }
    return [{ code: 'LETTER_BEHIND', args: { meeting: next.title }, whose: management, dueOn: next.startsOn, settle }]
  }
}
