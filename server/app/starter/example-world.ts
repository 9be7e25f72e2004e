import type { AgendaOutcome, AgendaTemplateKey } from '#schema/vocabulary/agenda.js'
import type { ActionState, DecisionKind } from '#schema/vocabulary/decisions.js'
import type { DeliverableState, DeliverableType, MilestoneKind } from '#schema/vocabulary/deliverables.js'
import type { GroupRoleKind } from '#schema/vocabulary/groups.js'
import type { MeetingMode, RulesetId } from '#schema/vocabulary/process.js'
import type { AttendanceMode } from '#schema/vocabulary/registration.js'
import type { Visibility } from '#server/common/access/index.js'
import type { NewOrganisation } from '#server/community/organisations/index.js'
import type { TermsSections } from '#server/process/groups/index.js'
import { exampleReport } from './texts/example-report.js'

/**
 * The example group, whole: everything in it is made up, and marked so wherever it is shown. Days are weeks before (-) or after the *anchor*, the
 * first Tuesday on or after the day on which it is loaded, so that it is as fresh on every machine.
 */
export interface ExampleWorld {
  readonly parent: { readonly slug: string; readonly name: string; readonly acronym: string }
  readonly organisations: readonly {
    readonly slug: string
    readonly name: string
    readonly kind: NewOrganisation['kind']
  }[]
  readonly group: {
    readonly slug: string
    readonly bodySlug: string
    readonly name: string
    readonly acronym: string
    readonly ruleset: RulesetId
    readonly zone: string
    readonly lifetimeMonths: number
    readonly termsApprovedWeek: number
    readonly announcedWeek: number
    readonly aim: string
    readonly terms: TermsSections
  }
  readonly workingGroups: readonly { readonly number: number; readonly title: string }[]
  readonly people: readonly ExamplePerson[]
  readonly meetings: readonly ExampleMeeting[]
  readonly deliverables: readonly {
    readonly code: string
    readonly title: string
    readonly type: DeliverableType
    readonly state: DeliverableState
    readonly workingGroup: number
    /** The text that is written for it. */
    readonly text?: ExampleText
    /** First parts of the addresses of those who edit it. */
    readonly editors?: readonly string[]
    readonly milestones?: readonly ExampleMilestone[]
    /** What is open in it. */
    readonly issues?: readonly string[]
  }[]
  readonly decisions: readonly ExampleDecision[]
  readonly contributions: readonly ExampleContribution[]
}

/** An input to a meeting, by whoever acts for its sources. */
export interface ExampleContribution {
  /** First part of the address of who hands it in. */
  readonly by: string
  /** Number of the meeting. */
  readonly meeting: number
  readonly title: string
  /** Slugs of organisations. */
  readonly sources: readonly string[]
  readonly purposes: readonly string[]
  /** Its first words: all of the text that is written so far. */
  readonly abstract: string
  readonly keywords: readonly string[]
  readonly asked?: string
  /** Handed in; otherwise only its number is taken. */
  readonly isHandedIn: boolean
}

/** What was decided at a meeting, with what is held against it and what follows from it. */
export interface ExampleDecision {
  readonly meeting: number
  readonly kind: DecisionKind
  readonly text: string
  readonly held?: { readonly organisation: string; readonly text: string; readonly answer: string }
  readonly actions?: readonly {
    readonly text: string
    /** First part of an address. */
    readonly owner: string
    /** Number of a meeting. */
    readonly dueMeeting: number
    readonly state?: Exclude<ActionState, 'NEEDS_ACTION'>
  }[]
}

/** Week in which it is planned; the week to which it moved, and why; the week in which it was done. */
export interface ExampleMilestone {
  readonly kind: MilestoneKind
  readonly week: number
  readonly moved?: { readonly week: number; readonly reason: string }
  readonly doneWeek?: number
}

