import { expect, it } from '@jest/globals'
import { thenAndNow } from './roles-then-and-now.js'

const role = (name: string, isCurrent: boolean, from: string | null = null, to: string | null = null) => ({
  role: name,
  isCurrent,
  from,
  to,
})

it('puts those in office first, by office, and keeps the order given within one', () => {
  const roles = [
    role('PARTICIPANT', true),
    { ...role('VICE_CHAIR', true), name: 'b' },
    role('CHAIR', true),
    { ...role('VICE_CHAIR', true), name: 'a' },
  ]
  expect(thenAndNow(roles).now.map((one) => ('name' in one ? one.name : one.role))).toEqual([
    'CHAIR',
    'b',
    'a',
    'PARTICIPANT',
  ])
})

it('puts former ones by office and the latest first; unknown days come last', () => {
  const roles = [
    role('CHAIR', false),
    role('CHAIR', false, '2019-10-15', '2020-05-01'),
    role('CHAIR', false, '2020-05-01', '2022-01-01'),
    role('EDITOR', false, '2021-01-01', '2023-01-01'),
  ]
  expect(thenAndNow(roles).then.map(({ role: name, to }) => `${name} ${to}`)).toEqual([
    'CHAIR 2022-01-01',
    'CHAIR 2020-05-01',
    'CHAIR null',
    'EDITOR 2023-01-01',
  ])
})
