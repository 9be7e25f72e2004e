import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openForVisitors, type Visitors } from './visitors.js'

let visitors: Visitors
beforeAll(async () => {
  visitors = await openForVisitors()
})
afterAll(() => visitors.stop())

it('[BO-2, BO-3, BO-4] an editor adds a committee, renames it, may not put its parent under it, and ends it', async () => {
  const curator = await visitors.arrive({ email: 'secretariat@example.org' })
  const { page } = curator
  await curator.open('/bodies/itu-t-sg5')
  await page.getByRole('link', { name: 'Add a committee' }).click()
  await curator.reach(/\/bodies\/new/, 'Add a body')
  await page.getByLabel('What it is in charge of').fill('Warmth that data centres give away.')
  await page.getByLabel('Language 1').fill('fr')
  await page.getByLabel('Name 1').fill('Question 21')
  await page.getByRole('button', { name: 'Add a body' }).click()
  // Without a name: refused beside the field, and all that was typed is still there.
  await page.getByText('Please write how it is called.').first().waitFor()
  expect(await page.getByLabel('What it is in charge of').inputValue()).toBe('Warmth that data centres give away.')
  await page.getByLabel('Full name').fill('Question 21 of SG5')
  await page.getByLabel('Acronym', { exact: true }).fill('Q21/5')
  await page.getByRole('button', { name: 'Add a body' }).click()
  await curator.reach('/bodies/q21-5', /Question 21 of SG5/)

  await curator.open('/bodies/itu-t-sg5/edit')
  await page.locator('#edit-part').getByLabel('Belongs to').selectOption('q21-5')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('This body would stand under itself.').first().waitFor()

  await curator.open('/bodies/q21-5/edit')
  await page.locator('#rename-part').getByLabel('Full name').fill('Question 21 on reused heat')
  await page.getByRole('button', { name: 'Rename it' }).click()
  await curator.reach('/bodies/q21-5', /Question 21 on reused heat/)
  await page.getByRole('link', { name: 'Change what is known' }).click()
  await curator.reach('/bodies/q21-5/edit', 'Change what is known')
  await page.getByLabel('Its work goes on in').selectOption('itu-t-sg5')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('A body has a successor once it has ended.').first().waitFor()
  await page.getByLabel('Ended on').fill('2026-02-01')
  await page.getByRole('button', { name: 'Save' }).click()
  await curator.reach('/bodies/q21-5', /Question 21 on reused heat/)
  expect(curator.problems).toEqual([])

  const reader = await visitors.arrive()
  await reader.open('/bodies?q=Question+21+of')
  await reader.page
    .locator('main')
    .getByRole('link', { name: /Q21\/5/ })
    .click()
  await reader.reach('/bodies/q21-5', /Question 21 on reused heat/)
  const seen = await reader.page.locator('main').innerText()
  for (const words of ['Ended on', '1 Feb 2026', 'SG5', 'Question 21 of SG5', 'Warmth that data centres give away.'])
    expect(seen).toContain(words)
  expect(seen).not.toContain('Change what is known')
  expect(reader.problems).toEqual([])
})
