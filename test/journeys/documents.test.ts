import { afterAll, beforeAll, expect, it } from '@jest/globals'
import pg from 'pg'
import { agendaOf, documentsIn } from '../process/documents-of-a-meeting.js'
import { tabTo } from './keyboard.js'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let chair: Visitor
let reader: Visitor
const list = '/groups/example/meetings/2/documents'

beforeAll(async () => {
  visitors = await openForVisitors()
  const client = new pg.Client({ connectionString: visitors.app.databaseUrl })
  await client.connect()
  const site = {
    dataSource: { query: async (sql: string, values?: unknown[]) => (await client.query(sql, values)).rows },
  }
  const [meeting] = (await site.dataSource.query(
    `select m.id, m.group_id as "groupId" from meeting m join standards_group g on g.id = m.group_id where g.slug = 'example' and m.number = 2`,
  )) as [{ id: string; groupId: string }]
  // The example's own agenda and documents give way to what this test knows.
  await site.dataSource.query('delete from agenda_item where meeting_id = $1', [meeting.id])
  await site.dataSource.query('update contribution set meeting_id = null where meeting_id = $1', [meeting.id])
  await agendaOf(site, meeting.id, ['Opening of the meeting', 'Water use', 'Energy use'])
  const given = Array.from({ length: 90 }, (_, at) => ({
    title: `Proposal ${at + 1} on water`,
    ...(at === 4 && { state: 'WITHDRAWN' as const }),
  }))
  await documentsIn(site, { id: meeting.groupId }, meeting.id, given)
  await client.end()
  chair = await visitors.arrive({ email: 'chair@example.org', viewport: { width: 1440, height: 900 } })
  reader = await visitors.arrive({ viewport: { width: 1440, height: 900 } })
})
afterAll(() => visitors.stop())

/** The record of a document as somebody sees it: its line, its values one after the other. */
const lineOf = (visitor: Visitor, number: string) =>
  visitor.page
    .locator('[data-document]', { has: visitor.page.getByRole('link', { name: number, exact: true }) })
    .first()
const shows = (visitor: Visitor, number: string, words: string) =>
  lineOf(visitor, number).filter({ hasText: words }).waitFor()
/** What stands above a document: the nearest head of a row. */
const rowOf = (visitor: Visitor, number: string) =>
  visitor.page.evaluate((wanted) => {
    const links = [...document.querySelectorAll('[data-document] th a')]
    let body = links.find((link) => link.textContent === wanted)?.closest('tbody')?.previousElementSibling
    while (body && !body.matches('.documents-group')) body = body.previousElementSibling
    return body?.textContent ?? ''
  }, number)
const until = async (isSo: () => Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve))
}

