/** Two people in two windows write one text, while lines break and the server is killed. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import * as Y from 'yjs'
import { documentText } from '#schema/document/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { openBrowser } from '../harness/browser.js'
import { freshDatabase, type TestDatabase } from '../harness/database.js'
import { startProgram, stopPrograms, type Program } from '../harness/program.js'
import { until } from '../drafting/clients.js'
import { openDraftingSite, type DraftingSite, type Writer } from '../drafting/site.js'
import { overflow, violations } from './axe.js'
import { pressUntil, tabTo } from './keyboard.js'
import { takenOver } from './visitors.js'

let database: TestDatabase
let site: DraftingSite
let browser: Browser
let group: Awaited<ReturnType<DraftingSite['group']>>
let ada: Writer
let bea: Writer
let program: Program
/** Where the program that is killed and started again serves the pages. */
let url: string
let documentId: string

beforeAll(async () => {
  database = await freshDatabase()
  site = await openDraftingSite({ database: { url: database.url, drop: async () => {} } })
  group = await site.group()
  ada = await site.person('EDITOR', group)
  bea = await site.person('EDITOR', group)
  browser = await openBrowser()
  await start()
})
afterAll(async () => {
  await browser.close()
  await stopPrograms()
  await site.stop()
  await database.drop()
})

/** Starts the program, the second time at the address that it had. */
async function start(): Promise<void> {
  const env = { DATABASE_URL: database.url, STARTER: 'off', LOG_LEVEL: 'fatal' }
  program = startProgram({ env: { ...env, ...(url && { PORT: new URL(url).port }) } })
  url = await program.ready()
}

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
class Window {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async open(who: Writer | null, options: BrowserContextOptions = {}): Promise<Window> {
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
    const window = new Window(context, page)
    await page.goto(`/groups/${group.slug}/documents/${documentId}`)
    await takenOver(page)
    await page.locator('.sheet-place').waitFor({ state: 'attached' })
    return window
  }

  /** What the text says to whoever looks at it: number, heading and paragraphs of each clause, without carets and notices. */
  text(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('.sheet-text > section')].map((clause) => {
        const copy = clause.cloneNode(true) as Element
        for (const drawn of copy.querySelectorAll('.caret, .rescued-note')) drawn.remove()
        const number = copy.querySelector('h2')?.dataset['number'] ?? ''
        return [number, ...[...copy.children].map((block) => block.textContent)].join('|')
      }),
    )
  }

  get saved() {
    return this.page.locator('.saved')
  }

  /** Waits until the indicator says so. */
  async says(pattern: RegExp): Promise<void> {
    await until(async () => pattern.test(await this.saved.innerText()))
  }

  /** Puts the caret at the end of a clause's text. */
  async goTo(title: string): Promise<void> {
    const clause = this.page.locator('.sheet-text > section', { has: this.page.locator(`h2:text-is("${title}")`) })
    await clause.locator('p').last().click()
    await this.page.keyboard.press('End')
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words)
  }

  row(title: string | RegExp) {
    return this.page.getByRole('treeitem', { name: title })
  }

  /** Chooses a clause in the outline by keyboard. */
  async choose(title: string): Promise<void> {
    await this.page.getByRole('tree').focus()
    await this.page.keyboard.press('Home')
    const isIt = `[...document.querySelectorAll('[role=treeitem][aria-selected=true]')].some((row) => row.textContent.includes(${JSON.stringify(title)}))`
    for (let steps = 0; steps < 50 && !(await this.page.evaluate(isIt)); steps++)
      await this.page.keyboard.press('ArrowDown')
  }
}

async function onDisk(): Promise<string> {
  const doc = new Y.Doc()
  for (const update of await site.app.get(Texts).read(documentId)) Y.applyUpdate(doc, update)
  return documentText(doc)
}

const same = (one: Window, two: Window) =>
  until(async () => JSON.stringify(await one.text()) === JSON.stringify(await two.text()))

/** Two windows on a report with its fixed clauses. */
async function together(): Promise<[Window, Window]> {
  const [one, two] = await Promise.all([Window.open(ada), Window.open(bea)])
  await one.page.getByRole('button', { name: 'Technical Report' }).click()
  await two.row('Scope').waitFor()
  await one.says(/^Saved/)
  return [one, two]
}

