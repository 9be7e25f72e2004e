import type { MeetingKind } from '#schema/vocabulary/process.js'
import type { CalendarDay } from '#server/platform/time/index.js'
import type { Ruleset } from '#server/process/rulesets/index.js'
import { dayAt } from './offsets.js'

/** First day on which a group may meet after the committee decided on `decidedOn`; null when the rules set none. [D-ISO-6] */
export function firstMeetingNotBefore(decidedOn: CalendarDay, kind: MeetingKind, ruleset: Ruleset): CalendarDay | null {
  const rule = ruleset.rules.find(
    ({ obligation, appliesTo }) => obligation === 'FIRST_MEETING' && appliesTo.includes(kind),
  )
  return rule ? dayAt(decidedOn, rule.offsets[0]!.offset, rule.direction) : null
}
