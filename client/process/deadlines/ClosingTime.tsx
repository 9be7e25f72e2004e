import { lastMoment, zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Time, useWords } from '../../ui/index.js'

/** The last moment before an exclusive closing instant, with its zone, and the reader's own time beside it. */
export function ClosingTime({ closesAt, zone, isBare }: { closesAt: string; zone: string; isBare?: boolean }) {
  const words = useWords<Words>()
  return (
    <Time at={lastMoment(closesAt, zone).toISOString()} zone={zone} place={zoneLabel(zone, words)} isBare={isBare} />
  )
}
