import { dayIn, type CalendarDay } from '#server/platform/time/index.js'
import { postedBy, type DeadlineSettings, type TermsOfReferenceRule } from '#server/process/deadlines/index.js'
import { rulesetById } from '#server/process/rulesets/index.js'
import type { StandardsGroup } from './group.entity.js'
import { meetingKindOf } from './meeting-kind.js'
import type { TermsOfReference } from './terms.entity.js'
import { termsDeadlines } from './terms-of-reference.js'

/** What of a group its deadlines hang on. */
export type DeadlineChoices = Pick<
  StandardsGroup,
  | 'deadlineZone'
  | 'cutOff'
  | 'contributionOffsetDays'
  | 'contributionStrength'
  | 'announcementOffsetWeeks'
  | 'deliverablesOffsetWeeks'
  | 'holidays'
>

/** What a group has chosen, as deadlines are computed with it. [GS-1] */
export const deadlineSettingsOf = (group: DeadlineChoices): DeadlineSettings => ({
  deadlineZone: group.deadlineZone,
  cutOff: group.cutOff.slice(0, 5),
  contributionOffsetDays: group.contributionOffsetDays,
  announcementOffsetWeeks: group.announcementOffsetWeeks,
  deliverablesOffsetWeeks: group.deliverablesOffsetWeeks,
  strengthOverrides: group.contributionStrength ? { CONTRIBUTIONS: group.contributionStrength } : {},
  holidays: group.holidays ?? [],
})

/** Last day on which something that came in then is posted, as the rules of its group ask; null where they ask for none. [D-SG-3, D-A-4] */
export const toBePostedBy = (
  group: Pick<StandardsGroup, 'kind' | 'ruleset' | 'deadlineZone' | 'holidays'>,
  receivedAt: Date,
): CalendarDay | null =>
  postedBy(
    dayIn(receivedAt, group.deadlineZone),
    meetingKindOf(group.kind, group.ruleset),
    rulesetById(group.ruleset),
    group.holidays ?? [],
  )

/** What the terms of reference lay down, cited by the text they were read in and the number of the section. [FG-3] */
export function termsRules(
  group: Pick<StandardsGroup, 'acronym' | 'name'>,
  terms: Pick<TermsOfReference, 'source' | 'confidence' | 'sections'> | null,
): TermsOfReferenceRule[] {
  if (!terms) return []
  const document = terms.source ?? `Terms of reference of ${group.acronym ?? group.name}`
  const confidence = terms.confidence === 'VERIFIED' ? ('V' as const) : ('M' as const)
  return termsDeadlines(terms.sections).map(({ obligation, offset, ruleId, section }) => ({
    obligation,
    offset,
    ruleId: ruleId ?? null,
    citation: { document, short: document, clause: String(section), confidence },
  }))
}
