import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { newId } from '#server/platform/database/index.js'
import { openSite, type Answer, type Asker, type Site } from './site.js'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())

const create = /* GraphQL */ `
  mutation ($input: CreateMeetingInput!) {
    createMeeting(input: $input) {
      id
      number
      title
      state
      startsOn
      revision
      viewerMay
    }
  }
`
const call = (group: string, asker: Asker, more: Record<string, unknown> = {}) =>
  site.ask(
    create,
    {
      input: {
        group,
        title: 'Second meeting',
        mode: 'HYBRID',
        startsOn: '2027-06-15',
        endsOn: '2027-06-17',
        zone: 'Europe/Vienna',
        idempotencyKey: newId(),
        ...more,
      },
    },
    asker,
  )

/** The key dates of a meeting by obligation. */
async function keyDates(group: string, number: number, more: { asOf?: string; asker?: Asker } = {}) {
  const { data, errors } = await site.ask(
    /* GraphQL */ `
      query ($group: String!, $number: Int!, $asOf: DateTime) {
        meeting(group: $group, number: $number, asOf: $asOf) {
          startsOn
          state
          recentEventsAfter
          notice {
            latestOn
            daysAhead
            isInTime
            norms {
              ruleId
              on
              isMet
            }
            explanation {
              code
              text
            }
          }
          keyDates {
            obligation
            ruleId
            computedOn
            publishedOn
            effectiveOn
            closesAt
            zone
            differenceDays
            daysAhead
            strength
            provenance
            reason
            hasPassed
            citation {
              document
              clause
              basis
            }
            explanation {
              code
              text
            }
          }
        }
      }
    `,
    { group, number, asOf: more.asOf ?? null },
    more.asker ?? null,
  )
  expect(errors).toEqual([])
  return {
    meeting: data.meeting,
    dates: Object.fromEntries(data.meeting.keyDates.map((date: { obligation: string }) => [date.obligation, date])),
  }
}

const publish = (meeting: { id: string; revision: number }, input: Record<string, unknown>, asker: Asker) =>
  site.ask(
    'mutation ($input: PublishDateInput!) { publishDate(input: $input) { id revision keyDates { obligation effectiveOn } } }',
    { input: { meetingId: meeting.id, expectedRevision: meeting.revision, ...input } },
    asker,
  )

const move = (meeting: { id: string; revision: number }, input: Record<string, unknown>, asker: Asker) =>
  site.ask(
    'mutation ($input: MoveMeetingInput!) { moveMeeting(input: $input) { id revision startsOn movedReason keyDates { obligation effectiveOn } } }',
    { input: { id: meeting.id, expectedRevision: meeting.revision, ...input } },
    asker,
  )

const preview = (id: string, input: Record<string, unknown>, asker: Asker) =>
  site.ask(
    /* GraphQL */ `
      query ($input: MoveMeetingPreviewInput!) {
        meetingMove(input: $input) {
          rows {
            obligation
            before
            after
            isPinned
            isPast
            fallsAfterOpening
          }
          warnings {
            code
            text
          }
        }
      }
    `,
    { input: { id, ...input } },
    asker,
  )

