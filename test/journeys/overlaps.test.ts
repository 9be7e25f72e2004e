import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let officer: Visitor

const three = ['ITU-T L.1801', 'ISO/IEC TR 20226', 'IEEE P7100']

beforeAll(async () => {
  visitors = await openForVisitors()
  officer = await visitors.arrive({ email: 'liaison@example.org', viewport: { width: 1440, height: 900 } })
})
afterAll(() => visitors.stop())

it('a liaison officer finds the overlap of ITU-T L.1801, ISO/IEC TR 20226 and IEEE P7100 in the matrix, opens a case and gets a draft', async () => {
  const { page } = officer
  await officer.open('/')
  await page.getByRole('banner').getByRole('link', { name: 'Overlaps' }).click()
  await officer.reach('/overlaps', 'Overlaps')
  // A field of the matrix opens the list behind it.
  await page.getByRole('link', { name: 'ITU-T, IEEE SA: no case, 1 suggested pair' }).click()
  await page.waitForURL(/body=itu-t&body=ieee-sa/)
  const pairs = page.locator('#suggested')
  await pairs.getByText('1 suggested pair').waitFor()
  expect(await pairs.innerText()).toMatch(/ITU-T L\.1801[\s\S]*IEEE P7100[\s\S]*environmental, impact/)

  // The three of them, chosen by name.
  await page.getByRole('link', { name: 'Item by item' }).click()
  await page.waitForURL(/view=items/)
  for (const [at, name] of three.entries()) {
    const field = page.getByLabel('Add an item')
    // Open while there is nothing to compare yet.
    const chooser = page.locator('details', { has: page.locator('[name=add]') })
    await chooser.waitFor()
    if ((await chooser.getAttribute('open')) === null) await page.getByText('Choose the items to compare').click()
    await field.fill(name)
    await page.getByRole('button', { name: 'Show these items' }).click()
    await page.waitForFunction((count) => document.querySelectorAll('.matrix tbody tr').length === count, at + 1)
  }
  const fields = page.locator('.matrix [data-cell]')
  await fields.nth(0).focus()
  await page.keyboard.press('ArrowRight')
  const focused = page.locator('.matrix [data-cell]:focus')
  expect(await focused.getAttribute('title')).toMatch(
    /^ITU-T L\.1801.*, ISO\/IEC TR 20226.*: no case, 1 suggested pair$/,
  )

  // A case on what is in view: refused without evidence, with everything that was typed kept.
  await page.locator('.page-header').getByRole('link', { name: 'Open a case' }).click()
  await officer.reach(/\/overlaps\/new\?items=/, 'Open a case')
  expect(await page.getByRole('textbox', { name: 'Item 3' }).inputValue()).toBe('IEEE P7100')
  await page
    .getByLabel('Scope, quoted from the text')
    .first()
    .fill('This Recommendation gives guidelines for AI systems.')
  await page.getByLabel('Clause').first().fill('1')
  await page.getByLabel('What it is about').fill('Impact of AI systems')
  await page.getByRole('combobox', { name: /^Verdict/ }).selectOption('OVERLAP')
  await page.getByRole('button', { name: 'Open a case' }).click()
  await page.getByText('A verdict rests on evidence').first().waitFor()
  expect(await page.getByLabel('What it is about').inputValue()).toBe('Impact of AI systems')
  await page.getByRole('textbox', { name: /^Evidence/ }).fill('All three state figures of training and inference.')
  await page.getByRole('textbox', { name: /^Source of the evidence/ }).fill('Clause 1 of each')
  await page.getByRole('textbox', { name: /^Date of the source/ }).fill('2026-02')
  await page.getByRole('button', { name: 'Open a case' }).click()
  await officer.reach(/\/overlaps\/O-\d+$/, 'Impact of AI systems')
  const address = new URL(page.url()).pathname

  // Both scopes: beside each other where there is room, below each other where there is not.
  const tops = async () => {
    const boxes = await page.locator('.scope').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
    return new Set(boxes.map(Math.round)).size
  }
  expect(await tops()).toBe(1)
  await page.setViewportSize({ width: 360, height: 800 })
  expect(await tops()).toBe(3)
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.getByRole('link', { name: 'Draft a liaison statement' }).click()
  await officer.reach(`${address}/statement`, 'Draft a liaison statement')
  await page.getByRole('combobox', { name: /^To/ }).selectOption('ieee-sa')
  await page.getByRole('radio', { name: /^For action/ }).check()
  await page.getByRole('button', { name: 'Start the draft' }).click()
  await page.waitForURL(/\/groups\/example\/documents\/[0-9a-f-]{36}$/)
  for (const words of [
    'This Recommendation gives guidelines for AI systems.',
    'Measurement framework for reporting environmental indicators',
    'This is the register’s own note on the scope',
    'Verdict: Overlap.',
  ]) {
    await page.getByText(words).first().waitFor()
  }

  await officer.open(address)
  await page.locator('#statements').getByRole('link', { name: 'FG-EXAMPLE' }).click()
  await officer.reach('/groups/example/liaison', 'Liaison')
  await page.getByRole('link', { name: /^Overlap of ITU-T L\.1801/ }).waitFor()
  expect(officer.problems).toEqual([])

  const reader = await visitors.arrive()
  await reader.open(address)
  const seen = await reader.page.locator('main').innerText()
  for (const words of ['Overlap', 'All three state figures', 'Clause 1 of each', 'Our own note on its scope']) {
    expect(seen).toContain(words)
  }
  for (const words of ['Edit this case', 'Draft a liaison statement', 'Overlap of ITU-T L.1801'])
    expect(seen).not.toContain(words)
  await reader.open('/items/ieee-p7100')
  await reader.page
    .locator('#overlaps')
    .getByRole('link', { name: /Impact of AI systems/ })
    .waitFor()
  expect(reader.problems).toEqual([])
})

