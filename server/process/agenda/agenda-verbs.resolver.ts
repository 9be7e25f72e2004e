import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import { agendaSubjects, type AgendaSubject, type AgendaTemplateKey } from '#schema/vocabulary/agenda.js'
import { Objects } from '#server/common/activity/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Meetings, type Meeting } from '#server/process/meetings/index.js'
import { AgendaItem } from './agenda-item.entity.js'
import { AgendaPapers } from './agenda-papers.service.js'
import { AgendaRemovals } from './agenda-removals.service.js'
import { agendaTemplates, filled, type FilledRow } from './agenda-templates.js'
import type { Sitting } from './agenda-times.js'
import type { AgendaVersion } from './agenda-version.entity.js'
import { subjectChoices } from './agenda.reads.js'
import { Agendas, type AddAgendaItem, type MoveAgendaItem, type UpdateAgendaItem } from './agenda.service.js'
import { subjectPlaces } from './subjects.js'

/** What people do with an agenda, and what they look at before. */
@Resolver()
export class AgendaVerbsResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly agendas: Agendas,
    private readonly papers: AgendaPapers,
    private readonly removals: AgendaRemovals,
    private readonly objects: Objects,
  ) {}

  @Query('agendaSubjectChoices')
  async choices(
    @Args() args: { meetingId: string; words?: string | null; kinds?: AgendaSubject[] | null },
    @Context() ctx: Ctx,
  ) {
    const { group } = await this.meetings.look(ctx, args.meetingId, 'edit')
    const asked = { words: args.words ?? '', kinds: args.kinds?.length ? args.kinds : agendaSubjects }
    const found = await subjectChoices(ctx, this.objects, group.id, asked)
    return Promise.all(
      found.map(async ({ kind, id }) => ({
        kind,
        id,
        ...(await this.objects.faceOf(ctx, subjectPlaces[kind].type, id)),
      })),
    )
  }

  @Query('agendaTemplate')
  async template(@Args() args: { meetingId: string; template: AgendaTemplateKey }, @Context() ctx: Ctx) {
    const { meeting } = await this.meetings.look(ctx, args.meetingId, 'edit')
    const told = (
      rows: readonly FilledRow[],
      prefix: string,
    ): { number: string; title: string; minutes: number | null }[] =>
      rows.flatMap(({ title, minutes, rows: under }, at) => [
        { number: `${prefix}${at + 1}`, title, minutes },
        ...told(under, `${prefix}${at + 1}.`),
      ])
    return told(filled(agendaTemplates[args.template], meeting.objectives), '')
  }

  @Mutation('addAgendaItem')
  add(@Args('input') input: AddAgendaItem & { idempotencyKey: string }, @Context() ctx: Ctx): Promise<AgendaItem> {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'agenda.rowAdded', input },
      (tx) => this.agendas.add(tx, input),
      (tx, id) => tx.db.findOneByOrFail(AgendaItem, { id }),
    )
  }

  @Mutation('updateAgendaItem')
  update(@Args('input') input: UpdateAgendaItem, @Context() ctx: Ctx): Promise<AgendaItem> {
    return this.unit.write(ctx, (tx) => this.agendas.update(tx, input))
  }

  @Mutation('moveAgendaItem')
  move(@Args('input') input: MoveAgendaItem, @Context() ctx: Ctx): Promise<AgendaItem> {
    if (!input.step && !input.to)
      throw refuse('BAD_INPUT', { detail: 'say a step or a place' }, { field: 'input.step' })
    return this.unit.write(ctx, (tx) => this.agendas.move(tx, input))
  }

  @Mutation('removeAgendaItem')
  async remove(@Args('input') input: { id: string; expectedRevision: number }, @Context() ctx: Ctx): Promise<Meeting> {
    return this.unit.write(ctx, async (tx) => (await this.removals.remove(tx, input)).meeting)
  }

  @Mutation('putBackAgendaItem')
  putBack(@Args('id') id: string, @Context() ctx: Ctx): Promise<Meeting> {
    return this.unit.write(ctx, async (tx) => (await this.removals.putBack(tx, id)).meeting)
  }

  @Mutation('fillAgenda')
  fill(
    @Args('input') input: { meetingId: string; template: AgendaTemplateKey; idempotencyKey: string },
    @Context() ctx: Ctx,
  ): Promise<Meeting> {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'agenda.filled', input },
      async (tx) => (await this.papers.fill(tx, input)).meeting,
      async (tx, id) => (await this.meetings.look(tx, id, 'edit')).meeting,
    )
  }

  @Mutation('carryAgendaOver')
  carryOver(
    @Args('input') input: { meetingId: string; itemIds?: string[] | null },
    @Context() ctx: Ctx,
  ): Promise<Meeting> {
    return this.unit.write(ctx, async (tx) => (await this.papers.carryOver(tx, input)).meeting)
  }

  @Mutation('setAgendaHours')
  setHours(
    @Args('input') input: { meetingId: string; expectedRevision: number; sittings: Sitting[] },
    @Context() ctx: Ctx,
  ): Promise<Meeting> {
    return this.unit.write(ctx, async (tx) => (await this.papers.setHours(tx, input)).meeting)
  }

  @Mutation('publishAgenda')
  publish(
    @Args('input') input: { meetingId: string; note?: string | null },
    @Context() ctx: Ctx,
  ): Promise<AgendaVersion> {
    return this.unit.write(ctx, (tx) => this.papers.publish(tx, input))
  }
}
