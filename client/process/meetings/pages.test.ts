import { describe, expect, it } from '@jest/globals'
import { aPage, refusedWith, textOf } from '../../app/testing/pages.js'
import { aGroupHead, aKeyDate, aMeeting } from '../testing/answers.js'

const may = ['READ', 'EDIT', 'MOVE', 'ANNOUNCE', 'CANCEL', 'PUBLISH_DATES']
const at = '/groups/fg-x/meetings/1'

describe('the page of a meeting', () => {
  it('tells each key date with time, zone, rule, source, difference and reason: never a bare date', async () => {
    const { status, html } = await aPage(at, { MeetingPage: { meeting: aMeeting() } })
    const text = textOf(html)
    expect(status).toBe(200)
    expect(text).toContain('2 Oct 2019, 23:59 Geneva')
    expect(text).toContain('published: 1 day earlier')
    expect(text).toContain('D-FG-1: ITU-T A.7, clause 8')
    expect(text).toContain('not checked')
    expect(text).toContain('Reason: The host asked for it.')
    expect(text).toContain('the default would give 3 Oct')
    expect(text).toContain('What comes later is marked as late')
    expect(text).toContain('15 Oct 2019, 09:30 Vienna')
    expect(text).toContain('Announced 21 Aug 2019, 55 days ahead; in time')
  })

  it('shows a reader no way to change it, and a chair each way that is open', async () => {
    const reader = await aPage(at, { MeetingPage: { meeting: aMeeting() } })
    expect(reader.html).not.toMatch(/\/(move|edit|cancel|announce|dates)["?]/)
    const chair = await aPage(at, { MeetingPage: { meeting: aMeeting({ viewerMay: may, state: 'PLANNED' }) } })
    for (const page of ['move', 'edit', 'cancel', 'announce', 'dates']) expect(chair.html).toContain(`${at}/${page}"`)
    expect(chair.html).toContain(`${at}/dates?obligation=CONTRIBUTIONS`)
  })

  it('[MT-10] offers what the table of its state offers, also to whom the server would let do more', async () => {
    const all = [...may, 'REMIND', 'CLOSE', 'REOPEN']
    const offered = async (state: string) => {
      const { html } = await aPage(at, { MeetingPage: { meeting: aMeeting({ state, viewerMay: all }) } })
      return ['announce', 'move', 'edit', 'cancel', 'close', 'reopen'].filter((page) => html.includes(`${at}/${page}"`))
    }
    expect(await offered('PLANNED')).toEqual(['announce', 'move', 'edit', 'cancel'])
    expect(await offered('RUNNING')).toEqual(['edit'])
    expect(await offered('ENDED')).toEqual(['edit', 'close'])
    expect(await offered('CLOSED')).toEqual(['reopen'])
    expect(await offered('CANCELLED')).toEqual([])
  })

  it('[MT-11] offers closing on the last day, by the clocks of the place', async () => {
    const closing = async (now: string, endsOn: string) => {
      const meeting = aMeeting({ state: 'RUNNING', endsOn, viewerMay: [...may, 'CLOSE'] })
      const { html } = await aPage(at, { MeetingPage: { now, meeting } })
      return html.includes(`${at}/close"`)
    }
    expect(await closing('2019-10-15T21:59:00Z', '2019-10-16')).toBe(false)
    expect(await closing('2019-10-15T22:00:00Z', '2019-10-16')).toBe(true)
  })

  it('[MT-10] is explained on a page that is drawn from that table', async () => {
    const { status, html } = await aPage('/help/meetings', {})
    const text = textOf(html)
    expect(status).toBe(200)
    expect(text).toMatch(/Close it Chair and vice-chairs no no possible offered no no/)
    expect(text).toMatch(/Give it other days Chair, vice-chairs, secretariat offered offered possible no no no/)
  })

  it('[RC-4] says before closing that the minutes have lost records, which freeze without them, and leads there', async () => {
    const closing = async (...inText: boolean[]) => {
      const minutes = { records: inText.map((isInText) => ({ isInText })) }
      const meeting = { ...aMeeting({ state: 'ENDED', viewerMay: [...may, 'CLOSE'] }), closingConditions: [], minutes }
      return aPage(`${at}/close`, { MeetingToChange: { upcomingMeetings: [], meeting } })
    }
    const { status, html } = await closing(true, false)
    expect(status).toBe(200)
    expect(textOf(html)).toContain('1 record is no longer told by the text')
    expect(html).toContain(`href="${at}/minutes"`)
    expect(textOf((await closing(true, true)).html)).not.toContain('no longer told')
  })

  it('says why a meeting is cancelled and offers nothing more', async () => {
    const meeting = aMeeting({ state: 'CANCELLED', cancelledReason: 'The host withdrew.', viewerMay: may })
    const { html } = await aPage(at, { MeetingPage: { meeting } })
    expect(textOf(html)).toContain('The host withdrew.')
    expect(html).not.toMatch(/\/(move|edit|cancel|dates)["?]/)
  })

  it('says that there are no dates, no record and no known place, where that is so', async () => {
    const meeting = aMeeting({ keyDates: [], place: null, country: null, objectives: [] })
    const text = textOf((await aPage(at, { MeetingPage: { meeting } })).html)
    expect(text).toContain('No key dates')
    expect(text).toContain('Nothing is recorded yet')
    expect(text).toContain('Place Unknown')
  })

  it('is not there when the viewer may not see it, nor under a number that is none', async () => {
    expect((await aPage(at, { MeetingPage: { meeting: null } })).status).toBe(404)
    expect((await aPage('/groups/fg-x/meetings/one', {})).status).toBe(404)
  })

  it('carries the label of the example', async () => {
    const meeting = aMeeting({ group: aGroupHead({ isExample: true }) })
    expect((await aPage(at, { MeetingPage: { meeting } })).html).toContain('notice-example')
  })
})

describe('calling a meeting', () => {
  const group = { ...aGroupHead(), viewerMay: ['READ', 'CALL_MEETING'], state: 'ESTABLISHED' }
  const page = { upcomingMeetings: [], group: { ...group, meetings: { totalCount: 2 } } }
  const form = {
    title: 'Third meeting of FG-X',
    startsOn: '2027-03-02',
    endsOn: '',
    mode: 'ONSITE',
    zone: 'Europe/Vienna',
    place: 'Vienna',
    objectives: 'One\r\n\r\n Two ',
    idempotencyKey: 'k',
  }

  it('proposes the title by its number, the zone of the group and objectives', async () => {
    const { html } = await aPage('/groups/fg-x/meetings/new', { NewMeetingPage: page })
    expect(html).toContain('value="Third meeting of FG-X"')
    expect(html).toContain('value="Europe/Zurich"')
    expect(textOf(html)).toContain('Approve the agenda')
    expect(textOf(html)).toContain('Choose the first day')
  })

  it('leads who is not signed in to signing in, and back', async () => {
    const may = { ...page, group: { ...page.group, viewerMay: ['READ'] } }
    const { status, html } = await aPage('/groups/fg-x/meetings/new', { NewMeetingPage: may })
    expect(status).toBe(403)
    expect(html).toContain('href="/sign-in?to=%2Fgroups%2Ffg-x%2Fmeetings%2Fnew"')
  })

  it('[ME-9, GR-3] counts the meetings that prepare the first one apart, and offers nobody who may not see the group', async () => {
    const first = { ...page, group: { ...page.group, visibility: 'PARTICIPANTS', meetings: { totalCount: 0 } } }
    const { html } = await aPage('/groups/fg-x/meetings/new', { NewMeetingPage: first })
    expect(html).toContain('value="First meeting of FG-X"')
    expect(html).toMatch(/name="isPreparatory"/)
    expect(html.match(/<option[^>]*value="(PUBLIC|ACCOUNT|PARTICIPANTS|MANAGEMENT)"/g)).toHaveLength(2)
  })

  it('shows the dates for the days in the address, and keeps what else was typed', async () => {
    const query = new URLSearchParams({ ...form, title: 'My title' })
    const { html, asked } = await aPage(`/groups/fg-x/meetings/new?${query}`, {
      NewMeetingPage: page,
      MeetingDatesPreview: { meetingDates: [aKeyDate()] },
    })
    expect(asked.find(({ name }) => name === 'MeetingDatesPreview')!.variables).toEqual({
      input: { group: 'fg-x', startsOn: '2027-03-02', endsOn: '2027-03-02', mode: 'ONSITE', zone: 'Europe/Vienna' },
    })
    expect(textOf(html)).toContain('the default would give 3 Oct')
    expect(html).toContain('value="My title"')
  })

  it('calls it and goes to its page', async () => {
    const { status, location, asked } = await aPage(
      '/groups/fg-x/meetings/new',
      { CreateMeeting: { createMeeting: { number: 3 } } },
      { sent: form },
    )
    expect([status, location]).toEqual([302, '/groups/fg-x/meetings/3'])
    expect(asked[0]!.variables).toMatchObject({
      input: { group: 'fg-x', endsOn: '2027-03-02', objectives: ['One', 'Two'], opensAt: null, idempotencyKey: 'k' },
    })
  })

  it('puts a refusal beside its field and loses nothing that was typed', async () => {
    const { status, html } = await aPage(
      '/groups/fg-x/meetings/new',
      {
        NewMeetingPage: page,
        CreateMeeting: refusedWith('NO_SUCH_ZONE', { args: { zone: 'Europe/Atlantis' }, field: 'input.zone' }),
      },
      { sent: { ...form, zone: 'Europe/Atlantis', title: 'My title' } },
    )
    expect(status).toBe(422)
    expect(html).toContain('id="new-meeting-zone-refusal"')
    expect(html).toContain('value="Europe/Atlantis"')
    expect(html).toContain('value="My title"')
    expect(html).toContain('value="2027-03-02"')
    expect(html).toMatch(/name="idempotencyKey" value="k"/)
  })

  it('says where the dates would stand that they cannot be computed, and keeps the form', async () => {
    const query = new URLSearchParams({ ...form, zone: 'Europe/Atlantis' })
    const { status, html } = await aPage(`/groups/fg-x/meetings/new?${query}`, {
      NewMeetingPage: page,
      MeetingDatesPreview: refusedWith('NO_SUCH_ZONE', { args: { zone: 'Europe/Atlantis' }, field: 'input.zone' }),
    })
    expect(status).toBe(200)
    expect(textOf(html)).toContain('There is no time zone called Europe/Atlantis.')
    expect(html).toContain('value="Europe/Atlantis"')
  })

  it('asks for the first day before it asks the server', async () => {
    const { status, html, asked } = await aPage(
      '/groups/fg-x/meetings/new',
      { NewMeetingPage: page },
      { sent: { ...form, startsOn: '2027-02-30' } },
    )
    expect(status).toBe(422)
    expect(html).toContain('id="new-meeting-startsOn-refusal"')
    expect(asked.map(({ name }) => name)).not.toContain('CreateMeeting')
  })

  it('is refused to whoever may not call one', async () => {
    const { status, html } = await aPage('/groups/fg-x/meetings/new', {
      NewMeetingPage: { group: { ...page.group, viewerMay: ['READ'] } },
    })
    expect(status).toBe(403)
    expect(textOf(html)).toContain('Not yours to open')
  })
})

describe('moving a meeting', () => {
  const move = {
    startsOn: '2019-11-15',
    endsOn: '2019-11-16',
    rows: [
      {
        obligation: 'CONTRIBUTIONS',
        before: '2019-10-02',
        after: '2019-10-02',
        isPinned: true,
        isPast: false,
        explanation: { text: 'It was published.' },
      },
      {
        obligation: 'ANNOUNCEMENT',
        before: '2019-09-17',
        after: '2019-10-18',
        isPinned: false,
        isPast: true,
        explanation: { text: 'Four weeks before.' },
      },
    ],
    warnings: [{ code: 'ANNOUNCED_TOO_LATE', text: 'The notice becomes too short.' }],
    alsoMoves: [{ code: 'REGISTRATION_OPENS', text: 'Registration opens a month later.' }],
  }
  const meeting = aMeeting({ viewerMay: may })
  const address = `${at}/move?startsOn=2019-11-15&endsOn=2019-11-16`

  it('[D-M-1] shows first what moves, what stays, and what to know, and only then the button', async () => {
    const choosing = await aPage(`${at}/move`, { MeetingToChange: { upcomingMeetings: [], meeting } })
    expect(choosing.html).not.toContain('expectedRevision')
    const { html } = await aPage(address, {
      MeetingToChange: { upcomingMeetings: [], meeting },
      MeetingMovePreview: { meetingMove: move },
    })
    const text = textOf(html)
    expect(text).toContain('The notice becomes too short.')
    expect(text).toContain('31 days later · past already')
    expect(text).toContain('What else moves Registration opens a month later.')
    expect(html).toMatch(/name="release"[^>]*value="CONTRIBUTIONS"/)
    expect(html).not.toMatch(/name="release"[^>]*value="ANNOUNCEMENT"/)
    expect(html).toContain('name="expectedRevision" value="3"')
  })

  it('[D-M-2] gives up the published dates that were released', async () => {
    const sent = {
      id: 'm',
      expectedRevision: '3',
      startsOn: '2019-11-15',
      endsOn: '2019-11-16',
      release: ['CONTRIBUTIONS'],
    }
    const { location, asked } = await aPage(address, { MoveMeeting: { moveMeeting: { revision: 4 } } }, { sent })
    expect(location).toBe(at)
    expect(asked[0]!.variables).toEqual({
      input: {
        id: 'm',
        expectedRevision: 3,
        startsOn: '2019-11-15',
        endsOn: '2019-11-16',
        reason: null,
        release: ['CONTRIBUTIONS'],
      },
    })
  })

  it('shows the new state when somebody was faster, and keeps reason and ticks', async () => {
    const { status, html } = await aPage(
      address,
      {
        MoveMeeting: refusedWith('STALE'),
        MeetingToChange: { upcomingMeetings: [], meeting: { ...meeting, revision: 9 } },
        MeetingMovePreview: { meetingMove: move },
      },
      { sent: { id: 'm', expectedRevision: '3', reason: 'The hall is taken.', release: 'CONTRIBUTIONS' } },
    )
    expect(status).toBe(422)
    expect(textOf(html)).toContain('The meeting was changed while you worked on it.')
    expect(textOf(html)).not.toContain('Please mend')
    expect(html).toContain('name="expectedRevision" value="9"')
    expect(html).toContain('The hall is taken.')
    expect(html).toMatch(/name="release"[^>]*checked=""/)
  })

  it('[MT-15] shows what another way of meeting would move before it is saved, with all that was typed', async () => {
    const answers = {
      MeetingToChange: { upcomingMeetings: [], meeting },
      MeetingMovePreview: { meetingMove: move },
      UpdateMeeting: { updateMeeting: { revision: 4 } },
    }
    const sent = {
      id: 'm',
      expectedRevision: '3',
      startsOn: '2019-10-15',
      endsOn: '2019-10-16',
      modeBefore: 'HYBRID',
      zoneBefore: 'Europe/Vienna',
      title: 'My title',
      mode: 'REMOTE',
      zone: 'Europe/Vienna',
    }
    const first = await aPage(`${at}/edit`, answers, { sent })
    expect(first.status).toBe(200)
    expect(first.asked.map(({ name }) => name)).not.toContain('UpdateMeeting')
    expect(textOf(first.html)).toContain('Nothing is changed yet.')
    expect(textOf(first.html)).toContain('Registration opens a month later.')
    expect(first.html).toContain('value="My title"')
    expect(first.html).not.toContain('name="release"')
    expect(first.html).toContain('name="seen" value="REMOTE Europe/Vienna"')
    const then = await aPage(`${at}/edit`, answers, { sent: { ...sent, seen: 'REMOTE Europe/Vienna' } })
    expect(then.location).toBe(at)
    expect(then.asked.map(({ name }) => name)).toEqual(['UpdateMeeting'])
  })

  it('says what is wrong with days that cannot be, beside them', async () => {
    const { html, asked } = await aPage(`${at}/move?startsOn=2019-02-30`, {
      MeetingToChange: { upcomingMeetings: [], meeting },
    })
    expect(html).toContain('id="days-of-move-startsOn-refusal"')
    expect(asked.map(({ name }) => name)).not.toContain('MeetingMovePreview')
  })
})

describe('the other ways to change a meeting', () => {
  const meeting = aMeeting({ viewerMay: may })
  const sent = { id: 'm', expectedRevision: '3' }

  it('asks for the reason before it cancels', async () => {
    const { status, html, asked } = await aPage(
      `${at}/cancel`,
      { MeetingToChange: { upcomingMeetings: [], meeting } },
      { sent },
    )
    expect(status).toBe(422)
    expect(html).toContain('id="cancel-meeting-reason-refusal"')
    expect(asked.map(({ name }) => name)).not.toContain('CancelMeeting')
  })

  const nothingFollows = { meetingMove: { warnings: [], alsoMoves: [], rows: [] } }

  it('sets a date by hand, and takes it back', async () => {
    const dates = await aPage(
      `${at}/dates?obligation=CONTRIBUTIONS`,
      { MeetingMovePreview: nothingFollows, PublishDate: { publishDate: { revision: 4 } } },
      { sent: { ...sent, obligation: 'CONTRIBUTIONS', on: '2019-10-01', reason: 'Because.' } },
    )
    expect(dates.location).toBe(at)
    expect(dates.asked.at(-1)!.variables).toEqual({
      input: { meetingId: 'm', expectedRevision: 3, obligation: 'CONTRIBUTIONS', on: '2019-10-01', reason: 'Because.' },
    })
    const back = await aPage(
      `${at}/dates?obligation=CONTRIBUTIONS`,
      { MeetingMovePreview: nothingFollows, WithdrawPublishedDate: { withdrawPublishedDate: { revision: 4 } } },
      { sent: { ...sent, obligation: 'CONTRIBUTIONS', withdraw: 'true' } },
    )
    expect(back.location).toBe(at)
  })

  it('[MT-16] sets a date from which something follows only once that was seen', async () => {
    const follows = {
      meetingMove: { ...nothingFollows.meetingMove, warnings: [{ code: 'DATE_PAST', text: 'This day is over.' }] },
    }
    const answers = { MeetingMovePreview: follows, PublishDate: { publishDate: { revision: 4 } } }
    const given = { ...sent, obligation: 'CONTRIBUTIONS', on: '2019-10-01', reason: 'Because.' }
    const asking = (more: object) => aPage(`${at}/dates`, answers, { sent: { ...given, ...more } })
    const first = await asking({})
    expect(first.location).toBeNull()
    expect(first.asked.some(({ variables }) => 'reason' in ((variables as { input?: object }).input ?? {}))).toBe(false)
    expect((await asking({ seen: 'CONTRIBUTIONS 2019-10-02' })).location).toBeNull()
    expect((await asking({ seen: 'CONTRIBUTIONS 2019-10-01' })).location).toBe(at)
  })

  it('drops the place of a meeting that is held remotely', async () => {
    const { asked } = await aPage(
      `${at}/edit`,
      { UpdateMeeting: { updateMeeting: { revision: 4 } } },
      { sent: { ...sent, title: 'T', mode: 'REMOTE', place: 'Vienna', zone: 'Europe/Vienna' } },
    )
    expect(asked[0]!.variables).toMatchObject({ input: { mode: 'REMOTE', place: null, country: null, host: null } })
  })

  it.each(['move', 'edit', 'announce', 'cancel', 'dates'])('keeps /%s from whoever may not', async (page) => {
    const { status } = await aPage(`${at}/${page}`, { MeetingToChange: { upcomingMeetings: [], meeting: aMeeting() } })
    expect(status).toBe(403)
  })
})
