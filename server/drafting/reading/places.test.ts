import { expect, it } from '@jest/globals'
import { placeIn } from './places.js'

const lines = [
  ['6', 1],
  ['6.1', 2],
  ['6.1.1', 3],
  ['6.2', 2],
  ['7', 1],
].map(([id, level]) => ({ id: String(id), level: Number(level) }))

it('[RD-3] finds what stands above, below, before and after a clause', () => {
  const place = (id: string) => {
    const found = placeIn(lines, id)
    const ids = (some: readonly { id: string }[]) => some.map(({ id: one }) => one)
    return found && [ids(found.above), ids(found.below), found.previous?.id, found.next?.id]
  }
  expect(place('6')).toEqual([[], ['6.1', '6.1.1', '6.2'], undefined, '7'])
  expect(place('6.1')).toEqual([['6'], ['6.1.1'], '6', '6.2'])
  expect(place('6.1.1')).toEqual([['6', '6.1'], [], '6.1', '6.2'])
  expect(place('7')).toEqual([[], [], '6.2', undefined])
  expect(place('8')).toBeNull()
})
