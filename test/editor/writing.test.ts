/** How Enter, Backspace, Delete and Tab behave, and signs that make a list: in a real browser, by keys alone. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { outline } from './people.js'
import { openScreen, type Screen } from './screen.js'

let screen: Screen
beforeAll(async () => {
  screen = await openScreen()
})
afterAll(() => screen.close())

/** What is pressed: names of keys, or `'words'` in quotes. */
type Row = readonly [what: string, from: string, keys: readonly string[], to: string]

const isTyped = (key: string) => key.startsWith("'")

function rows(list: readonly Row[]): void {
  it.each(list)('%s', async (_, from, keys, to) => {
    await screen.begin(from)
    for (const key of keys) await (isTyped(key) ? screen.type(key.slice(1, -1)) : screen.press(key))
    expect(await screen.shows()).toBe(outline(to))
    await screen.allShow()
  })
}

describe('Enter', () => {
  rows([
    ['after a title begins its first paragraph', 'One^\nTwo', ['Enter', "'sea'"], 'One: sea^\nTwo'],
    ['after a title goes to an empty first paragraph', 'One^: _ | land', ['Enter'], 'One: ^ | land'],
    ['after a title puts a paragraph before the words', 'One^: sea', ['Enter'], 'One: ^ | sea'],
    ['in a title moves the rest into a paragraph', 'On^e: sea', ['Enter'], 'On: ^e | sea'],
    ['before a title puts a clause before it', 'One\n^Two: sea', ['Enter', "'New'"], 'One\nNew^\nTwo: sea'],
    ['in an empty title begins a paragraph', 'One\nT^', ['Backspace', 'Enter', "'sea'"], 'One\n: sea^'],
    ['cuts a paragraph', 'One: sea^land', ['Enter'], 'One: sea | ^land'],
    ['after a paragraph begins another', 'One: sea^', ['Enter', "'land'"], 'One: sea | land^'],
    ['cuts a note into two notes', 'One: {NOTE}sea^land', ['Enter'], 'One: {NOTE}sea | {NOTE}^land'],
    ['after a note goes on with ordinary text', 'One: {NOTE}sea^', ['Enter', "'x'"], 'One: {NOTE}sea | x^'],
    ['after an item begins the next', 'One: {BULLET 1}sea^', ['Enter', "'x'"], 'One: {BULLET 1}sea | {BULLET 1}x^'],
    ['in an empty item leaves one level', 'One: {BULLET 1}^', ['Enter'], 'One: {BULLET}^'],
    ['twice leaves the list', 'One: {BULLET 1}^', ['Enter', 'Enter'], 'One: ^'],
    ['writes over a selection in a paragraph', 'One: se~a la^nd', ['Enter'], 'One: se | ^nd'],
    ['writes over a selection of paragraphs', 'One: se~a | la^nd', ['Enter'], 'One: se | ^nd'],
    ['writes over a selection in a title', 'O~n^e: sea', ['Enter'], 'O: ^e | sea'],
  ])
})

describe('Backspace', () => {
  rows([
    ['takes a character', 'One: sea^', ['Backspace'], 'One: se^'],
    ['joins a paragraph to the one before', 'One: sea | ^land', ['Backspace'], 'One: sea^land'],
    ['makes an item plain before it joins', 'One: sea | {BULLET}^land', ['Backspace'], 'One: sea | ^land'],
    ['brings an item out by one level', 'One: sea | {BULLET 2}^land', ['Backspace'], 'One: sea | {BULLET 1}^land'],
    ['makes a note ordinary before it joins', 'One: sea | {NOTE}^land', ['Backspace'], 'One: sea | ^land'],
    ['does not join a paragraph to the title', 'One: ^sea', ['Backspace'], 'One: ^sea'],
    ['takes away an empty first paragraph', 'One: ^', ['Backspace'], 'One^'],
    ['takes away an empty first paragraph before others', 'One: ^ | sea', ['Backspace'], 'One^: sea'],
    ['does not join a clause to the one before', 'One: sea\n^Two', ['Backspace'], 'One: sea\n^Two'],
    ['does nothing in an empty title', 'One: sea\nT^', ['Backspace', 'Backspace'], 'One: sea\n^'],
    ['takes a selection across clauses', 'One: se~a\nTwo: la^nd', ['Backspace'], 'One: se^nd'],
    ['takes a whole sign outside the basic plane', 'One: sea😀^', ['Backspace'], 'One: sea^'],
  ])
})

