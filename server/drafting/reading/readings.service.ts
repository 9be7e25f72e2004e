import { Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { usualTypeOf } from '#schema/vocabulary/documents.js'
import type { DocumentKind } from '#schema/vocabulary/collaboration.js'
import { NOTHING_STORED, textStandings, Texts } from '#server/drafting/collaboration/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { Thread } from '#server/platform/threads/index.js'
import { KeptReadings } from './kept-readings.js'
import type { ReadText } from './read-text.js'
import type { ReadingTasks } from './reading.worker.js'

/** Which text, and how its clauses are numbered. Who may read it is asked before. */
export interface Readable {
  readonly id: string
  readonly kind: DocumentKind
}

/** So many other texts a text may point to; what it says of more is not looked up. */
export const MOST_TEXTS_POINTED_TO = 20

/** What somebody's program wrote as the id of another text may be anything. */
export const isTextId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** A text as it stood when it had this version. */
export interface Reading extends ReadText {
  readonly version: string
}

/**
 * Shared texts as clauses. A text is taken apart in a thread of its own, once for each stored state that somebody asks for: one that has not
 * changed is never read again. Only the newest reading of a text is kept, and only so many of them.
 */
@Injectable()
export class Readings implements OnApplicationShutdown {
  private readonly thread = new Thread<ReadingTasks>({ near: import.meta.url, name: 'reading.worker' })
  private readonly kept = new KeptReadings<Reading>()
  private readonly running = new Map<string, Promise<Reading>>()
  /** Ids of the texts that a text points to, for those that point to any. */
  private readonly pointing = new Map<string, readonly string[]>()
  private readonly byCall = new WeakMap<Ctx, Map<string, Promise<Reading>>>()

  constructor(private readonly texts: Texts) {}

  /** How often a text was taken apart since the start. */
  count = 0

  /** The text as it is stored now; the same for all that one call asks. */
  during(ctx: Ctx, document: Readable): Promise<Reading> {
    let found = this.byCall.get(ctx)
    if (!found) this.byCall.set(ctx, (found = new Map()))
    let reading = found.get(document.id)
    if (!reading) found.set(document.id, (reading = this.asItStands(ctx, document)))
    return reading
  }

  /** Which versions of which texts a page of a text shows: another name whenever it would show something else. [RD-6] */
  async shown(documentId: string): Promise<string> {
    const others = this.pointing.get(documentId) ?? []
    const versions = await this.texts.versions([documentId, ...others])
    return [...versions.values()].join(' ')
  }

  /** One question for the versions of all texts that a call asks for at once. */
  private async asItStands(ctx: Ctx, document: Readable): Promise<Reading> {
    return this.at(document, (await textStandings(ctx).load(document.id))?.version ?? NOTHING_STORED)
  }

  /** The text as it is stored now, at the moment of asking or later. */
  async of(document: Readable): Promise<Reading> {
    return this.at(document, await this.texts.version(document.id))
  }

  private async at(document: Readable, version: string): Promise<Reading> {
    const kept = this.kept.get(document.id, version)
    if (kept) return kept
    const key = `${document.id} ${version}`
    let running = this.running.get(key)
    if (!running) {
      running = this.read(document).finally(() => this.running.delete(key))
      this.running.set(key, running)
    }
    return running
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.stop()
  }

  private async read({ id, kind }: Readable): Promise<Reading> {
    const { version, updates } = await this.texts.stored(id)
    this.count += 1
    const read = await this.thread.ask('read', { updates, usualType: usualTypeOf(kind) })
    const reading = { ...read, version }
    const others = new Set(read.elsewhere.map(({ document }) => document).filter(isTextId))
    if (others.size > 0) this.pointing.set(id, [...others].slice(0, MOST_TEXTS_POINTED_TO))
    else this.pointing.delete(id)
    const size = [...read.clauses, ...read.deleted].reduce(
      (sum, { content, text }) => sum + content.length + text.length,
      0,
    )
    this.kept.keep(id, version, reading, size)
    return reading
  }
}