it('[DL-4, DL-9] a chair runs the list by keyboard, and whoever watches sees each change in the line it concerns', async () => {
  const { page } = chair
  const { keyboard } = page
  // From page to page to the whole: in the browser, as one goes there, not as the server makes it.
  await chair.open(list)
  await page.getByRole('link', { name: 'The whole meeting' }).click()
  await chair.reach(`${list}?all=true`, 'Documents')
  await reader.open(`${list}?all=true`)
  const asked: string[] = []
  reader.page.on('request', (request) => {
    if (request.url().endsWith('/graphql'))
      asked.push(/(?:query|mutation) (\w+)/.exec(request.postData() ?? '')?.[1] ?? '')
  })
  await reader.page.waitForFunction(() => document.querySelectorAll('[data-document]').length > 0)
  // All of them are there; those far from sight are not drawn.
  const drawn = await page.locator('[data-document]').count()
  expect([drawn >= 30, drawn < 90]).toEqual([true, true])

  // Under a row: the key a, the row by typing its number.
  await keyboard.press('j')
  await keyboard.press('a')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await keyboard.type('2')
  await tabTo(page, 'button[type=submit]')
  await keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  for (const who of [chair, reader]) await until(async () => (await rowOf(who, 'X-001')).includes('Water use'))

  // Merged needs the other document; refused without it, and nothing typed is lost.
  await keyboard.press('r')
  await dialog.waitFor()
  await keyboard.type('Merged')
  await tabTo(page, 'button[type=submit]')
  await keyboard.press('Enter')
  await dialog.getByText('The other document is missing').first().waitFor()
  expect(await dialog.getByLabel('What became of it').inputValue()).toBe('MERGED')
  await dialog.getByLabel('The other document').focus()
  await keyboard.type('x-003')
  await keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  for (const who of [chair, reader]) {
    await shows(who, 'X-001', 'Merged')
    await shows(who, 'X-001', 'X-003')
  }

  // Taken back by one key.
  await page.locator('[data-document]', { hasText: 'Merged' }).first().getByRole('link').first().focus()
  await keyboard.press('u')
  for (const who of [chair, reader]) await shows(who, 'X-001', 'Open')

  // Several at once.
  await keyboard.press('j')
  await keyboard.press('x')
  await keyboard.press('j')
  await keyboard.press('x')
  await page.getByText('2 chosen').waitFor()
  await keyboard.press('a')
  await dialog.waitFor()
  await keyboard.type('3')
  await tabTo(page, 'button[type=submit]')
  await keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  for (const number of ['X-002', 'X-003']) await until(async () => (await rowOf(reader, number)).includes('Energy use'))
  await keyboard.press('Escape')

  // Whoever watches asked only for what changed, and never for the list again.
  expect([...new Set(asked)]).toEqual(['DocumentChanges'])

  await keyboard.press('?')
  await page.getByText('Put under a row').last().waitFor()
  await page.getByText('Further up under its row').waitFor()
  await keyboard.press('Escape')
  expect([...chair.problems, ...reader.problems]).toEqual([])
})

it('[DL-2] a result on a withdrawn document is refused with a sentence, also without scripts, where all can be done by forms', async () => {
  const page = (await visitors.arrive({ email: 'chair@example.org', javaScriptEnabled: false })).page
  await page.goto(`${list}?q=proposal+5+on`)
  await page.getByRole('link', { name: 'X-005', exact: true }).click()
  await page.locator('#settle').getByRole('combobox').selectOption('AGREED')
  await page.locator('#settle').getByRole('button', { name: 'Save' }).click()
  await page.getByText('Document X-005 was taken back by its source').first().waitFor()
  await page.goto(`${list}?q=proposal+7+on`)
  await page.getByRole('link', { name: 'X-007', exact: true }).click()
  await page.locator('#allocate').getByRole('combobox').selectOption({ label: '2 Water use' })
  await page.locator('#allocate').getByRole('button', { name: 'Save' }).click()
  await page.locator('#settle').getByRole('combobox').selectOption('CONDITIONALLY_AGREED')
  await page.getByLabel('Words that belong to it').fill('if the figures hold')
  await page.locator('#settle').getByRole('button', { name: 'Save' }).click()
  await page.locator('#history').getByText('if the figures hold').waitFor()
  await page.getByRole('button', { name: 'Take the last step back' }).click()
  await page.locator('#history').getByText('taken back to this').waitFor()
})

it('[DL-6] the files beside the list hold what it shows: filter, order, columns', async () => {
  const answer = await fetch(`${visitors.app.url}${list}.csv?q=water&sort=-number&columns=title,result`)
  expect(answer.status).toBe(200)
  const [head, first, ...rest] = (await answer.text()).trim().split('\r\n')
  expect(head).toContain('Number,Title,Progress,Result,Note,Address')
  expect(first).toMatch(/^X-090,Proposal 90 on water,OPEN,/)
  expect(rest).toHaveLength(89)
  const json = (await (await fetch(`${visitors.app.url}${list}.json?result=withdrawn`)).json()) as {
    rows: { number: string }[]
  }
  expect(json.rows.map(({ number }) => number)).toEqual(['X-005'])
  expect((await fetch(`${visitors.app.url}/groups/example/meetings/3/documents.csv`)).status).toBe(404)
  expect((await fetch(`${visitors.app.url}${list}.csv?result=good`)).status).toBe(400)
})

it('[DL-10] on paper all of it is drawn, and on a phone nothing is wider than the page', async () => {
  const { page } = reader
  await reader.open(`${list}?all=true`)
  const drawn = () => page.locator('[data-document]').count()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await drawn()).toBe(90)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.setViewportSize({ width: 360, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})
