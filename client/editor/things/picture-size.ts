/** How large a picture is shown: a few sizes, so that figures of a report look alike. Stored as a width in px; 0 is the picture's own. A rule. [FG-1] */

export const pictureSizes = ['OWN', 'S', 'M', 'L', 'FULL'] as const
export type PictureSize = (typeof pictureSizes)[number]

/** FULL is as wide as the column, whatever that is: pages never let a picture grow beyond it. */
export const widthOfSize: Readonly<Record<PictureSize, number>> = { OWN: 0, S: 240, M: 400, L: 560, FULL: 4000 }

/** The size that a stored width is, or the nearest below it; anything that is no width is the picture's own. */
export function sizeOfWidth(width: unknown): PictureSize {
  if (typeof width !== 'number' || !(width > 0)) return 'OWN'
  return pictureSizes.slice(1).findLast((size) => widthOfSize[size] <= width) ?? 'S'
}

/** One step larger or smaller. The picture's own size stands between medium and large: from it either way leads on. */
export function nextSize(size: PictureSize, by: 1 | -1): PictureSize {
  const row: readonly PictureSize[] = ['S', 'M', 'L', 'FULL']
  if (size === 'OWN') return by > 0 ? 'L' : 'M'
  return row[Math.min(row.length - 1, Math.max(0, row.indexOf(size) + by))]!
}
