import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { newId } from '#server/platform/database/index.js'
import { openSite, type Asker, type Site } from './site.js'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())
beforeEach(() => site.at('2026-12-01T09:00:00Z'))

/** Every month on the third Tuesday at thirteen hours of Geneva. */
const monthly = {
  startsOn: '2027-01-19',
  endsOn: '2027-01-19',
  every: 'MONTHS',
  step: 1,
  count: 4,
  zone: 'Europe/Zurich',
  opensAt: '13:00',
}

async function aGroup(parentBodyId?: string) {
  const group = await site.group(parentBodyId ? { parentBodyId } : {})
  const chair = await site.member(group, 'CHAIR')
  const participant = await site.member(group, 'PARTICIPANT')
  return { group, chair, participant }
}

const preview = (group: string, asker: Asker, more: object = {}) =>
  site.ask(
    /* GraphQL */ `
      query ($input: MeetingSeriesDaysInput!) {
        meetingSeriesDays(input: $input) {
          startsOn
          endsOn
          opensAtInstant
          utcOffsetMinutes
          clocksChanged
          daysOff
          isPast
          meetsWith {
            title
          }
        }
      }
    `,
    { input: { group, ...monthly, ...more } },
    asker,
  )

const call = (group: string, asker: Asker, more: object = {}) =>
  site.ask(
    /* GraphQL */ `
      mutation ($input: CreateMeetingSeriesInput!) {
        createMeetingSeries(input: $input) {
          id
          every
          step
          startsOn
          meetings {
            id
            number
            title
            startsOn
            opensAt
            mode
            isPreparatory
            revision
          }
        }
      }
    `,
    { input: { group, title: 'Call {n}', mode: 'REMOTE', ...monthly, idempotencyKey: newId(), ...more } },
    asker,
  )

const place = async (group: string, number: number, asker: Asker = null) => {
  const { data, errors } = await site.ask(
    /* GraphQL */ `
      query ($group: String!, $number: Int!) {
        meeting(group: $group, number: $number) {
          placeInSeries {
            position
            previous {
              number
            }
            next {
              number
            }
            rest {
              number
            }
            audience {
              people
            }
            series {
              meetings {
                number
                state
              }
            }
          }
        }
      }
    `,
    { group, number },
    asker,
  )
  expect(errors).toEqual([])
  return data.meeting.placeInSeries
}

const cancel = (id: string, meetings: { id: string; revision: number }[], asker: Asker, reason = 'No more need.') =>
  site.ask(
    'mutation ($input: CancelMeetingsOfSeriesInput!) { cancelMeetingsOfSeries(input: $input) { meetings { number state } } }',
    { input: { id, reason, meetings: meetings.map((one) => ({ id: one.id, expectedRevision: one.revision })) } },
    asker,
  )

const firsts = (days: readonly { startsOn: string }[]) => days.map(({ startsOn }) => startsOn)

