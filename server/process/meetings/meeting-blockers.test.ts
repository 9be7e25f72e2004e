import { expect, it } from '@jest/globals'
import { closingBlockers, lifetimeBlockers, meetingBlockers, type NextMeetingSeen } from './meeting-blockers.js'

const aMeeting = (over: Partial<NextMeetingSeen> = {}): NextMeetingSeen => ({
  number: 2,
  title: 'Second meeting',
  state: 'PLANNED',
  mode: 'HYBRID',
  startsOn: '2027-06-15',
  place: 'Vienna',
  opensAt: '09:30',
  keyDates: [{ obligation: 'CONTRIBUTIONS', effectiveOn: '2027-06-03' }],
  notice: { latestOn: '2027-05-18' },
  ...over,
})
const codes = (today: string, over: Partial<NextMeetingSeen> = {}) =>
  meetingBlockers('fg-x', aMeeting(over), today).map(({ code }) => code)

it('[GS-9] asks for a meeting where none is ahead', () => {
  expect(meetingBlockers('fg-x', null, '2027-01-01')).toMatchObject([
    { code: 'NO_MEETING', settle: { href: '/groups/fg-x/meetings/new' } },
  ])
})

it('[GS-9, ME-4] asks for the announcement once its last day is near, and goes on when it is over', () => {
  expect(codes('2027-04-19')).toEqual([])
  expect(codes('2027-04-20')).toEqual(['NOT_ANNOUNCED'])
  expect(codes('2027-05-30')).toEqual(['NOT_ANNOUNCED', 'DATE_NEAR'])
  expect(codes('2027-05-01', { state: 'ANNOUNCED' })).toEqual([])
})

it('[GS-9] tells those who contribute of the deadline in so many days, not those who lead', () => {
  const [line] = meetingBlockers('fg-x', aMeeting({ state: 'ANNOUNCED' }), '2027-05-30')
  expect(line).toMatchObject({ args: { obligation: 'CONTRIBUTIONS', days: 4 }, dueOn: '2027-06-03' })
  expect(line!.whose).toContain('PARTICIPANT')
  expect(line!.whose).not.toContain('CHAIR')
  expect(codes('2027-06-03', { state: 'ANNOUNCED' })).toEqual(['DATE_NEAR'])
  expect(codes('2027-06-04', { state: 'ANNOUNCED' })).toEqual([])
})

it('[GS-9] misses place and hour where the meeting needs them', () => {
  expect(codes('2027-01-01', { place: null, opensAt: null })).toEqual(['NO_PLACE', 'NO_TIME'])
  expect(codes('2027-01-01', { place: null, mode: 'REMOTE' })).toEqual([])
})

it('says nothing of a meeting that is under way', () => {
  expect(codes('2027-06-15', { state: 'RUNNING', place: null })).toEqual([])
})

it('[GS-9, MT-10] asks whoever chairs to close the last meeting, until it is closed', () => {
  const of = (state: 'ENDED' | 'CLOSED' | 'CANCELLED') => closingBlockers('fg-x', { number: 1, title: 'First', state })
  expect(of('ENDED')).toMatchObject([{ code: 'NOT_CLOSED', settle: { href: '/groups/fg-x/meetings/1/close' } }])
  expect([...of('CLOSED'), ...of('CANCELLED'), ...closingBlockers('fg-x', null)]).toEqual([])
})

it('[FG-5, GS-9] tells of the end of the group six months ahead, or when it meets after it', () => {
  const of = (today: string, startsOn: string | null = null) =>
    lifetimeBlockers('fg-x', '2027-10-15', startsOn === null ? null : { title: 'M', startsOn }, today).map(
      ({ code }) => code,
    )
  expect(of('2027-04-14')).toEqual([])
  expect(of('2027-04-15')).toEqual(['LIFETIME_ENDS'])
  expect(of('2027-01-01', '2027-11-01')).toEqual(['MEETS_AFTER_END'])
  expect(of('2027-10-16')).toEqual(['LIFETIME_OVER'])
  expect(lifetimeBlockers('fg-x', null, null, '2030-01-01')).toEqual([])
})
