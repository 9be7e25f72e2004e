/** How long texts stay on a device. A pure rule. */

const dayMs = 86_400_000
/** A text that was not opened for so long is removed, unless it holds changes that were not sent. [OF-5] */
export const keptForDays = 30

export interface SweptText {
  readonly openedAt: number
  readonly isSpoilt: boolean
  readonly unsent: number
}

/** Whether a text has been kept long enough. What waits to be sent stays, unless it cannot be sent any more. */
export const isOverdue = ({ openedAt, isSpoilt, unsent }: SweptText, now: number): boolean =>
  now - openedAt > keptForDays * dayMs && (isSpoilt || unsent === 0)
