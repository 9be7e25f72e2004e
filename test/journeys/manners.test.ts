/** How the writing room behaves: what a text begins with, finding, the outline, the text alone. docs/rules/drafting.md, MN. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { openBrowser } from '../harness/browser.js'
import { freshDatabase, type TestDatabase } from '../harness/database.js'
import { startProgram, stopPrograms } from '../harness/program.js'
import { until } from '../drafting/clients.js'
import { openDraftingSite, type DraftingSite, type Writer } from '../drafting/site.js'
import { overflow, violations } from './axe.js'
import { hasFocus, pressUntil } from './keyboard.js'
import { takenOver } from './visitors.js'

let database: TestDatabase
let site: DraftingSite
let browser: Browser
let group: Awaited<ReturnType<DraftingSite['group']>>
let ada: Writer
let bea: Writer
let url: string
let documentId: string

beforeAll(async () => {
  database = await freshDatabase()
  site = await openDraftingSite({ database: { url: database.url, drop: async () => {} } })
  group = await site.group()
  ;[ada, bea] = [await site.person('EDITOR', group), await site.person('EDITOR', group)]
  browser = await openBrowser()
  url = await startProgram({ env: { DATABASE_URL: database.url, STARTER: 'off', LOG_LEVEL: 'fatal' } }).ready()
})
afterAll(async () => {
  await browser.close()
  await stopPrograms()
  await site.stop()
  await database.drop()
})

const contexts = new Set<BrowserContext>()
const problems: string[] = []
beforeEach(async () => {
  documentId = (await site.document(group)).id
})
afterEach(async () => {
  for (const context of contexts) await context.close()
  contexts.clear()
  expect(problems.splice(0)).toEqual([])
})

/** Somebody's window with the text open. */
async function open(who: Writer | null, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  contexts.add(context)
  context.setDefaultTimeout(20_000)
  if (who) {
    const [name, value] = (await site.session(who)).split('=') as [string, string]
    await context.addCookies([{ name, value, url }])
  }
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(`script: ${error.stack ?? error.message}`))
  await enter(page)
  return page
}
async function enter(page: Page): Promise<void> {
  await page.goto(`/groups/${group.slug}/documents/${documentId}`)
  await takenOver(page)
  await page.locator('.sheet-place').waitFor({ state: 'attached' })
}

const isSaved = (page: Page) => until(async () => /^Saved/.test(await page.locator('.saved').innerText()))
const begin = async (page: Page, template = 'Technical Report') => {
  await page.getByRole('button', { name: template, exact: true }).click()
  await page.locator('.sheet-text > section').first().waitFor()
  // The rows of the tree are drawn a moment after the sheet; on a small screen they are there, and not shown.
  await page.locator('[role=treeitem]').first().waitFor({ state: 'attached' })
}
const headings = (page: Page) => page.locator('.sheet-text h2').allTextContents()
const row = (page: Page, name: string | RegExp): Locator => page.getByRole('treeitem', { name })
const rows = async (page: Page) =>
  (await page.getByRole('treeitem').locator('.outline-words').allTextContents()).map((words) => words.trim())
