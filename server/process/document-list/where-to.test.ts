import { describe, expect, it } from '@jest/globals'
import type { AllocationRuleKind } from '#schema/vocabulary/document-list.js'
import { whereTo, type Sortable } from './where-to.js'

const document: Sortable = {
  title: 'Énergie and water of inference',
  keywords: ['data centre'],
  clauses: ['q7-Rt', '6.2.1', 'body', '6.2', 'top', '6'],
  sources: ['Institute of Examples'],
  subgroup: { number: '2', title: 'Assessment' },
}
const rule = (kind: AllocationRuleKind, pattern: string, agendaItemId = 'row') => ({ kind, pattern, agendaItemId })
const matches = (kind: AllocationRuleKind, pattern: string) => whereTo(document, [rule(kind, pattern)]).length > 0

describe('the rules that send documents to rows', () => {
  it('[DL-7] look at keywords and title by whole words, without accents and case', () => {
    expect(['energie', 'WATER', 'data  centre', 'inference'].filter((word) => !matches('KEYWORD', word))).toEqual([])
    expect(['ater', 'infer', 'centres', ''].filter((word) => matches('KEYWORD', word))).toEqual([])
    expect(whereTo({ ...document, title: '关于水的提案' }, [rule('KEYWORD', '水')])).toEqual(['row'])
  })

  it('[DL-7] take a clause with all below it', () => {
    expect(['6', '6.2', '6.2.1', 'q7-Rt', 'top'].filter((clause) => !matches('CLAUSE', clause))).toEqual([])
    expect(['6.2.1.1', '6.21', '6.2.10', '2'].filter((clause) => matches('CLAUSE', clause))).toEqual([])
  })

  it('[DL-7] take a source by its name or part of it, a working group by number or title', () => {
    expect(matches('SOURCE', 'institute of examples')).toBe(true)
    expect(matches('SOURCE', 'Institute')).toBe(true)
    expect(matches('SOURCE', 'stitute')).toBe(false)
    expect(matches('SUBGROUP', '2') && matches('SUBGROUP', 'assessment')).toBe(true)
    expect(matches('SUBGROUP', 'assess') || matches('SUBGROUP', '22')).toBe(false)
    expect(whereTo({ ...document, subgroup: null }, [rule('SUBGROUP', '2')])).toEqual([])
  })

  it('[DL-7] name each row once, in the order of the rules, and none where none fits', () => {
    const rules = [rule('KEYWORD', 'water', 'b'), rule('CLAUSE', '6', 'a'), rule('KEYWORD', 'inference', 'b')]
    expect(whereTo(document, rules)).toEqual(['b', 'a'])
    expect(whereTo(document, [rule('KEYWORD', 'noise')])).toEqual([])
  })
})
