/** Two people write the minutes of a meeting at once; what they write is the record, and closing the meeting freezes it. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { KeyboardRoom, soon } from './by-keyboard.js'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let chair: Visitor
let secretary: Visitor
const wide = { viewport: { width: 1440, height: 900 } }

beforeAll(async () => {
  visitors = await openForVisitors()
  chair = await visitors.arrive({ email: 'chair@example.org', ...wide })
  secretary = await visitors.arrive({ email: 'secretariat@example.org', ...wide })
})
afterAll(() => visitors.stop())

/** Puts the caret into the empty paragraph with which a clause of the minutes begins, writes there, and goes on below. */
async function discuss(room: KeyboardRoom, title: string): Promise<void> {
  const clause = room.page.locator('.sheet-text > section', { has: room.page.locator(`h2:text-is("${title}")`) })
  await room.page.locator('.sheet-text[contenteditable=true]').waitFor()
  await clause.locator('p').first().click()
  await room.isIn('.sheet-text')
  await room.type(`Discussed: ${title}.`)
  await clause.getByText(`Discussed: ${title}.`).waitFor()
  await room.press('Enter')
  await soon(
    'an empty paragraph',
    async () => (await clause.locator('p').nth(1).innerText()).trim() === '',
    () => room.text(),
  )
}

/** Makes a record of the paragraph of the caret. `holder`: whoever it asks for. */
async function record(room: KeyboardRoom, kind: string, words: string, holder?: string): Promise<void> {
  await room.type(`/${kind}`)
  await room.page.getByRole('option', { name: kind }).first().waitFor()
  await room.press('Enter')
  if (holder !== undefined) {
    await room.isIn('.popover input')
    await room.type(holder)
    await room.press('Enter')
    await room.isIn('.sheet-text')
  }
  await room.type(words)
  // Left, it is kept.
  await room.press('Enter')
}

const factsOf = (page: Page) => page.locator('.record-facts')

it('[RC-1 to RC-8] two windows write minutes that are the record, until closing freezes them', async () => {
  const [anna, ben] = [new KeyboardRoom(chair.page), new KeyboardRoom(secretary.page)]
  const minutes = '/groups/example/meetings/1/minutes'
  await chair.open(minutes)
  await chair.page.getByRole('button', { name: 'Open the minutes' }).click()
  await chair.page.waitForURL(/\/documents\/[0-9a-f-]{36}$/)
  const address = new URL(chair.page.url()).pathname
  await chair.page.locator('.sheet-text').waitFor()
  await secretary.open(address)

  await discuss(anna, 'Plan of deliverables')
  await record(anna, 'Decision', 'The plan is agreed.')
  await discuss(ben, 'Closing')
  await record(ben, 'Action', 'Send the plan to the parent group.', 'The secretariat')
  await discuss(anna, 'Working groups and who leads them')
  await record(anna, 'Reservation', 'One group would do.', 'Example Works')
  const name = await factsOf(secretary.page)
    .getByRole('link', { name: /^Decision \d+$/ })
    .first()
    .innerText()
  await factsOf(chair.page)
    .getByRole('link', { name: /^Action \d+$/ })
    .first()
    .waitFor()
  await factsOf(chair.page).getByRole('link', { name: 'Reservation' }).first().waitFor()

  // They are rows of the record at once.
  const reader = await visitors.arrive({ email: 'chair@example.org', ...wide })
  await reader.open('/groups/example/decisions')
  await reader.page.getByText('The plan is agreed.').first().waitFor()
  await reader.open('/groups/example/actions')
  await reader.page.getByText('Send the plan to the parent group.').first().waitFor()
  await reader.open('/groups/example/reservations')
  await reader.page.getByText('One group would do.').first().waitFor()

  // Worded better in the record, it reads so in both windows.
  await reader.open(`/groups/example/decisions/${name.replace(/\D/g, '')}/correct`)
  await reader.page.getByRole('textbox', { name: /^The decision in words/ }).fill('The plan of deliverables is agreed.')
  await reader.page.getByRole('textbox', { name: /^What was wrong/ }).fill('Which plan was not said.')
  await reader.page.getByRole('button', { name: 'Mend it' }).click()
  await reader.page.waitForURL(/\/decisions\/\d+$/)
  await anna.shows(/The plan of deliverables is agreed\./)
  await ben.shows(/The plan of deliverables is agreed\./)

  // Deleting asks; whoever keeps it has it.
  const agreed = 'The plan of deliverables is agreed.'
  await chair.page.locator('.sheet-text p', { hasText: agreed }).click()
  const caret = () =>
    chair.page.evaluate(() => [getSelection()?.anchorNode?.textContent, getSelection()?.anchorOffset] as const)
  await soon('the caret in the record', async () => (await caret())[0] === agreed, caret)
  await anna.press('Home')
  await soon('the caret at its start', async () => (await caret())[1] === 0, caret)
  await anna.press('Backspace')
  const asked = chair.page.getByRole('alertdialog').or(chair.page.getByRole('dialog'))
  await asked.getByText('Delete from the minutes?').waitFor()
  await asked.getByRole('button', { name: 'Keep' }).click()
  await anna.shows(/^Decision: The plan of deliverables is agreed\.$/)

  // Closing asks for the answer to the question about patents, which the minutes give.
  await reader.open('/groups/example/meetings/1/close')
  await reader.page.getByRole('button', { name: 'Close the meeting' }).click()
  await reader.page.getByRole('alert').first().waitFor()
  await discuss(ben, 'Question about patents')
  await record(ben, 'Question about patents', 'Asked; nobody knew of any.')
  await factsOf(chair.page).getByRole('link', { name: 'Question about patents' }).first().waitFor()
  await reader.open('/groups/example/meetings/1/close')
  await reader.page.getByRole('button', { name: 'Close the meeting' }).click()
  await reader.page.waitForURL(/\/meetings\/1$/)

  // From then on nobody writes in them, also in windows that are open.
  await soon('read only', async () => (await secretary.page.locator('.sheet-text[contenteditable=true]').count()) === 0)
  await reader.open(minutes)
  const page = await reader.page.locator('main').innerText()
  for (const said of ['These minutes are frozen', 'Version 1', 'SHA-256', 'The plan of deliverables is agreed.'])
    expect(page).toContain(said)
  for (const visitor of [chair, secretary]) expect(visitor.problems).toEqual([])
})
