import { rulesetById } from '#server/process/rulesets/index.js'
import type { DeadlineFacts, MeetingFacts, TermsOfReferenceRule } from '#server/process/deadlines/index.js'
import { termsDeadlines, type StandardsGroup, type TermsOfReference } from '#server/process/groups/index.js'
import { meetingKindOf } from './meeting-kind.js'
import type { PublishedDate } from './published-date.entity.js'

/** What the terms of reference lay down, cited by the text they were read in and the number of the section. */
function fromTerms(group: StandardsGroup, terms: TermsOfReference | null): TermsOfReferenceRule[] {
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

/** Everything that the key dates of a meeting are computed from. */
export function deadlineFacts(
  group: StandardsGroup,
  terms: TermsOfReference | null,
  meeting: Omit<MeetingFacts, 'kind'>,
  published: readonly PublishedDate[],
): DeadlineFacts {
  return {
    meeting: { ...meeting, kind: meetingKindOf(group.kind, group.ruleset) },
    settings: {
      deadlineZone: group.deadlineZone,
      cutOff: group.cutOff.slice(0, 5),
      contributionOffsetDays: group.contributionOffsetDays,
      announcementOffsetWeeks: null,
      deliverablesOffsetWeeks: null,
      strengthOverrides: {},
    },
    ruleset: rulesetById(group.ruleset),
    published: published.map(({ obligation, publishedOn, reason, source }) => ({
      obligation,
      on: publishedOn,
      reason,
      source,
    })),
    termsOfReference: fromTerms(group, terms),
  }
}
