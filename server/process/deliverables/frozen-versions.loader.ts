import { groupBy, listLoader } from '#server/platform/context/index.js'
import type { FrozenEntity, FrozenVersion } from './frozen-version.entity.js'

/** Loads frozen versions by the id of what they are versions of (`owner`), the last first, without their files. Reached through owners that the viewer sees. */
export const frozenVersionsBy = <V extends FrozenVersion>(entity: FrozenEntity<V>, owner: keyof V & string) =>
  listLoader<string, V>(async (ctx, ids) => {
    const rows = await ctx.db
      .createQueryBuilder(entity, 'v')
      .where(`v.${owner} = any(:ids)`, { ids: [...ids] })
      .orderBy('v.number', 'DESC')
      .getMany()
    return groupBy(rows, (row) => row[owner] as string)
  })