describe('calling a meeting', () => {
  it('[MT-4] is for the chair, acting or not, and shows what may be done next', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR', { isActing: true })
    const { data, codes } = await call(group.slug, chair)
    expect(codes).toEqual([])
    expect(data.createMeeting).toMatchObject({
      number: 1,
      state: 'PLANNED',
      viewerMay: ['READ', 'EDIT', 'MOVE', 'ANNOUNCE', 'CANCEL', 'PUBLISH_DATES', 'REMIND'],
    })
  })

  it('[MT-4] is not for participants, and not for strangers', async () => {
    const group = await site.group()
    const participant = await site.member(group, 'PARTICIPANT')
    expect((await call(group.slug, participant)).codes).toEqual(['FORBIDDEN'])
    expect((await call(group.slug, await site.person())).codes).toEqual(['FORBIDDEN'])
    expect((await call(group.slug, null)).codes).toEqual(['SIGN_IN_REQUIRED'])
  })

  it('[GR-3] tells nobody of a hidden group that it is there', async () => {
    const group = await site.group({ visibility: 'PARTICIPANTS' })
    const chairElsewhere = await site.member(await site.group(), 'CHAIR')
    expect((await call(group.slug, null)).codes).toEqual(['NOT_FOUND'])
    expect((await call(group.slug, chairElsewhere)).codes).toEqual(['NOT_FOUND'])
    expect((await call('no-such-group', null)).codes).toEqual(['NOT_FOUND'])
    expect((await call(group.slug, await site.member(group, 'CHAIR'))).codes).toEqual([])
  })

  it('[GR-1] ends with the role', async () => {
    const group = await site.group()
    const chair = await site.person()
    await site.write((tx, { roles }) =>
      roles.assign(tx, { group: group.slug, personId: chair, role: 'CHAIR', from: '2024-01-01', to: '2026-01-01' }),
    )
    site.at('2025-12-31T22:59:59Z')
    expect((await call(group.slug, chair)).codes).toEqual([])
    site.at('2025-12-31T23:00:00Z')
    expect((await call(group.slug, chair)).codes).toEqual(['FORBIDDEN'])
    site.at(null)
  })

  it('[GR-2] is not for the chair of a working group of it', async () => {
    const group = await site.group()
    const chair = await site.person()
    await site.write(async (tx, { groups, roles }) => {
      const subgroup = await groups.addSubgroup(tx, { groupId: group.id, number: 1, title: 'Requirements' })
      const role = { group: group.slug, personId: chair, role: 'CHAIR', subgroupId: subgroup.id } as const
      await roles.assign(tx, { ...role, from: '2020-01-01' })
    })
    expect((await call(group.slug, chair)).codes).toEqual(['FORBIDDEN'])
  })

  it('[MT-1] gives consecutive numbers to meetings called at once, and does not use that of a cancelled one again', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(group.slug, chair)))
    expect(answers.flatMap(({ codes }) => codes)).toEqual([])
    const numbers = answers.map(({ data }) => data.createMeeting.number).sort((a: number, b: number) => a - b)
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))

    const last = answers.find(({ data }) => data.createMeeting.number === 20)!.data.createMeeting
    const cancelled = await site.ask(
      'mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { state cancelledReason viewerMay } }',
      { input: { id: last.id, expectedRevision: last.revision, reason: 'Too few contributions.' } },
      chair,
    )
    expect(cancelled.data.cancelMeeting).toEqual({
      state: 'CANCELLED',
      cancelledReason: 'Too few contributions.',
      viewerMay: ['READ'],
    })
    expect((await call(group.slug, chair)).data.createMeeting.number).toBe(21)
  })

  it('makes one meeting of one key, and refuses the key for another', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const idempotencyKey = newId()
    const [first, second] = await Promise.all([
      call(group.slug, chair, { idempotencyKey }),
      call(group.slug, chair, { idempotencyKey }),
    ])
    expect(first!.data.createMeeting.id).toBe(second!.data.createMeeting.id)
    expect((await call(group.slug, chair, { idempotencyKey, title: 'Another' })).codes).toEqual(['ALREADY_DONE'])
    expect((await call(group.slug, chair)).data.createMeeting.number).toBe(2)
  })

  it('[ME-9] counts the meetings that prepare the first one apart, and lets one be called so later', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    await call(group.slug, chair, { isPreparatory: true })
    const { id, revision } = (await call(group.slug, chair, { startsOn: '2027-09-01', endsOn: '2027-09-01' })).data
      .createMeeting
    const look = async () =>
      (
        await site.ask(`{ group(slug: "${group.slug}") {
          lifetime { startsOn } all: meetings { totalCount } preparing: meetings(isPreparatory: true) { nodes { number } } others: meetings(isPreparatory: false, first: 1) { totalCount }
        } }`)
      ).data.group
    expect(await look()).toEqual({
      lifetime: { startsOn: '2027-09-01' },
      all: { totalCount: 2 },
      preparing: { nodes: [{ number: 1 }] },
      others: { totalCount: 1 },
    })
    const { codes } = await site.ask(
      'mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { isPreparatory } }',
      { input: { id, expectedRevision: revision, isPreparatory: true } },
      chair,
    )
    expect(codes).toEqual([])
    expect(await look()).toMatchObject({ lifetime: { startsOn: null }, others: { totalCount: 0 } })
  })

  it('[MT-4] records the past of a concluded group, and calls no meeting after its end', async () => {
    const group = await site.group({ state: 'CONCLUDED', concludedOn: '2022-12-31' })
    const chair = await site.member(group, 'CHAIR')
    const past = await call(group.slug, chair, { startsOn: '2021-04-20', endsOn: '2021-04-22' })
    expect(past.data.createMeeting).toMatchObject({ state: 'ENDED' })
    expect((await call(group.slug, chair)).codes).toEqual(['GROUP_CONCLUDED'])
  })

  it.each([
    ['a day that does not exist', { startsOn: '2026-02-30' }, 'BAD_INPUT', undefined],
    [
      'an end before its beginning',
      { startsOn: '2027-06-15', endsOn: '2027-06-14' },
      'ENDS_BEFORE_START',
      'input.endsOn',
    ],
    ['an unknown zone', { zone: 'Europe/Atlantis' }, 'NO_SUCH_ZONE', 'input.zone'],
    ['an offset for a zone', { zone: '+02:00' }, 'NO_SUCH_ZONE', 'input.zone'],
    ['a day before all calendars', { startsOn: '0000-01-01' }, 'DAY_OUT_OF_RANGE', 'input.startsOn'],
    ['a day in the far future', { endsOn: '9999-12-31' }, 'DAY_OUT_OF_RANGE', 'input.endsOn'],
    ['a time that no clock shows', { opensAt: '24:30' }, 'NO_SUCH_TIME_OF_DAY', 'input.opensAt'],
    ['an empty title', { title: '  ' }, 'TEXT_MISSING', 'input.title'],
    ['a title of 301 characters', { title: 'x'.repeat(301) }, 'TEXT_TOO_LONG', 'input.title'],
    ['a character that cannot be stored', { title: 'a\0b' }, 'BAD_INPUT', 'input.title'],
    ['an unknown mode', { mode: 'TELEPATHY' }, 'BAD_INPUT', undefined],
    ['a key that is too short', { idempotencyKey: 'x' }, 'BAD_INPUT', 'input.idempotencyKey'],
  ])('refuses %s', async (_what, input, code, field) => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const { codes, errors } = await call(group.slug, chair, input)
    expect(codes).toEqual([code])
    if (field) expect(errors[0]!.extensions.field).toBe(field)
    const [row] = (await site.dataSource.query('select count(*)::int as n from meeting where group_id = $1', [
      group.id,
    ])) as {
      n: number
    }[]
    expect(row!.n).toBe(0)
  })

  it('answers null for a number that was never given', async () => {
    const group = await site.group()
    const { data, codes } = await site.ask(`{ meeting(group: "${group.slug}", number: 999999) { id } }`)
    expect([data.meeting, codes]).toEqual([null, []])
  })
})

