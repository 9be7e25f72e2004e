/** What the parent group is told: ITU-T A.1 Appendix I, A.7 cl. 11. */
import { describe, expect, it } from '@jest/globals'
import { progressSections } from '#schema/vocabulary/reports.js'
import { wordsFor } from '#schema/words/index.js'
import { composeProgressReport } from './progress-report.js'
import { barelyAPeriod, wordsOf } from './testing.js'

const report = (more: Parameters<typeof barelyAPeriod>[0] = {}) =>
  composeProgressReport(wordsFor('en'), barelyAPeriod(more))
const late = {
  name: 'D.WG1-02 Glossary',
  state: 'IN_DRAFTING' as const,
  milestones: [
    {
      kind: 'REVIEW' as const,
      label: null,
      plannedOn: '2020-01-01',
      doneOn: null,
      slippedDays: 10,
      isOverdue: true,
    },
  ],
  openIssues: ['Which terms?'],
  target: null,
}
const approved = { ...late, name: 'D.WG1-01 Report', state: 'FG_APPROVED' as const, milestones: [], openIssues: [] }

describe('a progress report', () => {
  it('[RP-2] has every clause in its order, and says where nothing was recorded', () => {
    const sections = report()
    expect(sections.map(({ key }) => key)).toEqual(progressSections)
    for (const { key, said } of sections) expect([key, said.length > 0]).toEqual([key, true])
    expect(wordsOf(sections, 'SUMMARY')).toEqual([
      'Focus group on examples reports to Study Group 5 on its work from 15 Oct 2019 to 31 Mar 2020.',
      'In this time it held no meeting, received 0 contributions and took 0 decisions; it works on 0 deliverables.',
    ])
    expect(wordsOf(sections, 'ASKED')).toEqual(['Nothing that the records tell waits for the parent group.'])
  })

  it('[RP-2, FG-5, DE-7] asks the parent for what only the parent can decide', () => {
    const lifetime = { startsOn: '2018-05-01', endsOn: '2020-05-01', months: 24, extensions: [] }
    const sent = { what: 'D.WG2-01 Method', kind: 'FINAL' as const, version: 3, sentOn: '2020-01-10', target: 'Q6/5' }
    const sections = report({
      deliverables: [approved, late],
      transmissions: [{ ...sent, answer: null }],
      lifetime,
    })
    expect(wordsOf(sections, 'ASKED')).toEqual([
      '– To decide on the lifetime of the group, which ends on 1 May 2020: extend it, or let it conclude.',
      '– To take D.WG1-01 Report, which the group has approved and will send.',
      '– To answer on D.WG2-01 Method (for Q6/5), sent on 10 Jan 2020.',
      '– To take note that milestones of D.WG1-02 Glossary are overdue.',
    ])
    expect(wordsOf(sections, 'OUTPUTS')[1]).toBe(
      'D.WG2-01 Method | Final, approved text, version 3, 10 Jan 2020 | Q6/5 | None yet',
    )
    expect(wordsOf(sections, 'OPEN')).toContain('– D.WG1-02 Glossary: Which terms?')
  })

  it('[RP-2] does not ask about a lifetime that goes on for long', () => {
    const lifetime = { startsOn: '2019-10-15', endsOn: '2021-10-15', months: 24, extensions: [] }
    expect(wordsOf(report({ lifetime }), 'ASKED')).toEqual([
      'Nothing that the records tell waits for the parent group.',
    ])
    expect(wordsOf(report({ lifetime }), 'LIFETIME')).toContain('563 days are left.')
  })

  it('[RP-2, IP-4] tells of each meeting: how many were there, the inputs, and the question about patents', () => {
    const meeting = {
      number: 1,
      title: 'First meeting',
      mode: 'HYBRID' as const,
      startsOn: '2019-10-15',
      endsOn: '2019-10-15',
      place: 'Vienna',
      country: null,
      onsite: 12,
      remote: 7,
      contributions: 3,
      patents: null,
    }
    const sections = report({ meetings: [meeting], contributionCount: 3, contributionSources: 2 })
    expect(wordsOf(sections, 'ATTENDANCE')[1]).toBe(
      'First meeting | 15 Oct 2019 | Vienna (On site and remote) | 12 | 7',
    )
    expect(wordsOf(sections, 'INPUTS')).toEqual(['3 contributions from 2 sources.', '– First meeting: 3 contributions'])
    expect(wordsOf(sections, 'PATENTS')).toEqual([
      'First meeting:',
      'Nothing was recorded of the question about patents and software copyright.',
    ])
  })
})
