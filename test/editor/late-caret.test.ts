/**
 * Browsers tell of a new caret with the next frame, and on a busy machine that is late. What is typed meanwhile, and what others write, must find the
 * caret where it is. Here no frame tells at all. [CB-24]
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { openScreen, type Screen } from './screen.js'

let screen: Screen
beforeAll(async () => {
  screen = await openScreen()
  await screen.page.evaluate(() => {
    addEventListener(
      'selectionchange',
      (event) => document.body.dataset['late'] && event.stopImmediatePropagation(),
      true,
    )
  })
})
afterAll(() => screen.close())

const framesAreLate = (late: boolean) =>
  screen.page.evaluate((yes) => {
    if (yes) document.body.dataset['late'] = 'yes'
    else delete document.body.dataset['late']
  }, late)
beforeEach(async () => {
  await screen.begin('One: the sea^\nTwo: the land')
  await framesAreLate(true)
})
afterEach(() => framesAreLate(false))

/** Clicks at the end of some words: right of them, in their line. */
async function clickBehind(words: string): Promise<void> {
  const box = (await screen.page.locator('#anna p', { hasText: words }).boundingBox())!
  await screen.page.mouse.click(box.x + box.width - 4, box.y + box.height / 2)
}

it('[CB-24] a key acts where somebody has just clicked', async () => {
  await clickBehind('the land')
  await screen.press('Backspace')
  expect(await screen.allShow()).toBe('One: the sea\nTwo: the lan')
})

it('[CB-24] words stand where somebody has just clicked, also when others write meanwhile', async () => {
  await clickBehind('the land')
  await screen.page.evaluate(() => {
    window.rig.ben.type(' and the sky', 'the sea')
    window.rig.text.exchange()
  })
  await screen.type(' and sand')
  expect(await screen.allShow()).toBe('One: the sea and the sky\nTwo: the land and sand')
})

it('[CB-24] words stand where somebody has clicked to come into the text', async () => {
  await screen.page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await clickBehind('the land')
  // ProseMirror looks 20 ms after it got the focus whether the caret is where it thinks; a later timer of the page comes after that one.
  await screen.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 40)))
  await screen.type(' and sand')
  expect(await screen.allShow()).toBe('One: the sea\nTwo: the land and sand')
})
