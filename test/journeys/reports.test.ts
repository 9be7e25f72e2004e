/** From the closing of a meeting to the report that is read and printed. [RP-1, RP-3, RP-4, RP-6] */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { violations } from './axe.js'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let chair: Visitor
const meeting = '/groups/example/meetings/1'

beforeAll(async () => {
  visitors = await openForVisitors()
  chair = await visitors.arrive({ email: 'chair@example.org', viewport: { width: 1440, height: 900 } })
})
afterAll(() => visitors.stop())

it('a chair closes a meeting, finds the draft, writes in it, writes a clause anew and freezes it; a reader reads and prints it', async () => {
  const { page } = chair
  await chair.open(`${meeting}/report`)
  await page.getByRole('button', { name: 'Make the draft' }).waitFor()
  await chair.open(`${meeting}/patents`)
  await page.getByRole('button', { name: 'Save the record' }).click()
  await chair.reach(/\/meetings\/1#patents$/, /First meeting/)
  await chair.open(`${meeting}/close`)
  await page.getByRole('button', { name: 'Close the meeting' }).click()
  await chair.reach(new RegExp(`${meeting}$`), /First meeting/)

  // The draft is there, and says where nothing was recorded.
  await page.getByRole('navigation').getByRole('link', { name: 'Report', exact: true }).click()
  await chair.reach(`${meeting}/report`, /^Report: /)
  await page.getByText('This is a draft').waitFor()
  const article = page.locator('article.report')
  const drafted = await article.innerText()
  for (const words of ['Chair: Charles Adeyemi', 'No minutes were recorded.', 'the chair asked whether anybody knew'])
    expect(drafted).toContain(words)
  expect(await violations(page)).toEqual([])

  // Somebody writes in it.
  await page.getByRole('link', { name: 'Open in the writing room' }).click()
  await page.locator('.sheet-text').getByText('No minutes were recorded.').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' The group spoke about water at length.')
  await page.waitForFunction(() => /^Saved/.test(document.querySelector<HTMLElement>('.saved')?.innerText ?? ''))
  await chair.open(`${meeting}/report`)
  await article.getByText('The group spoke about water at length.').waitFor()

  // The records change: what they say now is shown, and what somebody wrote is not given up.
  const cookie = await visitors.app.signIn('secretariat@example.org')
  interface Action {
    id: string
    revision: number
    text: string
  }
  const { data } = await visitors.app.query<{ meeting: { actions: Action[] } }>(
    '{ meeting(group: "example", number: 1) { actions { id revision text } } }',
    {},
    { cookie },
  )
  const { id, revision: expectedRevision, text } = data!.meeting.actions.at(-1)!
  const { errors } = await visitors.app.query(
    'mutation ($input: UpdateActionInput!) { updateAction(input: $input) { revision } }',
    { input: { id, expectedRevision, text, ownerWords: 'The pump office', dueMeeting: 2 } },
    { cookie },
  )
  expect(errors ?? []).toEqual([])
  await chair.open(`${meeting}/report/renew`)
  await page.getByText('The pump office').first().waitFor()
  await page.getByRole('button', { name: 'Write the ticked clauses anew' }).click()
  await chair.reach(/\/report\?view=draft$/, /^Report: /)
  await article.getByText('The pump office').waitFor()
  expect(await article.innerText()).toContain('The group spoke about water at length.')

  // Frozen, with all of it in sight.
  await page.getByRole('link', { name: 'Freeze the report' }).click()
  await chair.reach(`${meeting}/report/freeze`, 'Freeze the report')
  expect(await page.getByRole('radio', { name: /^By the chair/ }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Freeze this text' }).click()
  await chair.reach(`${meeting}/report`, /^Report: /)
  const hash = await page.locator('#about .hash').innerText()
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(await page.locator('#about').innerText()).toContain('by Charles Adeyemi')
  expect(await page.getByRole('link', { name: 'Freeze the report' }).count()).toBe(0)

  // Anybody reads it, without scripts, and prints it.
  const reader = await visitors.arrive({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } })
  expect(await reader.open('/groups/example/reports')).toBe(200)
  await reader.page.getByRole('link', { name: /^Report: / }).click()
  const read = await reader.page.locator('main').innerText()
  for (const words of ['The group spoke about water at length.', 'Chair: Charles Adeyemi', hash])
    expect(read).toContain(words)
  expect(read).not.toMatch(/@example\.org|\{P\d/)
  expect(await reader.page.getByRole('link', { name: 'Open in the writing room' }).count()).toBe(0)
  expect(await reader.page.locator('html').getAttribute('data-running-note')).toContain(hash.slice(0, 16))
  const printed = await reader.page.pdf({ preferCSSPageSize: true })
  expect(printed.subarray(0, 5).toString()).toBe('%PDF-')
  expect([...printed.toString('latin1').matchAll(/\/Type \/Page\b/g)].length).toBeGreaterThan(1)
  for (const visitor of [chair, reader]) expect(visitor.problems).toEqual([])
})
