/** The checks of a text as somebody works them off: the list opens, leads to a place, puts right with one key, gets shorter, and goes. [ST-1, ST-14] */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { KeyboardRoom, soon } from './by-keyboard.js'
import { takenOver, openForVisitors, type Visitors } from './visitors.js'

let visitors: Visitors
beforeAll(async () => {
  visitors = await openForVisitors()
})
afterAll(() => visitors.stop())

it('[AC-12, ST-1] the list of checks opens, leads to a place, gets shorter by one key, and Escape leads back', async () => {
  const editor = await visitors.arrive({ email: 'editor@example.org', viewport: { width: 1440, height: 900 } })
  const { page, problems } = editor
  const room = new KeyboardRoom(page)
  await editor.open('/groups/example/documents/new')
  await page.locator('input[name=title]').fill('To be checked')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/)
  await takenOver(page)
  await page.locator('.sheet .btn').first().click()
  await room.shows(/^1: Scope$/)
  await room.jump('Scope')
  await room.press('ArrowDown')
  await room.type('A meter may not be read.')

  const open = page.getByRole('button', { name: /^Checks/ })
  const count = async () => Number(/\d+/.exec(await open.innerText())?.[0] ?? 0)
  await soon('something found', async () => (await count()) > 0)
  await page.locator('[data-lint-codes~=MAY_NOT]').waitFor()
  await open.click()
  const list = page.getByRole('complementary', { name: 'Checks' })
  await list.waitFor()
  expect(await list.getByRole('listitem').count()).toBe(await count())

  // To the place: the caret stands in the clause that the finding names.
  const first = list.getByRole('listitem').filter({ has: page.getByRole('button', { name: /need not/ }) })
  const number = await first.locator('bdi').innerText()
  await first.getByRole('button', { name: 'Go there' }).click()
  await room.isIn('.sheet-text')
  const here = page.locator('[role=treeitem][aria-current]')
  expect(await here.innerText()).toContain(number)

  // One key puts it right; what was found is found no more.
  const before = await count()
  const fix = first.getByRole('button', { name: /need not/ })
  await fix.focus()
  await room.press('Enter')
  await room.shows(/^A meter need not be read\.$/)
  await soon('one finding less', async () => (await count()) === before - 1)
  expect(await list.getByRole('listitem').count()).toBe(before - 1)

  // It is one step of undo, after which it is found again.
  await list.getByRole('heading', { name: 'Checks' }).focus()
  await room.press('Escape')
  await list.waitFor({ state: 'detached' })
  await room.isIn('.sheet-text')
  await room.press('Control+z')
  await soon('found again', async () => (await count()) === before)
  expect(problems).toEqual([])
})
