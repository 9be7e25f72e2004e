import { describe, expect, it } from '@jest/globals'
import type { Node } from 'prosemirror-model'
import { schema } from '#schema/document/schema.js'
import { directionOfClause, directionOfText, turnedInClause } from './directions.js'

const { doc, clause, clause_title: title, para, frame, table, table_row: row, table_cell: cell, math } = schema.nodes
const text = (words: string) => (words === '' ? [] : [schema.text(words)])
const p = (words: string, attrs = {}) => para!.create(attrs, text(words))
const section = (heading: string, ...blocks: Node[]) =>
  clause!.create({}, [title!.create(null, text(heading)), ...blocks])

/** What is turned, by its words. */
const turned = (node: Node): string[] =>
  turnedInClause(node, directionOfClause(node) ?? 'ltr').map(
    ({ at, dir }) => `${dir} ${node.nodeAt(at - 1)!.type.name} ${node.nodeAt(at - 1)!.textContent}`,
  )

describe('the direction of what is written', () => {
  it('[AC-1] is that of the heading for a clause, and of its own words for each block', () => {
    const mixed = section(
      'النطاق',
      p('يشمل هذا التقرير'),
      p('In English'),
      p('12 %'),
      p(''),
      p('بند', { list: 'NUMBER' }),
    )
    expect(directionOfClause(mixed)).toBe('rtl')
    expect(turned(mixed)).toEqual(['ltr para In English'])
    expect(turned(section('Scope', p('النطاق'), p('one'), p('بند', { list: 'BULLET' })))).toEqual([
      'rtl para النطاق',
      'rtl para بند',
    ])
  })

  it('[AC-1] is that of the first words for a clause without a heading, and for a text', () => {
    expect(directionOfClause(section('', p(''), p('5'), p('النطاق')))).toBe('rtl')
    expect(directionOfClause(section('', p('')))).toBe(null)
    expect(directionOfText(doc!.create(null, [section('', p('1')), section('النطاق'), section('Scope')]))).toBe('rtl')
    expect(directionOfText(doc!.create())).toBe(null)
  })

  it('[AC-1] of a table is that of its first words: so its columns run; each paragraph in it goes by itself', () => {
    const cells = ['الطاقة', 'kWh', ''].map((words) => cell!.create(null, p(words)))
    const frames = frame!.create({ kind: 'TABLE' }, [
      p('Energy', { kind: 'CAPTION' }),
      table!.create(null, row!.create(null, cells)),
    ])
    expect(turned(section('Scope', frames))).toEqual(['rtl table الطاقةkWh', 'ltr para kWh'])
  })

  it('[AC-2] is from the left for formal notation, whatever is in it and around it, and formulas say nothing of it', () => {
    expect(turned(section('النطاق', p('نص ::= x', { kind: 'CODE' })))).toEqual(['ltr para نص ::= x'])
    const withFormula = para!.create(null, [math!.create({ tex: 'E' }), schema.text(' هي الطاقة')])
    expect(turned(section('النطاق', withFormula))).toEqual([])
  })
})
