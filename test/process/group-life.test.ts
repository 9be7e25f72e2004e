import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { system } from '#server/platform/context/index.js'
import { openSite, type Asker, type Site } from './site.js'

let site: Site
beforeAll(async () => {
  site = await openSite()
  site.at('2027-01-10T09:00:00Z')
})
afterAll(() => site.stop())

describe('the life of a group', () => {
  const step = (group: { id: string }, expectedRevision: number, name: string, asker: Asker = system, on?: string) =>
    site.ask(
      'mutation ($input: ChangeGroupStateInput!) { changeGroupState(input: $input) { state concludedOn revision viewerMay } }',
      { input: { id: group.id, expectedRevision, step: name, on } },
      asker,
    )

  it('[FG-2, GS-8] goes by the steps that are open, and offers no others', async () => {
    const group = await site.group({ state: 'PROPOSED' })
    expect((await step(group, 1, 'CONFIRM')).codes).toEqual(['NOT_A_STEP'])
    const provisional = await step(group, 1, 'START_PROVISIONALLY')
    expect(provisional.data.changeGroupState.state).toBe('ESTABLISHED_PROVISIONAL')
    expect(provisional.data.changeGroupState.viewerMay).toEqual(expect.arrayContaining(['CONFIRM', 'CONCLUDE']))
    expect(provisional.data.changeGroupState.viewerMay).not.toContain('EXTEND')
    expect((await step(group, 1, 'CONFIRM')).codes).toEqual(['STALE'])
    expect((await step(group, 2, 'CONFIRM')).data.changeGroupState).toMatchObject({ state: 'ESTABLISHED', revision: 3 })
    const ended = await step(group, 3, 'CONCLUDE', system, '2027-01-09')
    expect(ended.data.changeGroupState).toMatchObject({ state: 'CONCLUDED', concludedOn: '2027-01-09' })
    expect(ended.data.changeGroupState.viewerMay).not.toContain('CONCLUDE')
  })

  it('[FG-5, GS-8] goes on by a decision that says who, when, where, until when and why', async () => {
    const group = await site.group()
    await site.meeting(group)
    const extend = (asker: Asker, expectedRevision = 1) =>
      site.ask(
        `mutation ($input: ExtendGroupInput!) { extendGroup(input: $input) { state
           lifetime { endsOn extensions { decidedOn newEndOn atMeeting reason decidedBy { id } } } } }`,
        {
          input: {
            id: group.id,
            expectedRevision,
            decidedOn: '2027-01-05',
            newEndOn: '2030-12-31',
            atMeeting: 'The January meeting',
            reason: 'Two texts are open.',
          },
        },
        asker,
      )
    expect((await extend(await site.member(group, 'CHAIR'))).codes).toEqual(['FORBIDDEN'])
    const { data, codes } = await extend(system)
    expect(codes).toEqual([])
    expect(data.extendGroup).toMatchObject({
      state: 'EXTENDED',
      lifetime: {
        endsOn: '2030-12-31',
        extensions: [
          { atMeeting: 'The January meeting', reason: 'Two texts are open.', decidedBy: { id: group.parentBodyId } },
        ],
      },
    })
    expect((await extend(system)).codes).toEqual(['STALE'])
    expect((await extend(system, 2)).codes).toEqual([])
  })
})

