/** What a browser draws in a text of 250 clauses while others write: counts, no times. Acceptance, docs/rules/drafting.md, CB-20. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openScreen, type Screen } from './screen.js'

let screen: Screen
beforeAll(async () => {
  screen = await openScreen()
})
afterAll(() => screen.close())

it('[CB-20] twenty edits of others touch twenty texts of the page and no element; a letter of one’s own touches one', async () => {
  const clauses = Array.from({ length: 250 }, (_, i) => `Clause ${i}: words of clause ${i} end${i === 0 ? '^' : ''}`)
  await screen.begin(clauses.join('\n'))
  await screen.page.evaluate(() => {
    const seen = { texts: 0, elements: 0 }
    const observer = new MutationObserver((records) => {
      for (const { type, addedNodes, removedNodes } of records) {
        if (type === 'characterData') seen.texts++
        for (const node of [...addedNodes, ...removedNodes]) seen[node instanceof Element ? 'elements' : 'texts']++
      }
    })
    observer.observe(document.querySelector('#anna')!, { childList: true, characterData: true, subtree: true })
    Object.assign(window, { seen, observer })
  })
  const counted = () =>
    screen.page.evaluate(async () => {
      await window.aFrame()
      const { seen } = window as unknown as { seen: { texts: number; elements: number } }
      const now = { ...seen }
      Object.assign(seen, { texts: 0, elements: 0 })
      return now
    })
  await screen.page.evaluate(() => {
    const { ben, text } = window.rig
    for (let i = 0; i < 20; i++) {
      ben.type('!', `clause ${i * 10 + 5} end`)
      text.exchange()
    }
  })
  expect(await counted()).toEqual({ texts: 20, elements: 0 })
  await screen.type('x')
  expect(await counted()).toEqual({ texts: 1, elements: 0 })
  await screen.allShow()
})
