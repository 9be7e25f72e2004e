import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let chair: Visitor

beforeAll(async () => {
  visitors = await openForVisitors()
})
afterAll(() => visitors.stop())
beforeEach(async () => {
  chair = await visitors.arrive()
})
afterEach(async () => {
  expect(chair.problems).toEqual([])
  await chair.context.close()
})

it('[SE-1, SE-3, SE-4, SE-5] a chair calls a series but for one day, walks along it, and cancels what is left', async () => {
  const { page } = chair
  await chair.open('/sign-in?to=/groups/example')
  await page.getByRole('button', { name: 'Sign in as Charles Adeyemi' }).click()
  await chair.reach('/groups/example', /Example Focus Group/)
  await page.getByRole('link', { name: 'Call a series' }).click()
  await chair.reach('/groups/example/meetings/series', 'Call a series of meetings')

  await page.getByLabel('First day of the first meeting').fill('2028-02-15')
  await page.getByLabel('How many meetings').fill('3')
  await page.getByRole('button', { name: 'Show the days' }).click()
  await page.getByText('Every month, on the third Tuesday: 3 meetings.').waitFor()
  await page.getByText('The clocks have changed').waitFor()
  await page.getByLabel(/15 Feb 2028/).press('Space')
  await page.getByLabel('Title of each').fill('Monthly call {n}')
  await page.getByRole('button', { name: 'Call these meetings' }).click()

  await chair.reach(/\/meetings\/\d+\/series$/, 'Series of meetings')
  const called = page.locator('#meetings tbody tr')
  await called.nth(1).waitFor()
  expect(await called.count()).toBe(2)
  await called.getByRole('link', { name: 'Monthly call 1' }).click()
  await chair.reach(/\/meetings\/\d+$/, 'Monthly call 1')
  await page.getByRole('link', { name: 'Next: Monthly call 2, 18 Apr 2028' }).click()
  await chair.reach(/\/meetings\/\d+$/, 'Monthly call 2')
  await page.getByRole('link', { name: 'Meeting 2 of 2 in a series' }).click()
  await chair.reach(/\/series$/, 'Series of meetings')

  await page.getByRole('button', { name: 'Cancel the ticked meetings for good' }).click()
  await page.getByRole('alert').getByText('Please say why').waitFor()
  await page.getByLabel('Reason').fill('Nobody can come.')
  await page.getByRole('button', { name: 'Cancel the ticked meetings for good' }).click()
  await called.filter({ hasText: 'Monthly call 2' }).getByText('Cancelled').waitFor()
  await called.filter({ hasText: 'Monthly call 1' }).getByText('Planned').waitFor()
  await page.locator('#cancel-rest').waitFor({ state: 'detached' })
})
