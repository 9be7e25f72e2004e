import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { hasFocus } from './keyboard.js'
import { openForVisitors, type Visitors } from './visitors.js'

let visitors: Visitors
beforeAll(async () => {
  visitors = await openForVisitors()
})
afterAll(() => visitors.stop())

it('[PG-3] when what was pressed is gone after the answer, the focus is at the heading of the page and not before its beginning', async () => {
  const chair = await visitors.arrive({ email: 'chair@example.org' })
  const { page } = chair
  await chair.open('/groups/example/meetings/3/agenda?template=ORDINARY_MEETING')
  await page.getByRole('button', { name: 'Add these rows' }).press('Enter')
  await page.locator('.agenda-row', { hasText: 'Any other business' }).waitFor()
  await page.waitForFunction(() => document.activeElement !== document.body)
  expect(await hasFocus(page, 'h1')).toBe(true)
  expect(chair.problems).toEqual([])
})
