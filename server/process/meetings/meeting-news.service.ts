import { Injectable, type OnModuleInit } from '@nestjs/common'
import { In } from 'typeorm'
import { CtxFactory } from '#server/common/identity/index.js'
import { Notices, type Tidings } from '#server/common/notifications/index.js'
import { UnitOfWork, type WriteCtx } from '#server/platform/context/index.js'
import { Jobs } from '#server/platform/jobs/index.js'
import { StandardsGroup } from '#server/process/groups/index.js'
import { Audiences } from './audiences.service.js'
import { Meeting } from './meeting.entity.js'
import type { MeetingAtWork } from './meetings.service.js'

const TELL_CONCERNED = 'meetings.tell'

interface Tell {
  /** One, or several that were cancelled together; the first is where the notice leads. */
  readonly meetingIds: readonly [string, ...string[]]
  /** Whoever did it knows it already; null for the system. */
  readonly actorId: string | null
  readonly tidings: Omit<Tidings, 'href'>
}

/** Tells those whom a meeting concerns that it moved or is cancelled, once that has committed. [MT-9] */
@Injectable()
export class MeetingNews implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unit: UnitOfWork,
    private readonly contexts: CtxFactory,
    private readonly audiences: Audiences,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.jobs.define<Tell>(TELL_CONCERNED, (tell) => this.tell(tell), { retries: 8 })
  }

  /** Hands the telling over in the transaction of its cause: of one meeting, or once of several of a group. `args` need not name the first and its group. */
  async spread(
    ctx: WriteCtx,
    meetings: readonly [MeetingAtWork, ...MeetingAtWork[]],
    { code, args }: Pick<Tidings, 'code' | 'args'>,
  ): Promise<void> {
    const [{ meeting, group }, ...others] = meetings
    const key = `${code}:${meeting.id}:${meeting.revision}`
    const named = { ...args, title: meeting.title, group: group.acronym ?? group.name }
    await this.jobs.send<Tell>(
      ctx,
      TELL_CONCERNED,
      {
        meetingIds: [meeting.id, ...others.map((one) => one.meeting.id)],
        actorId: ctx.viewer.personId,
        tidings: { key, kind: 'CHANGE', code, args: named },
      },
      { key },
    )
  }

  /** Tells them. Done twice, it tells nobody twice. */
  async tell({ meetingIds: [firstId, ...others], actorId, tidings }: Tell): Promise<void> {
    await this.unit.write(this.contexts.ofHouse(), async (tx) => {
      const meeting = await tx.db.findOneByOrFail(Meeting, { id: firstId })
      const group = await tx.db.findOneByOrFail(StandardsGroup, { id: meeting.groupId })
      const more = others.length === 0 ? [] : await tx.db.findBy(Meeting, { id: In(others) })
      const concerned = await this.audiences.ofAny(tx, [meeting, ...more], group)
      const people = concerned.filter(({ personId }) => personId !== actorId)
      const href = `/groups/${encodeURIComponent(group.slug)}/meetings/${meeting.number}`
      await this.notices.tell(
        tx,
        people.map(({ personId }) => personId),
        { ...tidings, href },
      )
    })
  }
}
