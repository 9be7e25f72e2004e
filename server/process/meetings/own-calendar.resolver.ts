import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { UnitOfWork, type Ctx, type Viewer } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import type { CalendarAddress } from './calendar-address.entity.js'
import { CalendarAddresses } from './calendar-addresses.service.js'
import { meetingPage, type MeetingWhen } from './meetings.reads.js'

/** One's own meetings, and the address under which one's calendar reads them. */
@Resolver('Viewer')
export class OwnCalendarResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly addresses: CalendarAddresses,
  ) {}

  @ResolveField('meetings')
  meetings(@Parent() viewer: Viewer, @Args() args: PageInput & { when?: MeetingWhen | null }, @Context() ctx: Ctx) {
    const groups = [...new Set(viewer.standings.map(({ scopeId }) => scopeId))]
    return meetingPage(ctx, groups, args.when ?? 'ANY', pageArgs(args), null)
  }

  @ResolveField('calendarAddress')
  calendarAddress(@Context() ctx: Ctx): Promise<CalendarAddress | null> {
    return this.addresses.find(ctx)
  }

  @Mutation('makeCalendarAddress')
  async make(@Context() ctx: Ctx): Promise<{ address: CalendarAddress; path: string }> {
    const { address, secret } = await this.unit.write(ctx, (tx) => this.addresses.make(tx))
    return { address, path: `/calendar/${secret}.ics` }
  }

  @Mutation('withdrawCalendarAddress')
  async withdraw(@Context() ctx: Ctx): Promise<Viewer> {
    await this.unit.write(ctx, (tx) => this.addresses.withdraw(tx))
    return ctx.viewer
  }
}
