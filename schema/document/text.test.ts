import { expect, it } from '@jest/globals'
import * as Y from 'yjs'
import { insertClauses, paragraph } from './operations.js'
import type { RawElement, RawNode } from './raw.js'
import { clauseOf } from './shared-types.js'
import { clauseCharacters, clauseText } from './text.js'
import { stampVersion } from './versions.js'

const element = (name: string, attrs: RawElement['attrs'], ...content: RawNode[]): RawElement => ({
  name,
  attrs,
  content,
})
const words = (text: string): RawNode => ({ spans: [{ insert: text, marks: {} }], attrs: {} })
const para = (...content: RawNode[]) => element('para', {}, ...content)

function aClause(...body: RawElement[]) {
  const doc = new Y.Doc()
  stampVersion(doc)
  const [id] = insertClauses(doc, { parent: null }, [{ title: 'Water', body }])
  return clauseOf(doc, id!)!
}

const things = aClause(
  para(words('It is '), element('math', { tex: 'E=mc^2' }), words(' as in '), element('citation', { key: 'ISO 9' })),
  para(element('citation', { key: 'IEC 1', use: 'BIBLIOGRAPHY' }), element('footnote', { note: 'Not always.' })),
  element('equation', { tex: 'a+b' }),
  element('frame', { kind: 'FIGURE' }, element('image', { alt: 'A tower' }), para(words('Flow'))),
  paragraph('The end.'),
)

it('[RD-4] the words of formulas, footnotes, citations and pictures can be found', () => {
  expect(clauseText(things).split('\n')).toEqual([
    'Water',
    'It is E=mc^2 as in [ISO 9]',
    '[b-IEC 1] (Not always.)',
    'a+b',
    'A tower',
    'Flow',
    'The end.',
  ])
})

it('[RD-4] a thing that a newer program wrote, with other values than ours, is no fault', () => {
  expect(clauseText(aClause(para(element('math', { tex: 7 }), element('hologram', { of: 'x' }, words('shown')))))).toBe(
    'Water\nshown',
  )
})

it('[WT-5] what is asked for lost characters sees those only that were typed one by one', () => {
  expect(clauseCharacters(things)).toBe('Water\nIt is  as in \n\n\n\nFlow\nThe end.')
})
