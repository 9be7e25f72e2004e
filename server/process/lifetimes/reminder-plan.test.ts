import { expect, it } from '@jest/globals'
import { dueReminder, plannedReminders } from './reminder-plan.js'

const end = '2027-10-15'

it('[GS-10] plans reminders six, three and one month before the end', () => {
  expect(plannedReminders(end).map(({ on }) => on)).toEqual(['2027-04-15', '2027-07-15', '2027-09-15'])
  expect(plannedReminders('2027-08-31').map(({ on }) => on)).toEqual(['2027-02-28', '2027-05-31', '2027-07-31'])
})

it('[GS-10] sends each once, on its day or the first day after it', () => {
  expect(dueReminder(end, '2027-04-14', [])).toBeNull()
  expect(dueReminder(end, '2027-04-15', [])).toMatchObject({ monthsBefore: 6 })
  const first = { monthsBefore: 6, endsOn: end }
  expect(dueReminder(end, '2027-05-01', [first])).toBeNull()
  expect(dueReminder(end, '2027-07-20', [first])).toMatchObject({ monthsBefore: 3 })
})

it('[GS-10] sends the last of several that are due, and none after the end', () => {
  expect(dueReminder(end, '2027-09-20', [])).toMatchObject({ monthsBefore: 1 })
  expect(dueReminder(end, end, [])).toMatchObject({ monthsBefore: 1 })
  expect(dueReminder(end, '2027-10-16', [])).toBeNull()
})

it('[GS-10] plans anew when the end moves', () => {
  const sent = [{ monthsBefore: 6, endsOn: end }]
  expect(dueReminder('2028-10-15', '2027-07-20', sent)).toBeNull()
  expect(dueReminder('2028-10-15', '2028-04-15', sent)).toMatchObject({ monthsBefore: 6 })
})
