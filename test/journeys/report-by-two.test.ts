/** Two people write a report from the template to a clean list of checks, one of them without a network for a while; then it is read and printed. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { violations } from './axe.js'
import { KeyboardRoom, soon } from './by-keyboard.js'
import { openForVisitors, takenOver, type Visitors } from './visitors.js'

let visitors: Visitors
beforeAll(async () => {
  visitors = await openForVisitors()
})
afterAll(() => visitors.stop())

const wide = { viewport: { width: 1440, height: 900 } }
const saved = (page: Page) => page.locator('.saved').innerText()
const isSaved = (page: Page) =>
  soon(
    'saved',
    async () => /^Saved/.test(await saved(page)),
    () => saved(page),
  )

/** Writes into the first paragraph of a clause. */
async function write(
  room: KeyboardRoom,
  title: string,
  ...keys: readonly (string | { press: string })[]
): Promise<void> {
  const clause = room.page.locator('.sheet-text > section', { has: room.page.locator(`h2:text-is("${title}")`) })
  await clause.locator('p').first().click()
  for (const key of keys) await (typeof key === 'string' ? room.type(key) : room.press(key.press))
}

it('[OF-1, ST-1, GE-1, RD-7] two people, a template, a train, a clean list, a page that prints', async () => {
  const [one, two] = await Promise.all([
    visitors.arrive({ email: 'editor@example.org', ...wide }),
    visitors.arrive({ email: 'editor2@example.org', ...wide }),
  ])
  const [anna, ben] = [new KeyboardRoom(one.page), new KeyboardRoom(two.page)]

  // Started on the page of the group, begun from the template.
  await one.open('/groups/example')
  await one.page.getByRole('link', { name: 'Start a text', exact: true }).click()
  await one.page.getByRole('textbox', { name: 'Title' }).fill('Water of inference, measured')
  await one.page.getByRole('button', { name: 'Start a text' }).click()
  await one.page.waitForURL(/\/documents\/[0-9a-f-]{36}$/)
  const address = new URL(one.page.url()).pathname
  await one.page.getByRole('button', { name: 'Technical Report', exact: true }).click()
  // The caret stands where the summary begins.
  await anna.type('This report tells how the water of inference is measured, and by whom.')
  await anna.shows(/^This report tells how/)
  await two.open(address)
  await ben.shows(/^This report tells how/)
  await isSaved(one.page)

  // Ben takes a train as soon as his device has page and text. Anna goes on.
  await two.page.evaluate(() => navigator.serviceWorker.ready)
  await soon('kept for the train', () =>
    two.page.evaluate(
      async (path) => (await (await caches.open('rapporteur-rooms')).match(path, { ignoreVary: true })) !== undefined,
      address,
    ),
  )
  await two.context.setOffline(true)
  await write(ben, 'Keywords', 'Cooling, inference, water.')
  await write(
    ben,
    'Scope',
    'The report covers water that is withdrawn and consumed while an artificial intelligence (AI) service answers.',
  )
  await soon(
    'kept',
    async () => /^Offline: \d+ changes kept on this device/.test(await saved(two.page)),
    () => saved(two.page),
  )
  await write(anna, 'Introduction', 'Water is measured at the site and at the power station.')
  await write(anna, 'Conventions', 'Numbers are rounded to two digits.', { press: 'ArrowDown' })
  // The first clause of the body is there, and has no title yet.
  await anna.type('Metering')
  await anna.press('ArrowDown')
  await anna.type('An AI service has a meter at each inlet ')
  await anna.press('Control+Alt+c')
  await anna.isIn('.popover input')
  await anna.type('21031')
  await one.page.getByRole('option').filter({ hasText: '21031' }).nth(1).waitFor()
  await anna.press('ArrowDown', 'Enter')
  await anna.isIn('.sheet-text')
  await anna.type('.')
  await anna.shows(/^An AI service has a meter at each inlet \[.*21031.*\]\.$/)
  await isSaved(one.page)
  expect(await ben.text()).not.toContain('Numbers are rounded to two digits.')

  // Ben reloads in the train, and is back in the text. He comes home: what he wrote is stored, and both have all of it.
  await two.page.reload()
  await takenOver(two.page)
  await ben.shows(/^Cooling, inference, water\.$/)
  two.problems.length = 0
  await two.context.setOffline(false)
  await isSaved(two.page)
  await anna.shows(/^Cooling, inference, water\.$/)
  await ben.shows(/^Numbers are rounded to two digits\.$/)
  await soon('the same for both', async () => JSON.stringify(await anna.text()) === JSON.stringify(await ben.text()))

  // What is left is worked off, most of it with one key.
  const checks = one.page.getByRole('button', { name: /^Checks/ })
  await checks.click()
  const list = one.page.getByRole('complementary', { name: 'Checks' })
  await list.waitFor()
  const findings = () => list.getByRole('listitem').allInnerTexts()
  for (let turn = 0; turn < 20 && (await findings()).length > 0; turn++) {
    const before = (await findings()).length
    const fix = list.getByRole('listitem').first().getByRole('button').last()
    await soon('a fix', async () => (await fix.innerText()) !== 'Go there', findings)
    await fix.click()
    await soon('one less', async () => (await findings()).length !== before, findings)
  }
  await list.getByText('Nothing to put right').waitFor()
  expect(await violations(one.page)).toEqual([])
  await isSaved(one.page)

  // Read by a stranger, also without scripts, and printed.
  const reader = await visitors.arrive({ javaScriptEnabled: false, ...wide })
  expect(await reader.open(`${address}/read`)).toBe(200)
  const text = await reader.page.locator('article.report').innerText()
  for (const said of ['This report tells how', 'Cooling, inference, water.', 'Numbers are rounded', '21031', 'None.'])
    expect(text).toContain(said)
  expect(await reader.page.locator('[style]').count()).toBe(0)
  const printed = await reader.page.pdf({ preferCSSPageSize: true })
  expect(printed.subarray(0, 5).toString()).toBe('%PDF-')
  expect([...printed.toString('latin1').matchAll(/\/Type \/Page\b/g)].length).toBeGreaterThan(1)
  expect(one.problems).toEqual([])
  expect(reader.problems).toEqual([])
})
