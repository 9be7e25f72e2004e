import { describe, expect, it } from '@jest/globals'
import { requireEvidence, requireSeveral, type GivenVerdict } from './case-content.js'

const refusalOf = (act: () => void) => {
  try {
    act()
  } catch (error) {
    const { code, field } = error as { code: string; field?: string }
    return [code, field]
  }
  return null
}
const items = (...ids: string[]) => ids.map((id) => ({ id, designation: `Item ${id}` }))
const many = (count: number) => Array.from({ length: count }, (_, at) => `i${at}`)

describe('[OV-1] a case sets two items or more side by side', () => {
  it.each([
    ['none', items(), ['TWO_ITEMS_NEEDED', 'input.items']],
    ['one alone', items('a'), ['TWO_ITEMS_NEEDED', 'input.items']],
    ['the same twice', items('a', 'a'), ['ITEM_TWICE', 'input.items.1.item']],
    ['one of three twice', items('a', 'b', 'a'), ['ITEM_TWICE', 'input.items.2.item']],
    ['21', items(...many(21)), ['TWO_ITEMS_NEEDED', 'input.items']],
    ['two', items('a', 'b'), null],
    ['20', items(...many(20)), null],
  ])('%s', (_what, given, refused) => {
    expect(refusalOf(() => requireSeveral(given))).toEqual(refused)
  })
})

describe('[OV-3] a verdict rests on evidence: words, a source and its date', () => {
  const whole: GivenVerdict = { verdict: 'OVERLAP', evidence: 'Both ask for it.', source: 'Clause 1', asOf: '2026' }
  it.each<[string, Partial<GivenVerdict>, string | null]>([
    ['all of it', {}, null],
    ['no words', { evidence: null }, 'input.evidence'],
    ['no source', { source: null }, 'input.source'],
    ['no date', { asOf: null }, 'input.evidenceOn'],
    ['no verdict', { verdict: null, evidence: null, source: null, asOf: null }, null],
    ['words before the verdict', { verdict: null, source: null }, null],
  ])('%s', (_what, less, field) => {
    expect(refusalOf(() => requireEvidence({ ...whole, ...less }))).toEqual(
      field && ['VERDICT_EVIDENCE_MISSING', field],
    )
  })
})
