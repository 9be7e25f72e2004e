import { Injectable } from '@nestjs/common'
import { Access, type Visibility } from '#server/common/access/index.js'
import { loader, type Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'

/** A thing that files belong to, as permission tables see it. */
export interface FileOwner {
  readonly id: string
  readonly groupId: string | null
  readonly visibility: Visibility
}

/** What a room hands in about things of its own that may have files. */
export interface FileScope {
  /** As the address of an upload says it: `PUT /files?document=<id>`. */
  readonly type: string
  /** Things by id, only those that the viewer may see. */
  readonly find: (ctx: Ctx, ids: readonly string[]) => Promise<Map<string, FileOwner>>
  /** The permission that whoever adds or withdraws files needs on the thing. Who may see the thing may read its files. */
  readonly add: `${string}.${string}`
  /** What is taken. Absent: pictures. */
  readonly takes?: FilesTaken
  /** Whether somebody who may see the thing may read this file of it, too. Absent: they may. */
  readonly mayRead?: (ctx: Ctx, file: { readonly id: string; readonly scopeId: string }) => Promise<boolean>
}

export type FilesTaken = 'PICTURES' | 'DOCUMENTS'

/** What files may belong to. The rooms above own those things and say who may do what. [FI-1] */
@Injectable()
export class FileScopes {
  private readonly scopes = new Map<string, FileScope>()

  private readonly owners = loader<string, FileOwner>(async (ctx, keys) => {
    const byType = Map.groupBy(keys, (key) => key.slice(0, key.indexOf(' ')))
    const found = await Promise.all(
      [...byType].map(async ([type, typed]) => {
        const ids = typed.map((key) => key.slice(type.length + 1))
        const things = (await this.scopes.get(type)?.find(ctx, ids)) ?? new Map<string, FileOwner>()
        return [...things].map(([id, thing]) => [`${type} ${id}`, thing] as const)
      }),
    )
    return new Map(found.flat())
  })

  constructor(private readonly access: Access) {}

  /** Hands in a type of things that may have files. */
  allow(scope: FileScope): void {
    if (this.scopes.has(scope.type)) throw new Error(`Files of type ${scope.type} are allowed twice`)
    this.scopes.set(scope.type, scope)
  }

  get types(): string[] {
    return [...this.scopes.keys()]
  }

  /** What a file belongs to; null when the viewer may not see it. */
  ownerOf(ctx: Ctx, { scopeType, scopeId }: { scopeType: string; scopeId: string }): Promise<FileOwner | null> {
    return this.owners(ctx).load(`${scopeType} ${scopeId}`)
  }

  /** What sort of files things of a type take. */
  takes(type: string): FilesTaken {
    return this.scopes.get(type)?.takes ?? 'PICTURES'
  }

  /** Whether whoever may see what a file belongs to may read it as well. */
  async mayRead(ctx: Ctx, file: { id: string; scopeType: string; scopeId: string }): Promise<boolean> {
    return (await this.scopes.get(file.scopeType)?.mayRead?.(ctx, file)) ?? true
  }

  /** Whether the viewer may add files to a thing. */
  mayAdd(ctx: Ctx, type: string, owner: FileOwner): boolean {
    const scope = this.scopes.get(type)
    return scope !== undefined && this.access.may(ctx, scope.add, owner)
  }

  /** Goes on only when the viewer may add files to the thing. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN. */
  async requireAdd(ctx: Ctx, type: string, id: string): Promise<FileOwner> {
    const scope = this.scopes.get(type)
    const owner = await this.ownerOf(ctx, { scopeType: type, scopeId: id })
    if (!scope || !owner) throw refuse('NOT_FOUND')
    this.access.require(ctx, scope.add, owner)
    return owner
  }
}
