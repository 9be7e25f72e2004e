import { expect, it } from '@jest/globals'
import { EDITION_STATES } from '#schema/vocabulary/register.js'
import { editionSlug, isEditionStep, takesNumber } from './edition-steps.js'

it('[ED-5] a draft is reviewed or frozen, a review ends in either, and what is frozen goes nowhere', () => {
  const steps = EDITION_STATES.flatMap((from) =>
    EDITION_STATES.filter((to) => isEditionStep(from, to)).map((to) => `${from} ${to}`),
  )
  expect(steps).toEqual(['DRAFT REVIEW', 'DRAFT FROZEN', 'REVIEW DRAFT', 'REVIEW FROZEN'])
})

it('[ED-6] only what was agreed and is no example takes a number', () => {
  expect(takesNumber('EDITION', false)).toBe(true)
  expect(takesNumber('EDITION', true)).toBe(false)
  expect(takesNumber('INTERIM_REPORT', false)).toBe(false)
})

it('[ED-6] an address is made of the label, and never reads as a number, a day or a page of ours', () => {
  const free = () => false
  expect(editionSlug('February 2025', free)).toBe('february-2025')
  expect(editionSlug('Édition d’été', free)).toBe('edition-d-ete')
  expect(editionSlug('2026-02-20', free)).toBe('edition-2026-02-20')
  expect(editionSlug('今日', free)).toBe('edition')
  expect(editionSlug('Today', free)).toBe('edition-today')
  expect(editionSlug('Paris', (slug) => slug === 'paris' || slug === 'paris-2')).toBe('paris-3')
})