describe('a series that is not called yet', () => {
  it('[SE-1, SE-3] shows every day with its hour, and where summer time begins', async () => {
    const { group, chair } = await aGroup()
    const { data, errors } = await preview(group.slug, chair)
    expect(errors).toEqual([])
    expect(
      data.meetingSeriesDays.map((day: Record<string, unknown>) => [
        day['startsOn'],
        day['opensAtInstant'],
        day['utcOffsetMinutes'],
        day['clocksChanged'],
      ]),
    ).toEqual([
      ['2027-01-19', '2027-01-19T12:00:00.000Z', 60, false],
      ['2027-02-16', '2027-02-16T12:00:00.000Z', 60, false],
      ['2027-03-16', '2027-03-16T12:00:00.000Z', 60, false],
      ['2027-04-20', '2027-04-20T11:00:00.000Z', 120, true],
    ])
  })

  it('[SE-3] shows meetings of the group and of its parent on these days, as far as one may see them, and days off', async () => {
    const parentBodyId = await site.body('A parent that meets')
    const parent = await site.group({ bodyId: parentBodyId })
    const { group, chair } = await aGroup(parentBodyId)
    const stranger = await site.group()
    await site.meeting(group, { title: 'Our own', startsOn: '2027-02-16' })
    await site.meeting(parent, { title: 'The parent meets', startsOn: '2027-02-15', endsOn: '2027-02-19' })
    await site.meeting(parent, {
      title: 'The parent meets in secret',
      startsOn: '2027-02-16',
      visibility: 'MANAGEMENT',
    })
    await site.meeting(stranger, { title: 'Somebody else', startsOn: '2027-02-16' })
    const { data } = await preview(group.slug, chair, { endsOn: '2027-01-23' })
    const [, february] = data.meetingSeriesDays
    expect(february.meetsWith.map(({ title }: { title: string }) => title)).toEqual(['The parent meets', 'Our own'])
    expect(february.daysOff).toEqual(['2027-02-20'])
    expect(february.endsOn).toBe('2027-02-20')
  })

  it('[SE-3] says which days are past, and forbids none of them', async () => {
    const { group, chair } = await aGroup()
    const past = { startsOn: '2026-11-17', endsOn: '2026-11-17', count: 2 }
    const { data } = await preview(group.slug, chair, past)
    expect(data.meetingSeriesDays.map(({ isPast }: { isPast: boolean }) => isPast)).toEqual([true, false])
    expect((await call(group.slug, chair, past)).errors).toEqual([])
  })

  it('[SE-1] is refused with a sentence where it cannot be', async () => {
    const { group, chair, participant } = await aGroup()
    const code = async (more: object, asker: Asker = chair) => (await preview(group.slug, asker, more)).codes
    expect(await code({ count: 61 })).toEqual(['SERIES_TOO_LONG'])
    expect(await code({ count: null, every: 'WEEKS', untilOn: '2099-01-01' })).toEqual(['SERIES_TOO_LONG'])
    expect(await code({ count: null })).toEqual(['SERIES_END'])
    expect(await code({ untilOn: '2027-05-01' })).toEqual(['SERIES_END'])
    expect(await code({ count: 0 })).toEqual(['BAD_INPUT'])
    expect(await code({ step: 0 })).toEqual(['BAD_INPUT'])
    expect(await code({ step: 27 })).toEqual(['BAD_INPUT'])
    expect(await code({ count: null, untilOn: '2027-01-18' })).toEqual(['ENDS_BEFORE_START'])
    expect(await code({ endsOn: '2027-01-18' })).toEqual(['ENDS_BEFORE_START'])
    expect(await code({ every: 'WEEKS', endsOn: '2027-01-26' })).toEqual(['SERIES_OVERLAPS'])
    expect(await code({ zone: 'Europe/Atlantis' })).toEqual(['NO_SUCH_ZONE'])
    expect(await code({ opensAt: '25:00' })).toEqual(['NO_SUCH_TIME_OF_DAY'])
    expect(await code({ step: 26, startsOn: '2150-01-19', endsOn: '2150-01-19', count: 60 })).toEqual([
      'DAY_OUT_OF_RANGE',
    ])
    expect(await code({}, participant)).toEqual(['FORBIDDEN'])
    expect(await code({}, null)).toEqual(['SIGN_IN_REQUIRED'])
  })
})

