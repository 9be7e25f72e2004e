import { expect, it } from '@jest/globals'
import { keepMoment } from './moment.js'

const search = '?topic=WATER&asOf=2026-03-01'

it('[ED-12] links to pages of the register keep the moment, whatever else they carry', () => {
  expect(keepMoment('/', search)).toBe('/?asOf=2026-03-01')
  expect(keepMoment('/items/iso-1', search)).toBe('/items/iso-1?asOf=2026-03-01')
  expect(keepMoment('/gaps?open=true', search)).toBe('/gaps?open=true&asOf=2026-03-01')
  expect(keepMoment('/principles#P-01', search)).toBe('/principles?asOf=2026-03-01#P-01')
})

it('[ED-12] pages without a past, other sites and files are left alone, and a place on the page is one on this page', () => {
  for (const href of [
    '/groups',
    '/editions/first',
    '/gaps/new',
    '/gaps/G-01/edit',
    '/roadmap.csv',
    '?b',
    'https://a.b/',
  ]) {
    expect(keepMoment(href, search)).toBe(href)
  }
  expect(keepMoment('#a', search)).toBe(`${search}#a`)
  expect(keepMoment('#a', '?topic=WATER')).toBe('#a')
  expect(keepMoment('/gaps', '')).toBe('/gaps')
  expect(keepMoment('/gaps', '?asOf=soup')).toBe('/gaps')
})

it('[ED-12] an address with a moment of its own keeps that, and an empty one leads back to now', () => {
  expect(keepMoment('/gaps?asOf=2025-01-01', search)).toBe('/gaps?asOf=2025-01-01')
  expect(keepMoment('/gaps?open=true&asOf=', search)).toBe('/gaps?open=true')
  expect(keepMoment('/gaps?asOf=', search)).toBe('/gaps')
})
