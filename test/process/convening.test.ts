import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { MeetingDates } from '#server/process/meetings/index.js'
import { openRegistration, type RegistrationSite, type Somebody } from './registration-site.js'

let site: RegistrationSite
let chair: string

beforeAll(async () => {
  site = await openRegistration()
  chair = await site.somebody('CHAIR')
})
afterAll(() => site.stop())
beforeEach(() => site.at('2027-03-01T09:00:00Z'))

interface SeenClause {
  key: string
  text: string
  isWorded?: boolean
  isOutdated?: boolean
  dates: { obligation: string; until: string }[]
}

/** The letter as somebody sees it. */
async function letterOf(meeting: { number: number }, who: Somebody) {
  const seen = await site.seen(
    meeting,
    who,
    `state announcedOn announcement revision conveningLetter {
       issues { number reference reason issuedOn hash clauses { key number heading text dates { obligation until } }
         changes { key before { text } after { text } } }
       draft { revision hash reference clauses { key number heading text isWorded isOutdated composed dates { obligation until } }
         changes { key before { text } after { text } } } }`,
  )
  return seen
}
const clauseOf = (clauses: readonly SeenClause[], key: string) => clauses.find((clause) => clause.key === key)!

const act = (mutation: string, type: string) => (input: Record<string, unknown>, who: Somebody) =>
  site.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`, { input }, who)
const word = act('wordCallClause', 'WordCallClauseInput')
const issue = act('issueConveningLetter', 'IssueConveningLetterInput')
const correct = act('issueCallCorrigendum', 'IssueCallCorrigendumInput')

/** A meeting whose letter is out. */
async function issued() {
  const meeting = await site.meeting()
  const { conveningLetter } = await letterOf(meeting, chair)
  const input = {
    meetingId: meeting.id,
    expectedHash: conveningLetter.draft.hash,
    reference: 'Letter 7',
    on: '2027-03-01',
  }
  expect((await issue(input, chair)).errors).toEqual([])
  return meeting
}

/** The closing date of registration moves, and with it what the letter says. */
async function moveRegistration(meeting: { id: string }, on: string): Promise<void> {
  const [row] = (await site.dataSource.query('select revision from meeting where id = $1', [meeting.id])) as [
    { revision: number },
  ]
  await site.asSystem((tx) =>
    site
      .get(MeetingDates)
      .publish(tx, { meetingId: meeting.id, expectedRevision: row.revision, obligation: 'REGISTRATION', on }),
  )
}

describe('a draft', () => {
  it('[CL-1] is composed from the data of the meeting, and only those who run the group see it', async () => {
    const meeting = await site.meeting({ objectives: ['Settle the method'] })
    expect((await letterOf(meeting, null)).conveningLetter).toBeNull()
    expect((await letterOf(meeting, await site.somebody('PARTICIPANT'))).conveningLetter).toBeNull()
    const { draft, issues } = (await letterOf(meeting, chair)).conveningLetter
    expect(issues).toEqual([])
    expect(clauseOf(draft.clauses, 'OBJECTIVES').text).toContain('- Settle the method')
    expect(clauseOf(draft.clauses, 'REGISTRATION').text).toContain('1 Jun 2027, 23:59 Geneva')
    const obligations = clauseOf(draft.clauses, 'KEY_DATES').dates.map(({ obligation }) => obligation)
    expect(obligations).toEqual(expect.arrayContaining(['CONTRIBUTIONS', 'REGISTRATION', 'VISA']))
    expect(obligations).not.toContain('ANNOUNCEMENT')
  })

  it('[CL-2] follows the data until somebody words a clause, which is then marked when they change', async () => {
    const meeting = await site.meeting()
    const input = { meetingId: meeting.id, expectedRevision: 0, key: 'REGISTRATION', text: 'Just come.' }
    expect((await word(input, await site.somebody('EDITOR'))).codes).toEqual(['FORBIDDEN'])
    expect((await word({ ...input, text: ' ' }, chair)).codes).toEqual(['TEXT_MISSING'])
    expect((await word(input, chair)).codes).toEqual([])
    expect((await word(input, chair)).codes).toEqual(['STALE'])
    await moveRegistration(meeting, '2027-06-03')
    const { draft } = (await letterOf(meeting, chair)).conveningLetter
    expect(clauseOf(draft.clauses, 'REGISTRATION')).toMatchObject({
      text: 'Just come.',
      isWorded: true,
      isOutdated: true,
    })
    expect((await word({ ...input, expectedRevision: 1, text: null }, chair)).codes).toEqual([])
    const again = (await letterOf(meeting, chair)).conveningLetter.draft
    expect(clauseOf(again.clauses, 'REGISTRATION')).toMatchObject({ isWorded: false, isOutdated: false })
    expect(clauseOf(again.clauses, 'REGISTRATION').text).toContain('3 Jun 2027')
  })

  it('[CL-2] holds what the data have nothing for once somebody writes it, and not when it is taken out again', async () => {
    const meeting = await site.meeting()
    const input = { meetingId: meeting.id, expectedRevision: 0, key: 'FURTHER', text: 'The tram stops at the door.' }
    const keys = async () =>
      (await letterOf(meeting, chair)).conveningLetter.draft.clauses.map(({ key }: { key: string }) => key)
    expect(await keys()).not.toContain('FURTHER')
    expect((await word(input, chair)).codes).toEqual([])
    expect((await keys()).slice(-3)).toEqual(['KEY_DATES', 'FURTHER', 'PRACTICAL'])
    const { draft } = (await letterOf(meeting, chair)).conveningLetter
    expect(clauseOf(draft.clauses, 'FURTHER')).toMatchObject({
      text: 'The tram stops at the door.',
      isWorded: true,
      isOutdated: false,
      composed: null,
    })
    expect((await word({ ...input, expectedRevision: 1, text: null }, chair)).codes).toEqual([])
    expect(await keys()).not.toContain('FURTHER')
  })

  it('[CL-1] tells of registration once it is offered', async () => {
    const meeting = await site.meeting()
    await site.offer(meeting, chair, { placesOnsite: 25 })
    const { draft } = (await letterOf(meeting, chair)).conveningLetter
    expect(clauseOf(draft.clauses, 'REGISTRATION').text).toContain('There are 25 places in the room.')
  })
})

describe('issuing', () => {
  it('[CL-3] announces the meeting, freezes the text with its hash, and shows it to whoever sees the meeting', async () => {
    const meeting = await issued()
    const seen = await letterOf(meeting, null)
    expect(seen).toMatchObject({ state: 'ANNOUNCED', announcedOn: '2027-03-01', announcement: 'Letter 7' })
    expect(seen.conveningLetter.draft).toBeNull()
    const [letter] = seen.conveningLetter.issues
    expect(letter).toMatchObject({ number: 0, reference: 'Letter 7', reason: null, changes: [] })
    const [kept] = (await site.dataSource.query('select content from convening_issue where meeting_id = $1', [
      meeting.id,
    ])) as [{ content: string }]
    expect(letter.hash).toBe(createHash('sha256').update(kept.content).digest('hex'))
    await moveRegistration(meeting, '2027-06-02')
    expect((await letterOf(meeting, null)).conveningLetter.issues[0]).toEqual(letter)
    await expect(
      site.dataSource.query(`update convening_issue set reference = 'x' where meeting_id = $1`, [meeting.id]),
    ).rejects.toThrow('append-only')
  })

  it('[CL-3] issues only what was seen, once, by those who run the group', async () => {
    const meeting = await site.meeting()
    const { draft } = (await letterOf(meeting, chair)).conveningLetter
    const input = { meetingId: meeting.id, expectedHash: draft.hash, reference: 'Letter 8', on: '2027-03-01' }
    expect((await issue(input, null)).codes).toEqual(['SIGN_IN_REQUIRED'])
    await moveRegistration(meeting, '2027-06-02')
    expect((await issue(input, chair)).codes).toEqual(['STALE'])
    const expectedHash = (await letterOf(meeting, chair)).conveningLetter.draft.hash
    const tomorrow = await issue({ ...input, expectedHash, on: '2027-03-02' }, chair)
    expect(tomorrow.codes).toEqual(['BAD_INPUT'])
    const both = await Promise.all([issue({ ...input, expectedHash }, chair), issue({ ...input, expectedHash }, chair)])
    expect(both.flatMap(({ codes }) => codes)).toEqual(['LETTER_ISSUED'])
  })

  it('[CL-4] what changes later is a numbered corrigendum with its reason; without a change there is none', async () => {
    const meeting = await issued()
    const hashNow = async () => (await letterOf(meeting, chair)).conveningLetter.draft.hash
    const reason = 'The host has more time.'
    expect((await correct({ meetingId: meeting.id, expectedHash: await hashNow(), reason }, chair)).codes).toEqual([
      'NOTHING_TO_CORRECT',
    ])
    await moveRegistration(meeting, '2027-06-03')
    const { draft } = (await letterOf(meeting, chair)).conveningLetter
    expect(draft.changes.map(({ key }: { key: string }) => key)).toEqual(['REGISTRATION', 'KEY_DATES'])
    expect((await correct({ meetingId: meeting.id, expectedHash: draft.hash, reason: '' }, chair)).codes).toEqual([
      'TEXT_MISSING',
    ])
    expect((await correct({ meetingId: meeting.id, expectedHash: draft.hash, reason }, chair)).codes).toEqual([])
    const { issues } = (await letterOf(meeting, null)).conveningLetter
    expect(issues[1]).toMatchObject({ number: 1, reference: 'Letter 7, Corrigendum 1', reason })
    expect(issues[1].changes[0].before.text).toContain('1 Jun 2027')
    expect(issues[1].changes[0].after.text).toContain('3 Jun 2027')
    await moveRegistration(meeting, '2027-06-04')
    expect((await correct({ meetingId: meeting.id, expectedHash: await hashNow(), reason }, chair)).codes).toEqual([])
    expect((await letterOf(meeting, null)).conveningLetter.issues).toHaveLength(3)
  })

  it('[CL-5] a letter tells everybody that it is behind its meeting, the preview of a move says so before, and a corrigendum mends it', async () => {
    const meeting = await issued()
    const isBehind = async (who: Somebody) =>
      (await site.seen(meeting, who, 'conveningLetter { isBehind }')).conveningLetter.isBehind as boolean
    expect(await isBehind(null)).toBe(false)
    const to = { id: meeting.id, startsOn: '2027-07-01', endsOn: '2027-07-02' }
    const preview = await site.ask(
      'query ($input: MoveMeetingPreviewInput!) { meetingMove(input: $input) { alsoMoves { code text } } }',
      { input: to },
      chair,
    )
    expect(preview.data.meetingMove.alsoMoves).toContainEqual({
      code: 'LETTER',
      text: expect.stringContaining('The convening letter Letter 7 stays as it was issued.'),
    })
    const { revision } = await letterOf(meeting, chair)
    const move = 'mutation ($input: MoveMeetingInput!) { moveMeeting(input: $input) { revision } }'
    expect((await site.ask(move, { input: { ...to, expectedRevision: revision } }, chair)).errors).toEqual([])
    expect([await isBehind(null), await isBehind(chair)]).toEqual([true, true])
    const blocks = async () => {
      const query = '{ group(slug: "example") { dashboard { lines { code what settle { href } } } } }'
      const { lines } = (await site.ask(query, {}, chair)).data.group.dashboard as {
        lines: { code: string; what: string; settle: { href: string } }[]
      }
      return lines.filter(({ settle }) => settle.href.endsWith(`/meetings/${meeting.number}/call/issue`))
    }
    // It is told of the next meeting, which this one becomes when those before it are out of the way.
    await site.dataSource.query(`update meeting set state = 'CANCELLED' where id <> $1`, [meeting.id])
    expect(await blocks()).toMatchObject([{ code: 'LETTER_BEHIND' }])
    const { draft } = (await letterOf(meeting, chair)).conveningLetter
    const input = { meetingId: meeting.id, expectedHash: draft.hash, reason: 'The hall is taken.' }
    expect((await correct(input, chair)).errors).toEqual([])
    expect(await isBehind(null)).toBe(false)
    expect(await blocks()).toEqual([])
  })

  it('[CL-4] nothing is corrected that was not issued, and nothing issued for a cancelled meeting', async () => {
    const meeting = await site.meeting()
    const { draft } = (await letterOf(meeting, chair)).conveningLetter
    const input = { meetingId: meeting.id, expectedHash: draft.hash }
    expect((await correct({ ...input, reason: 'None.' }, chair)).codes).toEqual(['LETTER_NOT_ISSUED'])
    await site.dataSource.query(`update meeting set state = 'CANCELLED' where id = $1`, [meeting.id])
    const late = await issue({ ...input, reference: 'Letter 9', on: '2027-03-01' }, chair)
    expect(late.codes).toEqual(['MEETING_CANCELLED'])
  })

  it('[GR-3] of a hidden meeting the letter is hidden too', async () => {
    const meeting = await issued()
    await site.dataSource.query(`update meeting set visibility = 'PARTICIPANTS' where id = $1`, [meeting.id])
    const { data } = await site.ask(
      'query ($number: Int!) { meeting(group: "example", number: $number) { conveningLetter { issues { number } } } }',
      { number: meeting.number },
    )
    expect(data.meeting).toBeNull()
  })
})
