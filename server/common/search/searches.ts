import { Injectable } from '@nestjs/common'
import type { Ctx } from '#server/platform/context/index.js'

/** What can be found, in the order in which it is told. */
export const SEARCH_KINDS = ['ITEM', 'GAP', 'PRINCIPLE', 'BODY', 'GROUP', 'TEXT'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** What is looked for. */
export interface Asked {
  /** The search as it was typed, for names of things. */
  readonly text: string
  /** What is worth looking for in it. */
  readonly words: readonly string[]
  /** So many of the words are enough; null: all of them. */
  readonly least: number | null
  readonly asOf: string | null
}

export interface Hit {
  readonly id: string
  readonly label: string
  readonly href: string
  /** What stands behind its name, in a line; null when there is nothing to say. */
  readonly note: string | null
}

export interface Found {
  readonly count: number
  /** The best, as many as were asked for at most. */
  readonly hits: readonly Hit[]
}

/** What a room lets people find. It answers no more than the viewer may see. */
export interface SearchArea {
  readonly kind: SearchKind
  /** Words by which things are found though they do not say them: names of topics. */
  readonly terms?: readonly string[]
  find(ctx: Ctx, asked: Asked, first: number): Promise<Found>
  /** Names that are spelled like the text, when nothing was found. */
  near?(ctx: Ctx, text: string): Promise<string[]>
}

/** The areas that rooms hand in. */
@Injectable()
export class Searches {
  private readonly byKind = new Map<SearchKind, SearchArea>()

  register(area: SearchArea): void {
    if (this.byKind.has(area.kind)) throw new Error(`${area.kind} is searched twice`)
    this.byKind.set(area.kind, area)
  }

  get areas(): SearchArea[] {
    return SEARCH_KINDS.flatMap((kind) => this.byKind.get(kind) ?? [])
  }
}
