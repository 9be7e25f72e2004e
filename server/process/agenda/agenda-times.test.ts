import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { forecast, sittingsProblem, type Sitting } from './agenda-times.js'

const zone = 'Europe/Vienna'
const day: Sitting[] = [
  { on: '2027-06-15', from: '09:30', to: '12:30' },
  { on: '2027-06-15', from: '14:00', to: '17:00' },
]
const told = (minutes: number[], sittings = day, from: string | null = null) => {
  const { rows, ...rest } = forecast(
    minutes.map((each, at) => ({ id: String(at), minutes: each })),
    sittings,
    zone,
    from === null ? null : new Date(from),
  )
  return { ...rest, starts: rows.map(({ startsAt }) => startsAt?.toISOString().slice(11, 16) ?? null), rows }
}

describe('the time of an agenda', () => {
  it('[AG-8] lays the rows over the sittings, across the break', () => {
    const { starts, totalMinutes, availableMinutes, overMinutes, endsAt } = told([30, 120, 60, 60])
    // Vienna is two hours ahead of UTC in June; the third row begins half an hour before the break and ends half an hour after it.
    expect(starts).toEqual(['07:30', '08:00', '10:00', '12:30'])
    expect([totalMinutes, availableMinutes, overMinutes]).toEqual([270, 360, 0])
    expect(endsAt?.toISOString()).toBe('2027-06-15T13:30:00.000Z')
  })

  it('[AG-8] begins a row after the break when the one before fills the sitting', () => {
    expect(told([180, 30]).starts).toEqual(['07:30', '12:00'])
  })

  it('[AG-8] says what does not fit, and by how much', () => {
    const { rows, overMinutes, endsAt } = told([300, 90])
    expect(rows.map(({ fits }) => fits)).toEqual([true, false])
    expect(overMinutes).toBe(30)
    expect(endsAt?.toISOString()).toBe('2027-06-15T15:30:00.000Z')
  })

  it('[AG-8] tells no clock time where the hours are not known, and the total all the same', () => {
    const { starts, totalMinutes, availableMinutes, endsAt, overMinutes } = told([30, 15], [])
    expect(starts).toEqual([null, null])
    expect([totalMinutes, availableMinutes, endsAt, overMinutes]).toEqual([45, null, null, 0])
  })

  it('[AG-8] goes on from the present moment when the meeting runs, and after the last hour too', () => {
    expect(told([30, 60], day, '2027-06-15T10:15:00Z').starts).toEqual(['10:15', '12:15'])
    const late = told([30], day, '2027-06-15T15:10:00Z')
    expect(late.starts).toEqual(['15:10'])
    expect([late.overMinutes, late.availableMinutes]).toEqual([30, 0])
  })

  it('[AG-8] never puts a row before the one above it', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 20 }), (minutes) => {
        const starts = told(minutes).rows.map(({ startsAt }) => startsAt!.getTime())
        expect(starts).toEqual(starts.toSorted((one, other) => one - other))
      }),
    ))
})

it('[AG-8] takes sittings on days of the meeting, one after the other', () => {
  const days = { startsOn: '2027-06-15', endsOn: '2027-06-16' }
  expect(sittingsProblem(day, days)).toBeNull()
  expect(sittingsProblem([{ on: '2027-06-17', from: '09:00', to: '10:00' }], days)?.why).toBe('NOT_A_DAY_OF_IT')
  expect(sittingsProblem([{ on: '2027-06-15', from: '10:00', to: '10:00' }], days)?.why).toBe('ENDS_BEFORE_START')
  expect(sittingsProblem([...day, { on: '2027-06-15', from: '12:00', to: '13:00' }], days)).toEqual({
    at: 2,
    why: 'OVER_ANOTHER',
  })
})
