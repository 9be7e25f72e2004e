import { describe, expect, it } from '@jest/globals'
import { changesOf, type GapFace, type ItemFace, type PrincipleFace, type RelationFace } from './edition-diff.js'

const face = { id: '1', href: '/x', sort: '1', topics: [], bodies: [] }
const item = (more: Partial<ItemFace> = {}): ItemFace => ({
  ...face,
  subject: 'ITEM',
  key: 'iso-1',
  label: 'ISO 1',
  title: 'Water',
  state: 'IN_DEVELOPMENT',
  nativeStage: '30.99',
  supersededBy: [],
  ...more,
})
const gap = (more: Partial<GapFace> = {}): GapFace => ({
  ...face,
  subject: 'GAP',
  key: 'g-01',
  label: 'G-01',
  title: 'Heat',
  description: 'Nobody counts it.',
  recommendation: null,
  standing: 'OPEN',
  coverage: 'UNKNOWN',
  closure: null,
  replacement: null,
  ...more,
})
const principle = (more: Partial<PrincipleFace> = {}): PrincipleFace => ({
  ...face,
  subject: 'PRINCIPLE',
  key: 'p-01',
  label: 'P-01',
  title: 'Whole life',
  statement: 'Count all of it.',
  ...more,
})
const relation = (more: Partial<RelationFace> = {}): RelationFace => ({
  ...face,
  subject: 'RELATION',
  key: 'r',
  label: 'ISO 1, ISO 2',
  type: 'REFERENCES',
  from: 'ISO 1',
  to: 'ISO 2',
  ...more,
})
const told = (...[before, after]: Parameters<typeof changesOf>) =>
  changesOf(before, after).map(({ kind, args }) => [kind, args])

describe('an item', () => {
  it('[ED-8] is added, and removed', () => {
    expect(told(null, item())).toEqual([['ITEM_ADDED', { title: 'Water', state: 'IN_DEVELOPMENT', stage: '30.99' }]])
    expect(told(item(), null)).toEqual([['ITEM_REMOVED', { title: 'Water' }]])
  })

  it('[ED-8] that stands as before has no change, whatever else is known of it', () => {
    expect(told(item(), item({ topics: ['WATER'], sort: '2' }))).toEqual([])
  })

  it('[ED-8] moves stage, also within a state', () => {
    expect(told(item(), item({ state: 'PUBLISHED', nativeStage: '60.60' }))).toEqual([
      ['ITEM_MOVED', { fromState: 'IN_DEVELOPMENT', fromStage: '30.99', toState: 'PUBLISHED', toStage: '60.60' }],
    ])
    expect(told(item({ nativeStage: '30.60' }), item())).toMatchObject([['ITEM_MOVED', { toStage: '30.99' }]])
  })

  it('[ED-8] is superseded, told once and with what does it', () => {
    expect(told(item({ state: 'PUBLISHED' }), item({ state: 'SUPERSEDED', supersededBy: ['ISO 2'] }))).toEqual([
      ['ITEM_SUPERSEDED', { by: ['ISO 2'] }],
    ])
    // The relation came first, the state of the catalogue follows later.
    expect(told(item(), item({ supersededBy: ['ISO 2'] }))).toEqual([['ITEM_SUPERSEDED', { by: ['ISO 2'] }]])
  })

  it('[ED-8] is renamed and gets another title, and both have an address', () => {
    const changes = changesOf(item({ label: 'ISO/CD 1' }), item({ title: 'Waters' }))
    expect(changes.map(({ key }) => key)).toEqual(['item-renamed.iso-1', 'item-retitled.iso-1'])
    expect(changes[0]!.args).toEqual({ from: 'ISO/CD 1', to: 'ISO 1' })
  })
})

describe('a gap', () => {
  it('[ED-8] is closed, and by what', () => {
    const closure = { decision: 'Item 7', decidedOn: '2026-01-15', by: ['ISO 1'] }
    expect(told(gap(), gap({ standing: 'CLOSED', closure }))).toEqual([
      ['GAP_CLOSED', { title: 'Heat', by: ['ISO 1'], decision: 'Item 7', decidedOn: '2026-01-15' }],
    ])
    expect(told(null, gap({ standing: 'CLOSED' })).map(([kind]) => kind)).toEqual(['GAP_CLOSED', 'GAP_ADDED'])
  })

  it('[ED-8] is reopened, and its coverage changes', () => {
    expect(told(gap({ standing: 'CLOSED', coverage: 'FULL' }), gap())).toEqual([
      ['GAP_REOPENED', { title: 'Heat', standing: 'OPEN' }],
      ['COVERAGE_CHANGED', { title: 'Heat', from: 'FULL', to: 'UNKNOWN' }],
    ])
  })

  it('[ED-8] is merged or split, and nothing else is told of it then', () => {
    const into = ['G-02']
    expect(told(gap(), gap({ replacement: { kind: 'MERGE', into }, coverage: 'NONE' }))).toEqual([
      ['GAP_MERGED', { title: 'Heat', into }],
    ])
    expect(told(gap(), gap({ replacement: { kind: 'SPLIT', into } }))).toMatchObject([['GAP_SPLIT', { into }]])
  })

  it('[ED-8] is reworded: which texts, from what, to what', () => {
    expect(told(gap(), gap({ description: 'Few count it.', recommendation: 'Count it.' }))).toEqual([
      [
        'GAP_REWORDED',
        {
          title: 'Heat',
          fields: ['description', 'recommendation'],
          from: 'Nobody counts it.\n\n',
          to: 'Few count it.\n\nCount it.',
        },
      ],
    ])
  })
})

it('[ED-8] a principle is added, and reworded', () => {
  expect(told(null, principle())).toEqual([['PRINCIPLE_ADDED', { title: 'Whole life', to: 'Count all of it.' }]])
  expect(told(principle(), principle({ statement: 'Count it.' }))).toEqual([
    ['PRINCIPLE_REWORDED', { title: 'Whole life', from: 'Count all of it.', to: 'Count it.' }],
  ])
  expect(told(principle({ title: 'Life' }), principle())).toMatchObject([
    ['PRINCIPLE_REWORDED', { from: 'Life\n\nCount all of it.' }],
  ])
  expect(told(principle(), principle())).toEqual([])
})

it('[ED-8] a relation is added, removed, or reads otherwise', () => {
  expect(told(null, relation())).toEqual([['RELATION_ADDED', { type: 'REFERENCES', from: 'ISO 1', to: 'ISO 2' }]])
  expect(told(relation(), relation({ from: 'ISO 1:2027' }))).toEqual([])
  expect(told(relation(), relation({ type: 'EXTENDS' })).map(([kind]) => kind)).toEqual([
    'RELATION_ADDED',
    'RELATION_REMOVED',
  ])
})
