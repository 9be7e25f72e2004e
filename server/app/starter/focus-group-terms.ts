import type { TermsSections } from '#server/process/groups/index.js'
import type { FocusGroupEntry } from './starter-data.js'

/** Where the terms of reference of FG-AI4EE were read. Deadlines are cited by it and the number of their section. */
export const TERMS_SOURCE = 'TSB Circular 191 (21 August 2019), Annex 1'

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`)

/** What is known of the nineteen sections, in our own words; where a section only points to the rules, the clause. [FG-3] */
export function termsOfFocusGroup({ scope, tasks, rules, parentGroupNameIn2019 }: FocusGroupEntry): TermsSections {
  return {
    RATIONALE_AND_SCOPE: {
      text: `How artificial intelligence and other emerging technologies can do their work with less harm to the environment. Technologies meant: ${scope.technologies.join(', ')}.`,
    },
    OBJECTIVES: { text: sentence(scope.aim) },
    STRUCTURE: { text: 'Working groups may be made when they are needed.' },
    TASKS_AND_DELIVERABLES: {
      text: tasks.map(sentence).join(' '),
      deadlines: [
        {
          obligation: 'DELIVERABLES_TO_PARENT',
          offset: { weeks: rules.finalDeliverablesToParentWeeksBefore },
          ruleId: 'D-FG-3',
        },
      ],
    },
    RELATIONSHIPS: { text: 'Works with WEF, UNFCCC, UNECE and UN/CEFACT, among others.' },
    PARENT_GROUP: { text: `${parentGroupNameIn2019}.` },
    LEADERSHIP: { see: 'A.7 clause 2.3' },
    PARTICIPATION: { text: 'Open to people from every ITU member state, without a fee.', see: 'A.7 clause 3' },
    ADMINISTRATIVE_SUPPORT: { see: 'A.7 clause 5' },
    FINANCING: { see: 'A.7 clauses 4 and 10.2' },
    MEETINGS: {
      text: `Announced electronically, ${rules.meetingNoticeWeeks} weeks ahead or earlier. One can take part from afar.`,
      deadlines: [{ obligation: 'ANNOUNCEMENT', offset: { weeks: rules.meetingNoticeWeeks }, ruleId: 'D-FG-2' }],
    },
    TECHNICAL_CONTRIBUTIONS: { see: 'A.7 clause 8' },
    WORKING_LANGUAGE: { text: 'English.' },
    APPROVAL_OF_DELIVERABLES: { text: 'By consensus.' },
    WORKING_GUIDELINES: { text: 'As for meetings of Rapporteur groups.' },
    PROGRESS_REPORTS: { see: 'A.7 clause 11' },
    ANNOUNCEMENT_OF_FORMATION: { text: 'By a circular of TSB, and in the news.' },
    MILESTONES_AND_DURATION: {
      text: 'Two years from the first meeting; the parent group may extend it.',
      see: 'A.7 clause 2.2',
    },
    PATENT_POLICY: { see: 'A.7 clause 9' },
  }
}
