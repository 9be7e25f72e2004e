import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let curator: Visitor

beforeAll(async () => {
  visitors = await openForVisitors()
  curator = await visitors.arrive({ email: 'secretariat@example.org' })
})
afterAll(() => visitors.stop())

it('the secretariat records a gap, names an item, tells progress, closes it by a decision; a reader sees it all', async () => {
  const { page } = curator
  await curator.open('/gaps')
  await page.getByRole('link', { name: 'Record a gap' }).click()
  await curator.reach('/gaps/new', 'Record a gap')
  await page.getByLabel('Title').fill('Heat that is given away')
  await page.getByLabel('Water', { exact: true }).check()
  await page.getByRole('button', { name: 'Record a gap' }).click()
  // Without a description: refused beside the field, and what was typed is still there.
  await page.getByText('Describe what is missing.').first().waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('Heat that is given away')
  await page.getByLabel('Description').fill('No standard says how reused heat is credited.')
  await page.getByRole('button', { name: 'Record a gap' }).click()
  await page.waitForURL(/\/gaps\/G-\d+$/)
  await page.getByRole('heading', { level: 1, name: 'Heat that is given away' }).waitFor()
  const address = new URL(page.url()).pathname

  await page.getByRole('link', { name: 'Name an item for it' }).click()
  await curator.reach(`${address}/coverage/new`, 'Name an item for it')
  await page.getByRole('textbox', { name: /^Item/ }).fill('ISO/IEC 21031:2024')
  await page.getByRole('combobox', { name: /^How far/ }).selectOption('FULL')
  await page.getByRole('button', { name: 'Name an item for it' }).click()
  await page.getByText('name the clause or quote its words').first().waitFor()
  await page.getByLabel('Clause of the item').fill('7.3')
  await page.getByRole('button', { name: 'Name an item for it' }).click()
  await page.waitForURL(new RegExp(`${address}#coverage$`))
  await page.getByText('is it closed?').waitFor()

  await page.getByRole('link', { name: 'Record progress' }).click()
  await curator.reach(`${address}/progress`, 'Record progress')
  await page.getByRole('radio', { name: /^Moving/ }).check()
  await page.getByRole('textbox', { name: /^What moved/ }).fill('The first draft is out.')
  await page.getByRole('textbox', { name: /^Source/ }).fill('TD 12')
  await page.getByRole('button', { name: 'Record progress' }).click()
  await page.locator('#progress').getByText('The first draft is out.').waitFor()

  await page.locator('.page-header').getByRole('link', { name: 'Close this gap' }).click()
  await curator.reach(`${address}/close`, 'Close this gap')
  await page.getByRole('textbox', { name: /^Decision/ }).fill('Meeting 4, item 7')
  await page.getByLabel('Decided by').fill('The focus group')
  await page.getByLabel('Day of the decision').fill('2026-01-15')
  await page.getByRole('button', { name: 'Close this gap' }).click()
  await page.locator('#closing').getByText('Meeting 4, item 7').waitFor()
  expect(curator.problems).toEqual([])

  const reader = await visitors.arrive()
  await reader.open(address)
  const seen = await reader.page.locator('main').innerText()
  for (const words of [
    'Closed',
    'Meeting 4, item 7',
    'The focus group',
    '7.3',
    'not reviewed yet',
    'The first draft is out.',
  ]) {
    expect(seen).toContain(words)
  }
  expect(seen).not.toContain('Edit this gap')
  expect(reader.problems).toEqual([])
})

it('an old number goes on leading to the gap into which it was merged, also without scripts', async () => {
  const page = (await visitors.arrive({ email: 'secretariat@example.org', javaScriptEnabled: false })).page
  await page.goto('/gaps/G-05/merge')
  await page.getByLabel('Into which gap').fill('G-02')
  await page.getByRole('button', { name: 'Merge into another gap' }).click()
  await page.getByText('Say why.').first().waitFor()
  expect(await page.getByLabel('Into which gap').inputValue()).toBe('G-02')
  await page.getByLabel('Why').fill('They ask for the same.')
  await page.getByRole('button', { name: 'Merge into another gap' }).click()
  await page.waitForURL(/\/gaps\/G-02\?was=G-05/)

  const answer = await fetch(`${visitors.app.url}/gaps/G-05`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/gaps/G-02?was=G-05'])
  const reader = await visitors.arrive()
  await reader.open('/gaps/G-05')
  expect(await reader.page.locator('main').innerText()).toContain('They ask for the same.')
  await reader.page.locator('#numbers').getByRole('link', { name: /G-05/ }).click()
  await reader.page.waitForURL(/\/gaps\/G-05\?own=true/)
  await reader.page.getByText('G-05 was merged into another gap').waitFor()
  expect(reader.problems).toEqual([])
})
