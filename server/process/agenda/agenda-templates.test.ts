import { expect, it } from '@jest/globals'
import { agendaTemplates, filled } from './agenda-templates.js'

it('[AG-9, ME-3] proposes for a first meeting what a first meeting settles, in its own words where it has objectives', () => {
  const inside = (objectives: string[]) =>
    filled(agendaTemplates.FIRST_MEETING, objectives).find(({ title }) => title.startsWith('Objectives'))!.rows
  expect(inside([])).toHaveLength(6)
  expect(inside(['Settle the name', 'Agree']).map(({ title }) => title)).toEqual(['Settle the name', 'Agree'])
})

it('[AG-9] leaves out of an ordinary agenda the objectives that a meeting does not have', () => {
  const titles = (objectives: string[]) =>
    filled(agendaTemplates.ORDINARY_MEETING, objectives).map(({ title }) => title)
  expect(titles([])).not.toContain('Objectives of the meeting')
  expect(titles(['One'])).toContain('Objectives of the meeting')
})

it('[AG-9] asks the patent question and sets the next dates in every agenda', () => {
  for (const template of Object.values(agendaTemplates)) {
    const titles = filled(template, []).map(({ title }) => title)
    expect(titles.some((title) => title.includes('patents'))).toBe(true)
    expect(titles.some((title) => title.includes('Next meetings'))).toBe(true)
  }
})
