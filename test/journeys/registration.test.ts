import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { overflow, violations } from './axe.js'
import { pressUntil, tabTo } from './keyboard.js'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
beforeAll(async () => {
  visitors = await openForVisitors()
})
afterAll(() => visitors.stop())

const meeting = '/groups/example/meetings/2'
const registration = `${meeting}/registration`

/** Sets how many places there are, as the chair does it. */
async function offer(chair: Visitor, places: number): Promise<void> {
  await chair.open(`${registration}/offer`)
  await chair.page.getByLabel('Places in the room').fill(String(places))
  await chair.page.locator('#offer-form button[type=submit]').click()
  await chair.reach(registration, 'Registration')
}

async function register({ page, open }: Visitor): Promise<void> {
  await open(registration)
  await page.getByRole('radio', { name: 'On site' }).check()
  await page.getByRole('combobox', { name: /^Representing/ }).fill('Example Institute of Measurement')
  await page.getByRole('radio', { name: 'Yes, print my name' }).check()
  await page.getByRole('button', { name: 'Register' }).click()
}

it('[RG-2, RG-3] of two for one place the second waits, and moves up before their eyes when the first withdraws', async () => {
  const chair = await visitors.arrive({ email: 'chair@example.org' })
  // Two on site have registered in the starter world; one place more is free.
  await offer(chair, 3)
  await chair.page.getByText('1 of 3 left').waitFor()

  const first = await visitors.arrive({ email: 'contributor@example.org' })
  await register(first)
  await first.page.getByText('You are registered and have a place in the room.').waitFor()

  const second = await visitors.arrive({ email: 'reader@example.org' })
  await second.open(registration)
  await second.page.getByText('You would be the first in the waiting list.').waitFor()
  await register(second)
  await second.page.getByText('You are on the waiting list, at place 1.').waitFor()
  await second.open(registration)

  await first.page.getByRole('button', { name: 'Withdraw' }).click()
  await first.page.getByText('You have withdrawn your registration.').waitFor()
  await second.page.getByText('You are registered and have a place in the room.').waitFor()
  await second.page.getByText('You moved up from the waiting list').waitFor()
  const outbox = await second.page.request.get('/dev/outbox')
  expect(await outbox.text()).toMatch(/You have a place: Second meeting[\s\S]*reader@example\.org/)

  for (const visitor of [first, second]) {
    expect(await violations(visitor.page)).toEqual([])
    expect(visitor.problems).toEqual([])
    await visitor.context.close()
  }

  // Whoever keeps the list sees all of it, and may take it along as a file.
  await chair.open(`${registration}/list`)
  const rows = chair.page.locator('#registered tbody tr')
  expect(await rows.count()).toBe(5)
  expect(await chair.page.locator('#registered').innerText()).toMatch(/Rita Solberg[\s\S]*Has a place/)
  expect(await violations(chair.page)).toEqual([])
  const file = await chair.page.request.get(`${registration}/list.csv`)
  expect(await file.text()).toMatch(/Rita Solberg,Example Institute of Measurement/)
  expect((await chair.page.request.get(`${registration}/list.xlsx`)).status()).toBe(200)
  const stranger = await visitors.arrive()
  expect((await stranger.page.request.get(`${visitors.app.url}${registration}/list.csv`)).status()).toBe(404)
  await stranger.open(registration)
  const seen = await stranger.page.locator('main').innerText()
  expect(seen).toContain('Rita Solberg')
  expect(seen).toContain('Sign in to register')
  // Who did not agree is printed nowhere.
  expect(seen).not.toContain('Leila')
  await stranger.context.close()
  expect(chair.problems).toEqual([])
  await chair.context.close()
})

it('a registration by keyboard alone; what was typed stays when something is missing', async () => {
  const { page, open, problems, context } = await visitors.arrive({ email: 'participant@example.org' })
  await open(registration)
  await tabTo(page, 'input[name="affiliation"]')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Institute of Nowhere')
  await pressUntil(page, 'Tab', '#registration-form button[type="submit"]')
  await page.keyboard.press('Enter')
  await page.getByText('Please say whether your name may be printed').first().waitFor()
  expect(await page.getByRole('combobox', { name: /^Representing/ }).inputValue()).toBe('Institute of Nowhere')
  problems.length = 0 // the refusal came with its status, which the browser reports
  await tabTo(page, 'input[name="consents"]')
  await page.keyboard.press('Space')
  await pressUntil(page, 'Tab', '#registration-form button[type="submit"]')
  await page.keyboard.press('Enter')
  await page.locator('#your-registration', { hasText: 'Change what you said' }).waitFor()
  expect(problems).toEqual([])
  await context.close()
})

it('without scripts one registers and withdraws; a phone shows each page without scrolling sideways', async () => {
  const { page, context } = await visitors.arrive({ email: 'editor2@example.org', javaScriptEnabled: false })
  await page.goto(registration)
  await page.getByRole('radio', { name: 'Remote' }).check()
  await page.getByRole('radio', { name: 'No, leave me out' }).check()
  await page.getByRole('button', { name: 'Register' }).click()
  await page.getByText('You are registered to take part remotely.').waitFor()
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await page.getByText('You have withdrawn your registration.').waitFor()
  await context.close()

  const chair = await visitors.arrive({ email: 'chair@example.org', viewport: { width: 360, height: 800 } })
  for (const path of ['', '/offer', '/list', '/new']) {
    await chair.open(registration + path)
    expect([path, await overflow(chair.page), await violations(chair.page)]).toEqual([path, [], []])
  }
  await chair.context.close()
})

