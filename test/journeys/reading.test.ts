import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let reader: Visitor
let curator: Visitor

beforeAll(async () => {
  visitors = await openForVisitors()
  reader = await visitors.arrive({ email: 'reader@example.org' })
  curator = await visitors.arrive({ email: 'secretariat@example.org' })
})
afterAll(async () => {
  expect([reader.problems, curator.problems]).toEqual([[], []])
  await visitors.stop()
})

it('[NO-1, NO-3] a reader follows a gap, hears what the secretariat did to it, and marks it as seen', async () => {
  const { page } = reader
  await reader.open('/gaps/G-05')
  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  await page.getByRole('button', { name: 'Unfollow' }).waitFor()

  await curator.open('/gaps/G-05/progress')
  await curator.page.locator('input[name=progress][value=GREEN]').check()
  await curator.page.locator('[name=note]').fill('A first draft counts water behind the electricity.')
  await curator.page.locator('[name=source]').fill('the minutes of the group')
  await curator.page.locator('main form button[type=submit]').last().click()
  await curator.page.waitForURL(/\/gaps\/G-05(#|$)/)

  await reader.open('/me')
  await page.getByRole('link', { name: 'One piece of news' }).click()
  await reader.reach('/me/follows', 'What I follow')
  expect(await page.locator('#news').innerText()).toMatch(/recorded how the work on the gap G-05/)
  await page.getByRole('button', { name: 'I have seen it' }).click()
  await page.getByText('Nothing new').waitFor()
})

it('[NO-2] keeps a filtered list under a name, follows it, opens it again, and drops it', async () => {
  const { page } = reader
  await reader.open('/gaps?topic=WATER&open=true')
  await page.getByRole('link', { name: 'Keep this view' }).click()
  await reader.reach(/\/me\/views\/new/, 'Keep this view')
  await page.getByLabel('Name').fill('Water, still open')
  await page.getByLabel('Tell me what changes in it').check()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.waitForURL(/\/me\/follows/)
  await page.getByRole('link', { name: 'Water, still open', exact: true }).click()
  await reader.reach(/\/gaps\?/, 'Gaps')
  expect(new URL(page.url()).searchParams.getAll('topic')).toEqual(['WATER'])
  await reader.open('/me/follows')
  await page.getByRole('button', { name: 'Drop “Water, still open”' }).click()
  await page.getByText('You keep no views yet').waitFor()
})

it('[TL-1] sees the items of a list in time, and the same as a table', async () => {
  const { page } = reader
  await reader.open('/roadmap?q=21031')
  await page.getByRole('link', { name: 'Timeline', exact: true }).click()
  await page.waitForURL(/view=timeline/)
  await page
    .getByRole('img', { name: /Published 2024/ })
    .first()
    .waitFor()
  await page.getByRole('link', { name: 'Dates as table' }).click()
  await page.waitForURL(/view=timeline-table/)
  await page
    .locator('tbody')
    .filter({ hasText: /ISO\/IEC 21031:2024[\s\S]*Published/ })
    .waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe('21031')
})

it('[LG-2] walks from item to item in the picture of what hangs together, by keyboard', async () => {
  const { page } = reader
  await reader.open('/items/itu-t-l-1801-02-2026')
  await page.locator('#relations').getByRole('link', { name: 'As a picture' }).click()
  await reader.reach(/\/lineage$/, /^What hangs together with/)
  const box = page.locator('.graph a[href$="/lineage"]').first()
  const href = await box.getAttribute('href')
  expect(await page.locator(`#table a[href="${href}"]`).count()).toBeGreaterThan(0)
  await box.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === href)
})

it('[CI-1] copies a citation as BibTeX', async () => {
  const { page } = reader
  await reader.open('/gaps/G-05')
  await page.locator('#cite summary').first().click()
  expect(await page.locator('#cite pre').first().innerText()).toMatch(/^@misc\{rapporteur-g-05,/)
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!) as {
    identifier: string
  }
  expect(data.identifier).toBe('G-05')
})
