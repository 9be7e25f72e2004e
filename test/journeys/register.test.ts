import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
beforeAll(async () => {
  visitors = await openForVisitors()
})
afterAll(() => visitors.stop())

/** Adds an item, renames it, records a stage and confirms it; with scripts or without. */
async function keepsAnItem({ page }: Visitor, at: { draft: string; slug: string; published: string }): Promise<void> {
  await page.goto('/roadmap')
  await page.getByRole('link', { name: 'Add an item' }).click()
  await page.waitForURL('/items/new')
  await page.getByLabel('Designation').fill(at.draft)
  await page.getByLabel('Title', { exact: true }).fill('Water use of inference in data centres')
  await page.getByLabel('Type').selectOption({ label: 'Recommendation' })
  await page.getByLabel('Stage', { exact: true }).fill('Under study')
  await page.getByRole('checkbox', { name: 'Water' }).first().check()
  await page.getByLabel('What it is about').fill('How to meter the water that inference uses.')
  // The body is missing: refused beside the field, and all that was typed is still there.
  await page.getByRole('button', { name: 'Add an item' }).click()
  await page.getByText('Please choose the body that publishes it.').first().waitFor()
  expect(await page.getByLabel('What it is about').inputValue()).toBe('How to meter the water that inference uses.')
  expect(await page.getByRole('checkbox', { name: 'Water' }).first().isChecked()).toBe(true)
  await page.getByLabel('Body', { exact: false }).first().selectOption('itu-t')
  await page.getByRole('button', { name: 'Add an item' }).click()
  await page.waitForURL(`/items/${at.slug}`)
  await page.getByRole('heading', { level: 1, name: at.draft }).waitFor()

  await page.getByRole('link', { name: 'Rename the item' }).click()
  await page.waitForURL(/\/rename$/)
  await page.getByLabel('Designation').fill(at.published)
  await page.getByRole('button', { name: 'Show what it does' }).click()
  await page.locator('#what-changes').waitFor()
  expect(await page.locator('#what-changes').innerText()).toMatch(new RegExp(`/items/${at.slug}[\\s\\S]*${at.draft}`))
  await page.getByLabel('First day of the new name').fill('2026-02-20')
  await page.getByRole('button', { name: 'Rename it' }).click()
  await page.waitForURL(`/items/${at.slug}`)
  await page.getByRole('heading', { level: 1, name: at.published }).waitFor()

  await page.getByRole('link', { name: 'Record a stage' }).click()
  await page.waitForURL(/\/stage$/)
  await page.getByLabel('Stage', { exact: true }).fill('Consented')
  await page.getByLabel('Reached on').fill('2026-02-30')
  await page.getByLabel('Source').fill('https://www.itu.int/work')
  await page.getByLabel('I have read it there').check()
  await page.getByRole('button', { name: 'Record a stage' }).click()
  await page.getByText('There is no such date as 2026-02-30').first().waitFor()
  expect(await page.getByLabel('Source').inputValue()).toBe('https://www.itu.int/work')
  await page.getByLabel('Reached on').fill('2026-02')
  await page.getByRole('button', { name: 'Record a stage' }).click()
  await page.waitForURL(`/items/${at.slug}`)
  await page.locator('#stages').getByText('Consented').waitFor()

  await page.locator('#source').getByRole('link', { name: 'Check it' }).click()
  await page.waitForURL(/\/roadmap\/to-check\/ITEM\//)
  await page.getByLabel('Where you looked').fill('https://www.itu.int/rec')
  await page.getByLabel('To be checked again on').fill('2027-03-01')
  await page.getByRole('button', { name: 'Save what you found' }).click()
  await page.locator('#recorded').getByText('Confirmed in its source').waitFor()
  expect(await page.locator('#recorded').innerText()).toContain('1 Mar 2027')
}

describe('the register', () => {
  it('is kept by the secretariat, and a reader finds an item by its old name', async () => {
    const secretariat = await visitors.arrive({ email: 'secretariat@example.org' })
    const at = { draft: 'L.JOURNEY-A', slug: 'l-journey-a', published: 'ITU-T L.9990 (02/2026)' }
    await keepsAnItem(secretariat, at)

    const reader = await visitors.arrive()
    await reader.open('/items/L.JOURNEY-A')
    await reader.reach('/items/l-journey-a', at.published)
    const text = await reader.page.locator('main').innerText()
    for (const said of ['L.JOURNEY-A', 'Consented', 'Feb 2026', '20 Feb 2026']) expect(text).toContain(said)
    expect(text).not.toContain('Rename the item')
    await reader.open('/roadmap?q=L.JOURNEY-A')
    expect(await reader.page.locator('main table tbody').innerText()).toContain(at.published)
    await Promise.all([secretariat.context.close(), reader.context.close()])
  })

  it('is kept without scripts just as well', async () => {
    const secretariat = await visitors.arrive({ email: 'secretariat@example.org', javaScriptEnabled: false })
    await keepsAnItem(secretariat, { draft: 'L.JOURNEY-B', slug: 'l-journey-b', published: 'ITU-T L.9991 (02/2026)' })
    await secretariat.context.close()
  })

  it('shows a reader with an account what waits, and what they find waits for the secretariat', async () => {
    const reader = await visitors.arrive({ email: 'reader@example.org' })
    await reader.open('/roadmap')
    await reader.page.getByRole('link', { name: 'Facts to check' }).click()
    await reader.reach('/roadmap/to-check', 'Facts to check')
    await reader.page.getByRole('link', { name: 'Check it' }).first().click()
    await reader.page.waitForURL(/\/to-check\/[A-Z_]+\//)
    await reader.page.getByLabel('It changed').check()
    await reader.page.getByLabel('Where you looked').fill('https://www.example.org/catalogue')
    await reader.page.getByRole('button', { name: 'Say what you found' }).click()
    await reader.page.getByText('A text is missing here.').first().waitFor()
    expect(await reader.page.getByLabel('Where you looked').inputValue()).toBe('https://www.example.org/catalogue')
    await reader.page.getByLabel('What changed').fill('It was withdrawn in January.')
    await reader.page.getByRole('button', { name: 'Say what you found' }).click()
    await reader.page.locator('#reports').getByText('It was withdrawn in January.').waitFor()
    const at = new URL(reader.page.url()).pathname

    const secretariat = await visitors.arrive({ email: 'secretariat@example.org' })
    await secretariat.open('/roadmap/to-check?reported=true')
    await secretariat.page.getByText('1 report waits').first().waitFor()
    await secretariat.open(at)
    await secretariat.page.locator('#reports').getByRole('button', { name: 'Take it', exact: true }).click()
    await secretariat.page.locator('#reports').waitFor({ state: 'detached' })
    await Promise.all([secretariat.context.close(), reader.context.close()])
  })
})
