import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { explainBlocker } from '#schema/words/explain-group.js'
import { wordsFor } from '#schema/words/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import type { AsOf } from '#server/platform/database/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { Blockers } from './blockers.service.js'
import type { StandardsGroup } from './group.entity.js'

@Resolver('Group')
export class DashboardResolver {
  constructor(private readonly blockers: Blockers) {}

  @ResolveField('dashboard')
  async dashboard(@Parent() group: AsOf<StandardsGroup>, @Context() ctx: Ctx) {
    const dashboard = await this.blockers.of(ctx, group)
    if (!dashboard) return null
    const words = wordsFor(ctx.language)
    const today = dayIn(ctx.now, group.deadlineZone)
    const { next } = dashboard
    return {
      lines: dashboard.lines.map((line) => ({
        code: line.code,
        what: explainBlocker(words, `blocker.${line.code}`, line.args),
        why: explainBlocker(words, `blocker.why.${line.code}`, line.args),
        dueOn: line.dueOn,
        isLate: line.dueOn !== null && line.dueOn < today,
        settle: this.blockers.maySettle(ctx, group, line)
          ? { label: words.dynamic(`blocker.do.${line.settle.verb}`), href: line.settle.href }
          : null,
      })),
      next: next && {
        text: explainBlocker(words, `blocker.next.${next.code}`, next.args),
        on: next.on,
        href: next.href,
      },
    }
  }
}
