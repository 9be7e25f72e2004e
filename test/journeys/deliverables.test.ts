import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import { DataSource } from 'typeorm'
import { daysAfter } from '#server/platform/time/index.js'
import { aDecision } from '../builders/decisions.js'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let editor: Visitor
let chair: Visitor

beforeAll(async () => {
  visitors = await openForVisitors()
  ;[editor, chair] = await Promise.all([
    visitors.arrive({ email: 'editor@example.org', viewport: { width: 1440, height: 900 } }),
    visitors.arrive({ email: 'chair@example.org', viewport: { width: 1440, height: 900 } }),
  ])
})
afterAll(() => visitors.stop())

const today = () => visitors.app.clock.now().toISOString().slice(0, 10)

it('an editor plans a deliverable, a milestone slips, the text is frozen; the chair approves it, hands it over inside the four weeks, and the parent takes it up', async () => {
  const { page } = editor
  await editor.open('/groups/example')
  await page.locator('#deliverables').getByRole('link', { name: 'All deliverables' }).click()
  await editor.reach('/groups/example/deliverables', 'Deliverables')
  await page.getByRole('link', { name: 'Plan a deliverable' }).first().click()
  await editor.reach('/groups/example/deliverables/new', 'Plan a deliverable')
  expect(await page.locator('main').innerText()).toContain('D.WG1-03')

  // Refused without a title, with everything that was typed kept; then planned in the next free code.
  await page.getByLabel('Scope').fill('What a service states of its water.')
  await page.getByRole('button', { name: 'Plan a deliverable' }).click()
  await page.getByText('Please give the deliverable a title.').first().waitFor()
  expect(await page.getByLabel('Scope').inputValue()).toBe('What a service states of its water.')
  await page.getByRole('textbox', { name: /^Title/ }).fill('Statement of water')
  await page.getByRole('combobox', { name: 'Working group' }).selectOption({ index: 1 })
  await page.getByRole('combobox', { name: /^The text/ }).selectOption({ index: 1 })
  await page.getByRole('textbox', { name: /^Gaps/ }).fill('G-01')
  await page.getByRole('textbox', { name: /^Question/ }).fill('Q6/5')
  await page.getByRole('button', { name: 'Plan a deliverable' }).click()
  await editor.reach('/groups/example/deliverables/D.WG1-03', 'Statement of water')
  await page.locator('.way [aria-current=step]').getByText('Proposed').waitFor()

  // A milestone, which slips with a reason.
  await page.getByRole('link', { name: 'Milestones, editors, issues' }).click()
  await editor.reach(/\/D\.WG1-03\/plan$/, 'Milestones, editors and open issues')
  const adding = page.locator('form#milestone')
  await adding.getByLabel('Planned for').fill(daysAfter(today(), 10))
  await adding.getByRole('button', { name: 'Plan a milestone' }).click()
  const milestone = page.locator('#milestones details').first()
  await milestone.waitFor()
  await milestone.locator('summary').click()
  await milestone.getByRole('textbox', { name: /^Why it moves/ }).fill('The figures come later.')
  await milestone.getByLabel('Planned for').fill(daysAfter(today(), 31))
  await milestone.getByRole('button', { name: 'Plan it for another day' }).click()
  await milestone.locator('summary').getByText('21 days later than planned first').waitFor()
  await editor.open('/groups/example/deliverables/D.WG1-03')
  await page.locator('#milestones').getByText('21 days later than planned first').waitFor()
  await page.locator('#milestones').getByText('The figures come later.').waitFor()

  // An issue stays open; an editor is named.
  await editor.open('/groups/example/deliverables/D.WG1-03/plan')
  await page.locator('form#raise').getByRole('textbox').fill('Which unit?')
  await page.locator('form#raise').getByRole('button', { name: 'Note an open issue' }).click()
  await page.locator('#raise details').getByText('Which unit?').waitFor()
  await page.locator('form#editor').getByRole('combobox').selectOption({ label: 'Edda Lindqvist' })
  await page.locator('form#editor').getByRole('button', { name: 'Name an editor' }).click()
  await page.locator('#editors details').getByText('Edda Lindqvist').waitFor()

  // On the way: drafting, then before the group.
  for (const state of ['In drafting', 'In review by the group']) {
    await editor.open('/groups/example/deliverables/D.WG1-03/state')
    await page.getByRole('radio', { name: state }).check()
    await page.getByRole('button', { name: 'Change the state' }).click()
    await editor.reach(/\/D\.WG1-03#way$/, 'Statement of water')
  }
  await page.locator('.way [aria-current=step]').getByText('In review by the group').waitFor()
  await page.getByRole('link', { name: 'Freeze the text' }).click()
  await editor.reach(/\/freeze$/, 'Freeze the text')
  await page.getByRole('button', { name: 'Freeze now' }).click()
  await editor.reach(/#versions$/, 'Statement of water')
  await page.locator('#versions').getByRole('link', { name: 'Version 1' }).click()
  await editor.reach(/\/versions\/1$/, /^Technical Report/)
  await page.getByText('The file still has this hash').waitFor()
  expect(editor.problems).toEqual([])

  // The chair: approval by a recorded decision.
  const dataSource = visitors.app.app.get(DataSource)
  const [group] = (await dataSource.query(`select id from standards_group where slug = 'example'`)) as [{ id: string }]
  const { number } = await aDecision(dataSource, group, {
    decidedOn: today(),
    text: 'Approves the statement of water.',
  })
  const cookie = await visitors.app.signIn('chair@example.org')
  const { errors } = await visitors.app.query(
    'mutation ($input: EnterReservationInput!) { enterReservation(input: $input) { id } }',
    {
      input: {
        idempotencyKey: 'held-against-water',
        group: 'example',
        kind: 'RESERVATION',
        text: 'Only with the unit of the figures.',
        decision: number,
        organisation: 'Institute of Examples',
        isOfOrganisation: true,
      },
    },
    { cookie },
  )
  expect(errors).toBeUndefined()
  const lead = chair.page
  await chair.open('/groups/example/deliverables/D.WG1-03')
  await lead.getByRole('link', { name: 'Record the approval' }).click()
  await chair.reach(/\/approve$/, 'Record the approval')
  await lead.locator('#checklist').waitFor()
  await lead.locator('#decisions').getByText('Only with the unit of the figures.').waitFor()
  await lead.getByRole('button', { name: 'Record the approval' }).click()
  await lead.getByText('Please choose the decision.').first().waitFor()
  await lead.getByRole('radio', { name: new RegExp(`^${number} of .*Approves the statement of water`) }).check()
  await lead.getByRole('button', { name: 'Record the approval' }).click()
  await chair.reach(/#versions$/, 'Statement of water')
  await lead.locator('#versions').getByText('Approves the statement of water.').waitFor()
  // The approval shows what is held against it, and leads to the decision where that stands.
  await lead.locator('#versions').getByText('Only with the unit of the figures.').waitFor()
  const held = lead.locator('#versions').getByRole('link', { name: 'Institute of Examples' })
  expect(await held.getAttribute('href')).toMatch(new RegExp(`^/groups/example/decisions/${number}#r-`))

  // Handed over a week before the parent meets: late, so with a waiver.
  await lead.getByRole('link', { name: 'Send to the parent group' }).first().click()
  await chair.reach(/\/hand-over$/, 'Send to the parent group')
  await lead.getByLabel('First day of that meeting').fill(daysAfter(today(), 7))
  await lead.getByRole('textbox', { name: 'Name of that meeting' }).fill('Parent, spring meeting')
  await lead.getByRole('button', { name: 'Check the four weeks' }).click()
  await lead
    .getByText(/\d+ days? late:/)
    .first()
    .waitFor()
  await lead.getByRole('radio', { name: /Final, approved text/ }).check()
  await lead.getByRole('button', { name: 'Send', exact: true }).click()
  await lead
    .getByText(/was the last day to reach the parent group/)
    .first()
    .waitFor()
  await lead.getByRole('radio', { name: /by a waiver/ }).check()
  await lead.getByRole('textbox', { name: /^Why it goes/ }).fill('The parent asked for it.')
  await lead.getByRole('textbox', { name: /^Covering note/ }).fill('Please take this up.')
  await lead.getByRole('button', { name: 'Send', exact: true }).click()
  await chair.reach(/#transmissions$/, 'Statement of water')
  const sent = lead.locator('#transmission-1')
  expect(await sent.innerText()).toMatch(
    /Final, approved text[\s\S]*Parent, spring meeting[\s\S]*Waiver: The parent asked for it\./,
  )
  const [download] = await Promise.all([
    lead.waitForEvent('download'),
    sent.getByRole('link', { name: /^Package/ }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const files = unzipSync(new Uint8Array(Buffer.concat(chunks)))
  expect(Object.keys(files).sort()).toEqual([
    'cover-note.txt',
    'manifest.json',
    'open-issues.json',
    'text.html',
    'text.json',
  ])
  expect(strFromU8(files['cover-note.txt']!)).toContain('Please take this up.')
  expect(strFromU8(files['open-issues.json']!)).toContain('Which unit?')

  // The parent takes it up; the item tells where it came from, and the gap is asked about, not closed.
  await sent.getByRole('link', { name: 'Receipt and answer' }).click()
  await chair.reach(/\/transmissions\/1\/answer$/, 'Receipt and answer')
  await lead.getByRole('radio', { name: 'Taken up' }).check()
  await lead.getByRole('combobox', { name: /^What it makes of it/ }).selectOption('SUPPLEMENT')
  await lead.getByRole('textbox', { name: /^The item that came of it/ }).fill('ISO/IEC 21031:2024')
  await lead.getByRole('button', { name: 'Record the answer' }).click()
  await chair.reach(/#transmissions$/, 'Statement of water')
  await lead.locator('.way [aria-current=step]').getByText('Taken up by the parent group').waitFor()
  await lead.getByText(/ISO\/IEC 21031:2024 is in force\. Does it close G-01/).waitFor()
  await lead.locator('#lineage').getByRole('link', { name: 'ISO/IEC 21031:2024' }).click()
  await chair.reach('/items/iso-iec-21031-2024', /21031/)
  await lead
    .locator('#lineage')
    .getByRole('link', { name: /Statement of water/ })
    .waitFor()
  expect(chair.problems).toEqual([])
})

it('whoever takes no part reads it all and is offered nothing to do; without scripts an editor plans', async () => {
  const reader = await visitors.arrive({ viewport: { width: 360, height: 800 } })
  await reader.open('/groups/example/deliverables/D.WG1-02')
  const seen = await reader.page.locator('main').innerText()
  expect(seen).toMatch(/Stable in the working group[\s\S]*28 days later than planned first/)
  for (const name of ['Change the state', 'Freeze the text', 'Note an open issue']) {
    expect(await reader.page.getByRole('link', { name }).count()).toBe(0)
  }
  expect(reader.problems).toEqual([])

  const plain = await visitors.arrive({ email: 'editor@example.org', javaScriptEnabled: false })
  await plain.page.goto('/groups/example/deliverables/new')
  await plain.page.getByRole('textbox', { name: /^Title/ }).fill('Planned without scripts')
  await plain.page.getByRole('textbox', { name: /^Code/ }).fill('no code')
  await plain.page.getByRole('button', { name: 'Plan a deliverable' }).click()
  await plain.page
    .getByText(/is not how a code of this working group is written/)
    .first()
    .waitFor()
  expect(await plain.page.getByRole('textbox', { name: /^Title/ }).inputValue()).toBe('Planned without scripts')
  await plain.page.getByRole('textbox', { name: /^Code/ }).fill('')
  await plain.page.getByRole('button', { name: 'Plan a deliverable' }).click()
  await plain.page.waitForURL('/groups/example/deliverables/D-01')
})