describe('FG-AI4EE, first meeting, Vienna, 15 October 2019', () => {
  const slug = 'fg-ai4ee'
  beforeAll(async () => {
    site.at('2026-01-15T12:00:00Z')
    await site.group({ slug, acronym: 'FG-AI4EE', state: 'CONCLUDED', announcedOn: '2019-08-21' })
    await site.write(async (tx, { groups, meetings, dates }) => {
      const group = await groups.lockBySlug(tx, slug)
      const provenance = { source: 'TSB Circular 191', confidence: 'VERIFIED' } as const
      await groups.recordTerms(tx, {
        groupId: group.id,
        approvedOn: '2019-05-22',
        sections: {
          TASKS_AND_DELIVERABLES: {
            deadlines: [{ obligation: 'DELIVERABLES_TO_PARENT', offset: { weeks: 4 }, ruleId: 'D-FG-3' }],
          },
          MEETINGS: { deadlines: [{ obligation: 'ANNOUNCEMENT', offset: { weeks: 4 }, ruleId: 'D-FG-2' }] },
          PATENT_POLICY: { see: 'A.7 clause 9' },
        },
        provenance,
      })
      const meeting = await meetings.create(tx, {
        group: slug,
        title: 'First meeting',
        mode: 'HYBRID',
        startsOn: '2019-10-15',
        endsOn: '2019-10-15',
        opensAt: '09:30',
        zone: 'Europe/Vienna',
        provenance,
      })
      await meetings.announce(tx, { id: meeting.id, expectedRevision: 1, on: '2019-08-21', by: 'TSB Circular 191' })
      const facts = { meetingId: meeting.id, provenance }
      await dates.publish(tx, { ...facts, expectedRevision: 2, obligation: 'VISA', on: '2019-09-16' })
      await dates.publish(tx, {
        ...facts,
        expectedRevision: 3,
        obligation: 'CONTRIBUTIONS',
        on: '2019-10-02',
        reason: 'Published by the circular.',
      })
    })
  })
  afterAll(() => site.at(null))

  it('[T1, T2] shows the published contribution deadline beside the computed one, a day apart', async () => {
    const { dates } = await keyDates(slug, 1)
    expect(dates.CONTRIBUTIONS).toMatchObject({
      ruleId: 'D-FG-1',
      computedOn: '2019-10-03',
      publishedOn: '2019-10-02',
      effectiveOn: '2019-10-02',
      closesAt: '2019-10-02T22:00:00.000Z',
      differenceDays: 1,
      daysAhead: 13,
      strength: 'FLAG',
      provenance: 'PUBLISHED',
      reason: 'Published by the circular.',
      hasPassed: true,
      citation: { document: 'Recommendation ITU-T A.7 (10/2016)', clause: '8', basis: 'MEMORY' },
    })
    expect(dates.CONTRIBUTIONS.explanation.text).toBe(
      '2 Oct 2019, 23:59 Geneva; published by TSB Circular 191; the default (12 calendar days, borrowed from A.1; A.7 clause 8 leaves it to the group) would give 3 Oct',
    )
  })

  it('[T5] finds its announcement, 55 days ahead, in time by the terms of reference', async () => {
    const { meeting, dates } = await keyDates(slug, 1)
    expect(dates.ANNOUNCEMENT).toMatchObject({
      effectiveOn: '2019-09-17',
      provenance: 'TERMS_OF_REFERENCE',
      citation: { document: 'TSB Circular 191', clause: '11', basis: 'READ' },
    })
    expect(meeting.notice).toMatchObject({ latestOn: '2019-09-17', daysAhead: 55, isInTime: true })
  })

  it('[T6] says that it missed the norm of two months, as advice only', async () => {
    const { meeting } = await keyDates(slug, 1)
    expect(meeting.notice.norms).toContainEqual({ ruleId: 'D-SG-8', on: '2019-08-15', isMet: false })
    expect(meeting.notice.explanation.text).toContain('advice only')
  })

  it('[T7] wants temporary documents a week ahead, and calls events after 24 September recent', async () => {
    const { meeting, dates } = await keyDates(slug, 1)
    expect(dates.TEMPORARY_DOCUMENTS.effectiveOn).toBe('2019-10-08')
    expect(meeting.recentEventsAfter).toBe('2019-09-24')
  })

  it('[T8] lives two years from then', async () => {
    const { data } = await site.ask(
      `{ group(slug: "${slug}") { lifetime { startsOn months endsOn explanation { code text } } termsOfReference { sections { number see } } } }`,
    )
    expect(data.group.lifetime).toEqual({
      startsOn: '2019-10-15',
      months: 24,
      endsOn: '2021-10-15',
      explanation: {
        code: 'LIFETIME_RUNS',
        text: '24 months from the first meeting, which opened or opens on 15 Oct 2019: to 15 Oct 2021.',
      },
    })
    expect(data.group.termsOfReference.sections).toHaveLength(19)
    expect(data.group.termsOfReference.sections[18]).toEqual({ number: 19, see: 'A.7 clause 9' })
  })

  it('[T9] keeps the visa date, of which no rule speaks', async () => {
    const { dates } = await keyDates(slug, 1)
    expect(dates.VISA).toMatchObject({
      ruleId: null,
      computedOn: null,
      effectiveOn: '2019-09-16',
      daysAhead: 29,
      citation: null,
      differenceDays: null,
    })
  })
})

