import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let curator: Visitor

beforeAll(async () => {
  visitors = await openForVisitors()
  curator = await visitors.arrive({ email: 'secretariat@example.org' })
})
afterAll(() => visitors.stop())

it('[PR-4, PR-6] an editor rewords a principle and says how an item stands; a reader sees versions and matrix', async () => {
  const { page } = curator
  await curator.open('/principles')
  await page.getByRole('link', { name: /^P-02 / }).click()
  await curator.reach('/principles/P-02', /^Whole life cycle, several criteria/)
  await page.getByRole('link', { name: 'Reword it' }).click()
  await curator.reach('/principles/P-02/reword', 'Reword it')
  const statement = page.getByRole('textbox', { name: /^What it says/ })
  const before = await statement.inputValue()
  await statement.fill(before.replace('a single impact', 'one impact'))
  await page.getByRole('button', { name: 'Reword it' }).click()
  // Without a reason: refused beside the field, and the new words are still there.
  await page.getByText('Please say why.').first().waitFor()
  expect(await statement.inputValue()).toContain('one impact')
  await page.getByLabel('Worded so since').fill('2026-02-20')
  await page.getByRole('textbox', { name: /^Why it is worded otherwise/ }).fill('One word for it in all principles.')
  await page.getByRole('textbox', { name: /^Source/ }).fill('Second edition, clause 4')
  await page.getByRole('button', { name: 'Reword it' }).click()
  await page.waitForURL('/principles/P-02')
  await page.locator('#wordings').getByText('Version 2').first().waitFor()

  await curator.open('/principles?view=matrix&q=L.1801')
  // One stop for the Tab key in the matrix; arrows go from cell to cell.
  await page.locator('[data-cell="0-0"]').focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.locator(':focus').getAttribute('href')).toBe('/principles/P-02/items/itu-t-l-1801-02-2026')
  await page.keyboard.press('Enter')
  await curator.reach('/principles/P-02/items/itu-t-l-1801-02-2026', 'ITU-T L.1801 (02/2026) against P-02')
  await page.getByRole('radio', { name: 'Meets it in part' }).check()
  await page.getByRole('button', { name: 'Say how it stands' }).click()
  await page.getByText('does so in some clause').first().waitFor()
  expect(await page.getByRole('radio', { name: 'Meets it in part' }).isChecked()).toBe(true)
  await page.getByRole('textbox', { name: /^Clause of the item/ }).fill('7.2')
  await page.getByRole('button', { name: 'Say how it stands' }).click()
  await page.locator('#stand').getByText('7.2').waitFor()
  expect(curator.problems).toEqual([])

  const reader = await visitors.arrive()
  await reader.open('/principles/P-02')
  expect(await reader.page.getByRole('link', { name: 'Reword it' }).count()).toBe(0)
  await reader.page.getByRole('button', { name: 'Compare two wordings' }).click()
  await reader.page.waitForURL(/from=1&to=2/)
  const compared = reader.page.locator('#compare')
  await compared.waitFor()
  expect(await compared.locator('del').innerText()).toContain('a single')
  expect(await compared.locator('ins').innerText()).toContain('one')
  expect(await reader.page.locator('#stands').innerText()).toMatch(/ITU-T L\.1801[\s\S]*Meets it in part[\s\S]*7\.2/)
  await reader.open('/principles?view=matrix&q=L.1801&as=table')
  const table = await reader.page.getByRole('table').innerText()
  expect(table).toMatch(/P-01\s+Unknown/)
  expect(table).toMatch(/P-02\s+Meets it in part/)
  await reader.open('/items/itu-t-l-1801-02-2026')
  expect(await reader.page.locator('#principles').innerText()).toMatch(
    /P-02[\s\S]*Meets it in part[\s\S]*Not assessed against/,
  )
  expect(reader.problems).toEqual([])
})

it('[RE-3, RE-7] an editor relates two items, a circle is refused with a sentence, and the relation ends', async () => {
  const { page } = curator
  const relate = async (slug: string, sought: string, says: string, other: string) => {
    await curator.open(`/items/${slug}/relations/new`)
    await page.getByLabel('Its designation or words of its title').fill(sought)
    await page.getByRole('button', { name: 'Find it' }).click()
    await page.getByRole('radio', { name: other }).check()
    await page.getByLabel('What holds').selectOption({ label: says })
    await page.getByRole('textbox', { name: 'Clause' }).fill('Foreword')
    await page.getByRole('button', { name: 'Add a relation' }).click()
  }
  await relate('iso-iec-21031-2024', 'l 1801', 'Supersedes', 'ITU-T L.1801 (02/2026)')
  await page.waitForURL('/items/iso-iec-21031-2024#relations')
  await page.locator('#relations').getByText('Foreword').waitFor()

  await relate('itu-t-l-1801-02-2026', '21031', 'Supersedes', 'ISO/IEC 21031:2024')
  await page.getByText('This would make an item supersede itself').first().waitFor()
  expect(await page.getByRole('textbox', { name: 'Clause' }).inputValue()).toBe('Foreword')

  await curator.open('/items/itu-t-l-1801-02-2026')
  await page.getByRole('link', { name: 'Change the relation “Is superseded by ISO/IEC 21031:2024”' }).click()
  await curator.reach(/\/relations\/[0-9a-f-]+\/edit$/, 'Change a relation')
  await page.getByRole('textbox', { name: 'Why' }).fill('It was recorded for a look at the page.')
  await page.getByRole('button', { name: 'End this relation' }).click()
  await page.waitForURL('/items/itu-t-l-1801-02-2026#relations')
  await page.getByText('1 relation that held before, or never did').click()
  await page.locator('#relations').getByText('It was recorded for a look at the page.').waitFor()
  expect(curator.problems).toEqual([])
})

it('[RE-2] a relation is added without scripts too', async () => {
  const { page } = await visitors.arrive({ email: 'secretariat@example.org', javaScriptEnabled: false })
  await page.goto('/items/gsf-swi/relations/new?sought=GRI+303')
  await page.getByLabel('What holds').selectOption({ label: 'Overlaps with' })
  await page.getByRole('radio', { name: /^GRI 303/ }).check()
  await page.getByRole('button', { name: 'Add a relation' }).click()
  await page.waitForURL('/items/gsf-swi#relations')
  await page.goto('/items/gsf-swi/relations/new?sought=GRI+303')
  await page.getByLabel('What holds').selectOption({ label: 'Overlaps with' })
  await page.getByRole('radio', { name: /^GRI 303/ }).check()
  await page.getByRole('button', { name: 'Add a relation' }).click()
  await page.getByText('are related in this way is recorded already').first().waitFor()
})
