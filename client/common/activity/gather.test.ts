import { expect, it } from '@jest/globals'
import { gather } from './gather.js'

const at = (verb: string, occurredAt = '2026-03-14T09:00:00.100Z', more: { actor?: string; group?: string } = {}) => ({
  verb,
  occurredAt,
  actor: more.actor ? { name: more.actor } : null,
  group: more.group ? { name: more.group } : null,
})
const shape = (events: ReturnType<typeof at>[]) =>
  gather(events, (verb) => verb !== 'meeting.moved').map((run) => `${run.length} ${run[0]!.verb}`)

it('[AC-7] tells together what is alike in one act, where the first of them stands', () => {
  const items = [
    at('item.recorded'),
    at('item.renamed'),
    at('item.recorded', '2026-03-14T09:00:00.900Z'),
    at('item.recorded'),
  ]
  expect(shape([at('starter.loaded'), ...items, at('gap.recorded')])).toEqual([
    '1 starter.loaded',
    '3 item.recorded',
    '1 item.renamed',
    '1 gap.recorded',
  ])
})

it('[AC-7] tells two apart, and what differs in second, actor or group', () => {
  const three = (middle: ReturnType<typeof at>) => shape([at('item.recorded'), middle, at('item.recorded')])
  const apart = ['1 item.recorded', '1 item.recorded', '1 item.recorded']
  expect(shape([at('item.recorded'), at('item.recorded')])).toEqual(apart.slice(1))
  expect(three(at('item.recorded', '2026-03-14T09:00:01.100Z'))).toEqual(apart)
  expect(three(at('item.recorded', undefined, { actor: 'Ada' }))).toEqual(apart)
  expect(three(at('item.recorded', undefined, { group: 'FG' }))).toEqual(apart)
})

it('[AC-7] tells apart what has no sentence for several', () => {
  expect(shape([at('meeting.moved'), at('meeting.moved'), at('meeting.moved')])).toHaveLength(3)
})

it('[AC-7] loses none', () => {
  const events = [at('a.b'), at('c.d'), at('c.d'), at('e.f'), at('c.d'), at('a.b')]
  expect(new Set(gather(events, () => true).flat())).toEqual(new Set(events))
})