describe('setting a date by hand', () => {
  it('[MT-7] needs a reason where a rule gives another date, and shows both with their difference', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const meeting = await site.meeting(group)
    const refused = await publish(meeting, { obligation: 'CONTRIBUTIONS', on: '2027-06-01' }, chair)
    expect(refused.codes).toEqual(['REASON_NEEDED'])
    expect(refused.errors[0]!.extensions).toMatchObject({ args: { suggested: '2027-06-03' }, field: 'input.reason' })

    const reason = 'The host closes its office on 2 June.'
    const { data, codes } = await publish(meeting, { obligation: 'CONTRIBUTIONS', on: '2027-06-01', reason }, chair)
    expect([codes, data.publishDate.revision]).toEqual([[], 2])
    expect((await keyDates(group.slug, 1)).dates.CONTRIBUTIONS).toMatchObject({
      computedOn: '2027-06-03',
      publishedOn: '2027-06-01',
      effectiveOn: '2027-06-01',
      differenceDays: 2,
      reason,
    })
  })

  it('[MT-7] needs none for the very date of the rule, nor where no rule speaks', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const meeting = await site.meeting(group)
    expect((await publish(meeting, { obligation: 'CONTRIBUTIONS', on: '2027-06-03' }, chair)).codes).toEqual([])
    expect((await publish({ ...meeting, revision: 2 }, { obligation: 'VISA', on: '2027-05-01' }, chair)).codes).toEqual(
      [],
    )
  })

  it('[MT-7] is refused to whoever has looked at an older meeting, with the present one', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const meeting = await site.meeting(group)
    await publish(meeting, { obligation: 'VISA', on: '2027-05-01' }, chair)
    const { codes, errors } = await publish(meeting, { obligation: 'VISA', on: '2027-05-02' }, chair)
    expect(codes).toEqual(['STALE'])
    expect(errors[0]!.extensions.details).toMatchObject({ current: { id: meeting.id, revision: 2 } })
    expect((await keyDates(group.slug, 1)).dates.VISA.effectiveOn).toBe('2027-05-01')
  })

  it('[MT-7] can be taken back; then the rule holds again', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const meeting = await site.meeting(group)
    const reason = 'Asked for by the host.'
    await publish(meeting, { obligation: 'CONTRIBUTIONS', on: '2027-06-01', reason }, chair)
    const withdraw = (revision: number) =>
      site.ask(
        'mutation ($input: WithdrawPublishedDateInput!) { withdrawPublishedDate(input: $input) { keyDates { obligation effectiveOn } } }',
        { input: { meetingId: meeting.id, expectedRevision: revision, obligation: 'CONTRIBUTIONS' } },
        chair,
      )
    expect((await withdraw(2)).data.withdrawPublishedDate.keyDates).toContainEqual({
      obligation: 'CONTRIBUTIONS',
      effectiveOn: '2027-06-03',
    })
    expect((await withdraw(3)).codes).toEqual(['NOT_FOUND'])
  })

  it('answers each of two changes in one request with the dates as they are then', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const meeting = await site.meeting(group)
    const date = (on: string, revision: number) =>
      `publishDate(input: { meetingId: "${meeting.id}", expectedRevision: ${revision}, obligation: VISA, on: "${on}" }) { keyDates { obligation publishedOn } }`
    const { data } = await site.ask(`mutation { a: ${date('2027-05-01', 1)} b: ${date('2027-05-02', 2)} }`, {}, chair)
    const visa = (dates: { obligation: string }[]) => dates.find(({ obligation }) => obligation === 'VISA')
    expect(visa(data.a.keyDates)).toMatchObject({ publishedOn: '2027-05-01' })
    expect(visa(data.b.keyDates)).toMatchObject({ publishedOn: '2027-05-02' })
  })
})