/** Puts the caret at the end of a clause's text and writes. */
async function write(page: Page, title: string, words: string): Promise<void> {
  const clause = page.locator('.sheet-text > section', { has: page.locator(`h2:text-is("${title}")`) })
  await clause.locator('p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}
const foundText = (page: Page) => page.locator('.find-says').innerText()
const hits = (page: Page) => page.locator('.sheet-text .find-hit').count()
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

describe('an empty text', () => {
  it('[MN-10, MN-11] offers what fits it, and begins with it in one step of undo', async () => {
    const page = await open(ada)
    const offered = await page.locator('.beginnings .btn').allTextContents()
    expect(offered).toEqual(['Technical Report', 'Technical Specification', 'Plain report', 'A single clause'])
    expect(await violations(page)).toEqual([])
    await begin(page, 'Plain report')
    expect(await headings(page)).toEqual(['Summary', 'Background', 'Findings', 'Conclusions', 'Sources'])
    const hint = page.locator('.sheet-text > section', { hasText: 'Background' }).locator('p')
    expect(await hint.getAttribute('data-placeholder')).toMatch(/^What was known before/)
    await press(page, 'Control+z')
    await page.locator('.beginnings').waitFor()
    await begin(page, 'Technical Specification')
    expect(await headings(page)).toContain('Abbreviations and acronyms')
    await isSaved(page)
  })
})

describe('find and replace', () => {
  it('[MN-1, MN-5] is done by keyboard alone, and says what it did', async () => {
    const page = await open(ada)
    await begin(page)
    await write(page, 'Summary', 'Water and water.')
    await write(page, 'Scope', 'More water.')
    await press(page, 'Control+h')
    expect(await hasFocus(page, '.find-field')).toBe(true)
    await page.keyboard.type('water')
    await until(async () => /^\d of 3/.test(await foundText(page)))
    expect(await violations(page)).toEqual([])
    await press(page, 'Enter', 'Enter', 'Shift+Enter')
    expect(await hits(page)).toBe(3)
    await pressUntil(page, 'Tab', '[aria-label="Replace with"]')
    await page.keyboard.type('sea')
    await press(page, 'Tab', 'Tab', 'Enter')
    await until(async () => (await foundText(page)).startsWith('3 replaced'))
    await press(page, 'Escape')
    expect(await hasFocus(page, '.sheet-text')).toBe(true)
    expect(await page.locator('.find-panel').count()).toBe(0)
    expect(await page.locator('.sheet-text').innerText()).toContain('sea and sea.')
    await press(page, 'Control+z')
    await page.getByText('Water and water.').waitFor()
    await page.getByText('More water.').waitFor()
  })

  it('[MN-1] stays in the clause and all below it when asked to, and takes what is selected', async () => {
    const page = await open(ada)
    await begin(page)
    await write(page, 'Summary', 'Water')
    await write(page, 'Scope', 'water water')
    await press(page, 'Shift+Control+ArrowLeft', 'Control+f')
    expect(await page.locator('.find-field').first().inputValue()).toBe('water')
    await until(async () => (await foundText(page)).includes('of 3'))
    await page.getByRole('checkbox', { name: /^Only in/ }).check()
    await until(async () => (await foundText(page)).includes('of 2'))
    await page.getByRole('checkbox', { name: 'Whole words' }).check()
    await page.locator('.find-field').first().fill('wat')
    await until(async () => (await foundText(page)).startsWith('Not found'))
  })

  it('[MN-1, MN-5] lets somebody who only reads find, and not replace', async () => {
    const page = await open(ada)
    await begin(page)
    await write(page, 'Scope', 'water')
    await isSaved(page)
    const stranger = await open(null)
    await stranger.getByText('water').waitFor()
    await stranger.locator('.sheet-text').click()
    await press(stranger, 'Control+f')
    await stranger.keyboard.type('water')
    await until(async () => (await foundText(stranger)).startsWith('1 of 1'))
    expect(await stranger.getByRole('button', { name: 'Replace' }).count()).toBe(0)
    expect(await violations(stranger)).toEqual([])
  })
})

describe('the outline', () => {
  it('[MN-6] is searched: arrows go into what is found, Escape shows all again', async () => {
    const page = await open(ada)
    await begin(page)
    const all = await rows(page)
    await page.getByRole('searchbox', { name: 'Find a clause' }).focus()
    await page.keyboard.type('elsewhere')
    await until(async () => (await rows(page)).length === 2)
    expect(await rows(page)).toEqual(['Definitions', 'Terms defined elsewhere'])
    await press(page, 'ArrowDown')
    expect(await hasFocus(page, '.outline-tree')).toBe(true)
    expect(await row(page, /elsewhere/).getAttribute('aria-selected')).toBe('true')
    await press(page, 'Escape')
    await until(async () => (await rows(page)).length === all.length)
    await page.getByRole('searchbox', { name: 'Find a clause' }).fill('nothing of the kind')
    await page.getByText('No clause has these words').waitFor()
  })

  it('[MN-7] keeps what is folded away on this device, and from nobody else', async () => {
    const page = await open(ada)
    await begin(page)
    await isSaved(page)
    const count = (await rows(page)).length
    await row(page, /Definitions/)
      .locator('.outline-fold')
      .click()
    await until(async () => (await rows(page)).length === count - 2)
    await enter(page)
    await until(async () => (await rows(page)).length === count - 2)
    const other = await open(bea)
    await until(async () => (await rows(other)).length === count)
  })

  it('[CL-7] is rearranged by dragging, and takes nothing into itself', async () => {
    const page = await open(ada)
    await begin(page)
    const before = await rows(page)
    // Into what is below it: nothing happens.
    await row(page, /3 Definitions/).dragTo(row(page, /Terms defined elsewhere/))
    expect(await rows(page)).toEqual(before)
    await row(page, /Conventions/).dragTo(row(page, /1 Scope/), { targetPosition: { x: 60, y: 2 } })
    await until(async () => (await rows(page)).indexOf('Conventions') === before.indexOf('Scope'))
    await row(page, /Conventions/).dragTo(row(page, /Introduction/))
    await until(async () => (await row(page, /Conventions/).getAttribute('aria-level')) === '2')
    await press(page, 'Control+z', 'Control+z')
    await until(async () => (await rows(page)).join() === before.join())
  })

  it('[CL-2] joins a clause to the one before, by menu and by key', async () => {
    const page = await open(ada)
    await begin(page)
    await write(page, 'Conventions', ' Our conventions.')
    const count = (await rows(page)).length
    await row(page, /Conventions/).click()
    await page.locator('.outline-tools').getByRole('button', { name: 'Clause', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Join to the one before' }).click()
    await until(async () => (await rows(page)).length === count - 1)
    await page.getByText('Our conventions.').waitFor()
    await page.getByRole('tree').focus()
    await press(page, 'Home', 'ArrowDown', 'Control+Backspace')
    await until(async () => (await rows(page)).length === count - 2)
  })

  it('[MN-8] says who set the status of a clause: to the other, and on the page that is read', async () => {
    const page = await open(ada)
    await begin(page)
    await row(page, /Scope/).click()
    await page.locator('.outline-tools').getByRole('button', { name: 'Clause', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Mark as: Agreed' }).click()
    await isSaved(page)
    const other = await open(bea)
    await row(other, new RegExp(`Scope.*Agreed, set by ${ada.name}`)).waitFor()
    await row(other, /Scope/).click()
    await other.locator('.outline-details', { hasText: `Agreed, set by ${ada.name}` }).waitFor()
    await other.goto(`/groups/${group.slug}/documents/${documentId}/read`)
    await other.locator('.clause-status', { hasText: `Agreed, set by ${ada.name}` }).waitFor()
  })
})

describe('the room', () => {
  it('[MN-9] shows the text alone until Escape, also after a reload and on a small screen', async () => {
    const page = await open(ada)
    await begin(page)
    await write(page, 'Scope', 'Here.')
    await press(page, 'Control+Shift+f')
    await page.getByRole('tree').waitFor({ state: 'hidden' })
    await page.getByText('Only the text is shown.').waitFor({ state: 'attached' })
    expect(await page.getByRole('banner').isVisible()).toBe(false)
    expect(await hasFocus(page, '.sheet-text')).toBe(true)
    expect(await violations(page)).toEqual([])
    await isSaved(page)
    await enter(page)
    await page.getByRole('tree').waitFor({ state: 'hidden' })
    await page.setViewportSize({ width: 360, height: 760 })
    await page.getByText('Here.').waitFor()
    expect(await overflow(page)).toEqual([])
    await page.getByText('Here.').click()
    await press(page, 'Escape')
    await page.getByRole('banner').waitFor()
  })

  it('[MN-12] counts the words of clause, text and selection', async () => {
    const page = await open(ada)
    await page.getByRole('button', { name: 'A single clause' }).click()
    await page.keyboard.type('Two words')
    await press(page, 'Enter')
    await page.keyboard.type('and three more')
    await page.getByText('5 words in this clause').waitFor()
    await page.getByText('5 words in the text').waitFor()
    await press(page, 'Shift+Control+ArrowLeft')
    await page.getByText('1 word selected').waitFor()
  })

  it('[MN-13, CB-11] does not move what one reads when another comes and writes', async () => {
    const [one, two] = [await open(ada), await open(bea)]
    await begin(one)
    await two.locator('.sheet-text > section').first().waitFor()
    await write(one, 'Conventions', 'I read here.')
    const place = () =>
      one.evaluate(() => {
        const words = [...document.querySelectorAll('.sheet-text p')].find((p) => p.textContent.includes('I read here'))
        return [words!.getBoundingClientRect().top, getSelection()!.anchorOffset] as const
      })
    const before = await place()
    await write(two, 'Summary', 'Somebody else writes up here, ')
    for (const line of ['line after line,', 'and another one.']) {
      await press(two, 'Enter')
      await two.keyboard.type(line)
    }
    await one.getByText('and another one.').waitFor({ state: 'attached' })
    await one.locator('.caret').first().waitFor({ state: 'attached' })
    const [top, offset] = await place()
    expect(offset).toBe(before[1])
    // Lines are parts of a pixel high, and the browser scrolls by whole ones; three lines came in above.
    expect(Math.abs(top - before[0])).toBeLessThan(2)
  })

  it('[MN-14] has every key on its sheet, by what it is about, and finds one', async () => {
    const page = await open(ada)
    await begin(page)
    await page.locator('.writing-foot').getByRole('button', { name: 'Keyboard' }).click()
    const sheet = page.getByRole('dialog')
    for (const name of ['Text', 'Clauses', 'Tables', 'Insert', 'Find and look'])
      await sheet.getByRole('heading', { name, exact: true }).waitFor()
    await sheet.getByRole('searchbox', { name: 'Find a key' }).fill('footnote')
    await until(async () => (await sheet.locator('kbd').count()) === 1)
    expect(await violations(page)).toEqual([])
  })

  it('shuts its checks with Escape, and on a small screen when one goes there', async () => {
    const page = await open(ada)
    await begin(page)
    await page.getByRole('button', { name: /^Checks: / }).click()
    await press(page, 'Escape')
    await page.locator('.checks').waitFor({ state: 'detached' })
    expect(await hasFocus(page, '.sheet-text')).toBe(true)
    await page.setViewportSize({ width: 360, height: 760 })
    await page.getByRole('button', { name: /^Checks: / }).click()
    await page.locator('.checks').getByRole('button', { name: 'Go there' }).first().click()
    await page.locator('.checks').waitFor({ state: 'detached' })
    expect(await hasFocus(page, '.sheet-text')).toBe(true)
  })

  it.each([
    [1440, 'dark'],
    [768, 'light'],
    [360, 'dark'],
  ] as const)('finds and fits at %d px, %s', async (width, colorScheme) => {
    const page = await open(ada, { viewport: { width, height: 800 }, colorScheme })
    expect(await overflow(page)).toEqual([])
    await begin(page)
    await write(page, 'Scope', 'water')
    await press(page, 'Control+h')
    await page.keyboard.type('water')
    await until(async () => (await hits(page)) === 1)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toEqual([])
  })
})
