import { expect, it } from '@jest/globals'
import { placeOfClause, type ClauseThere } from './new-clauses.js'

const rows = [
  { id: 'opening', parentId: null },
  { id: 'water', parentId: null },
  { id: 'scope', parentId: 'water' },
  { id: 'energy', parentId: null },
]
const top = (id: string): ClauseThere => ({ id, above: [] })
const clauses = [top('present'), top('c-opening'), top('c-water'), top('patents'), top('next')]
const of = (...ids: string[]) => new Map(ids.map((id) => [id, `c-${id}`]))
const place = (id: string, known: ReadonlyMap<string, string>, there = clauses) =>
  placeOfClause(
    rows.find((row) => row.id === id)!,
    rows,
    known,
    there,
  )

it('[RC-13] puts a new row after the clause of the one before it, and under that of the one it hangs from', () => {
  expect(place('energy', of('opening', 'water'))).toEqual({ parent: null, after: 'c-water' })
  expect(place('scope', of('opening', 'water'))).toEqual({ parent: 'c-water', after: null })
})

it('[RC-13] puts the first row after who was present', () => {
  expect(place('opening', of())).toEqual({ parent: null, after: 'present' })
  expect(place('opening', of('water'), [top('c-water')])).toEqual({ parent: null, after: null })
})

it('[RC-13] passes over clauses that somebody deleted or put elsewhere', () => {
  const moved = [top('present'), top('c-opening'), { id: 'c-water', above: ['c-opening'] }, top('next')]
  expect(place('energy', of('opening', 'water'), moved)).toEqual({ parent: null, after: 'c-opening' })
  expect(place('scope', of('water'), [top('present'), top('next')])).toEqual({ parent: null, after: 'present' })
})
