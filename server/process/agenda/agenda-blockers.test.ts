import { expect, it } from '@jest/globals'
import { agendaBlockers, type AgendaSeen } from './agenda-blockers.js'

const seen: AgendaSeen = {
  number: 3,
  title: 'Third meeting',
  startsOn: '2027-06-29',
  rows: 4,
  isPublished: true,
  left: 0,
}
const codes = (over: Partial<AgendaSeen>, today = '2027-06-10') =>
  agendaBlockers('fg-x', { ...seen, ...over }, today).map(({ code }) => code)

it('[GS-9, AG-7] asks for an agenda, and that it be published, four weeks before the meeting and later', () => {
  expect(codes({})).toEqual([])
  expect(codes({ rows: 0, isPublished: false })).toEqual(['NO_AGENDA'])
  expect(codes({ isPublished: false }, '2027-06-01')).toEqual(['AGENDA_UNPUBLISHED'])
  expect(codes({ isPublished: false }, '2027-05-31')).toEqual([])
  expect(agendaBlockers('fg-x', null, '2027-06-01')).toEqual([])
})

it('[GS-9, AG-6] tells those who lead the group of rows that the last meeting left and nobody placed', () => {
  expect(agendaBlockers('fg-x', { ...seen, left: 2 }, '2027-06-10')).toEqual([
    {
      code: 'ROWS_LEFT',
      args: { meeting: 'Third meeting', startsOn: '2027-06-29', count: 2 },
      whose: ['CHAIR', 'VICE_CHAIR', 'SECRETARIAT'],
      dueOn: '2027-06-29',
      settle: { verb: 'PLACE_ROWS', href: '/groups/fg-x/meetings/3/agenda#offers', permission: 'group.callMeeting' },
    },
  ])
})
