import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { GAP_STANDINGS, ITEM_STATES, LIFECYCLE_STAGES, TOPICS } from '#schema/vocabulary/register.js'
import { coverageMap, type MapGap, type MapItem } from './coverage-map.js'

const item = (changes: Partial<MapItem> = {}): MapItem => ({
  state: 'PUBLISHED',
  topics: ['WATER'],
  lifecycleStages: ['USE'],
  ...changes,
})
const gap = (changes: Partial<MapGap> = {}): MapGap => ({
  standing: 'OPEN',
  topics: ['WATER'],
  lifecycleStages: ['USE'],
  ...changes,
})
const cellOf = (items: MapItem[], gaps: MapGap[]) =>
  coverageMap(items, gaps).find(({ topic, lifecycleStage }) => topic === 'WATER' && lifecycleStage === 'USE')

describe('the coverage map', () => {
  it('[MAP-1] has a cell for each topic and life-cycle stage, row by row', () => {
    const map = coverageMap([], [])

    expect(map).toHaveLength(17 * 9)
    expect(map.slice(0, 9).map(({ topic }) => topic)).toEqual(Array(9).fill(TOPICS[0]))
    expect(map.slice(0, 9).map(({ lifecycleStage }) => lifecycleStage)).toEqual([...LIFECYCLE_STAGES])
  })

  it('[MAP-1] counts items in force, items in development and gaps that are still open', () => {
    const items = ITEM_STATES.map((state) => item({ state }))
    const gaps = GAP_STANDINGS.map((standing) => gap({ standing }))

    expect(cellOf(items, gaps)).toMatchObject({ itemsInForce: 2, itemsInDevelopment: 4, gapsOpen: 3, status: 'KNOWN' })
  })

  it('[MAP-2] tells a cell of which nothing is known from one where nothing is left', () => {
    const nought = { itemsInForce: 0, itemsInDevelopment: 0, gapsOpen: 0 }

    expect(cellOf([], [])).toMatchObject({ ...nought, status: 'UNKNOWN' })
    expect(cellOf([item({ state: 'WITHDRAWN' })], [])).toMatchObject({ ...nought, status: 'KNOWN' })
    expect(cellOf([], [gap({ standing: 'CLOSED' })])).toMatchObject({ ...nought, status: 'KNOWN' })
  })

  it('[MAP-1] counts an item once in each cell that it names', () => {
    const topics = fc.uniqueArray(fc.constantFrom(...TOPICS))
    const lifecycleStages = fc.uniqueArray(fc.constantFrom(...LIFECYCLE_STAGES))
    fc.assert(
      fc.property(fc.array(fc.record({ topics, lifecycleStages })), (places) => {
        const map = coverageMap(places.map(item), places.map(gap))
        const wanted = places.reduce((sum, place) => sum + place.topics.length * place.lifecycleStages.length, 0)
        expect(map.reduce((sum, cell) => sum + cell.itemsInForce, 0)).toBe(wanted)
        expect(map.reduce((sum, cell) => sum + cell.gapsOpen, 0)).toBe(wanted)
        for (const cell of map) expect(cell.status === 'UNKNOWN').toBe(cell.itemsInForce + cell.gapsOpen === 0)
      }),
    )
  })
})