describe('Delete', () => {
  rows([
    ['takes a character', 'One: ^sea', ['Delete'], 'One: ^ea'],
    ['draws the next paragraph in', 'One: sea^ | land', ['Delete'], 'One: sea^land'],
    ['does not draw the first paragraph into the title', 'One^: sea', ['Delete'], 'One^: sea'],
    ['does not draw in the next clause', 'One: sea^\nTwo: land', ['Delete'], 'One: sea^\nTwo: land'],
    ['does not draw in the next clause from a title', 'One^\nTwo: land', ['Delete'], 'One^\nTwo: land'],
    ['takes words with Control', 'One: ^sea and land', ['Control+Delete'], 'One: ^ and land'],
  ])
})

describe('Tab', () => {
  rows([
    ['in a title demotes', 'One\nTw^o', ['Tab'], 'One\n  Tw^o'],
    ['in a title that cannot be demoted does nothing', 'On^e', ['Tab'], 'On^e'],
    ['with Shift in a title promotes', 'One\n  Tw^o', ['Shift+Tab'], 'One\nTw^o'],
    ['in an item indents', 'One: {BULLET}se^a', ['Tab'], 'One: {BULLET 1}se^a'],
    ['in the deepest item does nothing', 'One: {BULLET 2}se^a', ['Tab'], 'One: {BULLET 2}se^a'],
    ['with Shift in an item brings it out', 'One: {BULLET 1}se^a', ['Shift+Tab'], 'One: {BULLET}se^a'],
    ['with Shift in an outer item makes it plain', 'One: {BULLET}se^a', ['Shift+Tab'], 'One: se^a'],
  ])

  it('leaves the text from a paragraph, in both directions', async () => {
    for (const key of ['Tab', 'Shift+Tab']) {
      await screen.begin('One: se^a')
      await screen.press(key)
      expect(await screen.page.evaluate(() => window.rig.view.hasFocus())).toBe(false)
      expect(await screen.allShow()).toBe('One: sea')
    }
  })
})

describe('signs at the beginning of a paragraph', () => {
  rows([
    ['make bullets of a hyphen', 'One: ^', ["'- sea'"], 'One: {BULLET}sea^'],
    ['make bullets of an asterisk', 'One: ^', ["'* sea'"], 'One: {BULLET}sea^'],
    ['make numbers', 'One: ^', ["'1. sea'"], 'One: {NUMBER}sea^'],
    ['make letters', 'One: ^', ["'a) sea'"], 'One: {LETTER}sea^'],
    ['make nothing in the middle', 'One: sea ^land', ["'- x '"], 'One: sea - x ^land'],
    ['make nothing of another number', 'One: ^', ["'2. x'"], 'One: 2. x^'],
    ['make nothing in a title', 'O^', ['Backspace', "'1. Scope'"], '1. Scope^'],
    ['come back by undo', 'One: ^', ["'- '", 'Control+z'], 'One: - ^'],
    ['come back by Backspace', 'One: ^', ["'- '", 'Backspace'], 'One: - ^'],
  ])
})

describe('the whole text', () => {
  rows([
    ['can be deleted and written anew', '~One: sea\nTwo: land^', ['Control+a', 'Delete', "'New'"], 'New^'],
    ['can be written over', 'One: sea\nTwo: lan^d', ['Control+a', "'New'"], 'New^'],
    [
      'comes back by undo',
      'One: sea\nTwo: lan^d',
      ['Control+a', 'Delete', 'Control+z', 'ArrowRight'],
      'One: sea\nTwo: land^',
    ],
  ])
})

describe('words', () => {
  it('[CB-10] stand where the caret is, also when they are typed faster than the screen follows', async () => {
    for (let time = 0; time < 5; time++) {
      await screen.begin('One: first^\nTwo: second')
      await screen.press('Control+Enter')
      await screen.type('New')
      await screen.press('Enter')
      await screen.type('words')
      await screen.press('Alt+ArrowDown')
      await screen.type(' here')
      expect(await screen.shows()).toBe('One: first\nTwo: second\nNew: words here^')
    }
  })
})
