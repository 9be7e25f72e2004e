import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { aDocx } from '../builders/documents.js'
import { takenOver, openForVisitors, type Visitor, type Visitors } from './visitors.js'

// The second meeting of the example group opens on 12 May 2026: contributions close at the end of 30 April in Zurich.
const inTime = '2026-04-20T10:00:00Z'
const tooLate = '2026-05-04T10:00:00Z'
const list = '/groups/example/contributions'

let visitors: Visitors
let contributor: Visitor
let editor: Visitor
let chair: Visitor

beforeAll(async () => {
  visitors = await openForVisitors()
  visitors.app.clock.set(inTime)
  contributor = await visitors.arrive({ email: 'contributor@example.org', viewport: { width: 1440, height: 900 } })
  editor = await visitors.arrive({ email: 'editor@example.org' })
  chair = await visitors.arrive({ email: 'chair@example.org' })
})
afterAll(() => visitors.stop())

/** Takes a number for a title, and answers it. */
async function reserve({ page, open }: Visitor, title: string): Promise<string> {
  await open(`${list}/new`)
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Get a number' }).click()
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1)!)
}

async function answerAndHandIn({ page }: Visitor, button = 'Hand it in'): Promise<void> {
  await page.getByRole('radio', { name: 'No', exact: true }).check()
  await page.getByRole('checkbox', { name: /I agree/ }).check()
  await page.getByRole('button', { name: button }).click()
}

it('a contributor gets a number, writes the text and hands it in in time; another sends a Word file late; the chair admits one and holds one', async () => {
  const { page } = contributor
  await contributor.open(list)
  await page.getByText('Where the measuring campaign stands').first().waitFor()
  await page.getByRole('link', { name: 'Hand in a contribution' }).first().click()
  await contributor.reach(`${list}/new`, 'Hand in a contribution')
  // About which number, until when one is in time, and why.
  const choice = page.locator('.choice, label', { hasText: 'Second meeting' }).first()
  await choice.waitFor()
  const form = await page.locator('#new-contribution').innerText()
  expect(form).toMatch(/about FGEXAMPLE-I-004/)
  expect(form).toMatch(/In time until\s+30 Apr 2026, 23:59 Geneva[\s\S]*in 10 days/)
  expect(form).toContain('12 calendar days before the meeting opens')

  // What is refused keeps what was typed.
  await page.getByLabel('Title').fill('A way to count cooling water once')
  await page.getByLabel('Sources').fill('Camila Novak')
  await page.getByLabel('Abstract').fill('Shared plants are counted twice.')
  await page.getByRole('checkbox', { name: 'Proposal' }).check()
  await page.getByRole('button', { name: 'Get a number' }).click()
  await page.getByText('is a person').first().waitFor()
  expect(await page.getByLabel('Abstract').inputValue()).toBe('Shared plants are counted twice.')
  await page.getByLabel('Sources').fill('Example Computing Ltd')
  await page.getByRole('button', { name: 'Get a number' }).click()
  await contributor.reach(`${list}/FGEXAMPLE-I-004`, 'A way to count cooling water once')
  contributor.problems.length = 0 // the refusal came with its status, which the browser reports

  // The text, in the writing room, from the template.
  await page.getByRole('button', { name: 'Write it here' }).click()
  await page.waitForURL(/\/documents\//)
  await page.getByText('others see only what is handed in').waitFor()
  await page.locator('.ProseMirror').getByText('Shared plants are counted twice.').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' We propose one way.')
  await page.waitForFunction(() =>
    /^(Saved|Everything is saved)/.test(document.querySelector<HTMLElement>('.saved')?.innerText ?? ''),
  )
  await contributor.open(`${list}/FGEXAMPLE-I-004`)
  await page.getByRole('link', { name: 'Hand it in' }).click()
  await contributor.reach(/\/submit$/, 'Hand it in')
  await answerAndHandIn(contributor)
  await contributor.reach(`${list}/FGEXAMPLE-I-004`, 'A way to count cooling water once')
  await page.locator('.page-header').getByText('In time').waitFor()
  expect(await page.locator('#text').innerText()).toContain('Shared plants are counted twice. We propose one way.')
  // Pressed twice, or still open in another window: where it stands, and not that one may not.
  await contributor.open(`${list}/FGEXAMPLE-I-004/submit`)
  await contributor.reach(`${list}/FGEXAMPLE-I-004`, 'A way to count cooling water once')

  // After the deadline: two of an editor, as Word files.
  visitors.app.clock.set(tooLate)
  const numbers: string[] = []
  for (const title of ['Late, and needed', 'Late, and long']) {
    const number = await reserve(editor, title)
    numbers.push(number)
    const field = editor.page.locator('#contribution-file')
    await field.setInputFiles({ name: 'text.docx', mimeType: 'application/zip', buffer: Buffer.from('no Word at all') })
    await editor.page.locator('#draft button', { hasText: 'Send a file' }).click()
    await editor.page.getByText('neither a Word document').waitFor()
    await field.setInputFiles({ name: 'text.docx', mimeType: '', buffer: aDocx({ text: title }) })
    await editor.page.locator('#draft button', { hasText: 'Send a file' }).click()
    await editor.page.getByText('Sent, and not handed in yet').waitFor()
    await editor.page.getByRole('link', { name: 'Hand it in' }).click()
    await editor.reach(/\/submit$/, 'Hand it in')
    expect(await editor.page.locator('#handIn-contribution').innerText()).toContain('Late since')
    await answerAndHandIn(editor)
    await editor.page.locator('.page-header').getByText('Late, to be decided').waitFor()
  }
  editor.problems.length = 0 // the file that was none

  // A revision of the one that was in time: not late, but marked.
  await contributor.open(`${list}/FGEXAMPLE-I-004/revise`)
  await page.getByLabel('What does the revision change?').fill('Says how.')
  await page.getByRole('checkbox', { name: /I agree/ }).check()
  await page.getByRole('button', { name: 'Hand in a revision' }).click()
  await contributor.reach(`${list}/FGEXAMPLE-I-004`, 'A way to count cooling water once')
  await page.locator('#revisions').getByText('revised after the deadline').waitFor()
  await page.locator('.page-header').getByText('In time').waitFor()

  // The chair finds what is to be decided, admits one and holds one.
  await chair.open(`${list}?phase=LATE_PENDING`)
  await chair.page.getByText('2 contributions').first().waitFor()
  await chair.page.getByRole('link', { name: numbers[0]! }).click()
  await chair.page.getByRole('heading', { name: 'Draft of its source' }).waitFor()
  await chair.page.getByRole('link', { name: 'Admit it' }).click()
  await chair.reach(/\/admit$/, 'Admit it')
  await chair.page.getByRole('button', { name: 'Admit it' }).click()
  await chair.page.getByText('Say why').first().waitFor()
  await chair.page.getByLabel('Reason').fill('Item 5 cannot be treated without it.')
  await chair.page.getByRole('button', { name: 'Admit it' }).click()
  await chair.reach(`${list}/${numbers[0]}`, 'Late, and needed')
  chair.problems.length = 0
  expect(await chair.page.locator('#became').innerText()).toMatch(/Admitted by Charles Adeyemi[\s\S]*Item 5/)
  await chair.open(`${list}/${numbers[1]}`)
  await chair.page.getByRole('link', { name: 'Hold it for the next meeting' }).click()
  await chair.page.getByLabel('Reason').fill('Nobody can read forty pages in a week.')
  await chair.page.getByRole('button', { name: 'Hold it for the next meeting' }).click()
  await chair.reach(`${list}/${numbers[1]}`, 'Late, and long')
  expect(await chair.page.locator('#cover').innerText()).toContain('Came too late for the 2nd meeting')
  for (const { problems } of [contributor, editor, chair]) expect(problems).toEqual([])
})

