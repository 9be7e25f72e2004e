/** Normative and informative annexes, as an editor sets and sees them. */
import { expect, it } from '@jest/globals'
import { wordsFor } from '#schema/words/index.js'
import { clauseCommands } from '../../client/editor/commands/index.js'
import { labelOfNumber, mannerOfAnnex, numbers, numbersOf } from '../../client/editor/numbers/index.js'
import { nameOfRow } from '../../client/editor/outline/names.js'
import { rowsOf } from '../../client/editor/outline/rows.js'
import { SharedText, type Person } from './people.js'

const words = wordsFor('en')
const numbering = () =>
  numbers({
    type: 'SPECIFICATION',
    label: (number) => labelOfNumber(number, words),
    manner: (number, isInformative) => mannerOfAnnex(number, isInformative, words),
  })
const drawn = ({ state }: Person) =>
  numbering()
    .spec.state!.init({}, state)
    .decorations.find()
    .map((decoration: unknown) => (decoration as { type: { attrs: Record<string, string> } }).type.attrs)
const named = ({ state }: Person) => rowsOf(state.doc, numbersOf(state)).map((row) => nameOfRow(row, words))

it('[ST-5] an annex is normative until somebody says otherwise; everybody sees it beside its letter, and it is one step of undo', () => {
  const text = new SharedText('Body\nForms\n  Form 1')
  const [anna, ben] = [text.arrive('Anna', numbering()), text.arrive('Ben', numbering())]
  anna.run(clauseCommands.setKind('ANNEX', anna.id('Forms')))
  anna.binding.stopCapturing()
  text.exchange()
  expect(named(ben)).toEqual(['6 Body', 'Annex A (normative) Forms', 'A.1 Form 1'])

  expect(anna.run(clauseCommands.setInformative(true, anna.id('Forms')))).toBe(true)
  text.exchange()
  expect(named(ben)).toEqual(['6 Body', 'Annex A (informative) Forms', 'A.1 Form 1'])
  expect(drawn(ben)).toMatchObject([
    { 'data-number': '6' },
    { 'data-number': 'Annex A', 'data-manner': '(informative)' },
    { 'data-number': 'A.1' },
  ])

  anna.undo()
  text.exchange()
  expect(named(ben)[1]).toBe('Annex A (normative) Forms')
  expect(text.problems).toEqual([])
})

it('[ST-5] what is no annex cannot be made informative', () => {
  const text = new SharedText('Body')
  const anna = text.arrive('Anna')
  expect(anna.run(clauseCommands.setInformative(true, anna.id('Body')))).toBe(false)
})
