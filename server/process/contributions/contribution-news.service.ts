import { Injectable } from '@nestjs/common'
import { contributionHref } from '#schema/vocabulary/contribution-address.js'
import { Notices } from '#server/common/notifications/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import type { ContributionAtWork } from './contributions-at-work.service.js'

type Code = 'COSIGN_ASKED' | 'CONTRIBUTION_ADMITTED' | 'CONTRIBUTION_HELD'

/** Tells people what concerns them of a contribution: that they are asked to sign, or what was decided of what they handed in. [WA-4] */
@Injectable()
export class ContributionNews {
  constructor(private readonly notices: Notices) {}

  /** Told in the transaction of its cause; whoever did it knows it already. */
  async tell(
    ctx: WriteCtx,
    people: readonly string[],
    code: Code,
    { contribution, group }: Pick<ContributionAtWork, 'contribution' | 'group'>,
    more: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const { id, number, title } = contribution
    const told = [...new Set(people)].filter((personId) => personId !== ctx.viewer.personId)
    await this.notices.tell(ctx, told, {
      // Asked again after declining, or held after it was admitted, is another occasion.
      key: `${code}:${id}:${ctx.now.toISOString()}`,
      kind: 'CHANGE',
      code,
      args: { number, title, group: group.acronym ?? group.name, ...more },
      href: contributionHref(group.slug, number),
    })
  }
}
