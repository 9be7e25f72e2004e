import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { checkCalendar, propertyIn, readText, type CalendarComponent } from '../builders/calendars.js'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
const there: Visitor[] = []

beforeAll(async () => {
  visitors = await openForVisitors()
})
afterAll(() => visitors.stop())
afterEach(async () => {
  for (const { problems, context } of there.splice(0)) {
    expect(problems).toEqual([])
    await context.close()
  }
})
async function arrive(email?: string, more: object = {}): Promise<Visitor> {
  const visitor = await visitors.arrive({ ...(email && { email }), ...more })
  there.push(visitor)
  return visitor
}
const calendar = async (address: string): Promise<CalendarComponent> => {
  const answer = await fetch(new URL(address, visitors.app.url))
  expect(answer.status).toBe(200)
  return checkCalendar(await answer.text())
}
const eventOf = (whole: CalendarComponent, title: string) =>
  whole.components.find((one) => one.name === 'VEVENT' && readText(propertyIn(one, 'SUMMARY').value).includes(title))!

describe('the calendar', () => {
  it('[IC-5] is subscribed to under a secret address that is shown once, and ended', async () => {
    const { page, open } = await arrive('editor@example.org')
    await open('/me')
    await page.locator('#calendar').getByRole('link', { name: 'Make an address' }).click()
    await page.waitForURL('/me/calendar')
    await page.getByRole('button', { name: 'Make an address' }).click()
    const address = await page.locator('code.secret').innerText()
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/calendar\/[\w-]{43}\.ics$/)
    expect(eventOf(await calendar(address), 'Second meeting')).toBeDefined()

    await open('/me/calendar')
    expect(await page.locator('code.secret').count()).toBe(0)
    await page.getByRole('button', { name: 'End the address' }).click()
    await page.getByText('There is no address yet').waitFor()
    expect((await fetch(address)).status).toBe(404)
  })

  it('[MT-9, IC-3] follows a move: whoever takes part is told, and the same entry lies on other days', async () => {
    const file = '/groups/example/meetings/2.ics'
    const before = eventOf(await calendar(file), 'Second meeting')
    const chair = await arrive('chair@example.org')
    await chair.open('/groups/example/meetings/2/move?startsOn=2026-06-09&endsOn=2026-06-11')
    const preview = await chair.page.locator('#what-moves').innerText()
    expect(preview).toMatch(/Who is told\s+6 people: .*2 editors/)
    await chair.page.locator('#what-moves').getByLabel('Reason').fill('The host has no room in May.')
    await chair.page.locator('#what-moves').getByRole('button', { name: 'Move the meeting' }).click()
    await chair.reach('/groups/example/meetings/2', /Second meeting/)

    const after = eventOf(await calendar(file), 'Second meeting')
    expect(propertyIn(after, 'UID')).toEqual(propertyIn(before, 'UID'))
    expect(propertyIn(after, 'DTSTART').value).toMatch(/^202606(08|09)/)
    expect(Number(propertyIn(after, 'SEQUENCE').value)).toBe(Number(propertyIn(before, 'SEQUENCE').value) + 1)

    const editor = await arrive('editor@example.org')
    // A job tells them, a moment after the move: the page is asked again until it has.
    for (let tries = 0; tries < 50; tries += 1) {
      await editor.open('/me/notices')
      if (await editor.page.getByText('has moved').count()) break
    }
    expect(await editor.page.locator('#notices').innerText()).toMatch(
      /FG-EXAMPLE has moved Second meeting.* from 12 May 2026 to 9 Jun 2026.*The host has no room in May\./,
    )
    // Two more tell them of the action that the example has given them.
    const bar = editor.page.getByRole('banner').getByRole('link', { name: '3 notices' })
    await bar.waitFor()
    await editor.page.getByRole('button', { name: 'I have seen them' }).click()
    await editor.page.getByRole('heading', { name: 'No new notices' }).waitFor()
    expect(await bar.count()).toBe(0)
    // Whoever moved it knows it already.
    await chair.open('/me/notices')
    await chair.page.getByText('You have been told nothing yet').waitFor()
  })

  it('[RM-5] is reminded of, as the chair sees it beforehand and arranges it, also without scripts', async () => {
    const { page, open } = await arrive('chair@example.org', { javaScriptEnabled: false })
    await open('/groups/example/meetings/2/reminders')
    const rows = page.locator('table tbody tr', { hasText: 'Contributions' })
    const text = await rows.first().innerText()
    expect(text).toContain('14 days before')
    expect(text).toMatch(/07:00 (Geneva|Zurich)/)
    expect(text).toContain('Everybody who takes part')
    expect(text).toMatch(/7 people: chair, .*2 editors/)
    const off = page.getByRole('button', { name: /^Switch off.*Contributions, 7 days before$/ })
    await off.click()
    await page.getByRole('button', { name: /^Switch on.*Contributions, 7 days before$/ }).waitFor()
    await page.getByLabel('Of what').selectOption({ label: 'Contributions' })
    await page.getByLabel('Days before').fill('many')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByText('Please give a number of days').first().waitFor()
    await page.getByLabel('Of what').selectOption({ label: 'Contributions' })
    await page.getByLabel('Days before').fill('3')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByRole('button', { name: /^Take away.*Contributions, 3 days before$/ }).waitFor()
  })

  it('[MT-11, MT-12] ends with a meeting that its chair closes, and a decision opens again', async () => {
    const { page, open, reach } = await arrive('chair@example.org')
    await open('/groups/example/meetings/1')
    await page.getByRole('link', { name: 'Close the meeting' }).click()
    await reach('/groups/example/meetings/1/close', 'Close the meeting')
    // What closing asks for is named, with the way there.
    await page.getByRole('link', { name: /whether the question about patents was asked/ }).click()
    await reach('/groups/example/meetings/1/patents', 'Known patents')
    await page.getByRole('button', { name: 'Save the record' }).click()
    await reach(/\/groups\/example\/meetings\/1(#.*)?$/, /First meeting/)
    await open('/groups/example/meetings/1/close')
    await page.getByRole('button', { name: 'Close the meeting' }).click()
    await reach('/groups/example/meetings/1', /First meeting/)
    expect(await page.getByRole('link', { name: 'Edit details' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Open it again' }).click()
    await reach('/groups/example/meetings/1/reopen', 'Open it again')
    await page.getByLabel('Decision').fill('Decision 4 of the second meeting')
    await page.getByLabel('Reason').fill('A reservation was left out.')
    await page.getByRole('button', { name: 'Open it again' }).click()
    await reach('/groups/example/meetings/1', /First meeting/)
    expect(await page.locator('main').innerText()).toContain('Decision 4 of the second meeting.')
    await page.getByRole('link', { name: 'What each state allows' }).click()
    await reach('/help/meetings', 'What each state of a meeting allows')
  })
})
