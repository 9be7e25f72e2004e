/** The writing room for people who see, hear, point and read differently: forced colours, zoom, fingers, screen readers, other scripts. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { overflow, violations } from './axe.js'
import { KeyboardRoom, soon } from './by-keyboard.js'
import { openForVisitors, takenOver, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
/** Where the text is that is looked at. */
let address: string

const rows = ['<tr><th>Item</th><th>Unit</th></tr>', '<tr><td>Power</td><td>W</td></tr>'].join('')
/** A little of everything, in several scripts, as it comes from another program. */
const pasted = `
  <h1>Scope</h1><p>This report covers meters.</p><p data-kind="NOTE">Meters differ.</p><p data-kind="REQUIREMENT">The meter shall be named.</p>
  <ul><li>power<ul><li>of the rack</li></ul></li><li>time</li></ul><table>${rows}</table><p>It is <code>x := 1</code>.</p>
  <h2>مجال التطبيق</h2><p>يشمل هذا التقرير العدادات.</p><ol><li>الطاقة</li><li>الزمن</li></ol><p>In English, among the others.</p>
  <table><tr><th>البند</th><th>الوحدة</th></tr><tr><td>الطاقة</td><td>kWh</td></tr></table>
  <h2>范围</h2><p>本报告适用于人工智能推理的能耗测量，包括电表的读数、时间间隔以及不确定度的说明，并且每秒读取一次。</p>
  <p>รายงานฉบับนี้ครอบคลุมการวัดพลังงานที่ใช้ในการอนุมานของปัญญาประดิษฐ์และการอ่านมาตรวัดทุกวินาที</p>`

const paste = (page: Page, html: string) =>
  page.evaluate((markup) => {
    const data = new DataTransfer()
    data.setData('text/html', markup)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.querySelector('.sheet-text')!.dispatchEvent(event)
  }, html)

const shown = (page: Page) => page.locator('.sheet-text > section').first().waitFor()

/** Somebody with the text open. */
async function arrive(options: BrowserContextOptions = {}, query = ''): Promise<Visitor> {
  const visitor = await visitors.arrive({
    email: 'editor@example.org',
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  await visitor.open(address + query)
  await shown(visitor.page)
  return visitor
}

beforeAll(async () => {
  visitors = await openForVisitors()
  const editor = await visitors.arrive({ email: 'editor@example.org', viewport: { width: 1440, height: 900 } })
  const { page } = editor
  await editor.open('/groups/example/documents/new')
  await page.locator('input[name=title]').fill('A room for all')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/)
  address = new URL(page.url()).pathname
  await takenOver(page)
  await page.locator('.sheet .btn').first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.locator('.sheet .btn').last().click()
  await page.keyboard.type('Terms')
  await page.keyboard.press('Enter')
  await page.keyboard.type('First.')
  // What is pasted on a whole clause comes after it.
  await page.keyboard.press('Escape')
  await page.locator('section.ProseMirror-selectednode').waitFor()
  await paste(page, pasted)
  await page.getByRole('treeitem', { name: /范围/ }).waitFor()
  await new KeyboardRoom(page).isSaved()
  await editor.context.close()
})
afterAll(() => visitors.stop())

const block = (page: Page, words: string) => page.locator('.sheet-text :is(p, h2)', { hasText: words }).first()
const boxOf = async (page: Page, words: string) => (await block(page, words).boundingBox())!

describe('words that are read from the right', () => {
  it('[AC-1] have their numbers, signs and columns at the right, among others that are read from the left', async () => {
    const { page, context } = await arrive()
    const dirOf = (words: string) => block(page, words).evaluate((one) => getComputedStyle(one).direction)
    expect(await dirOf('This report')).toBe('ltr')
    expect(await dirOf('مجال')).toBe('rtl')
    expect(await dirOf('الزمن')).toBe('rtl')
    expect(await dirOf('In English')).toBe('ltr')
    const section = page.locator('.sheet-text > section', { hasText: 'مجال' })
    expect(await section.getAttribute('dir')).toBe('rtl')
    // The first column is the one at the right.
    const [first, second] = [await boxOf(page, 'البند'), await boxOf(page, 'الوحدة')]
    expect(first.x).toBeGreaterThan(second.x)
    const [item, unit] = [await boxOf(page, 'Item'), await boxOf(page, 'Unit')]
    expect(unit.x).toBeGreaterThan(item.x)
    // Numbers of a list stand to the right of its words.
    const inset = await block(page, 'الزمن').evaluate((one) => Number.parseFloat(getComputedStyle(one).marginRight))
    expect(inset).toBeGreaterThan(10)
    expect(
      await page
        .locator('.sheet-text code')
        .first()
        .evaluate((one) => getComputedStyle(one).direction),
    ).toBe('ltr')
    await context.close()
  })

  it('[AC-1] are read so on the page of the text, too', async () => {
    const { page, context, open } = await arrive()
    await open(`${address}/read`)
    const clause = page.locator('article .clause', { hasText: 'مجال' }).last()
    expect(await clause.getAttribute('dir')).toBe('rtl')
    expect(await clause.locator('ol').getAttribute('dir')).toBe('rtl')
    expect(await clause.locator('table').getAttribute('dir')).toBe('rtl')
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toEqual([])
    await context.close()
  })

  it('[AC-1] mirror the room in a language that is read from the right, and leave the text as it is', async () => {
    const { page, context } = await arrive({}, '?lang=ar-XB')
    const [tree, sheet] = [(await page.getByRole('tree').boundingBox())!, (await page.locator('.sheet').boundingBox())!]
    expect(tree.x).toBeGreaterThan(sheet.x)
    expect(await page.locator('.sheet-text').getAttribute('dir')).toBe('ltr')
    expect(await overflow(page)).toEqual([])
    // Deeper is to the left: the first clause below is folded away by the arrow to the right.
    await page.getByRole('tree').focus()
    const scope = page.getByRole('treeitem', { name: /Scope/ })
    await scope.click()
    await page.getByRole('tree').focus()
    await page.keyboard.press('ArrowRight')
    await soon('folded', async () => (await scope.getAttribute('aria-expanded')) === 'false')
    await page.keyboard.press('ArrowLeft')
    await soon('open', async () => (await scope.getAttribute('aria-expanded')) === 'true')
    await context.close()
  })
})

it('[AC-3] Chinese and Thai are broken into lines within the sheet, at every width', async () => {
  const { page, context } = await arrive()
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await overflow(page)).toEqual([])
    for (const words of ['本报告', 'รายงาน']) {
      const lines = await block(page, words).evaluate((one) => {
        const range = document.createRange()
        range.selectNodeContents(one)
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
      })
      expect(lines).toBeGreaterThanOrEqual(width === 360 ? 2 : 1)
    }
  }
  await context.close()
})