describe('moving a meeting', () => {
  const days = { startsOn: '2027-07-20', endsOn: '2027-07-22' }

  it('[MT-5, D-M-1, D-M-2] does what the preview showed: computed dates move, published ones stay', async () => {
    const group = await site.group()
    await site.terms(group)
    const chair = await site.member(group, 'CHAIR')
    const meeting = await site.meeting(group)
    const reason = 'Asked for by the host.'
    await publish(meeting, { obligation: 'CONTRIBUTIONS', on: '2027-06-01', reason }, chair)

    const shown = (await preview(meeting.id, days, chair)).data.meetingMove
    expect((await keyDates(group.slug, 1)).meeting.startsOn).toBe('2027-06-15')
    const { data, codes } = await move({ ...meeting, revision: 2 }, { ...days, reason: 'The hall is taken.' }, chair)
    expect(codes).toEqual([])
    expect(data.moveMeeting).toMatchObject({ startsOn: '2027-07-20', movedReason: 'The hall is taken.', revision: 3 })

    const after = shown.rows.filter((row: { after: string | null }) => row.after !== null)
    const byObligation = (rows: { obligation: string }[]) =>
      [...rows].sort((a, b) => a.obligation.localeCompare(b.obligation))
    expect(
      byObligation(
        after.map((row: { obligation: string; after: string }) => ({
          obligation: row.obligation,
          effectiveOn: row.after,
        })),
      ),
    ).toEqual(byObligation(data.moveMeeting.keyDates))
    expect(shown.rows).toContainEqual(
      expect.objectContaining({ obligation: 'CONTRIBUTIONS', isPinned: true, after: '2027-06-01' }),
    )
    expect(shown.rows).toContainEqual(
      expect.objectContaining({ obligation: 'ANNOUNCEMENT', before: '2027-05-18', after: '2027-06-22' }),
    )
  })

  it('[MT-5] computes a released date again, as its preview showed', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const meeting = await site.meeting(group)
    await publish(meeting, { obligation: 'CONTRIBUTIONS', on: '2027-06-01', reason: 'So asked.' }, chair)
    const release = ['CONTRIBUTIONS']
    const shown = (await preview(meeting.id, { ...days, release }, chair)).data.meetingMove.rows
    const contributions = expect.objectContaining({ obligation: 'CONTRIBUTIONS', after: '2027-07-08', isPinned: false })
    expect(shown).toContainEqual(contributions)
    const { data } = await move({ ...meeting, revision: 2 }, { ...days, release }, chair)
    expect(data.moveMeeting.keyDates).toContainEqual({ obligation: 'CONTRIBUTIONS', effectiveOn: '2027-07-08' })
  })

  it('[MT-6] warns of too short a notice, and moves all the same', async () => {
    const group = await site.group()
    await site.terms(group)
    const chair = await site.member(group, 'CHAIR')
    const meeting = await site.meeting(group)
    site.at('2027-05-20T10:00:00Z')
    const { data } = await preview(meeting.id, { startsOn: '2027-06-08', endsOn: '2027-06-08' }, chair)
    expect(data.meetingMove.warnings[0]).toEqual({
      code: 'NOTICE_TOO_SHORT',
      text: 'An announcement today would give 19 days of notice; 11 May 2027 was the last day in time.',
    })
    expect((await move(meeting, { startsOn: '2027-06-08', endsOn: '2027-06-08' }, chair)).codes).toEqual([])
    site.at(null)
  })

  it('[MT-5] writes what moved into the record, and no free text', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const meeting = await site.meeting(group)
    await move(meeting, { ...days, reason: 'Ada Lovelace is ill.' }, chair)
    const [event] = (await site.dataSource.query(
      `select args, actor_id as "actorId" from event where object_id = $1 and verb = 'meeting.moved'`,
      [meeting.id],
    )) as { args: Record<string, unknown>; actorId: string }[]
    expect(event!.actorId).toBe(chair)
    expect(event!.args).toMatchObject({
      from: { startsOn: '2027-06-15' },
      to: days,
      dates: expect.arrayContaining([
        { obligation: 'CONTRIBUTIONS', from: '2027-06-03', to: '2027-07-08', how: 'MOVES' },
      ]),
    })
    expect(JSON.stringify(event!.args)).not.toContain('Ada')
  })

  it('shows the old date to whoever looks at an instant before', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const meeting = await site.meeting(group)
    await publish(meeting, { obligation: 'VISA', on: '2027-05-01' }, chair)
    const before = await site.instant()
    await move({ ...meeting, revision: 2 }, { ...days, release: ['VISA'] }, chair)

    const then = await keyDates(group.slug, 1, { asOf: before })
    expect(then.meeting.startsOn).toBe('2027-06-15')
    expect(then.dates.CONTRIBUTIONS.effectiveOn).toBe('2027-06-03')
    expect(then.dates.VISA.effectiveOn).toBe('2027-05-01')
    const today = await keyDates(group.slug, 1)
    expect(today.meeting.startsOn).toBe('2027-07-20')
    expect(today.dates.VISA).toBeUndefined()
  })

  it('[MT-3] is refused when the meeting is over, is cancelled, or has changed meanwhile, and to those who may not', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const meeting = await site.meeting(group)
    expect((await move({ ...meeting, revision: 7 }, days, chair)).codes).toEqual(['STALE'])
    expect((await preview(meeting.id, days, null)).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await preview(newId(), days, chair)).codes).toEqual(['NOT_FOUND'])
    expect((await move(meeting, days, await site.member(group, 'EDITOR'))).codes).toEqual(['FORBIDDEN'])
    site.at('2027-06-16T10:00:00Z')
    const over = await move(meeting, days, chair)
    expect(over.codes).toEqual(['MEETING_ENDED'])
    expect(over.errors[0]!.extensions.args).toEqual({ endsOn: '2027-06-15' })
    site.at(null)
    await site.write((tx, { meetings }) =>
      meetings.cancel(tx, { id: meeting.id, expectedRevision: 1, reason: 'None.' }),
    )
    expect((await move({ ...meeting, revision: 2 }, days, chair)).codes).toEqual(['MEETING_CANCELLED'])
  })
})