describe('the dashboard of a group', () => {
  const lines = async (group: { slug: string }, asker: Asker) => {
    const { data } = await site.ask(
      `{ group(slug: "${group.slug}") { dashboard { lines { code what dueOn isLate settle { href } } next { text on } } } }`,
      {},
      asker,
    )
    return data.group.dashboard
  }
  const codes = async (group: { slug: string }, asker: Asker) =>
    (await lines(group, asker)).lines.map(({ code }: { code: string }) => code)

  it('[GS-9] tells each what concerns their role, and strangers nothing', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    expect(await codes(group, chair)).toEqual(['NO_TERMS', 'NO_SECRETARIAT', 'NO_MEETING'])
    const seen = (await lines(group, chair)).lines
    // Only administrators enter terms: the chair is told, and gets no button.
    expect(seen[0].settle).toBeNull()
    expect(seen[2].settle).toEqual({ href: `/groups/${group.slug}/meetings/new` })
    expect(await lines(group, null)).toBeNull()
    expect(await lines(group, await site.person())).toBeNull()
  })

  it('[GS-9, ME-4] asks for the announcement in time, and says when nothing blocks what comes next', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    await site.member(group, 'SECRETARIAT')
    await site.terms(group)
    const { id, revision } = await site.meeting(group, { startsOn: '2027-02-20', place: 'Vienna', opensAt: '09:30' })
    const [line] = (await lines(group, chair)).lines
    expect(line).toMatchObject({ code: 'NOT_ANNOUNCED', dueOn: '2027-01-23', isLate: false })
    await site.write((tx, { meetings }) => meetings.announce(tx, { id, expectedRevision: revision, on: '2027-01-08' }))
    expect(await lines(group, chair)).toMatchObject({
      lines: [],
      next: { on: '2027-01-23', text: expect.stringContaining('Announcement') },
    })
  })

  it('[GS-9] tells contributors of a deadline that is near', async () => {
    const group = await site.group()
    const participant = await site.member(group, 'PARTICIPANT')
    await site.meeting(group, { startsOn: '2027-01-30' })
    const [line] = (await lines(group, participant)).lines
    expect(line).toMatchObject({ code: 'DATE_NEAR', dueOn: '2027-01-18', what: 'Contributions: due in 8 days' })
  })

  it('[GS-9] tells of agenda, documents and contributions, each to whom they wait for', async () => {
    const group = await site.group()
    const [chair, participant] = [await site.member(group, 'CHAIR'), await site.member(group, 'PARTICIPANT')]
    const meeting = await site.meeting(group, { startsOn: '2027-01-30' })
    const others = ['NO_TERMS', 'NO_SECRETARIAT', 'NOT_ANNOUNCED', 'NO_PLACE', 'NO_TIME', 'DATE_NEAR']
    const told = async (asker: Asker) => (await codes(group, asker)).filter((code: string) => !others.includes(code))
    expect(await told(chair)).toEqual(['NO_AGENDA'])
    expect(await told(participant)).toEqual([])

    await site.dataSource.query(
      `insert into agenda_item (id, meeting_id, position, title, visibility) values (gen_random_uuid(), $1, 1, 'Opening', 'PUBLIC')`,
      [meeting.id],
    )
    const contribution = async (sequence: number, state: string, standing: string | null) => {
      const [{ id }] = (await site.dataSource.query(
        `insert into contribution (id, group_id, meeting_id, sequence, number, title, state, standing, reserved_by, visibility, submitted_at)
         values (gen_random_uuid(), $1, $2, $3::int, 'X-' || $3::int, 'Water', $4, $5, $6, 'PUBLIC', case when $4 = 'SUBMITTED' then now() end) returning id`,
        [group.id, meeting.id, sequence, state, standing, participant],
      )) as [{ id: string }]
      return id
    }
    await contribution(1, 'RESERVED', null)
    const signed = await contribution(2, 'SUBMITTED', 'LATE_PENDING')
    expect(await told(chair)).toEqual(['AGENDA_UNPUBLISHED', 'UNPLACED', 'LATE_PENDING'])
    expect(await told(participant)).toEqual(['RESERVED'])
    await site.dataSource.query(
      `insert into contribution_cosigner (id, contribution_id, person_id, label, state, invited_at)
       values (gen_random_uuid(), $1, $2, 'Example Works', 'INVITED', now())`,
      [signed, chair],
    )
    expect(await told(chair)).toContain('COSIGN')
    expect(
      (await lines(group, participant)).lines.find(({ code }: { code: string }) => code === 'RESERVED'),
    ).toMatchObject({
      what: 'X-1 is reserved and not handed in',
      settle: { href: `/groups/${group.slug}/contributions/X-1` },
    })
  })
})