export interface ExampleText {
  readonly title: string
  /** In the notation of texts/notation.ts; hands are the first parts of addresses of starter accounts. */
  readonly source: string
  /** Gives the clauses their ids: the same in every installation, as long as no clause is added. */
  readonly seed: number
}

export interface ExamplePerson {
  /** Of the starter account. */
  readonly email: string
  readonly name: string
  /** Slug. */
  readonly organisation: string
  /** Null: an account without a role. */
  readonly role: GroupRoleKind | null
  readonly isAdministrator?: boolean
}

export interface ExampleMeeting {
  readonly title: string
  readonly mode: MeetingMode
  /** First day. */
  readonly week: number
  /** How many days it lasts. */
  readonly days: number
  readonly opensAt: string
  readonly registrationOpensAt?: string
  readonly zone: string
  readonly place?: string
  readonly country?: string
  readonly host?: string
  readonly objectives: readonly string[]
  readonly visibility: Visibility
  /** Absent: not announced yet. */
  readonly announcedWeek?: number
  /** Absent: nobody can register. */
  readonly registration?: {
    readonly placesOnsite: number
    /** Who has registered, by the first part of their address. */
    readonly people: readonly { readonly who: string; readonly mode: AttendanceMode; readonly consents: boolean }[]
  }
  readonly agenda?: ExampleAgenda
}

export interface ExampleAgenda {
  /** Rows of a ready-made agenda come first. */
  readonly template?: AgendaTemplateKey
  readonly rows?: readonly {
    readonly title: string
    readonly minutes: number
    readonly outcome?: AgendaOutcome
    readonly note?: string
  }[]
  /** Hours of each day, from and to. */
  readonly hours: readonly (readonly [from: string, to: string])[]
}

