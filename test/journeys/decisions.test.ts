import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let chair: Visitor
let participant: Visitor

beforeAll(async () => {
  visitors = await openForVisitors()
  chair = await visitors.arrive({ email: 'chair@example.org', viewport: { width: 1440, height: 900 } })
  participant = await visitors.arrive({ email: 'participant@example.org', viewport: { width: 1440, height: 900 } })
})
afterAll(() => visitors.stop())

it('a chair records a decision, a participant has a reservation, and an action returns on the page of the next meeting', async () => {
  const { page } = chair
  await chair.open('/groups/example/meetings/1')
  await page.locator('#decisions').getByRole('link', { name: 'Record a decision' }).click()
  await chair.reach('/groups/example/decisions/new?meeting=1', 'Record a decision')
  await page.getByRole('radio', { name: /^Approved/ }).check()
  await page.getByRole('textbox', { name: /^The decision in words/ }).fill('The scope of the report is approved.')
  // Whoever chooses another meeting meanwhile loses nothing of it.
  for (const number of ['2', '1']) {
    await page.getByRole('combobox', { name: 'Meeting' }).selectOption(number)
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.locator(`input[type=hidden][name=meeting][value="${number}"]`).waitFor({ state: 'attached' })
  }
  await page.getByRole('textbox', { name: /^Or about something of the register/ }).fill('G-01')
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await page
    .locator('#decisions')
    .getByRole('link', { name: /The scope of the report is approved/ })
    .click()
  await chair.reach(/\/groups\/example\/decisions\/\d+$/, /^Decision \d+$/)
  const address = new URL(page.url()).pathname

  // Somebody who takes part puts their words beside it.
  await participant.open(address)
  await participant.page.getByRole('link', { name: 'Enter a reservation' }).click()
  await participant.page.getByRole('textbox', { name: /^What you hold against it/ }).fill('Metering is left out.')
  await participant.page.getByRole('button', { name: 'Enter it' }).click()
  await participant.page.locator('.held').getByText('Metering is left out.').waitFor()

  // The chair answers them in place.
  await chair.open(address)
  await page.getByText('Answer it', { exact: true }).click()
  await page.getByRole('textbox', { name: /^Answer/ }).fill('It comes with clause 4.')
  await page.getByRole('button', { name: 'Save the answer' }).click()
  await page.locator('.held-answer').getByText('It comes with clause 4.').waitFor()

  // From the decision follows an action, which returns at the next meeting.
  await page.getByRole('link', { name: 'Hand out an action' }).click()
  await chair.reach(/\/groups\/example\/actions\/new\?decision=/, 'Hand out an action')
  await page.getByRole('textbox', { name: /^What is to be done/ }).fill('Write clause 4.')
  await page.getByRole('textbox', { name: /^Or an organisation or office/ }).fill('The secretariat')
  await page.getByRole('button', { name: 'Hand it out' }).click()
  await page
    .locator('#actions')
    .getByRole('link', { name: /Write clause 4/ })
    .waitFor()
  await chair.open('/groups/example/meetings/2')
  await page
    .locator('#to-report')
    .getByRole('link', { name: /Write clause 4/ })
    .waitFor()

  const reader = await visitors.arrive()
  await reader.open(address)
  const seen = await reader.page.locator('main').innerText()
  for (const words of ['The scope of the report is approved.', 'Metering is left out.', 'It comes with clause 4.'])
    expect(seen).toContain(words)
  for (const words of ['Reverse it', 'Answer it', 'Enter a reservation']) expect(seen).not.toContain(words)
  for (const visitor of [chair, participant, reader]) expect(visitor.problems).toEqual([])
})

it('a consensus call is opened, objected to, answered and ratified; nothing of it is counted', async () => {
  const { page } = chair
  await chair.open('/groups/example/consensus')
  await page.getByRole('link', { name: 'Open a consensus call' }).first().click()
  await chair.reach('/groups/example/consensus/new', 'Open a consensus call')
  await page
    .getByRole('textbox', { name: /^What the group is asked to agree to/ })
    .fill('The report goes to the parent.')
  await page.getByRole('button', { name: 'Put it to the group' }).click()
  await chair.reach(/\/groups\/example\/consensus\/\d+$/, 'The report goes to the parent.')
  const address = new URL(page.url()).pathname

  await participant.open(address)
  await participant.page.getByRole('radio', { name: /^I object/ }).check()
  await participant.page.getByRole('textbox', { name: /^In your words/ }).fill('Clause 4 is not done.')
  await participant.page.getByRole('button', { name: 'Send the answer' }).click()
  await participant.page.locator('.held').getByText('Clause 4 is not done.').waitFor()

  // Its last day passes.
  await visitors.app.app
    .get(DataSource)
    .query(`update consensus_call set opens_at = '2020-01-01', closes_on = '2020-01-08', closes_at = '2020-01-09'`)
  await chair.open(address)
  const ratify = page.locator('#ratify')
  await ratify.getByText('An objection has no answer yet').waitFor()
  await page.getByText('Answer it', { exact: true }).click()
  await page.getByRole('textbox', { name: /^Answer/ }).fill('It is done since yesterday.')
  await page.getByRole('button', { name: 'Save the answer' }).click()
  await page.locator('.held-answer').getByText('It is done since yesterday.').waitFor()
  await ratify.getByRole('textbox', { name: /^The outcome in words/ }).fill('The report goes to the parent.')
  await ratify.getByRole('button', { name: 'Ratify' }).click()
  await page.getByText('Ratified', { exact: true }).first().waitFor()
  await page.getByRole('link', { name: /^Decision \d+$/ }).click()
  await chair.reach(/\/groups\/example\/decisions\/\d+$/, /^Decision \d+$/)
  expect(await page.locator('#reservations').innerText()).toContain('It is done since yesterday.')
  expect(chair.problems.filter((problem) => !/422/.test(problem))).toEqual([])
  expect(participant.problems).toEqual([])
})
