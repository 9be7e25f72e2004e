import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let curator: Visitor

beforeAll(async () => {
  visitors = await openForVisitors()
  curator = await visitors.arrive({ email: 'secretariat@example.org' })
})
afterAll(() => visitors.stop())

it('[ED-2] [ED-9] an edition is frozen, the register goes on, and a reader sees on screen what changed since', async () => {
  const { page } = curator
  await curator.open('/editions')
  await page.getByRole('link', { name: 'Begin an edition' }).click()
  await curator.reach('/editions/new', 'Begin an edition')
  await page.getByRole('button', { name: 'Begin the draft' }).click()
  await page.getByText('Give it a name.').first().waitFor()
  await page.getByRole('textbox', { name: /^Name/ }).fill('Spring edition')
  await page.getByRole('textbox', { name: /^Contributors/ }).fill('Ana María | García; ITU; Spain; editor\nBo Li')
  await page.getByRole('button', { name: 'Begin the draft' }).click()
  await curator.reach('/editions/spring-edition', 'Spring edition')
  await page.getByRole('link', { name: 'Freeze' }).click()
  await curator.reach('/editions/spring-edition/freeze', 'Freeze Spring edition')
  await page.getByRole('button', { name: 'Freeze it for good' }).click()
  await page.getByText('Say that you have read it through.').first().waitFor()
  await page.getByRole('checkbox', { name: /I have read it through/ }).check()
  await page.getByRole('button', { name: 'Freeze it for good' }).click()
  await curator.reach('/editions/spring-edition', 'Spring edition')
  await page.getByText('Edition 3').first().waitFor()
  await page.getByRole('button', { name: 'Make it again and compare' }).click()
  await page.getByText('It is what was frozen').waitFor()

  // The register goes on: a stage moves, a gap is closed.
  await curator.open('/items/ieee-p7100/stage')
  await page.getByLabel('Stage', { exact: true }).fill('SA ballot')
  await page.getByLabel('Source').fill('https://standards.ieee.org/')
  await page.getByLabel('I have read it there').check()
  await page.getByRole('button', { name: 'Record a stage' }).click()
  await page.waitForURL(/\/items\/ieee-p7100(#.*)?$/)
  await curator.open('/gaps/G-02/close')
  await page.getByRole('textbox', { name: /^Decision/ }).fill('Meeting 4, item 7')
  await page.getByLabel('Decided by').fill('The focus group')
  await page.getByLabel('Day of the decision').fill('2026-02-15')
  await page.getByRole('textbox', { name: /^Other items/ }).fill('ISO/IEC 21031:2024')
  await page.getByRole('button', { name: 'Close this gap' }).click()
  await page.locator('#closing').getByText('Meeting 4, item 7').waitFor()
  expect(curator.problems).toEqual([])

  const reader = await visitors.arrive()
  await reader.open('/editions/spring-edition')
  await reader.page.getByRole('link', { name: 'Compare with today' }).click()
  await reader.reach(/\/editions\/compare\?from=spring-edition/, 'What changed')
  const closed =
    'G-02 Boundary of the training footprint was closed by ISO/IEC 21031:2024: Meeting 4, item 7, 15 Feb 2026.'
  await reader.page.getByText(closed).waitFor()
  await reader.page.getByText('IEEE P7100 moved from Active PAR (In development) to SA ballot (In approval).').waitFor()

  await reader.page.getByRole('checkbox', { name: /Gap closed/ }).check()
  await reader.page.getByRole('button', { name: 'Compare', exact: true }).click()
  await reader.page.waitForURL(/kind=GAP_CLOSED/)
  await reader.page.getByText(/moved from/).waitFor({ state: 'detached' })
  await reader.page.getByRole('link', { name: closed }).click()
  await reader.reach(/\/editions\/compare\/gap-closed\.g-02/, 'G-02')
  const address = reader.page.url()
  expect(reader.problems).toEqual([])

  // The address of the one change, in another browser without scripts.
  const other = await visitors.arrive({ javaScriptEnabled: false })
  await other.open(address)
  expect(await other.page.locator('main').innerText()).toContain(closed)
  await other.page.getByRole('link', { name: 'All changes between the two' }).click()
  await other.page.getByText(closed).waitFor()
})

it('[ED-10] [ED-11] a visitor without an account comments on a draft by e-mail; it is confirmed, published and answered', async () => {
  const { page } = curator
  await curator.open('/editions/new')
  await page.getByRole('textbox', { name: /^Name/ }).fill('Summer edition')
  await page.getByRole('button', { name: 'Begin the draft' }).click()
  await curator.reach('/editions/summer-edition', 'Summer edition')
  await page.getByRole('link', { name: 'Open for review' }).click()
  await curator.reach('/editions/summer-edition/review/days', 'Open for review')
  await page.getByLabel('First day').fill('2026-03-01')
  await page.getByLabel('Last day').fill('2026-03-31')
  await page.getByRole('button', { name: 'Open the review' }).click()
  await curator.reach('/editions/summer-edition', 'Summer edition')

  const visitor = await visitors.arrive({ javaScriptEnabled: false })
  const { page: theirs } = visitor
  await visitor.open('/editions/summer-edition')
  await theirs.getByRole('link', { name: 'Read and comment' }).click()
  await theirs.getByRole('textbox', { name: /^Your comment/ }).fill('Heat is missing.')
  await theirs.getByRole('textbox', { name: /^About/ }).fill('G-04')
  await theirs.getByRole('button', { name: 'Send the comment' }).click()
  await theirs.getByText('Write your name.').first().waitFor()
  expect(await theirs.getByRole('textbox', { name: /^Your comment/ }).inputValue()).toBe('Heat is missing.')
  await theirs.getByRole('textbox', { name: /^Your name/ }).fill('Ada Stranger')
  await theirs.getByRole('textbox', { name: /^Your e-mail/ }).fill('ada@example.net')
  await theirs.getByRole('button', { name: 'Send the comment' }).click()
  await theirs.getByText('A letter is on its way.').waitFor()
  await visitor.open('/dev/outbox')
  const link = /http:\S+\/review\/confirm\?secret=[\w-]+/.exec(await theirs.locator('body').innerText())![0]
  await visitor.open(new URL(link).pathname + new URL(link).search)
  await theirs.getByRole('button', { name: 'Confirm' }).click()
  await theirs.getByText('Your comment is confirmed').waitFor()

  await curator.open('/editions/summer-edition/review')
  await page.locator('#waiting').getByText('Heat is missing.').waitFor()
  await page.getByRole('button', { name: 'Decline' }).click()
  await page.getByText('A comment is declined with a reason').first().waitFor()
  await page.getByRole('button', { name: 'Publish' }).click()
  const published = page.locator('#comments')
  await published.getByText('Heat is missing.').waitFor()
  await published.getByText('Answer of the editors').first().click()
  await published.getByRole('textbox', { name: /^Answer/ }).fill('It is added.')
  await published.getByRole('button', { name: 'Save the answer' }).click()
  await published.locator('blockquote').getByText('It is added.').waitFor()
  expect(curator.problems.filter((problem) => !problem.includes('422'))).toEqual([])

  const reader = await visitors.arrive()
  await reader.open('/editions/summer-edition/review')
  const seen = await reader.page.locator('main').innerText()
  for (const words of ['Heat is missing.', 'Ada Stranger', 'G-04', 'It is added.']) expect(seen).toContain(words)
  expect(await reader.page.content()).not.toContain('ada@example.net')
})
