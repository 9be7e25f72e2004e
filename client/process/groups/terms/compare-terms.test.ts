import { expect, it } from '@jest/globals'
import type { TermsVersionFragment } from '#schema/generated/operations.js'
import { compareTerms } from './compare-terms.js'

const version = (text: string | null, see: string | null, weeks: number | null) =>
  ({
    sections: [
      { number: 1, key: 'OBJECTIVES', text: 'The same.', see: null },
      { number: 2, key: 'MEETINGS', text, see },
    ],
    deadlines:
      weeks === null
        ? []
        : [{ section: 2, obligation: 'ANNOUNCEMENT', count: weeks, unit: 'WEEKS', text: `${weeks} weeks` }],
  }) as Pick<TermsVersionFragment, 'sections' | 'deadlines'>

const changed = (one: ReturnType<typeof version>, other: ReturnType<typeof version>) =>
  compareTerms(one, other)
    .filter(({ isChanged }) => isChanged)
    .map(({ number }) => number)

it('[FG-3] finds the sections that differ, by text, pointer or deadline', () => {
  const one = version('As needed.', null, 4)
  expect(changed(one, version('As needed.', null, 4))).toEqual([])
  expect(changed(one, version('When needed.', null, 4))).toEqual([2])
  expect(changed(one, version('As needed.', 'A.7 clause 6', 4))).toEqual([2])
  expect(changed(one, version('As needed.', null, 6))).toEqual([2])
  expect(changed(one, version(null, null, 4))).toEqual([2])
})

it('marks the words that only one version has', () => {
  const [, meetings] = compareTerms(
    version('As often as needed.', null, null),
    version('As rarely as needed.', null, null),
  )
  expect(meetings!.other.filter(({ isOwn }) => isOwn).map(({ text }) => text)).toEqual(['rarely'])
})