describe('a meeting', () => {
  it('[MT-2] is under way from midnight to midnight of its place', async () => {
    const group = await site.group()
    await site.meeting(group, { zone: 'Asia/Tokyo' })
    const state = async (instant: string) => {
      site.at(instant)
      return (await site.ask(`{ meeting(group: "${group.slug}", number: 1) { state } }`)).data.meeting.state
    }
    expect(await state('2027-06-14T14:59:59Z')).toBe('PLANNED')
    expect(await state('2027-06-14T15:00:00Z')).toBe('RUNNING')
    expect(await state('2027-06-15T14:59:59Z')).toBe('RUNNING')
    expect(await state('2027-06-15T15:00:00Z')).toBe('ENDED')
    site.at(null)
  })

  it('opens at an instant that the zone of its place gives', async () => {
    const group = await site.group()
    await site.meeting(group, { opensAt: '09:30', zone: 'Europe/Vienna' })
    const { data } = await site.ask(`{ meeting(group: "${group.slug}", number: 1) { opensAt opensAtInstant } }`)
    expect(data.meeting).toEqual({ opensAt: '09:30', opensAtInstant: '2027-06-15T07:30:00.000Z' })
  })

  it('is announced on a day that has come, and announcing again corrects the day', async () => {
    const group = await site.group()
    await site.terms(group)
    const chair = await site.member(group, 'CHAIR')
    const meeting = await site.meeting(group)
    const announce = (on: string, expectedRevision: number) =>
      site.ask(
        'mutation ($input: AnnounceMeetingInput!) { announceMeeting(input: $input) { state announcedOn announcement notice { isInTime } } }',
        { input: { id: meeting.id, expectedRevision, on, by: 'Circular 7' } },
        chair,
      )
    site.at('2027-05-19T10:00:00Z')
    expect((await announce('2027-05-20', 1)).codes).toEqual(['BAD_INPUT'])
    expect((await announce('2027-05-19', 1)).data.announceMeeting).toEqual({
      state: 'ANNOUNCED',
      announcedOn: '2027-05-19',
      announcement: 'Circular 7',
      notice: { isInTime: false },
    })
    expect((await announce('2027-05-18', 2)).data.announceMeeting.notice.isInTime).toBe(true)
    site.at(null)
  })

  it('changes what is sent and keeps the rest', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const meeting = await site.meeting(group, { place: 'Vienna', host: 'A ministry', opensAt: '09:30' })
    const { data, codes } = await site.ask(
      'mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { title place host opensAt revision } }',
      { input: { id: meeting.id, expectedRevision: 1, place: 'Graz', opensAt: null } },
      chair,
    )
    expect(codes).toEqual([])
    expect(data.updateMeeting).toEqual({
      title: 'A meeting',
      place: 'Graz',
      host: 'A ministry',
      opensAt: null,
      revision: 2,
    })
  })

  it('shows its dates before it is called, to those who may call it', async () => {
    const group = await site.group()
    const input = {
      group: group.slug,
      startsOn: '2027-06-15',
      endsOn: '2027-06-15',
      mode: 'REMOTE',
      zone: 'Asia/Bangkok',
    }
    const dates = (asker: Asker) =>
      site.ask(
        'query ($input: MeetingDatesInput!) { meetingDates(input: $input) { obligation effectiveOn } }',
        { input },
        asker,
      )
    expect((await dates(await site.member(group, 'SECRETARIAT'))).data.meetingDates).toContainEqual({
      obligation: 'CONTRIBUTIONS',
      effectiveOn: '2027-06-03',
    })
    expect((await dates(await site.member(group, 'PARTICIPANT'))).codes).toEqual(['FORBIDDEN'])
  })

  it('[FG-5, D-FG-3] counts deliverables and progress from the next public meeting of the parent that works here', async () => {
    const parent = await site.group({ kind: 'STUDY_GROUP' })
    const group = await site.group({ parentBodyId: parent.bodyId })
    await site.meeting(group)
    await site.meeting(parent, { startsOn: '2027-09-01', endsOn: '2027-09-05', visibility: 'MANAGEMENT' })
    expect((await keyDates(group.slug, 1)).dates.DELIVERABLES_TO_PARENT).toBeUndefined()
    await site.meeting(parent, { startsOn: '2027-10-18', endsOn: '2027-10-22' })
    expect((await keyDates(group.slug, 1)).dates.DELIVERABLES_TO_PARENT).toMatchObject({ effectiveOn: '2027-09-20' })
  })
})

