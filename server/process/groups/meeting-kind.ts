import type { GroupKind } from '#schema/vocabulary/groups.js'
import type { MeetingKind, RulesetId } from '#schema/vocabulary/process.js'

/** Whose meeting it is in the eyes of the rules: what ISO calls a committee is a standing group, its working group works under one. [MT-8] */
export function meetingKindOf(kind: GroupKind, ruleset: RulesetId): MeetingKind {
  if (ruleset === 'iso') return kind === 'STUDY_GROUP' ? 'ISO_COMMITTEE' : 'ISO_WORKING_GROUP'
  return kind === 'WORKING_GROUP' ? 'WORKING_PARTY' : kind
}