it('without scripts one compares a suggested pair, dismisses it for good, and opens a case on another', async () => {
  const { page } = await visitors.arrive({ email: 'liaison@example.org', javaScriptEnabled: false })
  await page.goto('/overlaps/suggestions?item=iso-20400-2017&item=itu-t-l-1304-12-2020')
  await page.getByRole('link', { name: 'Compare' }).click()
  await page.getByRole('heading', { level: 1, name: /ISO 20400/ }).waitFor()
  await page.getByRole('button', { name: 'Dismiss for good' }).click()
  await page.getByText('A text is missing here').first().waitFor()
  await page
    .getByLabel('Why they do not overlap')
    .fill('One is about any buying, the other about electricity networks.')
  await page.getByRole('button', { name: 'Dismiss for good' }).click()
  await page.getByText('This pair was dismissed').waitFor()
  await page.goto('/overlaps/suggestions?item=iso-20400-2017&item=itu-t-l-1304-12-2020')
  await page.getByText('No pair is suggested here').waitFor()

  await page.goto('/overlaps/new?items=iso-50001-2018')
  await page.getByRole('button', { name: 'Open a case' }).click()
  await page.getByText('A case sets two items or more side by side').first().waitFor()
  await page.getByRole('textbox', { name: 'Item 2' }).fill('no such thing')
  await page.getByRole('button', { name: 'Open a case' }).click()
  await page.getByText('names no item').first().waitFor()
  expect(await page.getByRole('textbox', { name: 'Item 2' }).inputValue()).toBe('no such thing')
  await page.getByRole('textbox', { name: 'Item 2' }).fill('ISO 14001:2026')
  await page.getByRole('button', { name: 'Open a case' }).click()
  await page.waitForURL(/\/overlaps\/O-\d+$/)
  await page.getByRole('radio', { name: 'In discussion' }).check()
  await page.getByRole('button', { name: 'Record this step' }).click()
  await page.locator('#steps').getByText('Open → In discussion').waitFor()
})

it('who saves on a page that somebody else was faster on keeps what was typed, and sees how the case stands', async () => {
  const { data } = await visitors.app.query<{ openOverlapCase: { number: string } }>(
    'mutation ($input: OpenOverlapCaseInput!) { openOverlapCase(input: $input) { number } }',
    {
      input: {
        items: [{ item: 'iso-iec-21031-2024' }, { item: 'iso-14040-2006' }],
        idempotencyKey: 'case-for-two-who-edit',
      },
    },
    { cookie: await visitors.app.signIn('liaison@example.org') },
  )
  const address = `/overlaps/${data!.openOverlapCase.number}`
  const slow = officer.page
  await officer.open(`${address}/edit`)
  const fast = (await visitors.arrive({ email: 'secretariat@example.org' })).page
  await fast.goto(`${address}/edit`)
  await fast.getByLabel('What it is about').fill('Said by the secretariat')
  await fast.getByRole('button', { name: 'Save' }).click()
  await fast.getByRole('heading', { level: 1, name: 'Said by the secretariat' }).waitFor()
  await slow.getByLabel('What it is about').fill('Said by the officer')
  await slow.getByRole('button', { name: 'Save' }).click()
  await slow.getByText('Somebody changed this case meanwhile').waitFor()
  await slow.getByText('Said by the secretariat').first().waitFor()
  expect(await slow.getByLabel('What it is about').inputValue()).toBe('Said by the officer')
  await slow.getByRole('button', { name: 'Save' }).click()
  await officer.reach(address, 'Said by the officer')
})
