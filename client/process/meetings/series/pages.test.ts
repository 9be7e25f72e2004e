import { describe, expect, it } from '@jest/globals'
import { aPage, refusedWith, textOf } from '../../../app/testing/pages.js'
import { aGroupHead, aMeeting } from '../../testing/answers.js'

const group = { ...aGroupHead(), viewerMay: ['READ', 'CALL_MEETING'] }
const at = '/groups/fg-x/meetings/series'
const address = `${at}?startsOn=2027-03-16&endsOn=&step=1&every=MONTHS&count=2&untilOn=&opensAt=13%3A00&zone=Europe%2FZurich`
const days = [
  {
    startsOn: '2027-03-16',
    endsOn: '2027-03-16',
    opensAtInstant: '2027-03-16T12:00:00.000Z',
    clocksChanged: false,
    daysOff: [],
    isPast: false,
    meetsWith: [],
  },
  {
    startsOn: '2027-04-20',
    endsOn: '2027-04-20',
    opensAtInstant: '2027-04-20T11:00:00.000Z',
    clocksChanged: true,
    daysOff: ['2027-04-20'],
    isPast: true,
    meetsWith: [
      { id: 'm', number: 7, title: 'Plenary', group: { slug: 'sg5', acronym: 'SG5', name: 'Study Group 5' } },
    ],
  },
]
const answers = { NewSeriesPage: { group }, SeriesDaysPreview: { meetingSeriesDays: days } }

describe('calling a series', () => {
  it('[SE-3] shows nothing to call before the days are chosen', async () => {
    const { html, asked } = await aPage(at, answers)
    expect(textOf(html)).toContain('Choose the days first')
    expect(html).not.toContain('name="only"')
    expect(asked.map(({ name }) => name)).not.toContain('SeriesDaysPreview')
  })

  it('[SE-3] shows each day with its hour and its difference from UTC, and what else is on it', async () => {
    const { html, asked } = await aPage(address, answers)
    const text = textOf(html)
    expect(asked.find(({ name }) => name === 'SeriesDaysPreview')!.variables).toMatchObject({
      input: { group: 'fg-x', endsOn: '2027-03-16', step: 1, count: 2, untilOn: null, opensAt: '13:00' },
    })
    expect(text).toContain('Every month, on the third Tuesday: 2 meetings.')
    expect(text).toContain('16 Mar 2027, 13:00 Geneva UTC+01:00')
    expect(text).toContain('20 Apr 2027, 13:00 Geneva UTC+02:00')
    expect(text.match(/The clocks have changed/g)).toHaveLength(1)
    expect(text).toContain('Day off 20 Apr 2027')
    expect(text).toContain('Plenary (SG5)')
    expect(html.match(/name="only"[^>]*checked=""/g)).toHaveLength(2)
    expect(html).toContain('value="Regular meeting {n} of FG-X"')
  })

  it('[SE-1] calls those that are ticked and goes to the series', async () => {
    const sent = { title: 'Call {n}', mode: 'REMOTE', place: 'Vienna', only: '2027-04-20', idempotencyKey: 'k' }
    const { status, location, asked } = await aPage(
      address,
      { CreateMeetingSeries: { createMeetingSeries: { meetings: [{ number: 4 }] } } },
      { sent },
    )
    expect([status, location]).toEqual([302, '/groups/fg-x/meetings/4/series'])
    expect(asked[0]!.variables).toMatchObject({
      input: { only: ['2027-04-20'], title: 'Call {n}', place: null, zone: 'Europe/Zurich', idempotencyKey: 'k' },
    })
  })

  it('[SE-1] keeps ticks and words when it is refused', async () => {
    const sent = { title: 'Call {n}', mode: 'ONSITE', only: '2027-04-20', place: 'Vienna', idempotencyKey: 'k' }
    const { status, html } = await aPage(
      address,
      { ...answers, CreateMeetingSeries: refusedWith('SERIES_EMPTY', { args: {}, field: 'input.only' }) },
      { sent },
    )
    expect(status).toBe(422)
    expect(textOf(html)).toContain('No meeting is ticked')
    expect(html).toContain('value="Vienna"')
    expect(html.match(/name="only"[^>]*checked=""/g)).toHaveLength(1)
    expect(html).toMatch(/name="idempotencyKey" value="k"/)
  })

  it('says beside its field what cannot be, and keeps the form', async () => {
    const { html, asked } = await aPage(`${at}?startsOn=2027-02-30&count=2`, answers)
    expect(html).toContain('id="days-of-series-startsOn-refusal"')
    expect(asked.map(({ name }) => name)).not.toContain('SeriesDaysPreview')
    const refused = refusedWith('SERIES_TOO_LONG', { args: { limit: 60 }, field: 'input.count' })
    const long = await aPage(address, { ...answers, SeriesDaysPreview: refused })
    expect(long.html).toContain('id="days-of-series-count-refusal"')
    expect(textOf(long.html)).toContain('more than 60 meetings')
  })

  it('is refused to whoever may not call meetings', async () => {
    const { status } = await aPage(at, { NewSeriesPage: { group: { ...group, viewerMay: ['READ'] } } })
    expect(status).toBe(403)
  })
})

describe('a series', () => {
  const meeting = aMeeting({ startsOn: '2027-03-16' })
  const series = { id: 's', every: 'MONTHS', step: 1, startsOn: '2027-03-16', meetings: [meeting] }
  const place = { series, rest: [meeting], audience: null }
  const page = { SeriesPage: { meeting: { ...meeting, placeInSeries: place } } }
  const href = '/groups/fg-x/meetings/1/series'

  it('[SE-4] is named on each of its meetings, with the way to those beside it', async () => {
    const neighbour = { number: 2, title: 'Call 2', startsOn: '2027-04-20', group: { slug: 'fg-x' } }
    const placeInSeries = { position: 1, previous: null, next: neighbour, series }
    const { html } = await aPage('/groups/fg-x/meetings/1', { MeetingPage: { meeting: { ...meeting, placeInSeries } } })
    expect(textOf(html)).toContain('Meeting 1 of 1 in a series')
    expect(textOf(html)).toContain('Next: Call 2, 20 Apr 2027')
    expect(html).toContain('href="/groups/fg-x/meetings/2"')
  })

  it('[SE-5] shows what would be cancelled, to whoever may', async () => {
    const { html } = await aPage(href, page)
    expect(textOf(html)).toContain('Cancel the rest of the series')
    expect(html).toContain(`value="${meeting.id} 3"`)
    const reader = await aPage(href, { SeriesPage: { meeting: { ...meeting, placeInSeries: { ...place, rest: [] } } } })
    expect(reader.html).not.toContain('name="reason"')
  })

  it('[SE-5] cancels the ticked ones, with a reason', async () => {
    const sent = { id: 's', meetings: `${meeting.id} 3`, reason: 'No need.' }
    const done = { CancelMeetingsOfSeries: { cancelMeetingsOfSeries: { id: 's' } } }
    const { location, asked } = await aPage(href, done, { sent })
    expect(location).toBe(href)
    expect(asked[0]!.variables).toEqual({
      input: { id: 's', meetings: [{ id: meeting.id, expectedRevision: 3 }], reason: 'No need.' },
    })
    const without = await aPage(href, page, { sent: { ...sent, reason: '' } })
    expect(without.html).toContain('id="cancel-series-reason-refusal"')
  })

  it('is no page where a meeting stands alone', async () => {
    expect((await aPage(href, { SeriesPage: { meeting: { ...meeting, placeInSeries: null } } })).status).toBe(404)
  })
})
