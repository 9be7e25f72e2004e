import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql'
import { documentsById } from '#server/drafting/documents/index.js'
import { loader, UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { actionsById, decisionsById, reservationsById } from '#server/process/decisions/index.js'
import { meetingsById } from '#server/process/meetings/index.js'
import { FreezingMinutes } from './freezing-minutes.service.js'
import { Minutes } from './minutes.entity.js'
import { minutesByDocument, minutesByMeeting, recordsByDocument, versionsByMinutes } from './minutes.loader.js'
import { MinutesRecord } from './minutes-record.entity.js'
import { MinutesOfMeetings } from './minutes.service.js'
import { MinutesVersion } from './minutes-version.entity.js'
import { MinutesText } from './minutes-text.service.js'

@Resolver('Minutes')
export class MinutesResolver {
  constructor(
    private readonly verbs: MinutesOfMeetings,
    private readonly unit: UnitOfWork,
  ) {}

  @Mutation('openMinutes')
  openMinutes(
    @Args('input') input: { group: string; meeting: number; idempotencyKey: string },
    @Context() ctx: Ctx,
  ): Promise<Minutes> {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'openMinutes', input },
      async (tx) => {
        const minutes = await this.verbs.open(tx, input)
        return Object.assign(minutes, { id: minutes.meetingId })
      },
      (tx, meetingId) =>
        tx.db.findOneByOrFail(Minutes, { meetingId }).then((one) => Object.assign(one, { id: meetingId })),
    )
  }

  @Mutation('keepMinutesRecord')
  keepMinutesRecord(@Args('input') input: { document: string; record: string }, @Context() ctx: Ctx) {
    return this.unit.write(ctx, (tx) => this.verbs.keep(tx, input))
  }

  @Mutation('putBackMinutesRecord')
  putBackMinutesRecord(@Args('input') input: { document: string; record: string }, @Context() ctx: Ctx) {
    return this.unit.write(ctx, (tx) => this.verbs.putBack(tx, input))
  }

  @ResolveField()
  meeting({ meetingId }: Minutes, _args: unknown, ctx: Ctx) {
    return meetingsById(ctx).load(meetingId)
  }

  @ResolveField()
  document({ documentId }: Minutes, _args: unknown, ctx: Ctx) {
    return documentsById(ctx).load(documentId)
  }

  /** The person by id alone; the fields of a person are fetched by the room that knows people. */
  @ResolveField()
  openedBy({ openedById: id }: Minutes): { id: string } | null {
    return id === null ? null : { id }
  }

  @ResolveField()
  records({ documentId }: Minutes, _args: unknown, ctx: Ctx) {
    return recordsByDocument(ctx).load(documentId)
  }

  @ResolveField()
  versions({ meetingId }: Minutes, _args: unknown, ctx: Ctx) {
    return versionsByMinutes(ctx).load(meetingId)
  }
}

@Resolver('MinutesVersion')
export class MinutesVersionResolver {
  constructor(private readonly freezing: FreezingMinutes) {}

  @ResolveField()
  hash({ hash }: MinutesVersion): string {
    return hash.toString('hex')
  }

  @ResolveField()
  frozenBy({ frozenBy: id }: MinutesVersion): { id: string } | null {
    return id === null ? null : { id }
  }

  @ResolveField()
  isIntact(version: MinutesVersion, _args: unknown, ctx: Ctx): Promise<boolean> {
    return this.freezing.isIntact(ctx, version)
  }

  @ResolveField()
  textHasChanged(version: MinutesVersion, _args: unknown, ctx: Ctx): Promise<boolean> {
    return this.freezing.hasChanged(ctx, version)
  }
}

@Resolver('MinutesRecord')
export class MinutesRecordResolver {
  constructor(private readonly text: MinutesText) {}

  /** Ids of the records that each text tells now: read once for all of them. */
  private readonly told = loader<string, ReadonlySet<string>>(async (_ctx, documents) => {
    const read = async (id: string) =>
      [id, new Set((await this.text.read(id)).records.map(({ record }) => record))] as const
    return new Map(await Promise.all(documents.map(read)))
  })

  @ResolveField()
  decision({ kind, rowId }: MinutesRecord, _args: unknown, ctx: Ctx) {
    return kind === 'DECISION' && rowId !== null ? decisionsById(ctx).load(rowId) : null
  }

  @ResolveField()
  reservation({ kind, rowId }: MinutesRecord, _args: unknown, ctx: Ctx) {
    return kind === 'RESERVATION' && rowId !== null ? reservationsById(ctx).load(rowId) : null
  }

  @ResolveField()
  action({ kind, rowId }: MinutesRecord, _args: unknown, ctx: Ctx) {
    return kind === 'ACTION' && rowId !== null ? actionsById(ctx).load(rowId) : null
  }

  @ResolveField()
  async isInText({ id, documentId }: MinutesRecord, _args: unknown, ctx: Ctx): Promise<boolean> {
    return (await this.told(ctx).load(documentId))?.has(id) ?? false
  }
}

@Resolver('Meeting')
export class MeetingMinutesResolver {
  @ResolveField()
  minutes({ id }: { readonly id: string }, _args: unknown, ctx: Ctx) {
    return minutesByMeeting(ctx).load(id)
  }
}

@Resolver('Document')
export class DocumentMinutesResolver {
  @ResolveField()
  minutes({ id }: { readonly id: string }, _args: unknown, ctx: Ctx) {
    return minutesByDocument(ctx).load(id)
  }
}