export const exampleWorld: ExampleWorld = {
  parent: { slug: 'example-parent-group', name: 'Example Parent Group', acronym: 'EPG' },
  organisations: [
    { slug: 'example-institute', name: 'Example Institute of Measurement', kind: 'RESEARCH' },
    { slug: 'example-computing', name: 'Example Computing Ltd', kind: 'COMPANY' },
    { slug: 'example-ministry', name: 'Example Ministry of the Environment', kind: 'GOVERNMENT' },
    { slug: 'example-association', name: 'Example Association of Users', kind: 'ASSOCIATION' },
  ],
  group: {
    slug: 'example',
    bodySlug: 'example-focus-group',
    name: 'Example Focus Group on Water and Energy of AI Services',
    acronym: 'FG-EXAMPLE',
    ruleset: 'itu-t-a7-2024',
    zone: 'Europe/Zurich',
    lifetimeMonths: 24,
    termsApprovedWeek: -44,
    announcedWeek: -32,
    aim: 'A made-up group in which everything can be tried: calling a meeting, moving it, publishing a date, giving a role.',
    terms: {
      RATIONALE_AND_SCOPE: {
        text: 'People who use AI services cannot tell how much water and energy an answer costs. The group looks at how that can be stated.',
      },
      OBJECTIVES: {
        text: 'One way to state the water and the energy of an AI service, and one template to report them.',
      },
      STRUCTURE: { text: 'Two working groups, on measuring and on reporting.' },
      TASKS_AND_DELIVERABLES: {
        text: 'A technical specification and two technical reports, handed to the parent group four weeks before it meets.',
        deadlines: [{ obligation: 'DELIVERABLES_TO_PARENT', offset: { weeks: 4 }, ruleId: 'D-FG-3' }],
      },
      PARENT_GROUP: { text: 'Example Parent Group.' },
      LEADERSHIP: { see: 'A.7 clause 2.3' },
      PARTICIPATION: { text: 'Open to everybody who has an account here.', see: 'A.7 clause 3.1' },
      MEETINGS: {
        text: 'Two or three a year, announced four weeks ahead or earlier.',
        deadlines: [{ obligation: 'ANNOUNCEMENT', offset: { weeks: 4 }, ruleId: 'D-FG-2' }],
      },
      TECHNICAL_CONTRIBUTIONS: { see: 'A.7 clause 3.3' },
      WORKING_LANGUAGE: { text: 'English.' },
      APPROVAL_OF_DELIVERABLES: { text: 'By consensus.', see: 'A.7 clause 8.2' },
      PROGRESS_REPORTS: { see: 'A.7 clause 3.6' },
      MILESTONES_AND_DURATION: { text: 'Two years from the first meeting.', see: 'A.7 clause 2.2' },
      PATENT_POLICY: { see: 'A.7 clause 7' },
    },
  },
  workingGroups: [
    { number: 1, title: 'Measuring' },
    { number: 2, title: 'Reporting' },
  ],
  people: [
    {
      email: 'secretariat@example.org',
      name: 'Sofia Marek',
      organisation: 'example-institute',
      role: 'SECRETARIAT',
      isAdministrator: true,
    },
    { email: 'chair@example.org', name: 'Charles Adeyemi', organisation: 'example-ministry', role: 'CHAIR' },
    { email: 'editor@example.org', name: 'Edda Lindqvist', organisation: 'example-institute', role: 'EDITOR' },
    { email: 'editor2@example.org', name: 'Emeka Tanaka', organisation: 'example-computing', role: 'EDITOR' },
    { email: 'contributor@example.org', name: 'Camila Novak', organisation: 'example-computing', role: 'CONTRIBUTOR' },
    {
      email: 'liaison@example.org',
      name: 'Leila Fontaine',
      organisation: 'example-association',
      role: 'LIAISON_OFFICER',
    },
    { email: 'participant@example.org', name: 'Paul Oduya', organisation: 'example-association', role: 'PARTICIPANT' },
    { email: 'reader@example.org', name: 'Rita Solberg', organisation: 'example-association', role: null },
  ],
  meetings: [
    {
      title: 'First meeting',
      mode: 'HYBRID',
      week: -20,
      days: 2,
      opensAt: '09:30',
      registrationOpensAt: '08:30',
      zone: 'Europe/Zurich',
      place: 'Geneva',
      country: 'Switzerland',
      host: 'Example Ministry of the Environment',
      objectives: ['Agree on the working groups', 'Agree on a plan of deliverables'],
      visibility: 'PUBLIC',
      announcedWeek: -29,
      agenda: {
        rows: [
          { title: 'Opening and approval of the agenda', minutes: 20, outcome: 'APPROVED' },
          { title: 'Working groups and who leads them', minutes: 60, outcome: 'AGREED' },
          { title: 'Plan of deliverables', minutes: 90, outcome: 'AGREED' },
          {
            title: 'How water use is stated: per query, per token, per hour?',
            minutes: 60,
            outcome: 'CARRIED_TO_NEXT',
            note: 'Three ways were shown; nobody had figures for all of them.',
          },
          { title: 'Closing', minutes: 10, outcome: 'NOTED' },
        ],
        hours: [['09:30', '12:30']],
      },
    },
    {
      // Ten weeks ahead: the longest of its deadlines, two months before it opens, is still to come.
      title: 'Second meeting',
      mode: 'HYBRID',
      week: 10,
      days: 3,
      opensAt: '09:30',
      registrationOpensAt: '08:30',
      zone: 'Asia/Bangkok',
      place: 'Bangkok',
      country: 'Thailand',
      host: 'Example Institute of Measurement',
      objectives: [
        'Go through the contributions',
        'Settle the method for stating water use',
        'Plan what is handed to the parent group',
      ],
      visibility: 'PUBLIC',
      registration: {
        placesOnsite: 40,
        people: [
          { who: 'chair', mode: 'ONSITE', consents: true },
          { who: 'editor', mode: 'REMOTE', consents: true },
          { who: 'liaison', mode: 'ONSITE', consents: false },
        ],
      },
      agenda: {
        template: 'ORDINARY_MEETING',
        hours: [
          ['09:30', '12:30'],
          ['14:00', '17:00'],
        ],
      },
    },
    {
      title: 'Editors’ session',
      mode: 'REMOTE',
      week: 12,
      days: 1,
      opensAt: '13:00',
      zone: 'Europe/Zurich',
      objectives: ['Write what the second meeting decided into the drafts'],
      visibility: 'PARTICIPANTS',
    },
  ],
  deliverables: [
    {
      code: 'D.WG1-01',
      title: 'Method for stating the water and energy of an AI service',
      type: 'TECHNICAL_SPECIFICATION',
      state: 'IN_DRAFTING',
      workingGroup: 1,
    },
    {
      code: 'D.WG1-02',
      title: 'Measuring the environmental footprint of AI services',
      type: 'TECHNICAL_REPORT',
      state: 'IN_DRAFTING',
      workingGroup: 1,
      text: {
        title: 'Technical Report: Measuring the environmental footprint of artificial intelligence services',
        source: exampleReport,
        seed: 21,
      },
      editors: ['editor', 'editor2'],
      milestones: [
        { kind: 'FIRST_DRAFT', week: -8, doneWeek: -7 },
        {
          kind: 'WG_STABLE',
          week: 2,
          moved: { week: 6, reason: 'The figures of the second measuring campaign come later.' },
        },
        { kind: 'APPROVAL', week: 10 },
      ],
      issues: ['Which unit states the water that evaporates: litres, or litres per kilowatt-hour?'],
    },
    {
      code: 'D.WG2-01',
      title: 'Template for reporting the water and energy of AI services',
      type: 'TECHNICAL_REPORT',
      state: 'PROPOSED',
      workingGroup: 2,
    },
  ],
  decisions: [
    {
      meeting: 1,
      kind: 'AGREED',
      text: 'The group works in two working groups: one on measuring, one on reporting.',
    },
    {
      meeting: 1,
      kind: 'AGREED',
      text: 'The plan of deliverables is agreed: a method, a report on measuring, a template for reporting.',
      held: {
        organisation: 'example-association',
        text: 'Users need the template first: without it nobody can compare what they are told.',
        answer: 'The template follows the method at once; its first draft comes with the second meeting.',
      },
      actions: [
        {
          text: 'Write the first draft of the report on measuring.',
          owner: 'editor',
          dueMeeting: 2,
          state: 'COMPLETED',
        },
        {
          text: 'Collect figures for the three ways of stating water: per query, per token, per hour.',
          owner: 'contributor',
          dueMeeting: 2,
          state: 'IN_PROCESS',
        },
        { text: 'Ask the users what a template has to tell them.', owner: 'liaison', dueMeeting: 2 },
      ],
    },
  ],
  contributions: [
    {
      by: 'contributor',
      meeting: 2,
      title: 'Figures of one data centre: water per query, per token and per hour',
      sources: ['example-computing'],
      purposes: ['PROPOSAL', 'DISCUSSION'],
      abstract:
        'Made-up figures of one week, stated in all three ways. Per query they differ by a factor of nine between models; per hour by less than two.',
      keywords: ['water', 'measuring'],
      asked: 'Take water per token as the main figure, with water per hour beside it.',
      isHandedIn: true,
    },
    {
      by: 'editor',
      meeting: 2,
      title: 'Where the measuring campaign stands',
      sources: ['example-institute'],
      purposes: ['INFORMATION'],
      abstract: 'The second measuring campaign is late by four weeks. The draft marks the clauses that wait for it.',
      keywords: ['measuring', 'energy'],
      isHandedIn: true,
    },
    {
      by: 'contributor',
      meeting: 2,
      title: 'Energy that waits: how to state what an idle service uses',
      sources: ['example-computing'],
      purposes: ['PROPOSAL'],
      abstract: 'A number that was taken before the text is there.',
      keywords: ['energy'],
      isHandedIn: false,
    },
  ],
}
