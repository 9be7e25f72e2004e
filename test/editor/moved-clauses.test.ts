/** What a browser draws when clauses move: those that moved, however far they went. Acceptance, docs/rules/drafting.md, CB-11. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openScreen, type Screen } from './screen.js'

let screen: Screen
beforeAll(async () => {
  screen = await openScreen()
})
afterAll(() => screen.close())

/** Two clauses with nine below each, thirty between them. */
function withSubtrees(): string {
  const subtree = (name: string) => [`${name}: own`, ...Array.from({ length: 9 }, (_, i) => `  ${name}${i + 1}: below`)]
  const between = Array.from({ length: 30 }, (_, i) => `Between ${i + 1}: ${i === 3 ? 'here^' : 'words'}`)
  return [...subtree('Up'), ...between, ...subtree('Down'), 'Last: words'].join('\n')
}

/** The titles of the sections of Anna's page that are other elements than before `act`. */
async function drawnBy(act: () => void): Promise<string[]> {
  const { page } = screen
  await page.evaluate(() => {
    const sections = new Set(document.querySelectorAll('#anna section'))
    Object.assign(window, { sections })
  })
  await page.evaluate(act)
  return page.evaluate(async () => {
    await window.aFrame()
    const { sections } = window as unknown as { sections: Set<Element> }
    return [...document.querySelectorAll('#anna section')]
      .filter((section) => !sections.has(section))
      .map((section) => section.querySelector('h2')!.textContent!)
  })
}
const subtree = (name: string) => [name, ...Array.from({ length: 9 }, (_, i) => `${name}${i + 1}`)]

it.each([
  [
    'down',
    'Up',
    () => {
      const { ben, text } = window.rig
      const after = ben.id('Between 25')
      ben.binding.operate((doc, act) => window.moveClause(doc, ben.id('Up'), { parent: null, after }, act))
      text.exchange()
    },
  ],
  [
    'up',
    'Down',
    () => {
      const { ben, text } = window.rig
      const after = ben.id('Between 5')
      ben.binding.operate((doc, act) => window.moveClause(doc, ben.id('Down'), { parent: null, after }, act))
      text.exchange()
    },
  ],
  [
    "down by one's own hand, and back by undo",
    'Up',
    () => {
      const { anna, text } = window.rig
      const after = anna.id('Between 25')
      anna.binding.operate((doc, act) => window.moveClause(doc, anna.id('Up'), { parent: null, after }, act))
      anna.undo()
      text.exchange()
    },
  ],
] as const)('[CB-11] A subtree that moves %s is drawn anew, and nothing else', async (_, name, act) => {
  await screen.begin(withSubtrees())
  expect(await drawnBy(act)).toEqual(subtree(name))
  expect(await screen.shows()).toContain('Between 4: here^')
  await screen.allShow()
})

it('[CB-11] the caret goes with the subtree that moves', async () => {
  await screen.begin(withSubtrees().replace('here^', 'here').replace('Up4: below', 'Up4: bel^ow'))
  const drawn = await drawnBy(() => {
    const { anna } = window.rig
    const after = anna.id('Between 25')
    anna.binding.operate((doc, act) => window.moveClause(doc, anna.id('Up'), { parent: null, after }, act))
  })
  // On the way the caret is in the clause that comes next, which is drawn as the one of the caret.
  expect(drawn).toEqual(['Between 1', ...subtree('Up')])
  expect(await screen.shows()).toContain('Up4: bel^ow')
  await screen.press('x')
  expect(await screen.shows()).toContain('Up4: belx^ow')
  await screen.allShow()
})