it('[AC-10] the tree tells places and levels, headings their level, and a table is one', async () => {
  const { page, context } = await arrive()
  const item = page.getByRole('treeitem', { name: /范围/ })
  expect(await item.getAttribute('aria-level')).toBe('2')
  expect([await item.getAttribute('aria-posinset'), await item.getAttribute('aria-setsize')]).toEqual(['2', '2'])
  const levelOf = (words: string) => page.locator('.sheet-text h2', { hasText: words }).getAttribute('aria-level')
  expect([await levelOf('Scope'), await levelOf('范围')]).toEqual(['2', '3'])
  expect(await page.locator('.sheet-text').getByRole('columnheader').count()).toBeGreaterThanOrEqual(2)
  await context.close()
})

/** What can be open in the room, and how it is opened. */
const states: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['the text alone', async () => {}],
  [
    'the checks',
    async (page) => {
      await page.getByRole('button', { name: /^Checks/ }).click()
      await page.getByRole('heading', { name: 'Checks' }).waitFor()
    },
  ],
  [
    'the menu behind "/"',
    async (page) => {
      await block(page, 'First.').click()
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await page.keyboard.type('/')
      await page.getByRole('listbox').waitFor()
    },
  ],
  [
    'a popover',
    async (page) => {
      await block(page, 'First.').click()
      await page.keyboard.press('Control+Alt+c')
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'a menu',
    async (page) => {
      await block(page, 'First.').click()
      await page.getByRole('toolbar').getByRole('button', { name: 'Insert' }).click()
      await page.getByRole('menu').waitFor()
    },
  ],
  [
    'a question',
    async (page) => {
      await page.getByRole('treeitem', { name: /Terms/ }).click()
      await page.getByRole('tree').focus()
      await page.keyboard.press('Delete')
      await page.getByRole('alertdialog').waitFor()
    },
  ],
]

