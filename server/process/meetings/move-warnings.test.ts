import { expect, it } from '@jest/globals'
import { whatMoves, type PublishedDate } from '#server/process/deadlines/index.js'
import { meetingFacts } from '../../../test/builders/deadlines.js'
import { moveWarnings } from './move-warnings.js'

function warn(
  from: string,
  to: string,
  {
    today,
    announcedOn = null,
    published = [],
  }: { today: string; announcedOn?: string | null; published?: PublishedDate[] },
) {
  const preview = whatMoves(meetingFacts({ startsOn: from, published }), meetingFacts({ startsOn: to, published }), {
    asOf: today,
    announcedOn,
  })
  return moveWarnings(preview, to, today).map(({ code }) => code)
}

it('[MT-6] says nothing of a move far ahead', () => {
  expect(warn('2026-06-01', '2026-07-01', { today: '2026-01-10' })).toEqual([])
})

it('[MT-6, ME-4] warns of less than four weeks of notice, and of dates that nobody can keep any more', () => {
  expect(warn('2026-06-01', '2026-02-01', { today: '2026-01-23' })).toEqual([
    'NOTICE_TOO_SHORT',
    'DATE_IS_PAST',
    'DATE_IS_PAST',
  ])
})

it('[MT-6, ME-4] warns when an announcement in time would become one too late', () => {
  expect(warn('2026-06-01', '2026-05-20', { today: '2026-05-01', announcedOn: '2026-04-30' })).toContain(
    'ANNOUNCED_TOO_LATE',
  )
})

it('[MT-6] warns of a first day in the past', () => {
  expect(warn('2026-06-01', '2025-12-01', { today: '2026-01-10' })).toContain('STARTS_IN_PAST')
})

it('[MT-6, D-M-2] warns of a published date that stays and would fall after the opening', () => {
  const published: PublishedDate[] = [{ obligation: 'CONTRIBUTIONS', on: '2026-05-15' }]
  expect(warn('2026-06-01', '2026-05-11', { today: '2026-01-10', published })).toEqual(['PINNED_AFTER_OPENING'])
})