it('[RG-10] on the days of the meeting one checks in on its page, and the chair sees it and corrects', async () => {
  const before = visitors.app.clock.now().toISOString()
  visitors.app.clock.set('2026-05-12T03:00:00Z')
  const chair = await visitors.arrive({ email: 'chair@example.org' })
  await chair.open(`${meeting}/attendance`)
  await chair.page.getByText('Nobody is checked in').waitFor()
  const reader = await visitors.arrive({ email: 'reader@example.org' })
  await reader.open(meeting)
  await reader.page.getByRole('button', { name: 'I am here, on site' }).click()
  await reader.page.getByText('You are checked in on site.').waitFor()
  expect(new URL(reader.page.url()).pathname).toBe(meeting)
  expect(await violations(reader.page)).toEqual([])

  await chair.page.locator('#attendance tbody tr', { hasText: 'Rita Solberg' }).waitFor()
  await chair.page
    .getByRole('button', { name: /^Check Edda Lindqvist in/ })
    .first()
    .waitFor()
  await chair.page.locator('#attendance').getByText('Correct').last().click()
  await chair.page.getByRole('textbox', { name: /^From/ }).fill('2026-05-12T09:30')
  await chair.page.getByRole('button', { name: 'Save' }).click()
  await chair.page.locator('#attendance tbody tr', { hasText: '09:30' }).waitFor()

  // Rita leaves while the chair corrects when she came: that she left is not overwritten unseen.
  const correct = async (from: string) => {
    await chair.page.getByRole('textbox', { name: /^From/ }).fill(from)
  }
  await correct('2026-05-12T09:15')
  visitors.app.clock.set('2026-05-12T04:00:00Z')
  await reader.page.getByRole('button', { name: 'Leave', exact: true }).click()
  await reader.page.getByRole('button', { name: 'I am here, on site' }).waitFor()
  await chair.page.locator('#attendance tbody tr', { hasText: '11:00' }).waitFor()
  await chair.page.getByRole('button', { name: 'Save' }).click()
  await chair.page.getByRole('alert').filter({ hasText: 'changed' }).first().waitFor()
  await chair.page.locator('#attendance tbody tr', { hasText: '09:30' }).filter({ hasText: '11:00' }).waitFor()
  expect(await violations(chair.page)).toEqual([])
  expect([...chair.problems, ...reader.problems]).toEqual([])
  visitors.app.clock.set(before)
})

it('[CL-1 to CL-4] the chair words a clause, issues the letter, and corrects it; whoever reads it sees what changed', async () => {
  const chair = await visitors.arrive({ email: 'chair@example.org' })
  const { page } = chair
  await chair.open(`${meeting}/call`)
  await page.getByText('Draft, not issued yet').waitFor()
  expect(await page.locator('main').innerText()).toContain('Settle the method for stating water use')
  await page.getByRole('link', { name: 'Word anew: clause 3' }).click()
  await chair.reach(/clauses\/participation$/, 'Word clause 3 anew')
  await page.getByLabel('Who may take part').fill('All who measure water are welcome.\n\n- with figures\n- or without')
  await page.getByRole('button', { name: 'Save' }).click()
  await chair.reach(/call\?view=draft$/, 'Convening letter')
  await page.getByText('Worded by hand').waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByRole('link', { name: 'Issue the letter' }).click()
  await chair.reach(/call\/issue$/, 'Issue the letter')
  await page.getByLabel('Reference').fill('Letter 2026/3')
  await page.getByRole('button', { name: 'Issue the letter' }).click()
  await chair.reach(`${meeting}/call`, 'Convening letter')
  await page.getByText('Letter 2026/3').first().waitFor()
  await chair.open(meeting)
  await page.getByText('(Letter 2026/3)').waitFor()

  const reader = await visitors.arrive({ viewport: { width: 360, height: 800 } })
  await reader.open(`${meeting}/call`)
  const seen = await reader.page.locator('main').innerText()
  expect(seen).toContain('All who measure water are welcome.')
  expect(seen).not.toContain('Word anew')
  expect(await overflow(reader.page)).toEqual([])
  expect(await violations(reader.page)).toEqual([])

  // More places are another letter.
  await offer(chair, 60)
  await chair.open(`${meeting}/call`)
  await page.getByRole('link', { name: 'Issue a corrigendum' }).click()
  await chair.reach(/call\/issue$/, 'Issue a corrigendum')
  await page.getByRole('button', { name: 'Issue a corrigendum' }).click()
  await page.getByText('Please say what changed and why.').first().waitFor()
  chair.problems.length = 0 // the refusal came with its status, which the browser reports
  await page.getByLabel('What changed, and why').fill('The host found a larger room.')
  await page.getByRole('button', { name: 'Issue a corrigendum' }).click()
  await chair.reach(`${meeting}/call`, 'Convening letter')
  // The reader's page follows by itself.
  await reader.page.getByText('The host found a larger room.').waitFor()
  expect(await reader.page.locator('#corrigenda').innerText()).toMatch(/Corrigendum 1[\s\S]*There are 60 places/)
  await reader.open(`${meeting}/call?issue=0`)
  await reader.page.getByText('You see the letter as first issued.').waitFor()
  expect([...chair.problems, ...reader.problems]).toEqual([])
  await reader.context.close()
  await chair.context.close()
})