it('somebody without the role is told whom to ask, and a stranger reads what was handed in without scripts', async () => {
  const participant = await visitors.arrive({ email: 'participant@example.org' })
  await participant.open(`${list}/new`)
  await participant.page.getByText('ask Charles Adeyemi or Sofia Marek').waitFor()
  expect(await participant.page.getByRole('button', { name: 'Get a number' }).count()).toBe(0)

  const stranger = await visitors.arrive({ javaScriptEnabled: false })
  expect(await stranger.open(`${list}/FGEXAMPLE-I-004-R1`)).toBe(200)
  expect(await stranger.page.locator('#text').innerText()).toContain('Shared plants are counted twice.')
  expect(await stranger.page.locator('#cite').innerText()).toMatch(/FGEXAMPLE-I-004-R1/)
  expect(await stranger.page.locator('main').innerText()).not.toContain('Your text')
})

it('without scripts a contributor gets a number, sends a file and hands it in', async () => {
  visitors.app.clock.set(inTime)
  const plain = await visitors.arrive({ email: 'contributor@example.org', javaScriptEnabled: false })
  const { page } = plain
  await plain.open(`${list}/new`)
  await page.getByLabel('Title').fill('By form alone')
  await page.getByRole('button', { name: 'Get a number' }).click()
  await page.getByRole('heading', { level: 1, name: 'By form alone' }).waitFor()
  await page.locator('#contribution-file').setInputFiles({ name: 'plain.docx', mimeType: '', buffer: aDocx() })
  await page.locator('#draft button', { hasText: 'Send a file' }).click()
  await page.getByText('Sent, and not handed in yet').waitFor()
  await page.getByRole('link', { name: 'Hand it in' }).click()
  await answerAndHandIn(plain)
  await page.locator('.page-header').getByText('In time').waitFor()
  expect(plain.problems).toEqual([])
})

it('is done with the keyboard, and seen live by who looks on', async () => {
  const onlooker = await visitors.arrive()
  const listens = new Promise<void>((resolve) => {
    onlooker.page.on('websocket', (line) =>
      line.on('framesent', ({ payload }) => String(payload).includes('"subscribe"') && resolve()),
    )
  })
  await onlooker.open(list)
  await listens
  await contributor.open(`${list}/new`)
  await contributor.page.getByLabel('Title').focus()
  await contributor.page.keyboard.type('Taken by keyboard')
  await contributor.page.keyboard.press('Enter')
  await contributor.page.getByRole('heading', { level: 1, name: 'Taken by keyboard' }).waitFor()
  await onlooker.page.getByText('Taken by keyboard').waitFor()
  await takenOver(onlooker.page)
  await onlooker.page.keyboard.press('j')
  expect(await onlooker.page.evaluate(() => document.activeElement?.closest('tbody tr') != null)).toBe(true)
})
