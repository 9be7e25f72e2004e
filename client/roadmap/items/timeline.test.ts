import { expect, it } from '@jest/globals'
import { timelineOf, type InTime } from './timeline.js'

const item = (given: Partial<InTime>): InTime => ({ slug: 'one', dates: [], stages: [], planned: [], ...given })

it('[TL-1] puts what happened and what is planned on one axis, in order, within the picture', () => {
  const { rows, ticks, today } = timelineOf(
    [
      item({
        dates: [{ kind: 'PUBLISHED', on: '2024-03' }],
        stages: [
          { state: 'PUBLISHED', nativeStage: '60.60', on: '2024-03' },
          { state: 'IN_DEVELOPMENT', nativeStage: '30.20', on: '2022' },
        ],
        planned: [{ kind: 'AMENDED', firstOn: '2026-01', lastOn: '2027-06-15', reachedOn: null, isOverdue: false }],
      }),
      item({ slug: 'two' }),
    ],
    '2026-02-20T12:00:00Z',
  )
  const [{ marks }, nothing] = rows as [(typeof rows)[0], (typeof rows)[0]]
  expect(marks.map(({ what, on }) => `${what} ${on}`)).toEqual(['STAGE 2022', 'DATE 2024-03', 'PLAN 2027-06-15'])
  for (const { at } of [...marks, ...ticks]) {
    expect(at).toBeGreaterThanOrEqual(0)
    expect(at).toBeLessThanOrEqual(100)
  }
  const plan = marks[2]!
  expect(plan.what === 'PLAN' && plan.from < plan.at && today > marks[1]!.at && today < plan.at).toBe(true)
  expect(nothing.marks).toEqual([])
})

it('[TL-1] shows a plan that was reached where it was reached, with the line from the day first named', () => {
  const planned = [
    { kind: 'PUBLISHED', firstOn: '2025-01', lastOn: '2025-06', reachedOn: '2025-09-01', isOverdue: false },
  ] as const
  const [mark] = timelineOf([item({ planned })], '2026-01-01').rows[0]!.marks
  expect(mark).toMatchObject({ what: 'PLAN', on: '2025-09-01', firstOn: '2025-01' })
})

it('[TL-1] has no axis where nothing is dated', () => {
  expect(timelineOf([item({})], '2026-01-01')).toMatchObject({ ticks: [], rows: [{ marks: [] }] })
})
