import { expect, it } from '@jest/globals'
import { openActionsRow } from '#schema/vocabulary/agenda.js'
import { notOnAgenda, rowForActions } from './open-actions.js'

const row = (id: string, title: string, subject: { kind: string; id: string } | null = null) => ({ id, title, subject })

it('[AG-10] offers an open action until a row is about it', () => {
  const rows = [row('r1', 'Water', { kind: 'GAP', id: 'a1' }), row('r2', 'Action 2', { kind: 'ACTION', id: 'a2' })]
  expect(notOnAgenda([{ id: 'a1' }, { id: 'a2' }], rows)).toEqual([{ id: 'a1' }])
})

it('[AG-10] puts actions under the row that the ready-made agenda has for them, else at the top', () => {
  expect(rowForActions([row('r1', 'Water'), row('r2', openActionsRow)])).toBe('r2')
  expect(rowForActions([row('r1', 'Water')])).toBeNull()
})
