import type { MeetingKind } from '#schema/vocabulary/process.js'
import type { CalendarDay } from '#server/platform/time/index.js'
import type { Ruleset } from '#server/process/rulesets/index.js'
import { dayAt } from './offsets.js'

/** Last day on which the secretariat posts what it received on `receivedOn`; null when the rules ask for none. [D-SG-3; A.1 cl. 3.2.4] */
export function postedBy(
  receivedOn: CalendarDay,
  kind: MeetingKind,
  ruleset: Ruleset,
  holidays: readonly CalendarDay[] = [],
): CalendarDay | null {
  const rule = ruleset.rules.find(({ obligation, appliesTo }) => obligation === 'POSTING' && appliesTo.includes(kind))
  return rule ? dayAt(receivedOn, rule.offsets[0]!.offset, rule.direction, holidays) : null
}
