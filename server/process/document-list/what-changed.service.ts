import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { sightOf } from '#server/common/access/index.js'
import { together, type Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import {
  documentChanges,
  momentOf,
  type DocumentChanges,
  type DocumentFilter,
  type Moment,
} from './document-list.reads.js'

/** So many answers are kept at once. */
const MOST_KEPT = 50
/** An answer with more lines is one of those who were away for long: nobody else asks for it. */
const MOST_LINES = 200

/**
 * What changed of a list since a moment. After each change all who watch ask the same: those of the same sight share one reading of it, for as long as
 * the database stands as it stood then. Whether it does is asked each time, so nobody is told less than they would read themselves. [DL-9]
 */
@Injectable()
export class WhatChanged {
  private readonly kept = new Map<string, Promise<DocumentChanges>>()
  /** One statement for all who ask in the same turn. */
  private readonly moment: (key: 'now') => Promise<Moment | null>

  constructor({ manager: db }: DataSource) {
    this.moment = together(async () => new Map([['now', await momentOf({ db })]]))
  }

  /** Refuses: BAD_CURSOR. */
  async since(ctx: Ctx, meetingId: string, filter: DocumentFilter, since: string): Promise<DocumentChanges> {
    if (!/^\d{1,18}$/.test(since)) throw refuse('BAD_CURSOR')
    const now = (await this.moment('now'))!
    const key = JSON.stringify([meetingId, since, now.snapshot, sightOf(ctx.viewer), filter])
    const kept = this.kept.get(key)
    if (kept) return kept
    const read = documentChanges(ctx, meetingId, filter, since, now.since)
    this.keep(key, read)
    return read
  }

  private keep(key: string, read: Promise<DocumentChanges>): void {
    this.kept.set(key, read)
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!)
    const drop = () => void this.kept.delete(key)
    // Who asked hears of a failure; the next one asks anew.
    read.then(({ changed, gone }) => changed.length + gone.length > MOST_LINES && drop(), drop)
  }
}
