/** Every key does what its name says, in a real browser. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { keyList } from '../../client/editor/commands/index.js'
import { outline } from './people.js'
import { openScreen, type Screen } from './screen.js'

let screen: Screen
beforeAll(async () => {
  screen = await openScreen()
})
afterAll(() => screen.close())

interface Case {
  readonly title?: string
  readonly from: string
  /** Keys before the one that is tried. */
  readonly first?: readonly string[]
  readonly to: string
}

const report = `
  One: first
  Two: the sea is ^wide | the land
    Two one: deep
  Three: end`

/** `from` with one line changed. */
const cases: Record<string, readonly Case[]> = {
  undo: [{ from: 'One: first^', first: ['x'], to: 'One: first^' }],
  redo: [{ from: 'One: first^', first: ['x', 'Control+z'], to: 'One: firstx^' }],
  strong: [{ from: 'One: ~sea^ and land', to: 'One: <strong>~sea^</strong> and land' }],
  em: [{ from: 'One: ~sea^ and land', to: 'One: <em>~sea^</em> and land' }],
  code: [{ from: 'One: ~sea^ and land', to: 'One: <code>~sea^</code> and land' }],
  body: [{ from: 'One: {NOTE}se^a', to: 'One: se^a' }],
  note: [{ from: 'One: se^a', to: 'One: {NOTE}se^a' }],
  example: [{ from: 'One: se~a | la^nd | sky', to: 'One: {EXAMPLE}se~a | {EXAMPLE}la^nd | sky' }],
  requirement: [{ from: 'One: se^a', to: 'One: {REQUIREMENT}se^a' }],
  numberList: [
    { from: 'One: se^a', to: 'One: {NUMBER}se^a' },
    { title: 'and back', from: 'One: {NUMBER}se^a', to: 'One: se^a' },
  ],
  bulletList: [{ from: 'One: {NUMBER}se^a', to: 'One: {BULLET}se^a' }],
  letterList: [{ from: 'One: se^a', to: 'One: {LETTER}se^a' }],
  insertAfter: [
    {
      from: report,
      to: `
        One: first
        Two: the sea is wide | the land
          Two one: deep
        ^
        Three: end`,
    },
  ],
  insertBelow: [
    {
      from: report,
      to: `
        One: first
        Two: the sea is wide | the land
          ^
          Two one: deep
        Three: end`,
    },
  ],
  split: [
    {
      from: report,
      to: `
        One: first
        Two: the sea is 
        ^wide: the land
          Two one: deep
        Three: end`,
    },
    { title: 'in a title', from: 'Tw^o: sea', to: 'Tw\n^o: sea' },
    { title: 'at the end of a paragraph', from: 'Two: sea^ | land', to: 'Two: sea\n^: land' },
  ],
  join: [
    {
      from: report,
      to: `
        One: first | ^Two | the sea is wide | the land
          Two one: deep
        Three: end`,
    },
  ],
  moveUp: [
    {
      from: report,
      to: `
        Two: the sea is ^wide | the land
          Two one: deep
        One: first
        Three: end`,
    },
    { title: 'at the top', from: 'One: fi^rst\nTwo: sea', to: 'One: fi^rst\nTwo: sea' },
  ],
  moveDown: [
    {
      from: report,
      to: `
        One: first
        Three: end
        Two: the sea is ^wide | the land
          Two one: deep`,
    },
  ],
  promote: [
    {
      from: 'One: first\n  Two: se^a\n    Three: land\n  Four: sky',
      to: 'One: first\nTwo: se^a\n  Three: land\n  Four: sky',
    },
  ],
  demote: [
    {
      from: report,
      to: `
        One: first
          Two: the sea is ^wide | the land
            Two one: deep
        Three: end`,
    },
  ],
  select: [
    {
      from: report,
      to: `
        One: first
        #Two: the sea is wide | the land
          Two one: deep
        Three: end`,
    },
  ],
  leave: [{ from: 'One: first\nTwo: se^a', first: ['Escape'], to: 'One: first\nTwo^: sea' }],
  remove: [
    { from: report, first: ['Escape'], to: 'One: first\n^Three: end' },
    { title: 'at the end', from: 'One: first\nTwo: se^a', first: ['Escape'], to: 'One: first^' },
  ],
}

/** The name of a key as the browser's driver has it. */
const pressed = (key: string) =>
  key
    .replace('Mod-', 'Control+')
    .replace('Alt-', 'Alt+')
    .replace('Shift-', 'Shift+')
    .replace(/-(?=[^+]*$)/, '+')

describe.each(keyList.map(({ name, keys }) => ({ name, keys })))('the key of $name', ({ name, keys }) => {
  it('is tried here', () => expect(cases[name]).toBeDefined())

  for (const key of keys)
    for (const { title = '', from, first = [], to } of cases[name] ?? [])
      it(`${key} does it ${title}`, async () => {
        await screen.begin(from)
        await screen.press(...first, pressed(key))
        expect(await screen.shows()).toBe(outline(to))
        await screen.allShow()
      })
})
