/**
 * The case of TSB Circular 191, in a register in which nothing is: FG-AI4EE is set up in August 2019 and holds its first meeting in Vienna on
 * 15 October. Days, places and rules are those of the circular; the people and what they hand in are made up, so that no real person is made to
 * say anything.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { userCreate } from '#server/app/cli/commands/user-create.js'
import { aDocx } from '../builders/documents.js'
import { runCommand } from '../harness/command.js'
import { freshDatabase } from '../harness/database.js'
import { violations } from './axe.js'
import { openForVisitors, takenOver, type Visitor, type Visitors } from './visitors.js'

const group = '/groups/fg-ai4ee'
const meeting = `${group}/meetings/1`
const onTime = 'FGAI4EE-I-001'
const late = 'FGAI4EE-I-002'
const deliverable = `${group}/deliverables/D-01`
/** Of everybody here. */
const password = 'a long walk along the Danube'

let visitors: Visitors
let administrator: Visitor
let chair: Visitor
let ines: Visitor
let wei: Visitor

beforeAll(async () => {
  visitors = await openForVisitors({ database: await freshDatabase(), now: '2019-08-19T08:00:00Z' })
})
afterAll(() => visitors.stop())

const screen = { viewport: { width: 1440, height: 900 } }

/** Makes an account as anybody does, and confirms it by the letter that comes. */
async function joins(name: string, email: string, affiliation: string): Promise<Visitor> {
  const visitor = await visitors.arrive(screen)
  const { page } = visitor
  await visitor.open('/register')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Organisation').fill(affiliation)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Make an account' }).click()
  await page.getByText('a message is on its way').waitFor()
  await page.goto('/dev/outbox')
  await page.locator('article', { hasText: email }).first().getByRole('link').first().click()
  await page.waitForURL(/\/sign-in\/link/)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await visitor.reach('/me', name)
  return visitor
}

/** Signs in with the password: weeks later the session has ended. */
async function returns(visitor: Visitor, email: string): Promise<void> {
  const { page } = visitor
  await visitor.open('/sign-in')
  const form = page.locator('#password')
  await form.getByLabel('E-mail address').fill(email)
  await form.getByLabel('Password').fill(password)
  await form.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await takenOver(page)
}