describe('a series that is called', () => {
  it('[SE-1, SE-2] makes all its meetings at once, with one line in the record', async () => {
    const { group, chair } = await aGroup()
    const { data, errors } = await call(group.slug, chair, { isPreparatory: true })
    expect(errors).toEqual([])
    const series = data.createMeetingSeries
    expect(series).toMatchObject({ every: 'MONTHS', step: 1, startsOn: '2027-01-19' })
    expect(series.meetings).toMatchObject([
      { number: 1, title: 'Call 1', startsOn: '2027-01-19', opensAt: '13:00', mode: 'REMOTE', isPreparatory: true },
      { number: 2, title: 'Call 2', startsOn: '2027-02-16' },
      { number: 3, title: 'Call 3', startsOn: '2027-03-16' },
      { number: 4, title: 'Call 4', startsOn: '2027-04-20' },
    ])
    const { data: record } = await site.ask(
      'query ($slug: String!) { group(slug: $slug) { activity(first: 20) { nodes { verb args } } } }',
      { slug: group.slug },
    )
    const lines = record.group.activity.nodes.filter(({ verb }: { verb: string }) => verb.startsWith('meeting.'))
    expect(lines).toMatchObject([
      { verb: 'meeting.seriesCreated', args: { count: 4, from: '2027-01-19', to: '2027-04-20' } },
    ])
    const [reminders] = (await site.dataSource.query(
      'select count(distinct meeting_id)::int as n from reminder r join meeting m on m.id = r.meeting_id where m.series_id = $1',
      [series.id],
    )) as [{ n: number }]
    expect(reminders.n).toBe(4)
  })

  it('[SE-3] leaves out what was unticked, and counts only what is called', async () => {
    const { group, chair } = await aGroup()
    const { data } = await call(group.slug, chair, { only: ['2027-04-20', '2027-01-19'] })
    expect(data.createMeetingSeries.meetings).toMatchObject([
      { title: 'Call 1', startsOn: '2027-01-19' },
      { title: 'Call 2', startsOn: '2027-04-20' },
    ])
    const code = async (only: string[]) => (await call(group.slug, chair, { only })).codes
    expect(await code([])).toEqual(['SERIES_EMPTY'])
    expect(await code(['2027-01-20'])).toEqual(['SERIES_NO_SUCH_DAY'])
  })

  it('[SE-1] makes nothing when one of its meetings is refused, and nothing twice', async () => {
    const { group, chair, participant } = await aGroup()
    const count = async () => {
      const { data } = await site.ask('query ($s: String!) { group(slug: $s) { meetings { totalCount } } }', {
        s: group.slug,
      })
      return data.group.meetings.totalCount
    }
    expect((await call(group.slug, chair, { title: ' ' })).codes).toEqual(['TEXT_MISSING'])
    expect((await call(group.slug, chair, { closesAt: '12:00' })).codes).toEqual(['CLOSES_BEFORE_OPENING'])
    expect((await call(group.slug, participant)).codes).toEqual(['FORBIDDEN'])
    expect(await count()).toBe(0)
    const idempotencyKey = newId()
    const [first, again] = [
      await call(group.slug, chair, { idempotencyKey }),
      await call(group.slug, chair, { idempotencyKey }),
    ]
    expect(again.data).toEqual(first.data)
    expect(await count()).toBe(4)
  })

  it('[SE-1] begins with the last day that a month has, where it has no fifth', async () => {
    const { group, chair } = await aGroup()
    const fifth = { startsOn: '2027-03-30', endsOn: '2027-03-30', count: null, untilOn: '2027-06-30' }
    const { data } = await call(group.slug, chair, fifth)
    expect(firsts(data.createMeetingSeries.meetings)).toEqual(['2027-03-30', '2027-04-27', '2027-05-25', '2027-06-29'])
  })

  it('[SE-4] leads from each meeting to the one before and the next, past those that one may not see', async () => {
    const { group, chair } = await aGroup()
    const { data } = await call(group.slug, chair)
    const [, second] = data.createMeetingSeries.meetings
    expect(await place(group.slug, 2)).toMatchObject({ position: 2, previous: { number: 1 }, next: { number: 3 } })
    expect(await place(group.slug, 4)).toMatchObject({ position: 4, previous: { number: 3 }, next: null })
    await site.ask(
      'mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { id } }',
      { input: { id: second.id, expectedRevision: second.revision, visibility: 'MANAGEMENT' } },
      chair,
    )
    expect(await place(group.slug, 3)).toMatchObject({ position: 2, previous: { number: 1 } })
    expect(await place(group.slug, 3, chair)).toMatchObject({ position: 3, previous: { number: 2 } })
    const alone = await site.meeting(group)
    expect(await place(group.slug, alone.number)).toBeNull()
  })

  it('[SE-2] knows its meetings as they stood', async () => {
    const { group, chair } = await aGroup()
    const { data } = await call(group.slug, chair, { count: 2 })
    const [first] = data.createMeetingSeries.meetings
    const then = await site.instant()
    await site.ask(
      'mutation ($input: MoveMeetingInput!) { moveMeeting(input: $input) { id } }',
      { input: { id: first.id, expectedRevision: 1, startsOn: '2027-01-21', endsOn: '2027-01-21' } },
      chair,
    )
    const days = async (asOf: string | null) => {
      const { data } = await site.ask(
        'query ($g: String!, $asOf: DateTime) { meeting(group: $g, number: 2, asOf: $asOf) { placeInSeries { previous { startsOn } } } }',
        { g: group.slug, asOf },
      )
      return data.meeting.placeInSeries.previous.startsOn
    }
    expect(await days(null)).toBe('2027-01-21')
    expect(await days(then)).toBe('2027-01-19')
  })
})

