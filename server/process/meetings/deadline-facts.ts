import { rulesetById } from '#server/process/rulesets/index.js'
import type { DeadlineFacts, MeetingFacts } from '#server/process/deadlines/index.js'
import {
  deadlineSettingsOf,
  meetingKindOf,
  termsRules,
  type StandardsGroup,
  type TermsOfReference,
} from '#server/process/groups/index.js'
import type { PublishedDate } from './published-date.entity.js'

/** Everything that the key dates of a meeting are computed from. */
export function deadlineFacts(
  group: StandardsGroup,
  terms: TermsOfReference | null,
  meeting: Omit<MeetingFacts, 'kind'>,
  published: readonly PublishedDate[],
): DeadlineFacts {
  return {
    meeting: { ...meeting, kind: meetingKindOf(group.kind, group.ruleset) },
    settings: deadlineSettingsOf(group),
    ruleset: rulesetById(group.ruleset),
    published: published.map(({ obligation, publishedOn, reason, source }) => ({
      obligation,
      on: publishedOn,
      reason,
      source,
    })),
    termsOfReference: termsRules(group, terms),
  }
}