/** Fills in the fields of a form by their names: text, a choice by its value, or a tick. */
async function fill(page: Page, fields: Readonly<Record<string, string | boolean>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main form [name="${name}"]`)
    const kind = await field.first().evaluate((one) => (one as HTMLInputElement).type)
    if (kind === 'radio') await page.locator(`main form [name="${name}"][value="${value}"]`).check()
    else if (typeof value === 'boolean') await field.setChecked(value)
    else if (kind === 'select-one') await field.selectOption(value)
    else await field.fill(value)
  }
}

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string | RegExp, within = 'main') =>
  page.locator(within).getByRole('link', { name, exact: true }).first().click()
const shown = (page: Page, selector = 'main') => page.locator(selector).innerText()

let isBroken = false
/** Each step goes on where the one before has come to: when one fails, the others do not try. */
const step = (sentence: string, walk: () => Promise<void>) =>
  it(sentence, async () => {
    if (isBroken) throw new Error('An earlier step did not go through.')
    isBroken = true
    await walk()
    isBroken = false
  })

describe('[FG-2, FG-4, GS-1] before the circular', () => {
  step(
    'an administrator sets the group up in an empty register, as its parent decided, with its terms of reference',
    async () => {
      const invited = await runCommand<{ link: string }>(
        visitors.app,
        userCreate,
        { email: 'olga@example.net', name: 'Olga Brandt' },
        ['administrator'],
      )
      administrator = await visitors.arrive(screen)
      const { page } = administrator
      const { pathname, search } = new URL(invited.link, visitors.app.url)
      await administrator.open(pathname + search)
      await press(page, 'Sign in')
      await administrator.reach('/me', 'Olga Brandt')

      await administrator.open('/groups')
      await follow(page, 'Set up a group')
      await administrator.reach('/groups/new', 'Set up a group')
      await fill(page, {
        name: 'ITU-T Focus Group on Environmental Efficiency for Artificial Intelligence and other Emerging Technologies',
        acronym: 'FG-AI4EE',
        aim: 'Find what is missing in standards for the environmental performance of AI and other emerging technologies.',
        newParentName: 'ITU-T Study Group 5',
        newParentAcronym: 'ITU-T SG5',
        ruleset: 'itu-t-a7-2016',
        termsApprovedOn: '2019-05-22',
        lifetimeMonths: '24',
        source: 'TSB Circular 191',
      })
      await press(page, 'Set up a group')
      await administrator.reach(group, /Environmental Efficiency/)
      const blocks = await shown(page, '#dashboard')
      for (const line of ['There are no terms of reference', 'Nobody chairs the group']) expect(blocks).toContain(line)

      await follow(page, /^Write them/, '#dashboard')
      await administrator.reach(`${group}/terms/new`, 'Write the terms of reference')
      await fill(page, {
        approvedOn: '2019-05-22',
        source: 'TSB Circular 191, Annex 1',
        OBJECTIVES: 'Write technical reports and specifications on efficiency and on water and energy use.',
        'see-LEADERSHIP': 'A.7 clause 2.3',
        MEETINGS: 'Announced electronically, four weeks ahead or earlier. One can take part from afar.',
        APPROVAL_OF_DELIVERABLES: 'By consensus.',
        MILESTONES_AND_DURATION: 'Two years from the first meeting; the parent group may extend it.',
        'see-PATENT_POLICY': 'A.7 clause 9',
        'obligation-0': 'ANNOUNCEMENT',
        'count-0': '4',
        'unit-0': 'WEEKS',
        'section-0': 'MEETINGS',
        'obligation-1': 'DELIVERABLES_TO_PARENT',
        'count-1': '4',
        'unit-1': 'WEEKS',
        'section-1': 'TASKS_AND_DELIVERABLES',
      })
      await press(page, 'Record this version')
      await administrator.reach(`${group}/terms`, /Terms of reference/)
      expect(await shown(page)).toMatch(/Announcement[\s\S]*4 weeks/)
    },
  )

  step(
    '[FG-7, FG-8] gives the first people their roles: an acting chair, a secretariat, those who will contribute',
    async () => {
      chair = await joins('Petra Gruber', 'petra@example.net', 'Example Institute of Vienna')
      ines = await joins('Ines Okafor', 'ines@example.net', 'Example Computing Ltd')
      wei = await joins('Wei Tan', 'wei@example.net', 'Example Networks')
      const { page } = administrator
      const people: readonly Record<string, string | boolean>[] = [
        { account: 'petra@example.net', role: 'CHAIR', isActing: true },
        { newName: 'Sima Demir', newAffiliation: 'Example Bureau', role: 'SECRETARIAT' },
        { account: 'ines@example.net', role: 'CONTRIBUTOR' },
        { account: 'wei@example.net', role: 'CONTRIBUTOR' },
      ]
      await administrator.open(`${group}/people`)
      for (const fields of people) {
        await follow(page, 'Give a role')
        await administrator.reach(`${group}/people/give`, 'Give a role')
        await fill(page, fields)
        await press(page, 'Give a role')
        await administrator.reach(`${group}/people`, 'People')
      }
      expect(await shown(page, '#offices')).toMatch(
        /Petra Gruber[\s\S]*Acting chair[\s\S]*Example Institute of Vienna/i,
      )
      expect(await shown(page, '#participants')).toContain('4 people on 19 Aug 2019')
      expect(await shown(page)).not.toContain('@')
    },
  )
})

describe('[ME-2, ME-4] 21 August 2019: the circular', () => {
  beforeEach(() => visitors.at('2019-08-21T08:00:00Z'))

  step(
    '[T1, T2, T5, T8] the acting chair calls the first meeting; the day between rule and circular is explained',
    async () => {
      const { page } = chair
      await chair.open(group)
      expect(await shown(page, '#dashboard')).toContain('No meeting is called')
      await follow(page, /^Call a meeting/, '#dashboard')
      await chair.reach(`${group}/meetings/new`, 'Call a meeting')
      await fill(page, {
        startsOn: '2019-10-15',
        zone: 'Europe/Vienna',
        registrationOpensAt: '08:30',
        place: 'Vienna',
        country: 'Austria',
        host: 'Federal Ministry for Transport, Innovation and Technology of Austria',
      })
      // What the rules ask for, before anything is called. [T1]
      const preview = page.locator('.beside-preview')
      await preview.getByText('3 Oct 2019').first().waitFor()
      expect(await preview.innerText()).toMatch(/17 Sept 2019/)
      await press(page, 'Call a meeting')
      await chair.reach(meeting, 'First meeting of FG-AI4EE')

      for (const [obligation, on] of [
        ['CONTRIBUTIONS', '2019-10-02'],
        ['REGISTRATION', '2019-10-02'],
        ['VISA', '2019-09-16'],
      ] as const) {
        await follow(page, 'Add a date', '#key-dates')
        await chair.reach(`${meeting}/dates`, 'Publish a date by hand')
        await fill(page, { obligation, on, reason: 'Published in TSB Circular 191.' })
        await press(page, 'Publish a date by hand')
        await chair.reach(meeting, 'First meeting of FG-AI4EE')
      }
      // Computed, published and effective date, how far apart they are, and where each comes from. [T2]
      const due = await shown(page, '#key-dates tbody tr:has-text("Contributions")')
      expect(due).toMatch(/2 Oct 2019, 23:59/)
      expect(due).toMatch(/3 Oct 2019\s+published: 1 day earlier/)
      expect(due).toMatch(/12 calendar days, borrowed from A\.1; A\.7 clause 8 leaves it to the group/)
      expect(due).toContain('Published in TSB Circular 191.')
      expect(await violations(page)).toEqual([])

      // The clock of the group starts with the meeting. [T8]
      await chair.open(group)
      expect(await shown(page, '#lifetime')).toMatch(/15 Oct 2021/)
    },
  )

  step('[CL-1, CL-2] opens registration and issues the letter, which announces the meeting 55 days ahead', async () => {
    const { page } = chair
    await chair.open(meeting)
    await follow(page, 'Open registration', '#registration')
    await chair.reach(`${meeting}/registration/offer`, 'Open registration')
    await fill(page, { placesOnsite: '80', offersVisaSupport: true })
    await press(page, 'Open registration')
    await chair.reach(`${meeting}/registration`, 'Registration')

    await chair.open(meeting)
    await follow(page, 'Convening letter', '#registration')
    await chair.reach(`${meeting}/call`, 'Convening letter')
    await follow(page, 'Issue the letter')
    await chair.reach(`${meeting}/call/issue`, 'Issue the letter')
    await page.getByLabel('Reference').fill('TSB Circular 191')
    const letter = await shown(page)
    for (const words of ['Vienna', '2 Oct 2019, 23:59 Geneva', '16 Sept 2019', 'would give 3 Oct', '80 places'])
      expect(letter).toContain(words)
    await press(page, 'Issue the letter')
    await chair.reach(`${meeting}/call`, 'Convening letter')
    expect(await shown(page)).toContain('TSB Circular 191')

    await chair.open(meeting)
    expect(await shown(page, '.page-header')).toContain('Announced')
    expect(await shown(page)).toContain('Announced 21 Aug 2019, 55 days ahead; in time, 17 Sept')

    // A stranger reads it without an account.
    const stranger = await visitors.arrive()
    await stranger.open(`${meeting}/call`)
    expect(await shown(stranger.page)).toMatch(/until 2 Oct 2019, 23:59 Geneva/)
    expect(stranger.problems).toEqual([])
    await stranger.context.close()
  })
})

/** Takes a number from the page of the meeting, and sends the text as a file. */
async function prepares({ page, open, reach }: Visitor, number: string, title: string, source: string): Promise<void> {
  await open(meeting)
  await follow(page, 'Hand in a contribution')
  await reach(`${group}/contributions/new?meeting=1`, 'Hand in a contribution')
  expect(await shown(page, '#new-contribution')).toContain(`about ${number}`)
  await page.getByLabel('Title').fill(title)
  expect(await page.getByLabel('Sources').inputValue()).toBe(source)
  await page.getByRole('checkbox', { name: 'Proposal' }).check()
  await press(page, 'Get a number')
  await reach(`${group}/contributions/${number}`, title)
  const buffer = aDocx({ text: title })
  await page.locator('#contribution-file').setInputFiles({ name: 'text.docx', mimeType: '', buffer })
  await page.locator('#draft button', { hasText: 'Send a file' }).click()
  await page.getByText('Sent, and not handed in yet').waitFor()
  await follow(page, 'Hand it in')
  await reach(/\/submit$/, 'Hand it in')
  await page.getByRole('radio', { name: 'No', exact: true }).check()
  await page.getByRole('checkbox', { name: /I agree/ }).check()
}

describe('[D-FG-1, T3, T4] 2 October 2019: the last second', () => {
  step('one registers and hands in on time, one a second later', async () => {
    await visitors.at('2019-10-02T21:59:59Z')
    await returns(ines, 'ines@example.net')
    await returns(wei, 'wei@example.net')
    for (const [visitor, mode] of [
      [ines, 'ONSITE'],
      [wei, 'REMOTE'],
    ] as const) {
      await visitor.open(meeting)
      await follow(visitor.page, 'Register', '#registration')
      await visitor.reach(`${meeting}/registration`, 'Registration')
      await fill(visitor.page, { mode, consents: 'true' })
      await press(visitor.page, 'Register')
      await visitor.page.locator('#your-registration', { hasText: 'Change what you said' }).waitFor()
    }
    await prepares(ines, onTime, 'Use cases for measuring the energy of inference', 'Example Computing Ltd')
    await press(ines.page, 'Hand it in')
    await ines.page.locator('.page-header').getByText('In time').waitFor()

    await prepares(wei, late, 'Requirements on cooling water', 'Example Networks')
    // Midnight in Geneva passes while the page is open.
    await visitors.at('2019-10-02T22:00:00Z')
    await press(wei.page, 'Hand it in')
    await wei.page.locator('.page-header').getByText('Late, to be decided').waitFor()
    for (const { problems } of [ines, wei]) expect(problems).toEqual([])
  })
})

describe('[ME-3, AG-9] 7 October 2019: the week before', () => {
  beforeEach(() => visitors.at('2019-10-07T08:00:00Z'))

  step(
    'the chair makes the agenda from the template of a first meeting, and puts what came in on time under its row',
    async () => {
      const { page } = chair
      await returns(chair, 'petra@example.net')
      await chair.open(group)
      const blocks = await shown(page, '#dashboard')
      for (const line of ['1 late contribution waits to be admitted', 'First meeting of FG-AI4EE has no agenda']) {
        expect(blocks).toContain(line)
      }
      await chair.open(meeting)
      await follow(page, 'Agenda')
      await chair.reach(`${meeting}/agenda`, 'Agenda')
      await follow(page, 'First meeting of a group', '#templates')
      await press(page, 'Add these rows')
      await page.locator('.agenda-row', { hasText: 'Contributions received' }).waitFor()
      await page.locator('#publish-agenda button').click()
      await follow(page, 'Version 1', '#versions')
      await chair.reach(`${meeting}/agenda/versions/1`, 'Agenda, version 1')

      await chair.open(meeting)
      await follow(page, 'Documents')
      await chair.reach(`${meeting}/documents`, 'Documents')
      await page.getByRole('checkbox', { name: `Choose ${onTime}` }).check()
      await press(page, 'Put under a row')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('combobox').selectOption({ label: '4 Contributions received' })
      await dialog.getByRole('button', { name: 'Save' }).click()
      await page.locator('.documents-group', { hasText: 'Contributions received' }).waitFor()
      expect(chair.problems).toEqual([])
    },
  )

  step('[DE-1, DE-10] a deliverable is planned, written, and frozen for the meeting', async () => {
    const { page } = chair
    await chair.open(group)
    await follow(page, 'Start a text')
    await page.getByRole('textbox', { name: 'Title' }).fill('First list of use cases')
    await press(page, 'Start a text')
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/)
    await page.getByRole('button', { name: 'Technical Report', exact: true }).click()
    await page.keyboard.type('This report lists use cases in which energy and water are saved.')
    await page.waitForFunction(() => /^Saved/.test(document.querySelector<HTMLElement>('.saved')?.innerText ?? ''))

    await chair.open(`${group}/deliverables`)
    await follow(page, 'Plan a deliverable')
    await chair.reach(`${group}/deliverables/new`, 'Plan a deliverable')
    await fill(page, { title: 'First list of use cases', type: 'TECHNICAL_REPORT' })
    await page.getByRole('combobox', { name: /^The text/ }).selectOption({ label: 'First list of use cases' })
    await press(page, 'Plan a deliverable')
    await chair.reach(deliverable, 'First list of use cases')
    for (const state of ['In drafting', 'In review by the group']) {
      await follow(page, 'Change the state')
      await page.getByRole('radio', { name: state }).check()
      await press(page, 'Change the state')
      await chair.reach(`${deliverable}#way`, 'First list of use cases')
    }
    await follow(page, 'Freeze the text')
    await chair.reach(`${deliverable}/freeze`, 'Freeze the text')
    await press(page, 'Freeze now')
    await chair.reach(`${deliverable}#versions`, 'First list of use cases')
    await page.locator('#versions').getByRole('link', { name: 'Version 1' }).waitFor()
    expect(chair.problems).toEqual([])
  })
})

