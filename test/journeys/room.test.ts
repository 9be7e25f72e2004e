/** Two windows in one room: a chair who has only a keyboard, and a delegate who follows, leaves, comes back, speaks and loses the network. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { DataSource } from 'typeorm'
import { documentsIn } from '../process/documents-of-a-meeting.js'
import { violations, overflow } from './axe.js'
import { openForVisitors, takenOver, type Visitor, type Visitors } from './visitors.js'

const agenda = '/groups/example/meetings/2/agenda'
const room = '/groups/example/meetings/2/room'

let visitors: Visitors
let chair: Visitor
let delegate: Visitor

beforeAll(async () => {
  visitors = await openForVisitors()
  const { data } = await visitors.app.query<{ meeting: { startsOn: string } }>(
    '{ meeting(group: "example", number: 2) { startsOn } }',
  )
  // Bangkok is seven hours ahead: ten o'clock on the first day.
  visitors.app.clock.set(`${data!.meeting.startsOn}T03:00:00Z`)
  chair = await visitors.arrive({ email: 'chair@example.org' })
  delegate = await visitors.arrive({ email: 'participant@example.org' })
})
afterAll(() => visitors.stop())

/** Waits until the large row of the room reads so. */
const at = (page: Page, row: string) => page.locator('#room-now', { hasText: row }).waitFor()

/** Opens a page and waits until it hears news. */
async function openAndListen(visitor: Visitor, path: string): Promise<void> {
  const listens = new Promise<void>((resolve) => {
    visitor.page.on('websocket', (line) =>
      line.on('framesent', ({ payload }) => String(payload).includes('"subscribe"') && resolve()),
    )
  })
  await visitor.open(path)
  await listens
}