describe('nothing is found by axe', () => {
  it.each(['light', 'dark'] as const)(
    '[AC-11] whatever is open, %s',
    async (colorScheme) => {
      for (const [what, open] of states) {
        const { page, context, problems } = await arrive({ colorScheme })
        await open(page)
        expect({ what, found: await violations(page) }).toEqual({ what, found: [] })
        // What was typed to open it is taken back, so that the text stays as it was.
        if (what.includes('/')) for (const key of ['Escape', 'Backspace', 'Backspace']) await page.keyboard.press(key)
        await new KeyboardRoom(page).isSaved()
        expect(problems).toEqual([])
        await context.close()
      }
    },
    120_000,
  )

  it('[AC-11] nor in the drawer of clauses, nor on the page of a clause', async () => {
    const { page, context, open } = await arrive({ viewport: { width: 768, height: 900 } })
    await page.getByRole('button', { name: 'Clauses' }).click()
    await page.getByRole('tree').waitFor()
    expect(await violations(page)).toEqual([])
    const id = await page.locator('.sheet-text > section').nth(1).getAttribute('data-clause')
    await open(`${address}/clauses/${id}`)
    expect(await violations(page)).toEqual([])
    await context.close()
  })
})

describe('with colours that the reader’s system sets', () => {
  it.each(['light', 'dark'] as const)(
    '[AC-11] what is chosen, found and pressed shows by lines, %s',
    async (colorScheme) => {
      const { page, context } = await arrive({ colorScheme, forcedColors: 'active' })
      /** Lines around or below an element that are not of the colour of the page. */
      const lines = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((one) => {
            const {
              outlineStyle,
              outlineColor,
              borderTopStyle,
              borderInlineStartStyle,
              borderInlineEndStyle,
              textDecorationLine,
            } = getComputedStyle(one)
            const canvas = getComputedStyle(document.body).backgroundColor
            const styles = [
              borderTopStyle,
              borderInlineStartStyle,
              borderInlineEndStyle,
              outlineColor === canvas ? 'none' : outlineStyle,
            ]
            return styles.some((style) => style !== 'none') || textDecorationLine !== 'none'
          })
      await block(page, 'First.').click()
      await page.keyboard.press('Escape')
      expect(await lines('section.ProseMirror-selectednode')).toBe(true)
      await block(page, 'Item').click()
      // First the words of the cell, then all cells; the browser tells of the click a moment later.
      await page.locator('.outline-row[aria-current]', { hasText: 'Scope' }).waitFor()
      await soon('cells chosen', async () => {
        await page.keyboard.press('Control+a')
        return (await page.locator('.cell-chosen').count()) > 0
      })
      expect(await lines('.cell-chosen')).toBe(true)
      expect(await lines('.outline-row[aria-current]')).toBe(true)
      expect(await lines('.sheet-text th')).toBe(true)
      await page.locator('.sheet-text [data-lint]').first().waitFor()
      expect(await lines('.sheet-text [data-lint]')).toBe(true)
      // Status and numbers are drawn in the colour of the words around them.
      const colours = await page.evaluate(() => {
        const colourOf = (selector: string, pseudo?: string) =>
          getComputedStyle(document.querySelector(selector)!, pseudo).color
        return {
          canvas: getComputedStyle(document.body).backgroundColor,
          seen: [
            colourOf('.outline-status'),
            colourOf('.outline-number'),
            colourOf('.sheet-text h2[data-number]', '::before'),
            colourOf('.sheet-text p[data-list]', '::before'),
          ],
        }
      })
      for (const colour of colours.seen) expect(colour === colours.canvas).toBe(false)
      await context.close()
    },
  )
})

it('[AC-11] nothing is cut off at 200 %, and nothing moves for whoever wants it still', async () => {
  const { page, context } = await arrive({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 })
  expect(await overflow(page)).toEqual([])
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.writing-foot button, .writing-head button, .saved')]
      .filter((one) => one.offsetParent !== null && one.scrollWidth > one.clientWidth + 1)
      .map((one) => one.textContent),
  )
  expect(cut).toEqual([])
  const moving = await page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  )
  expect(moving).toBe(0)
  await context.close()
})

it('[AC-5] a finger finds all that is to be tapped in the room', async () => {
  const { page, context } = await arrive({ viewport: { width: 412, height: 800 }, hasTouch: true, isMobile: true })
  await block(page, 'First.').tap()
  await page.getByRole('button', { name: 'Clauses' }).tap()
  await page.getByRole('tree').waitFor()
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.writing-room :is(button, [role=treeitem], .outline-fold[data-state])')]
      .filter((one) => one.offsetParent !== null)
      .map((one) => ({ name: one.getAttribute('aria-label') ?? one.className, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ name, box }) => `${name}: ${box.width} x ${box.height}`),
  )
  expect(small).toEqual([])
  await context.close()
})
