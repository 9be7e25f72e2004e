import { Injectable } from '@nestjs/common'
import type { Ctx } from '#server/platform/context/index.js'
import type { Params } from '#server/platform/database/index.js'

/** What news can be about: a thing, everything on a topic, or whatever a list holds at the time. */
export const CONCERN_KINDS = ['ITEM', 'GAP', 'BODY', 'TOPIC', 'LIST'] as const
export type ConcernKind = (typeof CONCERN_KINDS)[number]

/** One such thing. */
export interface Concern {
  readonly kind: ConcernKind
  /** Id of a thing, code of a topic, path and query of a list. */
  readonly key: string
}

/** The condition of SQL that `event e` concerns the thing with this key. */
export type ConcernSql = (key: string, params: Params) => string
/** The same for what a list's parameters leave; null when the list cannot be read that way. */
export type ListSql = (asked: URLSearchParams, params: Params) => string | null
/** Key of what people call so; null when there is no such thing that the viewer may see. */
type FindKey = (ctx: Ctx, name: string) => Promise<string | null>

/**
 * Which events concern what: rooms say it of their things, each in SQL, so that the record can be read for an item, a body or a list as it can be
 * read for a group. An item is concerned by its relations too, a body by its items: the room that knows both says so.
 */
@Injectable()
export class Concerns {
  private readonly finders = new Map<ConcernKind, FindKey>()
  private readonly conditions = new Map<ConcernKind, ConcernSql[]>()
  private readonly lists = new Map<string, ListSql>()

  /** Says how things of a kind are found by what people call them. */
  findWith(kind: Exclude<ConcernKind, 'LIST'>, find: FindKey): void {
    if (this.finders.has(kind)) throw new Error(`${kind} is found in two ways`)
    this.finders.set(kind, find)
  }

  /** Says which events concern things of a kind, besides what others say of it. */
  tell(kind: Exclude<ConcernKind, 'LIST'>, condition: ConcernSql): void {
    this.conditions.set(kind, [...(this.conditions.get(kind) ?? []), condition])
  }

  /** Says which events concern what a list (`/roadmap`) holds. */
  tellList(path: string, condition: ListSql): void {
    if (this.lists.has(path)) throw new Error(`The list ${path} is told twice`)
    this.lists.set(path, condition)
  }

  /** The concern that somebody names: a slug, a number, a topic, the address of a list. Null when there is no such thing. */
  async find(ctx: Ctx, kind: ConcernKind, name: string): Promise<Concern | null> {
    if (kind === 'LIST') return this.mayTellList(name) ? { kind, key: name } : null
    const key = (await this.finders.get(kind)?.(ctx, name)) ?? null
    return key === null ? null : { kind, key }
  }

  /** Whether news can be told of the list at an address. */
  mayTellList(address: string): boolean {
    return this.lists.has(address.split('?')[0]!)
  }

  /** The condition that `event e` concerns this. */
  sql({ kind, key }: Concern, params: Params): string {
    if (kind === 'LIST') {
      const [path = '', query = ''] = key.split(/\?(.*)/s)
      return this.lists.get(path)?.(new URLSearchParams(query), params) ?? 'false'
    }
    const conditions = (this.conditions.get(kind) ?? []).map((condition) => `(${condition(key, params)})`)
    return conditions.length > 0 ? conditions.join(' or ') : 'false'
  }
}