describe('the agenda', () => {
  it('[AG-4, AG-6] is worked on by keys alone, and whoever reads it sees it happen', async () => {
    const { page } = chair
    await openAndListen(delegate, agenda)
    await chair.open(agenda)
    await page.keyboard.press('c')
    await page.locator('.agenda-row', { hasText: 'How water use is stated' }).waitFor()
    await delegate.page.locator('.agenda-row', { hasText: 'How water use is stated' }).waitFor()
    const row = page.locator('.agenda-row', { hasText: 'Report of the last meeting' })
    await row.focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.locator('.agenda-row[aria-label="3 Report of the last meeting"]').waitFor()
    await page.keyboard.press('Alt+ArrowRight')
    await page.locator('.agenda-row[aria-label="2.1 Report of the last meeting"]').waitFor()
    await delegate.page.locator('.agenda-row[aria-label="2.1 Report of the last meeting"]').waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await page.locator('.agenda-row[aria-label="3 Report of the last meeting"]').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      '3 Report of the last meeting',
    )
    await page.keyboard.press('Enter')
    await page.locator('.agenda-form').getByRole('textbox', { name: 'Title' }).fill('Report of the first meeting')
    await page.locator('.agenda-form').getByRole('button', { name: 'Save' }).press('Enter')
    await page.locator('.agenda-row[aria-label="3 Report of the first meeting"]').waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('[AG-3] keeps what one of two writes in a row while the other still types in it', async () => {
    const other = await visitors.arrive({ email: 'secretariat@example.org' })
    const title = ({ page }: Visitor) => page.locator('.agenda-form').getByRole('textbox', { name: 'Title' })
    const save = ({ page }: Visitor) => page.locator('.agenda-form').getByRole('button', { name: 'Save' }).click()
    await openAndListen(other, agenda)
    for (const who of [chair, other]) {
      await who.open(agenda)
      await who.page.getByRole('link', { name: /^Change \d+ Any other business/ }).click()
      await title(who).waitFor()
    }
    await title(other).fill('Anything else')
    await title(chair).fill('Other business, in brief')
    await save(chair)
    // The news is there, beside what was typed.
    await other.page.locator('.agenda-row', { hasText: 'Other business, in brief' }).waitFor()
    await save(other)
    await other.page.getByRole('alert').filter({ hasText: 'changed' }).first().waitFor()
    expect(await title(other).inputValue()).toBe('Anything else')
    await chair.open(agenda)
    await chair.page.locator('.agenda-row', { hasText: 'Other business, in brief' }).waitFor()
    // Seen and meant: the second time it is saved.
    await save(other)
    await other.page.locator('.agenda-row', { hasText: 'Anything else' }).waitFor()
  })
})

describe('the door of the room', () => {
  it('[RO-1] lets in who waits before it, as soon as the chair opens it', async () => {
    const day = visitors.app.clock.now()
    visitors.app.clock.set(new Date(day.getTime() - 5 * 86_400_000).toISOString())
    await openAndListen(delegate, room)
    await delegate.page.getByText('The room is closed').waitFor()
    await chair.open(room)
    await chair.page.getByRole('button', { name: 'Open to rehearse' }).click()
    await delegate.page.getByText('Not begun yet').waitFor()
    await chair.page.getByRole('button', { name: 'End the rehearsal' }).click()
    await delegate.page.getByText('The room is closed').waitFor()
    visitors.app.clock.set(day.toISOString())
  })
})

describe('the room', () => {
  it('[RO-2, RO-4] goes where the chair goes by keyboard, on every screen that follows', async () => {
    await openAndListen(delegate, room)
    await openAndListen(chair, room)
    expect(await delegate.page.getByText('Not begun yet').count()).toBe(1)
    await chair.page.keyboard.press('n')
    await at(chair.page, '1 Opening of the meeting')
    await at(delegate.page, '1 Opening of the meeting')
    await chair.page.keyboard.press('3')
    await at(delegate.page, '1.1 Welcome')
    await delegate.page.locator('.room-rows', { hasText: 'Approved' }).waitFor()
    await chair.page.keyboard.press('g')
    await chair.page.keyboard.type('4')
    await chair.page.keyboard.press('Enter')
    await at(delegate.page, '4 Incoming')
    expect(await violations(chair.page)).toEqual([])
    expect(await violations(delegate.page)).toEqual([])
  })

  it('[RO-4] lets a delegate look elsewhere and come back with one key', async () => {
    const { page } = delegate
    await page.getByRole('link', { name: /^6 Contributions/ }).click()
    await page.getByText('You look at 6, the room is at 4.').waitFor()
    await chair.page.keyboard.press('n')
    await page.getByText('You look at 6, the room is at 5.').waitFor()
    await at(page, '6 Contributions')
    await page.keyboard.press('b')
    await at(page, '5 Objectives')
    await page.getByText('You look at 6').waitFor({ state: 'detached' })
  })

  it('[RO-5, RO-7] takes a delegate on the list by one key, and the chair gives the floor by one', async () => {
    await delegate.page.keyboard.press('s')
    await chair.page.locator('.room-queue li').first().waitFor()
    const name = await chair.page.locator('.room-queue bdi').first().innerText()
    expect(name).not.toBe('')
    await chair.page.keyboard.press('f')
    await delegate.page.locator('.room-queue', { hasText: 'speaks' }).waitFor()
    await chair.page.keyboard.press('e')
    await delegate.page.getByText('Have spoken').waitFor()
    await chair.page.locator('.room-present', { hasText: name }).waitFor()
  })

  it('[RO-9] says that the network is gone, sends nothing that was pressed, and catches up when it is back', async () => {
    const { page, context, problems } = delegate
    await context.setOffline(true)
    await page.getByText(/No connection since \d\d:\d\d:\d\d/).waitFor()
    await page.keyboard.press('s')
    await page.getByText('Not sent: there is no connection.').first().waitFor()
    await chair.page.keyboard.press('n')
    await at(chair.page, '5.1 Go through')
    await at(page, '5 Objectives')
    await context.setOffline(false)
    await at(page, '5.1 Go through')
    await page.getByText(/No connection since/).waitFor({ state: 'detached' })
    // What was pressed without a connection was not kept for later.
    expect(await chair.page.locator('.room-queue li').count()).toBe(0)
    const { data } = await visitors.app.query<{ meeting: { room: { queueCount: number } } }>(
      '{ meeting(group: "example", number: 2) { room { queueCount } } }',
    )
    expect(data!.meeting.room.queueCount).toBe(0)
    // What the browser says of requests that could not leave.
    problems.length = 0
  })

  it('[RO-3] tells the second of two chairs where the room is', async () => {
    const second = await visitors.arrive({ email: 'secretariat@example.org' })
    await openAndListen(second, room)
    await at(second.page, '5.1 Go through')
    // What the first does reaches the second too late.
    await second.page.route('**/graphql', async (route) => {
      const body = route.request().postData() ?? ''
      if (body.includes('MoveRoom')) {
        await chair.page.keyboard.press('n')
        await at(chair.page, '5.2 Settle')
      }
      await route.continue()
    })
    await second.page.keyboard.press('p')
    await second.page.getByText('Somebody else moved the room while you pressed: it is at 5.2 now.').first().waitFor()
    await at(second.page, '5.2 Settle')
    await second.context.close()
  })

  it('[RO-6] approves rows together but for the one that a delegate pulls out', async () => {
    const { page } = chair
    await page.getByText('Propose', { exact: true }).first().click()
    await page.getByLabel(/Deliverables and their drafts/).check()
    await page.getByLabel(/Outgoing liaison statements/).check()
    await page.getByRole('button', { name: 'Propose' }).click()
    const line = delegate.page.locator('#block li', { hasText: 'Outgoing' })
    await line.getByRole('button', { name: 'Pull out' }).click()
    await page.getByText(/Pulled out by/).waitFor()
    await page.getByRole('button', { name: 'Approve 1 row' }).click()
    await page.locator('.room-rows li', { hasText: 'Deliverables and their drafts' }).getByText('Approved').waitFor()
    expect(await page.locator('.room-rows li', { hasText: 'Outgoing' }).getByText('Approved').count()).toBe(0)
  })

  it('[RO-11, WA-1] lets the chair say what became of a document, record a decision and come back, all by keys', async () => {
    const { page } = chair
    const { app } = visitors
    const cookie = await app.signIn('chair@example.org')
    interface Found {
      meeting: { id: string; agenda: { id: string; number: string }[]; group: { id: string } }
    }
    const { data } = await app.query<Found>(
      `{ meeting(group: "example", number: 2) { id agenda { id number }
         group { id } } }`,
      {},
      { cookie },
    )
    const { id: meetingId, agenda: rows, group } = data!.meeting
    const dataSource = app.app.get(DataSource)
    const [document] = await documentsIn({ dataSource }, group, meetingId, [{ title: 'Water is counted twice' }])
    await app.query(
      'mutation ($input: AllocateDocumentsInput!) { allocateDocuments(input: $input) { count } }',
      {
        input: {
          meetingId,
          documents: [document!],
          agendaItemId: rows.find(({ number }) => number === '6')!.id,
        },
      },
      { cookie },
    )
    await openAndListen(chair, room)
    await page.keyboard.press('g')
    await page.keyboard.type('6')
    await page.keyboard.press('Enter')
    await at(page, '6 Contributions')
    const onTable = page.locator('.agenda-documents li', { hasText: 'Water is counted twice' })
    await onTable.waitFor()
    expect(await onTable.getByRole('link').first().getAttribute('target')).toBe('_blank')
    await page.keyboard.press('w')
    await page.locator('#settle-document').getByLabel('What became of it', { exact: true }).selectOption('NOTED')
    await page.locator('#settle-document').getByRole('button', { name: 'Save' }).press('Enter')
    await onTable.filter({ hasText: 'Noted' }).waitFor()

    await page.keyboard.press('r')
    await page.waitForURL(/decisions\/new\?/)
    expect(await page.getByLabel('Agenda item').inputValue()).toBe(rows.find(({ number }) => number === '6')!.id)
    await page.locator('textarea[name=text]').fill('The contribution is noted.')
    await page.getByRole('button', { name: 'Record the decision' }).press('Enter')
    await page.waitForURL(/\/room$/)
    await at(page, '6 Contributions')
    expect(await violations(page)).toEqual([])
  })

  it('is led and followed without scripts, and fits a phone', async () => {
    const plain = await visitors.arrive({ email: 'chair@example.org', javaScriptEnabled: false })
    await plain.open(room)
    const before = await plain.page.locator('#room-now').innerText()
    await plain.page.getByRole('button', { name: 'Next', exact: true }).click()
    expect(await plain.page.locator('#room-now').innerText()).not.toBe(before)
    await plain.context.close()
    await delegate.page.setViewportSize({ width: 360, height: 740 })
    expect(await overflow(delegate.page)).toEqual([])
    await takenOver(delegate.page)
    expect([...chair.problems, ...delegate.problems]).toEqual([])
  })
})
