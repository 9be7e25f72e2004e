import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { obligations } from '#schema/vocabulary/process.js'
import { meetingFacts, someFacts, termsOfCircular191 } from '../../../test/builders/deadlines.js'
import { keyDates } from './key-dates.js'
import {
  dueReminders,
  isSameReminder,
  reminderAudience,
  reminderPlan,
  replanned,
  type ReminderChoice,
  type StoredReminder,
} from './reminder-plan.js'

const vienna = keyDates(
  meetingFacts({
    termsOfReference: termsOfCircular191,
    published: [{ obligation: 'CONTRIBUTIONS', on: '2019-10-02', source: 'TSB Circular 191' }],
  }),
)
const plan = (choices: ReminderChoice[] = [], isAnnounced = false) => reminderPlan(vienna, choices, { isAnnounced })
const ofContributions = (choices: ReminderChoice[] = []) =>
  plan(choices).filter(({ obligation }) => obligation === 'CONTRIBUTIONS')
let made = 0
const stored = (over: Partial<StoredReminder>): StoredReminder => ({
  id: String((made += 1)),
  obligation: 'CONTRIBUTIONS',
  daysBefore: 7,
  dueOn: '2019-10-02',
  sendAt: new Date('2019-09-25T05:00:00Z'),
  sentAt: null,
  ...over,
})

describe('the plan of reminders', () => {
  it('[RM-1] reminds 14, 7 and 1 days before the day that counts, at seven in the morning of its zone', () => {
    expect(ofContributions().map(({ daysBefore, sendAt }) => [daysBefore, sendAt.toISOString()])).toEqual([
      [14, '2019-09-18T05:00:00.000Z'],
      [7, '2019-09-25T05:00:00.000Z'],
      [1, '2019-10-01T05:00:00.000Z'],
    ])
  })

  it('[RM-2] tells everybody of contributions, the management of the announcement, and nobody of an announcement that was made', () => {
    expect(ofContributions().every(({ audience }) => audience === 'EVERYBODY')).toBe(true)
    const announcement = (isAnnounced: boolean) =>
      plan([], isAnnounced).filter(({ obligation }) => obligation === 'ANNOUNCEMENT')
    expect(announcement(false).map(({ audience }) => audience)).toEqual(['MANAGEMENT', 'MANAGEMENT', 'MANAGEMENT'])
    expect(announcement(true)).toEqual([])
    for (const obligation of obligations) expect(reminderAudience(obligation)).toMatch(/^[A-Z]+$/)
  })

  it('[RM-1] shows what is switched off, and takes what somebody adds', () => {
    const chosen = ofContributions([
      { obligation: 'CONTRIBUTIONS', daysBefore: 7, isOff: true },
      { obligation: 'CONTRIBUTIONS', daysBefore: 3, isOff: false },
      { obligation: 'REGISTRATION', daysBefore: 1, isOff: true },
    ])
    expect(chosen.map(({ daysBefore, isOff, isAdded }) => [daysBefore, isOff, isAdded])).toEqual([
      [14, false, false],
      [7, true, false],
      [3, false, true],
      [1, false, false],
    ])
  })

  it('[RM-1] reminds of nothing that would be over by then', () => {
    const early = keyDates(meetingFacts({ settings: { cutOff: '02:30' } }))
    const onTheDay = { obligation: 'CONTRIBUTIONS', daysBefore: 0, isOff: false } as const
    const days = (dates: typeof early) =>
      reminderPlan(dates, [onTheDay], { isAnnounced: false })
        .filter(({ obligation }) => obligation === 'CONTRIBUTIONS')
        .map(({ daysBefore }) => daysBefore)
    expect(days(early)).toEqual([14, 7, 1])
    expect(days(vienna)).toEqual([14, 7, 1, 0])
  })
})

describe('planning again', () => {
  const now = new Date('2019-09-20T12:00:00Z')

  it('[RM-3] drops what fits no longer, adds what is to come, and leaves what was sent', () => {
    const sent = stored({
      daysBefore: 14,
      sendAt: new Date('2019-09-18T05:00:00Z'),
      sentAt: new Date('2019-09-18T05:01:00Z'),
    })
    const stale = stored({ dueOn: '2019-10-03', sendAt: new Date('2019-09-26T05:00:00Z') })
    const { drop, add } = replanned([sent, stale], ofContributions(), now)
    expect(drop).toEqual([stale])
    expect(add.map(({ daysBefore }) => daysBefore)).toEqual([7, 1])
  })

  it('[RM-3] plans nothing for a day that is over, nor again what was sent', () => {
    expect(replanned([], ofContributions(), now).add.map(({ daysBefore }) => daysBefore)).toEqual([7, 1])
    const sent = stored({ sentAt: now })
    expect(replanned([sent], ofContributions(), now).add.map(({ daysBefore }) => daysBefore)).toEqual([1])
  })

  it('[RM-3] leaves what is due for whoever sends it, until the date itself is over', () => {
    const late = stored({})
    expect(replanned([late], ofContributions(), new Date('2019-09-26T00:00:00Z')).drop).toEqual([])
    expect(replanned([late], ofContributions(), new Date('2019-10-02T22:00:00Z')).drop).toEqual([late])
  })

  it('[RM-4] of several that are due for one date sends the last', () => {
    const first = stored({ daysBefore: 14, sendAt: new Date('2019-09-18T05:00:00Z') })
    const second = stored({})
    const other = stored({ obligation: 'REGISTRATION', sendAt: new Date('2019-09-20T05:00:00Z') })
    const toCome = stored({ daysBefore: 1, sendAt: new Date('2019-10-01T05:00:00Z') })
    const due = dueReminders([first, second, other, toCome], new Date('2019-09-27T00:00:00Z'))
    expect(due).toEqual({ send: [second, other], overtaken: [first] })
  })

  it('[RM-3] done twice changes nothing the second time, whatever the meeting and the moment', () =>
    fc.assert(
      fc.property(someFacts, someFacts, fc.integer({ min: -40, max: 40 }), (before, after, days) => {
        const at = new Date(new Date(`${after.meeting.startsOn}T00:00:00Z`).getTime() + days * 86_400_000)
        const keep = (plan: ReturnType<typeof reminderPlan>) => plan.map((one) => stored({ ...one, sentAt: null }))
        const had = keep(replanned([], reminderPlan(keyDates(before), [], { isAnnounced: false }), at).add)
        const next = reminderPlan(keyDates(after), [], { isAnnounced: false })
        const { drop, add } = replanned(had, next, at)
        const has = [...had.filter((one) => !drop.includes(one)), ...keep(add)]
        expect(replanned(has, next, at)).toEqual({ drop: [], add: [] })
        for (const [index, one] of has.entries()) {
          expect(has.findIndex((other) => isSameReminder(one, other))).toBe(index)
          expect(one.sendAt > at).toBe(true)
        }
      }),
    ))
})
