/** A whole drafting job without a mouse: from signing in to the page that is read. [AC-12] */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { KeyboardRoom, soon } from './by-keyboard.js'
import { pressUntil, tabTo } from './keyboard.js'
import { openForVisitors, takenOver, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let editor: Visitor
let room: KeyboardRoom

beforeAll(async () => {
  visitors = await openForVisitors()
  editor = await visitors.arrive({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read'] })
  room = new KeyboardRoom(editor.page)
  // Whoever touched the mouse would not have walked.
  await editor.page.addInitScript(() => {
    addEventListener('mousedown', () => document.documentElement.setAttribute('data-mouse', ''), true)
  })
})
afterAll(() => visitors.stop())

const report = { title: 'Energy of inference' }

/** Somebody signs in and starts a text of their group. */
async function signsIn(): Promise<void> {
  const { page } = editor
  await editor.open('/')
  await room.tabToName(/^Sign in$/)
  await room.press('Enter')
  await page.waitForURL(/sign-in/)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await tabTo(page, 'form:has(input[value="editor@example.org"]) button')
  await room.press('Enter')
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  await takenOver(page)

  await room.tabToName(/^Groups$/)
  await room.press('Enter')
  await page.waitForURL(/\/groups$/)
  await page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor()
  await tabTo(page, 'main a[href="/groups/example"]')
  await room.press('Enter')
  await page.waitForURL(/\/groups\/example$/)
  await tabTo(page, 'a[href="/groups/example/documents/new"]')
  await room.press('Enter')
  await page.waitForURL(/\/documents\/new$/)
  await tabTo(page, 'input[name=title]')
  await room.type(report.title)
  await room.press('Enter')
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { level: 1, name: report.title }).waitFor()
}

/** Makes the clauses of a report and fills them. */
async function makesClauses(): Promise<void> {
  await editor.page.locator('.sheet .btn').first().waitFor()
  await tabTo(editor.page, '.sheet .btn')
  await room.tabToName(/report/i)
  await room.press('Enter')
  await room.shows(/^1: Scope$/)
  await room.isIn('.sheet-text')

  await room.jump('Scope')
  await room.hears(/^1 Scope\./)
  await room.press('ArrowDown')
  await room.type('This report tells how the energy of inference is measured.')
  await room.shows(/^This report tells how/)

  await room.jump('Conventions')
  await room.press('ArrowDown')
  await room.type('None.')
  await room.press('Control+Enter')
  await room.type('Metering')
  await room.press('Enter')
  await room.type('Meters are read every second.')
  await room.shows(/^6: Metering$/)
}

/** Writes a note, a list of two levels, a table with a caption and an equation. */
async function fillsOne(): Promise<void> {
  await room.press('Enter', 'Control+Alt+1')
  await room.hears(/NOTE\./)
  await room.type('Meters differ.')
  await room.press('Enter', 'Control+Shift+8')
  await room.type('power')
  await room.press('Enter', 'Tab')
  await room.type('of the rack')
  await room.press('Enter', 'Shift+Tab')
  await room.type('time')
  await room.press('Enter', 'Enter')
  await room.shows(/^NOTE: Meters differ\.$/)
  expect((await room.text()).filter((line) => line.startsWith('BULLET'))).toEqual([
    'BULLET 0: power',
    'BULLET 1: of the rack',
    'BULLET 0: time',
  ])

  await room.type('/table')
  await room.press('Enter')
  await room.type('What meters read')
  await room.press('Enter')
  await room.hears(/Row 1, column 1, a head\./)
  for (const words of ['Item', 'Unit', 'Resolution', 'Power', 'W']) {
    await room.type(words)
    await room.press('Tab')
  }
  await room.hears(/Row 2, column 3, head: Resolution\./)
  await room.type('1 s')
  await room.press('Control+Enter')
  await room.shows(/^Table 1: What meters read \[Item\|Unit\|Resolution; Power\|W\|1 s; \|\|\]$/)

  await room.type('/equation')
  await room.press('Enter')
  await room.isIn('.popover textarea')
  await room.type('E = P t')
  await room.press('Enter')
  await room.hears(/Equation \(6-1\)\. Enter opens it\./)
  await room.press('ArrowDown')
  await room.type('The reading follows ')
  await room.shows(/^\(6-1\): /)
}

/** Cites a work of the register, adds a footnote and refers to the table. */
async function refersToThings(): Promise<void> {
  const { page } = editor
  await room.press('Control+Alt+c')
  await room.isIn('.popover input')
  await room.type('21031')
  await page.getByRole('option').filter({ hasText: '21031' }).nth(1).waitFor()
  await room.press('ArrowDown', 'Enter')
  await room.type(' and ')
  await room.press('Control+Alt+r')
  await room.isIn('.popover input')
  await room.type('What meters')
  await page.getByRole('option', { name: /Table 1/ }).waitFor()
  await room.press('Enter')
  await room.press('Control+Alt+f')
  await room.isIn('.popover textarea')
  await room.type('Within one per cent.')
  await room.press('Enter')
  await room.isIn('.sheet-text')
  await room.type('.')
  await room.shows(/^The reading follows \[.*21031.*\] and Table 11\.$/)
  await room.shows(/^Within one per cent\.$/)
}

/** Moves a clause, puts it below another and back, and says how far the group is. */
async function rearranges(): Promise<void> {
  await room.press('Escape', 'Enter', 'Control+Enter')
  await room.type('Uncertainty')
  await room.press('Enter')
  await room.type('It is told with each reading, and may not be rounded.')
  await room.shows(/^7: Uncertainty$/)
  await room.press('Alt+ArrowUp')
  await room.hears(/Moved: 6 Uncertainty, before 7 Metering\./)
  await room.press('Alt+ArrowDown')
  await room.hears(/Moved: 7 Uncertainty, before|Moved: 7 Uncertainty, after 6 Metering\./)
  await room.press('Alt+Shift+ArrowRight')
  await room.hears(/One level down, now 6\.1 Uncertainty\./)
  await room.press('Alt+Shift+ArrowLeft')
  await room.hears(/One level up, now 7 Uncertainty\./)
  await room.chooseTool(/^Clause$/, /Agreed/)
  await soon('agreed', async () =>
    /Agreed/.test(await editor.page.getByRole('treeitem', { name: /Uncertainty/ }).innerText()),
  )
}

/** Undoes and does again. */
async function undoes(): Promise<void> {
  await room.type(' Twice.')
  await room.shows(/ Twice\./)
  await room.press('Control+z')
  await soon('undone', async () => !(await room.text()).some((line) => line.includes('Twice')))
  await room.press('Control+y')
  await room.shows(/ Twice\./)
  await room.press('Control+z')
}

/** Runs the checks, puts a finding right with its key, and goes to another. */
async function checks(): Promise<void> {
  const { page } = editor
  const list = page.getByRole('complementary', { name: 'Checks' })
  // Other checks come and go while the text settles, so it is this finding that is watched, not how many there are.
  const mayNot = list.getByRole('button', { name: /need not/ })
  await room.tabToName(/^Checks/)
  await room.press('Enter')
  await mayNot.waitFor()
  await room.tabToName(/need not/)
  await room.press('Enter')
  await room.shows(/and need not be rounded\./)
  await mayNot.waitFor({ state: 'detached' })
  await room.tabToName(/^Go there$/)
  await room.press('Enter')
  await room.isIn('.sheet-text')
}

/** Opens the page that is read, and finds it all there. */
async function reads(): Promise<void> {
  const { page, problems } = editor
  await room.isSaved()
  await room.to('tools')
  await pressUntil(page, 'Shift+Tab', 'a[href$="/read"]')
  await room.press('Enter')
  await page.waitForURL(/\/read$/)
  await page.locator('article.report').waitFor()
  const read = (await page.locator('article.report').innerText()).replace(/\s+/g, ' ')
  for (const words of [
    'This report tells how the energy of inference is measured.',
    '6 Metering Meters are read every second.',
    'Meters differ.',
    'power of the rack time',
    'What meters read',
    'Item Unit Resolution Power W 1 s',
    '(6-1)',
    'Within one per cent.',
    'It is told with each reading, and need not be rounded.',
  ])
    expect(read).toContain(words)
  expect(await page.locator('article.report math').count()).toBe(1)
  expect(await page.evaluate(() => document.documentElement.hasAttribute('data-mouse'))).toBe(false)
  expect(problems).toEqual([])
}

it('[AC-8, AC-12] somebody with a keyboard signs in, writes, arranges and checks a report, and reads it', async () => {
  for (const step of [signsIn, makesClauses, fillsOne, refersToThings, rearranges, undoes, checks, reads]) await step()
}, 180_000)