describe('lists of meetings', () => {
  it('page through the meetings of a group, those to come soonest first and the past latest first', async () => {
    const group = await site.group()
    for (const startsOn of ['2026-03-01', '2027-03-01', '2025-03-01', '2028-03-01'])
      await site.meeting(group, { startsOn })
    site.at('2026-12-01T12:00:00Z')
    const page = (when: string, after: string | null) =>
      site.ask(
        `query ($after: String) { group(slug: "${group.slug}") { meetings(first: 1, after: $after, when: ${when}) { totalCount nodes { startsOn } pageInfo { hasNextPage endCursor } } } }`,
        { after },
      )
    const walk = async (when: string): Promise<[string[], number]> => {
      const seen: string[] = []
      for (let after: string | null = null; ;) {
        const answer: Answer = await page(when, after)
        const { meetings } = answer.data.group
        seen.push(...meetings.nodes.map(({ startsOn }: { startsOn: string }) => startsOn))
        after = meetings.pageInfo.endCursor
        if (!meetings.pageInfo.hasNextPage) return [seen, meetings.totalCount]
      }
    }
    expect(await walk('UPCOMING')).toEqual([['2027-03-01', '2028-03-01'], 2])
    expect(await walk('PAST')).toEqual([['2026-03-01', '2025-03-01'], 2])
    expect(await walk('ANY')).toEqual([['2028-03-01', '2027-03-01', '2026-03-01', '2025-03-01'], 4])
    expect((await page('ANY', 'no cursor')).codes).toEqual(['BAD_CURSOR'])
    site.at(null)
  })

  it('ask the database as often for many meetings as for one', async () => {
    const few = await site.group()
    const many = await site.group()
    await site.meeting(few)
    for (let n = 0; n < 12; n++) await site.meeting(many)
    const statements = async (group: string) => {
      const before = site.statements()
      await site.ask(
        `{ group(slug: "${group}") { meetings { nodes { number state viewerMay visibility group { name } notice { latestOn } keyDates { obligation } } } } }`,
      )
      return site.statements() - before
    }
    expect(await statements(many.slug)).toBe(await statements(few.slug))
  })
})
