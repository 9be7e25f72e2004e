import { contributionPurposes } from '#schema/vocabulary/contributions.js'
import { meetingKinds, type RulesetId } from '#schema/vocabulary/process.js'
import { focusGroupRules } from './focus-group-rules.js'
import { isoRules } from './iso-rules.js'
import type { ClauseTopic, Ruleset, RulesetDefaults } from './ruleset.js'
import { a7of2016, a7of2024, circular191 } from './sources.js'
import { studyGroupRules, temporaryDocumentsExempt } from './study-group-rules.js'

const defaults: RulesetDefaults = {
  deadlineZone: 'Europe/Zurich',
  cutOff: '24:00',
  workingLanguages: ['en'],
  contributionNumbers: '{group}-{meetingLetter}-{seq:3}',
  contributionPurposes,
  decisionPresence: 'ANY',
  figureNumbers: 'RUNNING',
}

/** Focus groups under the edition of 2016. The marks say which clause numbers were read (cited by TSB Circular 191) and which remembered. */
const a7Edition2016: Ruleset = {
  id: 'itu-t-a7-2016',
  document: 'Recommendation ITU-T A.7 (10/2016)',
  rules: [
    ...focusGroupRules({
      contributions: a7of2016('8', 'M'),
      announcements: null,
      transfer: a7of2016('10', 'M'),
      progressReports: a7of2016('11', 'V'),
    }),
    ...studyGroupRules,
  ],
  exemptions: [temporaryDocumentsExempt],
  clauses: {
    ESTABLISHMENT: a7of2016('2.1', 'M'),
    TERMS_OF_REFERENCE: a7of2016('2.2', 'V'),
    LEADERSHIP: a7of2016('2.3', 'V'),
    PARTICIPATION: a7of2016('3', 'V'),
    FINANCING: a7of2016('4', 'V'),
    ADMINISTRATIVE_SUPPORT: a7of2016('5', 'V'),
    MEETING_LOGISTICS: a7of2016('6', 'M'),
    MEETING_ANNOUNCEMENTS: circular191('11', 'V'),
    WORKING_LANGUAGE: a7of2016('7', 'M'),
    CONTRIBUTIONS: a7of2016('8', 'V'),
    PATENTS: a7of2016('9', 'V'),
    DELIVERABLE_FORM: a7of2016('10', 'M'),
    DELIVERABLE_APPROVAL: a7of2016('10', 'M'),
    DELIVERABLE_TRANSFER: a7of2016('App. I', 'V'),
    PROGRESS_REPORTS: a7of2016('11', 'V'),
    WORKING_GUIDELINES: a7of2016('13', 'M'),
  },
  lifetime: { start: 'FIRST_MEETING', months: 24, citation: a7of2016('2.2', 'V') },
  unstatedStrength: 'FLAG',
  defaults,
}

/** Focus groups under the edition in force. Its headings are known from the contents page, the text behind them is not. */
const a7Edition2024: Ruleset = {
  ...a7Edition2016,
  id: 'itu-t-a7-2024',
  document: 'Recommendation ITU-T A.7 (08/2024)',
  rules: [
    ...focusGroupRules({
      contributions: a7of2024('3.3', 'M'),
      announcements: a7of2024('3.5', 'C'),
      transfer: a7of2024('8.3', 'C'),
      progressReports: a7of2024('3.6', 'C'),
    }),
    ...studyGroupRules,
  ],
  clauses: {
    ESTABLISHMENT: a7of2024('2.1', 'C'),
    TERMS_OF_REFERENCE: a7of2024('2.2', 'C'),
    LEADERSHIP: a7of2024('2.3', 'C'),
    PARTICIPATION: a7of2024('3.1', 'C'),
    FINANCING: a7of2024('4', 'C'),
    ADMINISTRATIVE_SUPPORT: a7of2024('5', 'C'),
    MEETING_LOGISTICS: a7of2024('6', 'C'),
    MEETING_ANNOUNCEMENTS: a7of2024('3.5', 'C'),
    WORKING_LANGUAGE: a7of2024('3.2', 'C'),
    CONTRIBUTIONS: a7of2024('3.3', 'C'),
    PATENTS: a7of2024('7', 'C'),
    DELIVERABLE_FORM: a7of2024('8.1', 'C'),
    DELIVERABLE_APPROVAL: a7of2024('8.2', 'C'),
    DELIVERABLE_TRANSFER: a7of2024('8.3', 'C'),
    PROGRESS_REPORTS: a7of2024('3.6', 'C'),
    WORKING_GUIDELINES: a7of2024('3.4', 'C'),
  },
  lifetime: { start: 'FIRST_MEETING', months: 24, citation: a7of2024('2.2', 'C') },
}

const nowhere = Object.fromEntries(Object.keys(a7Edition2016.clauses).map((topic) => [topic, null])) as Readonly<
  Record<ClauseTopic, null>
>

/** ISO committees and working groups. They do not expire. */
const iso: Ruleset = {
  id: 'iso',
  document: 'ISO/IEC Directives, Part 1, as told by the ISO helpdesk',
  rules: isoRules,
  exemptions: [],
  clauses: nowhere,
  lifetime: null,
  unstatedStrength: 'ADVISE',
  defaults,
}

/** A group that sets its own rules: begins with the habits of A.7, none of which binds it, at whatever kind of meeting it holds. */
const own: Ruleset = {
  ...a7Edition2024,
  id: 'own',
  document: null,
  rules: a7Edition2024.rules
    .filter((rule) => /^D-FG-|^D-SG-(3|4|4b|9)$/.test(rule.id))
    .map((rule) => ({ ...rule, appliesTo: meetingKinds, basis: 'DEFAULT' as const })),
}

/** All rulesets, in the order in which they are offered. */
export const rulesets: readonly Ruleset[] = [a7Edition2016, a7Edition2024, iso, own]

const byId = new Map(rulesets.map((ruleset) => [ruleset.id, ruleset]))

/** The ruleset of that id. */
export function rulesetById(id: RulesetId): Ruleset {
  return byId.get(id)!
}
