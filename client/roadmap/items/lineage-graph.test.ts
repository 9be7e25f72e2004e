import { expect, it } from '@jest/globals'
import { BOX, drawn } from './lineage-graph.js'

const boxes = ['a', 'b', 'c', 'alone'].map((id) => ({ id }))
const lines = [
  { id: '1', from: 'a', to: 'b' },
  { id: '2', from: 'b', to: 'c' },
  { id: '3', from: 'a', to: 'b' },
  { id: '4', from: 'a', to: 'elsewhere' },
]

it('[LG-2] draws every box once and apart, and lines from left to right', () => {
  const picture = drawn(boxes, lines)
  expect(picture.boxes.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'alone'])
  for (const one of picture.boxes)
    for (const other of picture.boxes)
      if (one.id < other.id)
        expect(Math.abs(one.x - other.x) >= BOX.width || Math.abs(one.y - other.y) >= BOX.height).toBe(true)
  const [a, b, c] = picture.boxes
  expect(a!.x < b!.x && b!.x < c!.x).toBe(true)
  expect(picture.lines.map(({ id }) => id)).toEqual(['1', '2', '3'])
  expect(
    picture.boxes.every(
      ({ x, y }) => x >= 0 && y >= 0 && x + BOX.width <= picture.width && y + BOX.height <= picture.height,
    ),
  ).toBe(true)
})

it('[LG-2] draws the same picture again, and a circle too', () => {
  const round = [...lines, { id: '5', from: 'c', to: 'a' }]
  expect(drawn(boxes, round)).toEqual(drawn(boxes, round))
})
