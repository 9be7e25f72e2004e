import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { pressUntil, tabTo } from './keyboard.js'
import { openForVisitors, takenOver, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let chair: Visitor

beforeAll(async () => {
  visitors = await openForVisitors()
})
afterAll(() => visitors.stop())
beforeEach(async () => {
  chair = await visitors.arrive()
})
afterEach(async () => {
  expect(chair.problems).toEqual([])
  await chair.context.close()
})

/** One click, as the sign-in page offers it. */
async function signIn(): Promise<void> {
  await chair.open('/sign-in?to=/groups/example')
  await chair.page.getByRole('button', { name: 'Sign in as Charles Adeyemi' }).click()
  await chair.reach('/groups/example', /Example Focus Group/)
}

// The live update was missed once on a machine under heavy load, for a reason not found yet: the first failure is printed, then tried again.
jest.retryTimes(1, { logErrorsBeforeRetry: true })

describe('the chair', () => {
  it('signs in with one click, calls a meeting and sees each deadline explained before and after', async () => {
    const { page } = chair
    await signIn()
    await page.getByRole('link', { name: 'Call a meeting' }).first().click()
    await chair.reach('/groups/example/meetings/new', 'Call a meeting')
    expect(await page.locator('#dates').innerText()).toContain('Choose the first day')

    await page.getByLabel('First day').fill('2027-09-14')
    await page.getByLabel('Last day').fill('2027-09-16')
    const preview = page.locator('.beside-preview')
    await preview.getByText('12 calendar days').first().waitFor()
    const before = await preview.innerText()
    await page.getByLabel('First day').fill('2027-09-13')
    await page.waitForFunction(
      (text) => document.querySelector<HTMLElement>('.beside-preview')!.innerText !== text,
      before,
    )

    await page.getByRole('button', { name: 'Call a meeting' }).click()
    await chair.reach(/\/meetings\/4$/, /Fourth meeting/)
    const rows = page.locator('#key-dates tbody tr')
    const count = await rows.count()
    expect(count).toBeGreaterThan(3)
    for (const row of await rows.all()) {
      const text = await row.innerText()
      // A date, its zone, the rule that gives it and the clause that the rule comes from: never a bare date.
      expect(text).toMatch(/\d{1,2} \w+ 20\d\d/)
      expect(text).toMatch(/Geneva|Zurich/)
      expect(text).toMatch(/D-[A-Z]+-\d/)
    }
    expect(await page.locator('#activity').innerText()).toContain('Charles Adeyemi')
  })

  it('publishes a date by hand with a reason, which then stands beside the computed one', async () => {
    const { page } = chair
    await signIn()
    await chair.open('/groups/example/meetings/2')
    const row = page.locator('#key-dates tbody tr', { hasText: 'Contributions' }).first()
    await row.getByRole('link', { name: /Set by hand/ }).click()
    await chair.reach(/dates\?obligation=/, 'Publish a date by hand')
    await page.getByRole('textbox', { name: 'New date' }).fill('2026-04-20')
    await page.getByRole('button', { name: 'Publish a date by hand' }).click()
    // Without the reason: refused beside the field, and the day is still there.
    await page.getByText('say in a sentence why').first().waitFor()
    expect(await page.getByRole('textbox', { name: 'New date' }).inputValue()).toBe('2026-04-20')

    await page.getByLabel('Reason').fill('Translation needs a week more.')
    await page.getByRole('button', { name: 'Publish a date by hand' }).click()
    await chair.reach('/groups/example/meetings/2', /Second meeting/)
    const published = await page
      .locator('#key-dates tbody tr', { hasText: 'Translation needs a week more.' })
      .innerText()
    expect(published).toContain('20 Apr 2026')
    expect(published).toMatch(/earlier/)
  })

  it('moves a meeting, seeing first what moves with it', async () => {
    const { page } = chair
    await signIn()
    await chair.open('/groups/example/meetings/2')
    await page.getByRole('link', { name: 'Move the meeting' }).click()
    await page.waitForURL(/\/move$/)
    await page.getByLabel('First day').fill('2026-06-09')
    await page.getByLabel('Last day').fill('2026-06-11')
    await page.getByRole('button', { name: 'Show what moves' }).click()
    await page.locator('#what-moves').waitFor()
    const moves = await page.locator('#what-moves').innerText()
    expect(moves).toMatch(/28 days later/)
    // Nothing has happened yet.
    const { data } = await visitors.app.query<{ meeting: { startsOn: string } }>(
      '{ meeting(group: "example", number: 2) { startsOn } }',
    )
    expect(data!.meeting.startsOn).toBe('2026-05-12')

    await page.locator('#what-moves').getByLabel('Reason').fill('The host has no room in May.')
    await page.locator('#what-moves').getByRole('button', { name: 'Move the meeting' }).click()
    await chair.reach('/groups/example/meetings/2', /Second meeting/)
    expect(await page.locator('main').innerText()).toContain('9 Jun 2026')
  })

  it('loses nothing that was typed when somebody else was faster', async () => {
    const { page } = chair
    await signIn()
    await chair.open('/groups/example/meetings/2/edit')
    await page.getByLabel('Title').fill('A title that took me long')

    const second = await chair.context.newPage()
    await second.goto('/groups/example/meetings/2/edit')
    await takenOver(second)
    await second.getByLabel('Host').fill('Somebody faster')
    await second.getByRole('button', { name: 'Save' }).click()
    await second.waitForURL('/groups/example/meetings/2')

    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The meeting was changed while you worked on it.').waitFor()
    expect(await page.getByLabel('Title').inputValue()).toBe('A title that took me long')
    await page.getByRole('button', { name: 'Save' }).click()
    await chair.reach('/groups/example/meetings/2', /A title that took me long/)
    chair.problems.length = 0 // the refusal came with its status, which the browser reports
  })

  it('and whoever looks on sees it happen, in another window, without doing anything', async () => {
    const onlooker = await visitors.arrive()
    const listens = new Promise<void>((resolve) => {
      onlooker.page.on('websocket', (line) =>
        line.on('framesent', ({ payload }) => String(payload).includes('"subscribe"') && resolve()),
      )
    })
    await onlooker.open('/groups/example/meetings/2')
    await listens
    await signIn()
    const rename = async (title: string) => {
      await chair.open('/groups/example/meetings/2/edit')
      await chair.page.getByLabel('Title').fill(title)
      await chair.page.getByRole('button', { name: 'Save' }).click()
      await chair.reach('/groups/example/meetings/2', new RegExp(title))
    }
    await rename('Renamed while somebody looks on')
    await onlooker.page.locator('h1', { hasText: 'Renamed while somebody looks on' }).waitFor()
    await onlooker.page.getByText(/This page was updated at \d\d:\d\d/).waitFor()
    expect(onlooker.problems).toEqual([])
    await onlooker.context.close()
  })

  it('does all of it with the keyboard alone', async () => {
    const { page } = chair
    await chair.open('/sign-in?to=/groups/example/meetings/2')
    await tabTo(page, 'button[aria-label="Sign in as Charles Adeyemi"]')
    await page.keyboard.press('Enter')
    await page.locator('#key-dates tbody tr').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await page.evaluate(() => document.activeElement?.closest('#key-dates tbody tr') != null)).toBe(true)

    await chair.open('/groups/example/meetings/2')
    await tabTo(page, 'a[href$="/meetings/2/move"]')
    await page.keyboard.press('Enter')
    await chair.reach(/\/move$/, 'Move the meeting')
    await tabTo(page, 'input[name="startsOn"]')
    await page.keyboard.type('07072026')
    await tabTo(page, 'input[name="endsOn"]')
    await page.keyboard.type('08072026')
    await page.keyboard.press('Enter')
    await page.locator('#what-moves').waitFor()
    await pressUntil(page, 'Tab', '#what-moves button[type="submit"]')
    await page.keyboard.press('Enter')
    await page.locator('#key-dates').waitFor()
    expect(await page.locator('main').innerText()).toContain('7 Jul 2026')
  })
})
