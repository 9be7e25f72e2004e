/** What section 9 of the facts of the process asks of the report of a meeting: ITU-T A.1 (10/2016) cl. 2.3.3.12, 1.4.6, 1.7.3. */
import { describe, expect, it } from '@jest/globals'
import { meetingSections } from '#schema/vocabulary/reports.js'
import { wordsFor } from '#schema/words/index.js'
import { composeMeetingReport } from './meeting-report.js'
import { barelyAMeeting, wordsOf } from './testing.js'

const words = wordsFor('en')
const report = (more: Parameters<typeof barelyAMeeting>[0] = {}) => composeMeetingReport(words, barelyAMeeting(more))
const hash = 'a'.repeat(64)

describe('the report of a meeting', () => {
  it('[RP-1] has every clause in its order, and says where nothing was recorded', () => {
    const sections = report()
    expect(sections.map(({ key }) => key)).toEqual(meetingSections)
    for (const { key, said } of sections) expect([key, said.length > 0]).toEqual([key, true])
    expect(wordsOf(sections, 'AGENDA')).toEqual(['No agenda was recorded.'])
    expect(wordsOf(sections, 'INPUTS')).toEqual(['No contribution was recorded.'])
    expect(wordsOf(sections, 'DISCUSSION')).toEqual(['No minutes were recorded.'])
    expect(wordsOf(sections, 'RESULTS')).toEqual(['No decision was recorded.'])
    expect(wordsOf(sections, 'RESERVATIONS')).toEqual(['No reservation was recorded, and no objection.'])
    expect(wordsOf(sections, 'ACTIONS')).toEqual(['No open action was recorded.', 'No action was recorded as done.'])
    expect(wordsOf(sections, 'DELIVERABLES')).toEqual(['No deliverable was recorded.'])
    expect(wordsOf(sections, 'STATEMENTS')).toEqual(['No liaison statement was recorded.'])
    expect(wordsOf(sections, 'PATENTS')).toEqual([
      'Nothing was recorded of the question about patents and software copyright.',
    ])
    expect(wordsOf(sections, 'ATTENDANCE')).toEqual(['Nothing was recorded of who was present or registered.'])
    expect(wordsOf(sections, 'PARTICIPANTS')).toEqual(['Nobody who agreed to be printed was recorded.'])
    expect(wordsOf(sections, 'MEETING')).toContain('– Chair: not recorded')
  })

  it('[RP-1, A.1 2.3.3.12] says date, venue and chair', () => {
    const officers = [
      { role: 'CHAIR', who: '{P1}', isActing: true },
      { role: 'SECRETARIAT', who: '{P2}', isActing: false },
    ]
    const said = wordsOf(report({ officers }), 'MEETING')
    expect(said).toContain('– Date: 15 Oct 2019 to 16 Oct 2019')
    expect(said).toContain('– Venue: Vienna, Austria (On site and remote)')
    expect(said).toContain('– Chair (acting): {P1}')
    expect(said).toContain('– Secretariat: {P2}')
  })

  it('[RP-1, RP-6, A.1 2.3.3.12] counts who was there, and lists those who agreed to it', () => {
    const attendance = {
      isNoted: true,
      onsite: 2,
      remote: 1,
      unnamed: 1,
      organisations: 2,
      countries: [
        { country: 'Austria', count: 2 },
        { country: null, count: 1 },
      ],
      listed: ['{P1 in full}', '{P2 in full}'],
    }
    const sections = report({ attendance })
    expect(wordsOf(sections, 'ATTENDANCE')).toEqual([
      '3 people were present: 2 on site, 1 remote.',
      'They came from 2 organisations.',
      'Countries: Austria (2)',
      '1 person is counted and not named: they did not agree to be in the printed list.',
    ])
    expect(wordsOf(sections, 'PARTICIPANTS')).toEqual(['– {P1 in full}', '– {P2 in full}'])
  })

  it('[RP-1, A.1 2.3.3.12] has the agenda with what became of each row', () => {
    const agenda = [
      { number: '1', title: 'Opening', progress: 'DONE' as const, outcome: 'NOTED' as const },
      { number: '1.1', title: 'Scope', progress: 'NOT_BEGUN' as const, outcome: null },
    ]
    expect(wordsOf(report({ agenda }), 'AGENDA')).toEqual(['Agenda', '1 | Opening | Noted', '1.1 | Scope | Not begun'])
  })

  it('[RP-1, CO-7, CO-8] refers to the inputs with their treatment, late and withdrawn ones too', () => {
    const input = { title: 'Water', sources: ['Example Works'], abstract: null, agendaItem: '3', goesOnIn: null }
    const contributions = [
      { ...input, number: 'EX-I-001', phase: 'ON_TIME', result: 'AGREED' as const },
      { ...input, number: 'EX-I-002', phase: 'ADMITTED_LATE', result: 'MERGED' as const, goesOnIn: 'EX-I-001' },
      { ...input, number: 'EX-I-003', phase: 'WITHDRAWN', result: null, abstract: 'It says little.' },
    ]
    const sections = report({ contributions, contributionCount: 5 })
    expect(wordsOf(sections, 'INPUTS')).toEqual([
      'Contributions to the meeting',
      'EX-I-001 | Water | Example Works | 3 | Agreed',
      'EX-I-002 | Water | Example Works | 3 | Merged (goes on in EX-I-001); Late, admitted',
      'EX-I-003 | Water. It says little. | Example Works | 3 | No result recorded; Taken back',
      'These are 3 of 5; the list of documents has all of them: /groups/fg-ex/meetings/1/documents',
    ])
  })

  it('[RP-1, DE-5, A.1 2.3.3.12] tells the results with the frozen text that was approved', () => {
    const decision = {
      number: 4,
      kind: 'APPROVED' as const,
      text: 'The report is approved.',
      decidedOn: '2019-10-16',
      agendaItem: '5',
      approved: { what: 'D.WG1-01 Report', version: 2, hash },
      reservations: 1,
      reversedBy: null,
    }
    expect(wordsOf(report({ decisions: [decision] }), 'RESULTS')).toEqual([
      `– Decision 4 (Approved), 16 Oct 2019, agenda item 5: The report is approved. It approves D.WG1-01 Report, version 2, SHA-256 ${hash}. Kept with 1 reservation, see below.`,
    ])
  })

  it('[RP-1, ME-12] prints each reservation and upheld objection with holder, text, answer and state', () => {
    const reservations = [
      {
        kind: 'RESERVATION' as const,
        state: 'ANSWERED' as const,
        holder: 'Example Works',
        text: 'Not this method.',
        answer: 'It is one of three.',
        decision: 4,
      },
      {
        kind: 'OBJECTION' as const,
        state: 'SUSTAINED' as const,
        holder: '{P3} for Institute',
        text: 'No scope.',
        answer: null,
        decision: null,
      },
    ]
    expect(wordsOf(report({ reservations }), 'RESERVATIONS')).toEqual([
      '– Reservation of Example Works (Answered) on decision 4: Not this method. Answer: It is one of three.',
      '– Objection of {P3} for Institute (Upheld): No scope. Answer: none was recorded.',
    ])
  })

  it('[RP-1, A.1 1.4.6, IP-4] says that the patent question was asked, with every answer, and takes no position', () => {
    const question = { wasAsked: true, askedOn: '2019-10-15', note: null }
    expect(wordsOf(report({ patents: { ...question, answers: [] } }), 'PATENTS')).toEqual([
      'On 15 Oct 2019 the chair asked whether anybody knew of patents, or of software copyright, that the work may touch.',
      'Nobody answered that they did.',
    ])
    const answers = [{ text: 'Example Works knows of one.', declaration: 'EX-77' }]
    expect(wordsOf(report({ patents: { ...question, answers } }), 'PATENTS').slice(1)).toEqual([
      'Answers:',
      '– Example Works knows of one. (declaration EX-77)',
    ])
    const patents = { wasAsked: false, askedOn: null, note: 'No time was left.', answers: [] }
    expect(wordsOf(report({ patents }), 'PATENTS')).toEqual([
      'The question about patents and software copyright was not asked.',
      'No time was left.',
    ])
  })

  it('[RP-1, AC-1] lists actions open and done, with who and by when', () => {
    const action = { text: 'Write to SG5', owner: '{P2}', dueOn: null, dueMeeting: 'Second meeting' }
    const sections = report({
      openActions: [{ ...action, number: 1, state: 'NEEDS_ACTION' }],
      doneActions: [{ ...action, number: 2, state: 'COMPLETED', owner: null, dueMeeting: null, dueOn: '2019-10-16' }],
    })
    expect(wordsOf(sections, 'ACTIONS')).toEqual([
      'Open actions',
      '1 | Write to SG5 | {P2} | Second meeting | Not begun',
      'Actions done or called off',
      '2 | Write to SG5 | – | 16 Oct 2019 | Done',
    ])
  })

  it('[RP-1, DV-3] tells how each deliverable stands, with milestones and slips', () => {
    const milestone = { kind: 'FIRST_DRAFT' as const, label: null, plannedOn: '2019-12-01', doneOn: null }
    const milestones = [
      { ...milestone, slippedDays: 30, isOverdue: false },
      { ...milestone, kind: 'REVIEW' as const, slippedDays: -1, isOverdue: false, doneOn: '2019-10-01' },
      { ...milestone, kind: 'APPROVAL' as const, slippedDays: 0, isOverdue: true },
    ]
    const deliverables = [
      { name: 'D.WG1-01 Report', state: 'IN_DRAFTING' as const, milestones, openIssues: [], target: null },
    ]
    expect(wordsOf(report({ deliverables }), 'DELIVERABLES')[1]).toBe(
      'D.WG1-01 Report | In drafting | First draft: planned for 1 Dec 2019 (30 days later than first planned); Review by the group: reached 1 Oct 2019 (1 day earlier than first planned); Approval by the group: planned for 1 Dec 2019, overdue',
    )
  })

  it('[RP-1, LS-5] lists liaison statements, and says of a draft that it is one', () => {
    const statements = [
      { title: 'On scope', to: 'SG13', purpose: 'FOR_ACTION' as const, replyBy: '2019-12-01', sentOn: null },
      { title: 'On water', to: 'SC 42', purpose: 'FOR_COMMENT' as const, replyBy: null, sentOn: '2019-10-20' },
    ]
    expect(wordsOf(report({ statements }), 'STATEMENTS')).toEqual([
      '– “On scope” to SG13, For action; a draft, not sent; reply asked by 1 Dec 2019',
      '– “On water” to SC 42, For comment; sent 20 Oct 2019',
    ])
  })

  it('[RP-1, FG-5] names the next meetings and what is left of the lifetime, with its extensions', () => {
    const next = {
      number: 2,
      title: 'Second meeting',
      mode: 'REMOTE' as const,
      startsOn: '2020-02-01',
      endsOn: '2020-02-01',
    }
    const lifetime = {
      startsOn: '2019-10-15',
      endsOn: '2022-10-15',
      months: 24,
      extensions: [{ by: 'Study Group 5', decidedOn: '2021-06-01', newEndOn: '2022-10-15' }],
    }
    const sections = report({
      nextMeetings: [{ ...next, place: null, country: null }],
      parentMeetsOn: '2020-05-11',
      lifetime,
    })
    expect(wordsOf(sections, 'NEXT')).toEqual([
      '– Second meeting, 1 Feb 2020; venue: Remote',
      'Study Group 5 meets next on 11 May 2020.',
    ])
    expect(wordsOf(sections, 'LIFETIME')).toEqual([
      'The group works from 15 Oct 2019 until 15 Oct 2022.',
      '1,095 days are left.',
      '– Extended by Study Group 5 on 1 Jun 2021, until 15 Oct 2022',
    ])
  })
})
