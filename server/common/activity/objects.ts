import { Injectable } from '@nestjs/common'
import { loader, type Ctx } from '#server/platform/context/index.js'

/** How an object is called now, and where its page is. */
export interface ObjectFace {
  /** Null where it has no name. */
  readonly label: string | null
  /** Address on this site; null where it has no page. */
  readonly href: string | null
}

type Describe = (ctx: Ctx, ids: readonly string[]) => Promise<Map<string, ObjectFace>>
type FindGroup = (ctx: Ctx, slug: string) => Promise<string | null>

/**
 * What the record shows of the objects that events are about. The rooms that own them hand in how to look them up; what the viewer may not see
 * is left out of the answer by the room, and shows no name here.
 */
@Injectable()
export class Objects {
  private readonly describers = new Map<string, Describe>()
  private findGroup: FindGroup = async () => null

  private readonly faces = loader<string, ObjectFace>(async (ctx, keys) => {
    const byType = Map.groupBy(keys, (key) => key.slice(0, key.indexOf(' ')))
    const found = await Promise.all(
      [...byType].map(async ([type, typed]) => {
        const describe = this.describers.get(type)
        if (!describe) return []
        const faces = await describe(
          ctx,
          typed.map((key) => key.slice(type.length + 1)),
        )
        return [...faces].map(([id, face]) => [`${type} ${id}`, face] as const)
      }),
    )
    return new Map(found.flat())
  })

  /** Hands in the faces of one type of object: one query for many ids, only those that the viewer may see. */
  describe(type: string, batch: Describe): void {
    if (this.describers.has(type)) throw new Error(`Objects of type ${type} are described twice`)
    this.describers.set(type, batch)
  }

  /** Hands in how a group is found by its slug; null when there is none that the viewer may see. */
  findGroupsWith(find: FindGroup): void {
    this.findGroup = find
  }

  /** The face of an object; null when nobody describes its type or the viewer may not see it. */
  faceOf(ctx: Ctx, type: string, id: string): Promise<ObjectFace | null> {
    return this.faces(ctx).load(`${type} ${id}`)
  }

  /** Id of the group with a slug; null when there is none that the viewer may see. */
  groupBySlug(ctx: Ctx, slug: string): Promise<string | null> {
    return this.findGroup(ctx, slug)
  }
}