describe('two people and one text', () => {
  it('[WT-1, CS-7] write in one clause, see each other by name, and see the same', async () => {
    const [one, two] = await together()
    await one.goTo('Scope')
    await two.goTo('Scope')
    for (let i = 0; i < 5; i++) await Promise.all([one.type(`a${i} `), two.type(`b${i} `)])
    await Promise.all([one.says(/^Saved/), two.says(/^Saved/)])
    await same(one, two)
    const scope = (await one.text()).find((clause) => clause.includes('|Scope|'))!
    for (let i = 0; i < 5; i++) for (const who of ['a', 'b']) expect(scope).toContain(`${who}${i} `)
    expect(scope).toMatch(/^1\|Scope\|/)

    await one.page.locator('.caret-name', { hasText: bea.name }).waitFor()
    await two.page.locator('.caret-name', { hasText: ada.name }).waitFor()
    await one.row('Scope').getByTitle(bea.name).waitFor()
    expect(await one.page.getByRole('list', { name: 'Who is here' }).getByRole('listitem').count()).toBe(2)
    // A clause that moves takes the carets in it along.
    await one.choose('Scope')
    await one.page.keyboard.press('Alt+ArrowUp')
    await same(one, two)
    await one.page.locator('section:has(h2:text-is("Scope")) .caret-name', { hasText: bea.name }).waitFor()
  })

  it('[CB-1, CL-2] move a clause while the other writes in it', async () => {
    const [one, two] = await together()
    await two.goTo('Conventions')
    await one.choose('Conventions')
    for (const part of ['Numbers ', 'are ', 'in ', 'base ', 'ten.']) {
      await Promise.all([two.type(part), one.page.keyboard.press('Alt+ArrowUp')])
    }
    await same(one, two)
    expect((await one.text()).join('\n')).toMatch(/\|Conventions\|.*Numbers are in base ten\./)
    const rows = await two.page.getByRole('treeitem').allInnerTexts()
    const at = (title: string) => rows.findIndex((row) => row.includes(title))
    expect(at('Conventions')).toBeLessThan(at('Scope'))
  })

  it('[CS-4] lose nothing when the server is killed under their hands, and the saved indicator tells the truth', async () => {
    const [one, two] = await together()
    await one.goTo('Scope')
    await one.type('before the end ')
    await one.page.evaluate(() => new Promise(requestAnimationFrame))
    await one.says(/^Saved \d\d:\d\d:\d\d$/)
    expect(await onDisk()).toContain('before the end ')

    program.child.kill('SIGKILL')
    await program.ended()
    await Promise.all([one.says(/^Offline/), two.says(/^Offline/)])
    await one.type('alone ')
    await two.goTo('Summary')
    await two.type('Written while nobody listens.')
    await one.says(/changes kept on this device/)
    await one.page.getByText('You can go on writing').waitFor()
    expect(await onDisk()).not.toContain('alone')

    await start()
    await Promise.all([one.says(/^Saved/), two.says(/^Saved/)])
    const kept = await onDisk()
    expect(kept).toContain('before the end alone ')
    expect(kept).toContain('Written while nobody listens.')
    await same(one, two)
    expect((await two.text()).join('\n')).toContain('before the end alone ')
  })

  it('[CB-4, CL-3] bring back a clause that one deletes while the other, without a line, writes in it', async () => {
    const [one, two] = await together()
    await two.goTo('References')
    await two.context.setOffline(true)
    await two.says(/^Offline/)
    await two.type('ISO 80000-1')
    await one.choose('References')
    await one.page.keyboard.press('Delete')
    await one.page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click()
    await one.row('References').waitFor({ state: 'detached' })
    await one.page.getByText('Deleted: 2 References').first().waitFor()
    await two.context.setOffline(false)
    await two.says(/^Saved/)
    await one.row('References').waitFor()
    await same(one, two)
    expect((await one.text()).join('\n')).toMatch(/2\|References\|.*ISO 80000-1/)
  })

  it('[CS-3] let a stranger look on, who cannot write and is told so', async () => {
    const [one] = await together()
    const stranger = await Window.open(null)
    await stranger.says(/^You are reading along/)
    await one.goTo('Scope')
    await one.type('Seen by everybody.')
    await stranger.page.getByText('Seen by everybody.').waitFor()
    await same(one, stranger)
    expect(await stranger.page.getByRole('toolbar').count()).toBe(0)
    await stranger.page.locator('.sheet-text').click()
    await stranger.type('x')
    await stranger.page.getByText('You cannot write in it').waitFor()
    expect((await stranger.text()).join()).toBe((await one.text()).join())
    expect(await violations(stranger.page)).toEqual([])
  })

  it('do all of it with the keyboard alone', async () => {
    const one = await Window.open(ada)
    const { page } = one
    await page.getByRole('button', { name: 'A single clause' }).waitFor()
    await tabTo(page, '.beginnings li:last-child .btn')
    await page.keyboard.press('Enter')
    await page.keyboard.type('First')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('Second')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Words.')
    await pressUntil(page, 'F6', '.outline-tree')
    expect(await one.row('Second').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press(']')
    await until(async () => (await one.text())[1]?.startsWith('6.1|'))
    await page.keyboard.press('[')
    await page.keyboard.press('Alt+ArrowUp')
    await until(async () => (await one.text())[0] === '6|Second|Words.')
    await page.keyboard.press('Control+x')
    await page.keyboard.press('End')
    await page.keyboard.press('Control+v')
    await until(async () => (await one.text())[1] === '7|Second|Words.')
    await page.keyboard.press('Delete')
    await page.getByRole('alertdialog').waitFor()
    await pressUntil(page, 'Tab', '.dialog-actions .btn-danger')
    await page.keyboard.press('Enter')
    await until(async () => (await one.text()).length === 1)
    await pressUntil(page, 'Tab', '.outline-deleted .btn')
    await page.keyboard.press('Enter')
    await until(async () => (await one.text())[1] === '7|Second|Words.')
    await one.says(/^Saved/)
  })

  it.each([
    [1440, 'light'],
    [768, 'dark'],
    [360, 'light'],
  ] as const)('fits and is accessible at %d px, %s', async (width, colorScheme) => {
    const two = await Window.open(bea)
    await two.page.getByRole('button', { name: 'Technical Report' }).click()
    await two.goTo('Scope')
    await two.type('Somebody is here.')
    const one = await Window.open(ada, { viewport: { width, height: 800 }, colorScheme })
    await one.page.getByText('Somebody is here.').waitFor()
    await one.page.locator('.caret-name').waitFor({ state: 'attached' })
    expect(await violations(one.page)).toEqual([])
    expect(await overflow(one.page)).toEqual([])
    const drawer = one.page.getByRole('button', { name: 'Clauses' })
    if (await drawer.isVisible()) {
      await drawer.click()
      await one.row('Scope').waitFor()
      expect(await violations(one.page)).toEqual([])
      await one.row('Scope').click()
      await one.row('Scope').waitFor({ state: 'hidden' })
    }
  })
})