describe('the rest of a series', () => {
  it('[SE-5] is cancelled together from one meeting on, and whom it concerns is told once', async () => {
    const { group, chair, participant } = await aGroup()
    await site.dataSource.query(
      `insert into account (id, person_id, email, email_confirmed_at, created_at) values ($1, $2, $3, now(), now())`,
      [newId(), participant, `${participant}@example.org`],
    )
    const { data } = await call(group.slug, chair)
    const series = data.createMeetingSeries
    await cancel(series.id, [series.meetings[2]], chair, 'The hall is taken.')
    const { rest, audience } = await place(group.slug, 2, chair)
    expect(rest).toEqual([{ number: 2 }, { number: 4 }])
    expect(audience.people).toBe(1)
    expect(await place(group.slug, 2, participant)).toMatchObject({ rest: [], audience: null })

    const answer = await cancel(series.id, [series.meetings[1], series.meetings[3]], chair)
    expect(answer.errors).toEqual([])
    expect(answer.data.cancelMeetingsOfSeries.meetings).toEqual([
      { number: 1, state: 'PLANNED' },
      { number: 2, state: 'CANCELLED' },
      { number: 3, state: 'CANCELLED' },
      { number: 4, state: 'CANCELLED' },
    ])
    await site.work()
    const told = (await site.dataSource.query(
      `select n.code, n.args->>'count' as count, n.args->>'lastOn' as "lastOn", n.href
       from notice n join account a on a.id = n.account_id where a.person_id = $1 order by n.told_at, n.id`,
      [participant],
    )) as unknown[]
    const at = (number: number) => `/groups/${group.slug}/meetings/${number}`
    expect(told).toEqual([
      { code: 'MEETINGS_CANCELLED', count: '1', lastOn: '2027-03-16', href: at(3) },
      { code: 'MEETINGS_CANCELLED', count: '2', lastOn: '2027-04-20', href: at(2) },
    ])
    const subjects = (await site.dataSource.query(
      'select subject from outgoing_mail where person_id = $1 order by created_at, id',
      [participant],
    )) as unknown[]
    expect(subjects).toEqual([{ subject: 'Cancelled: Call 3' }, { subject: 'Cancelled: Call 2 and one more' }])
    expect(await place(group.slug, 1, chair)).toMatchObject({ rest: [{ number: 1 }] })
  })

  it('[SE-5] stays as it is when one of them was changed meanwhile, is another’s, or none is named', async () => {
    const { group, chair, participant } = await aGroup()
    const { data } = await call(group.slug, chair, { count: 2 })
    const { id, meetings } = data.createMeetingSeries
    const alone = await site.meeting(group)
    expect((await cancel(id, [meetings[0], { ...meetings[1], revision: 9 }], chair)).codes).toEqual(['STALE'])
    expect((await cancel(id, [meetings[0], alone], chair)).codes).toEqual(['NOT_FOUND'])
    expect((await cancel(newId(), [meetings[0]], chair)).codes).toEqual(['NOT_FOUND'])
    expect((await cancel(id, [], chair)).codes).toEqual(['SERIES_EMPTY'])
    expect((await cancel(id, meetings, chair, ' ')).codes).toEqual(['TEXT_MISSING'])
    expect((await cancel(id, meetings, participant)).codes).toEqual(['FORBIDDEN'])
    expect((await cancel(id, meetings, null)).codes).toEqual(['SIGN_IN_REQUIRED'])
    const states = (await place(group.slug, 1)).series.meetings.map(({ state }: { state: string }) => state)
    expect(states).toEqual(['PLANNED', 'PLANNED'])
  })
})
