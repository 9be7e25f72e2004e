import { expect, it } from '@jest/globals'
import { sameTerms, sectionsInOrder, termsDeadlines, type TermsSections } from './terms-of-reference.js'

const sections: TermsSections = {
  PATENT_POLICY: { see: 'A.7 clause 9' },
  MEETINGS: { text: 'As needed.', deadlines: [{ obligation: 'ANNOUNCEMENT', offset: { weeks: 4 } }] },
}

it('[FG-3] shows nineteen sections in fixed order, whatever is known of them', () => {
  const all = sectionsInOrder(sections)
  expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1))
  expect(all[10]).toEqual({ number: 11, key: 'MEETINGS', text: 'As needed.', see: null })
  expect(all[18]).toEqual({ number: 19, key: 'PATENT_POLICY', text: null, see: 'A.7 clause 9' })
  expect(all[0]).toMatchObject({ text: null, see: null })
})

it('[FG-3] cites the section in which a deadline is laid down', () => {
  expect(termsDeadlines(sections)).toEqual([{ obligation: 'ANNOUNCEMENT', offset: { weeks: 4 }, section: 11 }])
})

it('[GS-5] knows when a version says nothing new, whichever rule its deadlines are said to restate', () => {
  const restating: TermsSections = {
    ...sections,
    MEETINGS: {
      text: 'As needed.',
      deadlines: [{ obligation: 'ANNOUNCEMENT', offset: { weeks: 4 }, ruleId: 'D-FG-2' }],
    },
  }
  expect(sameTerms(sections, restating)).toBe(true)
  expect(sameTerms(sections, { ...sections, OBJECTIVES: { text: 'More.' } })).toBe(false)
  expect(sameTerms(sections, { ...sections, MEETINGS: { text: 'As needed.' } })).toBe(false)
})