describe('[ME-1, ME-10, ME-12] 15 October 2019: the meeting', () => {
  step('opens, admits what came late, and treats both', async () => {
    await visitors.at('2019-10-15T07:30:00Z')
    for (const [{ page, open }, button] of [
      [ines, 'I am here, on site'],
      [wei, 'I take part remotely'],
    ] as const) {
      await open(meeting)
      await press(page, button)
      await page.getByText(/You are checked in/).waitFor()
    }
    const { page } = chair
    await chair.open(meeting)
    expect(await shown(page, '.page-header')).toContain('Under way')
    // Whoever keeps the list had forgotten themselves.
    await page.getByText('You are not registered for this meeting').waitFor()
    await follow(page, 'Register somebody by hand', '#registration')
    await chair.reach(`${meeting}/registration/new`, 'Register somebody by hand')
    await page.getByRole('combobox', { name: /^Who/ }).selectOption({ label: 'Petra Gruber' })
    await fill(page, { affiliation: 'Example Institute of Vienna', consents: 'true', reason: 'Forgotten.' })
    await press(page, 'Register somebody by hand')
    await chair.reach(`${meeting}/registration/list`, 'List of registrations')
    await chair.open(meeting)
    await press(page, 'I am here, on site')
    await page.getByText('You are checked in on site.').waitFor()

    // The meeting has the last word on what is late.
    await chair.open(group)
    await follow(page, 'Contributions')
    await chair.reach(`${group}/contributions`, /Contributions/)
    await follow(page, late)
    await chair.reach(`${group}/contributions/${late}`, 'Requirements on cooling water')
    await follow(page, 'Admit it')
    await page.getByLabel('Reason').fill('The meeting wants to treat it with the first.')
    await press(page, 'Admit it')
    await chair.reach(`${group}/contributions/${late}`, 'Requirements on cooling water')
    expect(await shown(page, '#became')).toMatch(/Admitted by Petra Gruber/)

    // Into the room, to the row at which both are at hand.
    await chair.open(`${meeting}/documents`)
    await follow(page, late)
    await chair.reach(/\/documents\/[0-9a-f-]+$/, 'Requirements on cooling water')
    await page.locator('#allocate').getByRole('combobox').selectOption({ label: '4 Contributions received' })
    await page.locator('#allocate').getByRole('button', { name: 'Save' }).first().click()
    await page.locator('main dl', { hasText: '4 Contributions received' }).waitFor()
    await chair.open(`${meeting}/room`)
    await takenOver(page)
    await page.keyboard.press('g')
    await page.keyboard.type('4')
    await page.keyboard.press('Enter')
    const now = page.locator('.room-now')
    for (const number of [onTime, late]) await now.getByRole('link', { name: number, exact: true }).waitFor()
    await ines.open(`${meeting}/room`)
    await ines.page.locator('.room-now', { hasText: 'Contributions received' }).waitFor()

    // What became of each.
    for (const [number, result, title] of [
      [onTime, 'AGREED', 'Use cases for measuring the energy of inference'],
      [late, 'NOTED', 'Requirements on cooling water'],
    ] as const) {
      await chair.open(`${meeting}/documents`)
      await follow(page, number)
      await chair.reach(/\/documents\/[0-9a-f-]+$/, title)
      await page.locator('#settle').getByRole('combobox').selectOption(result)
      await page.locator('#settle').getByRole('button', { name: 'Save' }).first().click()
      await page.locator('#history').getByText('Petra Gruber').waitFor()
    }
    await chair.open(`${meeting}/room`)
    await now.waitFor()
    await page.keyboard.press('2')
    await page.locator('.room-rows li', { hasText: 'Contributions received' }).getByText('Agreed').waitFor()
    for (const { problems } of [chair, ines, wei]) expect(problems).toEqual([])
  })

  step('[DE-5, DV-5] approves the deliverable by a decision, with a reservation beside it', async () => {
    await visitors.at('2019-10-15T13:00:00Z')
    const { page } = chair
    await chair.open(deliverable)
    await follow(page, 'Record the approval')
    await chair.reach(`${deliverable}/approve`, 'Record the approval')
    await follow(page, 'Record the decision')
    await chair.reach(/\/decisions\/new\?/, 'Record a decision')
    await page.locator('#which-meeting').getByRole('combobox').selectOption('1')
    await page.locator('#which-meeting button').click()
    await page.waitForURL(/meeting=1/)
    await page.getByRole('radio', { name: /^Approved/ }).check()
    await page.getByRole('textbox', { name: /^The decision in words/ }).fill('Approves the first list of use cases.')
    await press(page, 'Record the decision')
    await chair.reach(/\/approve$/, 'Record the approval')
    expect(await page.getByRole('radio', { name: /^1 of 15 Oct 2019: Approves the first list/ }).isChecked()).toBe(true)
    await press(page, 'Record the approval')
    await chair.reach(/#versions$/, 'First list of use cases')
    await page.locator('.way [aria-current=step]').getByText('Approved by the group').waitFor()

    await wei.open(meeting)
    await follow(wei.page, /Approves the first list of use cases/, '#decisions')
    await wei.reach(`${group}/decisions/1`, 'Decision 1')
    await follow(wei.page, 'Enter a reservation')
    await wei.page.getByRole('textbox', { name: /^What you hold against it/ }).fill('Water is left out of the list.')
    await wei.page.getByRole('textbox', { name: /^On behalf of/ }).fill('Example Networks')
    await press(wei.page, 'Enter it')
    await wei.page.locator('.held').getByText('Water is left out of the list.').waitFor()
    await chair.open(`${group}/decisions/1`)
    await page.getByText('Answer it', { exact: true }).click()
    await page.getByRole('textbox', { name: /^Answer/ }).fill('It comes with the second list.')
    await press(page, 'Save the answer')
    await page.locator('.held-answer').waitFor()

    // Whoever reads the deliverable reads what is held against its approval.
    await chair.open(deliverable)
    expect(await shown(page, '#versions')).toMatch(
      /Approved 15 Oct 2019, First meeting of FG-AI4EE[\s\S]*Wei Tan for Example Networks\s+Reservation\s+Answered\s+Water is left out of the list\.\s+Answer: It comes with the second list\./,
    )
    for (const { problems } of [chair, wei]) expect(problems).toEqual([])
  })

  step('[IP-4] asks the question about patents, hands out an action, and keeps the minutes', async () => {
    await visitors.at('2019-10-15T15:00:00Z')
    const { page } = chair
    await chair.open(meeting)
    await follow(page, 'Record the answer', '#patents')
    await chair.reach(`${meeting}/patents`, 'Known patents')
    await press(page, 'Save the record')
    await chair.reach(/\/meetings\/1(#patents)?$/, 'First meeting of FG-AI4EE')
    expect(await shown(page, '#patents')).toMatch(/Asked on 15 Oct 2019[\s\S]*Nobody knew of any/)

    await follow(page, 'Hand out an action', '#actions')
    await chair.reach(/\/actions\/new/, 'Hand out an action')
    await page.getByRole('textbox', { name: /^What is to be done/ }).fill('Draft the second list, with water.')
    await page.getByRole('combobox', { name: /^Who does it/ }).selectOption({ label: 'Wei Tan' })
    await page.getByLabel('Or by which day').fill('2019-12-02')
    await press(page, 'Hand it out')
    await page.locator('#actions').getByText('Draft the second list, with water.').waitFor()

    await chair.open(`${meeting}/minutes`)
    await press(page, 'Open the minutes')
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/)
    const discussed = page.locator('.sheet-text > section', {
      has: page.locator('h2:text-is("Contributions received")'),
    })
    const saved = () =>
      page.waitForFunction(() =>
        /^(Saved|Everything is saved)/.test(document.querySelector<HTMLElement>('.saved')?.innerText ?? ''),
      )
    await saved()
    await page.locator('.sheet-text[contenteditable=true]').waitFor()
    await discussed.locator('p').first().click()
    await page.waitForFunction(() => document.activeElement?.closest('.sheet-text') !== null)
    await page.keyboard.type('The group goes on with the use cases of the first contribution.')
    await discussed.getByText('The group goes on with the use cases of the first contribution.').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('/decision')
    await page
      .getByRole('option', { name: /Decision/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page
      .getByRole('option', { name: /Decision/ })
      .first()
      .waitFor({ state: 'hidden' })
    await page.keyboard.type('Use cases are collected by the template of the first contribution.')
    // A record is kept when one leaves it.
    await discussed.getByText('The group goes on with the use cases').click()
    await page.getByText('Decision 2').first().waitFor()
    await chair.open(`${meeting}/minutes`)
    expect(await shown(page)).toMatch(/Decision 2[\s\S]*Use cases are collected by the template/)
    expect(chair.problems).toEqual([])
  })
})

describe('16 October 2019: after the meeting', () => {
  beforeEach(() => visitors.at('2019-10-16T08:00:00Z'))

  step('[MT-10] the chair closes the meeting, whose record stands from then on', async () => {
    const { page } = chair
    await chair.open(meeting)
    expect(await shown(page, '.page-header')).toContain('Ended')
    await chair.open(group)
    await follow(page, /^Close it/, '#dashboard')
    await chair.reach(`${meeting}/close`, 'Close the meeting')
    expect(await shown(page, '#conditions')).toContain('Done')
    await press(page, 'Close the meeting')
    await chair.reach(meeting, 'First meeting of FG-AI4EE')
    expect(await shown(page, '.page-header')).toContain('Closed')
    expect(chair.problems).toEqual([])
  })

  step(
    '[RP-1, RP-4, DC-6] the report is there when the meeting is closed, holds all of it, and is frozen',
    async () => {
      const { page } = chair
      await follow(page, 'Report', 'main nav')
      await chair.reach(`${meeting}/report`, /^Report: /)
      await page.getByText('This is a draft').waitFor()
      const drafted = await shown(page, 'article.report')
      for (const words of [
        'Chair (acting): Petra Gruber',
        'Vienna',
        '3 people were present: 2 on site, 1 remote.',
        onTime,
        late,
        'Approves the first list of use cases.',
        'Use cases are collected by the template of the first contribution.',
        'Water is left out of the list.',
        'It comes with the second list.',
        'Draft the second list, with water.',
        'the chair asked whether anybody knew',
      ])
        expect(drafted).toContain(words)
      expect(await violations(page)).toEqual([])
      await follow(page, 'Freeze the report')
      await chair.reach(`${meeting}/report/freeze`, 'Freeze the report')
      await press(page, 'Freeze this text')
      await chair.reach(`${meeting}/report`, /^Report: /)
      expect(await shown(page, '#about .hash')).toMatch(/^[0-9a-f]{64}$/)
      expect(chair.problems).toEqual([])
    },
  )

  step('[RD-7, RP-4] report, approved text and letter print for anybody, without the frame of the site', async () => {
    const reader = await visitors.arrive({ ...screen, javaScriptEnabled: false })
    const { page } = reader
    await page.emulateMedia({ media: 'print' })
    for (const [path, words] of [
      [`${meeting}/report`, ['Water is left out of the list.', 'Requirements on cooling water', 'SHA-256']],
      [`${deliverable}/versions/1`, ['First list of use cases', 'Water is left out of the list.', 'SHA-256']],
      [`${meeting}/call`, ['TSB Circular 191', 'until 2 Oct 2019, 23:59 Geneva', 'would give 3 Oct']],
    ] as const) {
      expect(await reader.open(path)).toBe(200)
      const printed = await shown(page)
      for (const one of words) expect(printed).toContain(one)
      expect(await page.locator('header nav:visible, footer nav:visible, button:visible').allInnerTexts()).toEqual([])
      const pdf = await page.pdf({ preferCSSPageSize: true })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      expect([...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length).toBeGreaterThan(0)
    }
    expect(reader.problems).toEqual([])
  })
})
