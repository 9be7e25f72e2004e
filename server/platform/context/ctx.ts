import type { EntityManager } from 'typeorm'
import type { Language } from '#schema/words/index.js'
import type { Viewer } from './viewer.js'

/** All that one call stands on. Comes first in every argument list; nothing reads the clock or the session behind its back. */
export interface Ctx {
  readonly viewer: Viewer
  /** The instant of the call; the same for all that the call does. */
  readonly now: Date
  readonly language: Language
  /** Reads of this call, and in a `WriteCtx` its one transaction. */
  readonly db: EntityManager
  /** Names the call in the log. */
  readonly requestId: string
  /** For what goes on after the call (a subscription): who the viewer is by then. Absent where nothing does. */
  readonly viewerNow?: () => Promise<Viewer>
}

/** A call inside its transaction. Only verbs take it. */
export interface WriteCtx extends Ctx {
  /** News (mail, wake-up calls) that may leave only when all is committed. A failure there is reported and undoes nothing. */
  afterCommit(news: () => void | Promise<void>): void
}
