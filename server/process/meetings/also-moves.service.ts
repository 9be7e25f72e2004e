import { Injectable } from '@nestjs/common'
import type { MeetingMode } from '#schema/vocabulary/process.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import type { CalendarDay, Zone } from '#server/platform/time/index.js'
import type { KeyDate } from '#server/process/deadlines/index.js'
import type { StandardsGroup } from '#server/process/groups/index.js'
import type { Meeting } from './meeting.entity.js'

/** Days and ways of a meeting. */
export interface When {
  readonly startsOn: CalendarDay
  readonly endsOn: CalendarDay
  readonly mode: MeetingMode
  readonly zone: Zone
}

/** A change of the days of a meeting, of how it is held or of its dates: thought of, or being made. */
export interface MeetingChange {
  readonly group: StandardsGroup
  readonly meeting: Pick<Meeting, 'id'>
  readonly before: When
  readonly after: When
  /** Its key dates after the change. */
  readonly dates: readonly KeyDate[]
}

/** One line of the preview: `meeting.movesToo.<code>` of the catalogue with its arguments. Names that end in `On` hold days. */
export interface MovesToo {
  readonly code: string
  readonly args: Readonly<Record<string, string | number>>
}

/** Something of a meeting that lies on its days and is kept by a room above. */
export interface MovingSource {
  /** What the change does to it, said before it is made; nothing when it is left alone. */
  seen(ctx: Ctx, change: MeetingChange): Promise<readonly MovesToo[]>
  /** Does just that, in the transaction of the change. */
  carryOut(ctx: WriteCtx, change: MeetingChange): Promise<void>
}

/** What moves with a meeting besides its key dates; empty until rooms hand something in. [MT-15] */
@Injectable()
export class AlsoMoves {
  private readonly sources: MovingSource[] = []

  /** Hands something in. Called by its room when its module is made. */
  add(source: MovingSource): void {
    this.sources.push(source)
  }

  /** What moves, in the order in which it was handed in. */
  async seen(ctx: Ctx, change: MeetingChange): Promise<readonly MovesToo[]> {
    return (await Promise.all(this.sources.map((source) => source.seen(ctx, change)))).flat()
  }

  /** Moves it. */
  async carryOut(ctx: WriteCtx, change: MeetingChange): Promise<void> {
    for (const source of this.sources) await source.carryOut(ctx, change)
  }
}
