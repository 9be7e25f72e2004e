import { expect, it } from '@jest/globals'
import { bibtex, ris, type Cited } from './cite-formats.js'

const cited: Cited = {
  key: 'G-05',
  title: 'G-05 Water & energy: 50 % of {all}\nof it',
  publisher: 'Rapporteur',
  asOf: '2026-03-14T12:00:00.000Z',
  href: 'https://example.org/gaps/G-05',
}

it('[CI-1] writes an entry that LaTeX can read, whatever the title holds', () => {
  expect(bibtex(cited)).toBe(
    `@misc{rapporteur-g-05,
  title = {{G-05 Water \\& energy: 50 \\% of \\{all\\} of it}},
  publisher = {Rapporteur},
  year = {2026},
  month = {3},
  url = {https://example.org/gaps/G-05},
  note = {Register as of 2026-03-14}
}`,
  )
})

it('[CI-1] writes a record of one line a field', () => {
  expect(ris(cited).split('\n')).toEqual([
    'TY  - ELEC',
    'TI  - G-05 Water & energy: 50 % of {all} of it',
    'PB  - Rapporteur',
    'PY  - 2026',
    'DA  - 2026/03/14',
    'Y2  - 2026/03/14',
    'UR  - https://example.org/gaps/G-05',
    'ER  - ',
  ])
})
