import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { system } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { openSite, type Asker, type Site } from './site.js'

let site: Site
beforeAll(async () => {
  site = await openSite()
  site.at('2027-01-10T09:00:00Z')
})
afterAll(() => site.stop())

const update = (group: { id: string; revision: number }, changes: Record<string, unknown>, asker: Asker) =>
  site.ask(
    `mutation ($input: UpdateGroupInput!) { updateGroup(input: $input) {
       name revision deadlineZone workingLanguages chosen { contributionOffsetDays contributionPattern purposes cutOff }
       defaults { key text provenance otherwise { text } } } }`,
    { input: { id: group.id, expectedRevision: group.revision, changes } },
    asker,
  )

const change = (group: { slug: string }, changes: Record<string, unknown>, asker: Asker) =>
  site.ask(
    `query ($input: GroupChangeInput!) { groupChange(input: $input) {
       defaults { key before after } meetingsLookedAt lifetime { before after }
       meetings { meeting { number } rows { obligation before after isPinned closesBefore closesAfter } } } }`,
    { input: { group: group.slug, changes } },
    asker,
  )

describe('the settings of a group', () => {
  it('[GS-1] are shown as they would move dates, and move them once they are changed', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    await site.meeting(group)
    const { data, codes } = await change(group, { contributionOffsetDays: 20 }, chair)
    expect(codes).toEqual([])
    expect(data.groupChange).toMatchObject({
      defaults: [{ key: 'CONTRIBUTION_OFFSET', before: '12 calendar days before the meeting opens' }],
      meetingsLookedAt: 1,
      lifetime: null,
      meetings: [
        {
          meeting: { number: 1 },
          rows: [
            { obligation: 'CONTRIBUTIONS', before: '2027-06-03', after: '2027-05-26' },
            // Ends with the deadline of contributions.
            { obligation: 'CORRESPONDENCE_END', before: '2027-06-03', after: '2027-05-26' },
          ],
        },
      ],
    })
    const dates = async () => {
      const answer = await site.ask(
        `{ meeting(group: "${group.slug}", number: 1) { keyDates { obligation effectiveOn provenance } } }`,
      )
      return answer.data.meeting.keyDates.find((one: { obligation: string }) => one.obligation === 'CONTRIBUTIONS')
    }
    expect(await dates()).toMatchObject({ effectiveOn: '2027-06-03' })
    const changed = await update(group, { contributionOffsetDays: 20 }, chair)
    expect(changed.data.updateGroup).toMatchObject({ revision: 2, chosen: { contributionOffsetDays: 20 } })
    expect(await dates()).toMatchObject({ effectiveOn: '2027-05-26', provenance: 'GROUP_SETTING' })
    const taken = await update({ ...group, revision: 2 }, { contributionOffsetDays: null }, chair)
    expect(taken.data.updateGroup.chosen.contributionOffsetDays).toBeNull()
    expect(await dates()).toMatchObject({ effectiveOn: '2027-06-03', provenance: 'DEFAULT' })
  })

  it('[GS-1] that change the clock of deadlines say when each would close instead', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'SECRETARIAT')
    await site.meeting(group)
    const { data } = await change(group, { deadlineZone: 'Asia/Tokyo', cutOff: '17:00' }, chair)
    const row = data.groupChange.meetings[0].rows.find(
      (one: { obligation: string }) => one.obligation === 'CONTRIBUTIONS',
    )
    expect(row).toMatchObject({
      before: '2027-06-03',
      after: '2027-06-03',
      closesBefore: '2027-06-03T22:00:00.000Z',
      closesAfter: '2027-06-03T08:00:00.000Z',
    })
  })

  it('[GS-1] leave published dates where they are', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const { id, revision } = await site.meeting(group)
    await site.write((tx, { dates }) =>
      dates.publish(tx, {
        meetingId: id,
        expectedRevision: revision,
        obligation: 'CONTRIBUTIONS',
        on: '2027-06-01',
        reason: 'So it was printed.',
      }),
    )
    const { data } = await change(group, { contributionOffsetDays: 20 }, chair)
    expect(data.groupChange.meetings).toEqual([])
  })

  it('[GS-1] are set by chair and secretariat as far as they are working defaults, the rest by administrators', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const working = { figureNumbers: 'BY_CLAUSE' }
    const parental = { lifetimeMonths: 36 }
    const codes = async (changes: Record<string, unknown>, asker: Asker) => (await change(group, changes, asker)).codes
    expect(await codes(working, chair)).toEqual([])
    expect(await codes(parental, chair)).toEqual(['FORBIDDEN'])
    expect(await codes({ ...working, ...parental }, chair)).toEqual(['FORBIDDEN'])
    expect(await codes({ ...working, ...parental }, system)).toEqual([])
    expect(await codes(working, await site.member(group, 'VICE_CHAIR'))).toEqual(['FORBIDDEN'])
    expect(await codes(working, await site.member(group, 'EDITOR'))).toEqual(['FORBIDDEN'])
    expect(await codes(working, null)).toEqual(['SIGN_IN_REQUIRED'])
    expect((await update(group, parental, chair)).codes).toEqual(['FORBIDDEN'])
  })

  it('[GS-2] count the lifetime from what the parent has said', async () => {
    const group = await site.group({ termsApprovedOn: '2026-05-22' })
    await site.meeting(group)
    const { data } = await change(group, { lifetimeAnchor: 'TERMS_APPROVED' }, system)
    expect(data.groupChange.lifetime).toEqual({ before: '2029-06-15', after: '2028-05-22' })
    await update(group, { lifetimeAnchor: 'TERMS_APPROVED' }, system)
    const answer = await site.ask(`{ group(slug: "${group.slug}") { lifetime { endsOn explanation { code text } } } }`)
    expect(answer.data.group.lifetime).toMatchObject({
      endsOn: '2028-05-22',
      explanation: { code: 'LIFETIME_RUNS_FROM_TERMS' },
    })
  })

  it('[GS-3] refuse what cannot be used, each at its field, and change nothing', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const refused = async (changes: Record<string, unknown>) => {
      const { errors } = await update(group, changes, chair)
      return errors.map(({ extensions }) => `${extensions.code} ${extensions.field}`)
    }
    expect(await refused({ contributionPattern: '{group}-I' })).toEqual([
      'NUMBER_PATTERN input.changes.contributionPattern',
    ])
    expect(await refused({ deadlineZone: 'Europe/Atlantis' })).toEqual(['NO_SUCH_ZONE input.changes.deadlineZone'])
    expect(await refused({ cutOff: '25:00' })).toEqual(['NO_SUCH_TIME input.changes.cutOff'])
    expect(await refused({ contributionOffsetDays: -1 })).toEqual(['BAD_INPUT input.changes.contributionOffsetDays'])
    expect(await refused({ holidays: ['2027-02-30'] })).toEqual(['NO_SUCH_DAY input.changes.holidays'])
    expect(await refused({ workingLanguages: ['klingonisch!'] })).toEqual(['BAD_INPUT input.changes.workingLanguages'])
    expect(await refused({ url: 'javascript:alert(1)' })).toEqual(['BAD_INPUT input.changes.url'])
    const { data } = await update(group, {}, chair)
    expect(data.updateGroup.revision).toBe(1)
  })

  it('are not written over somebody who was faster', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    await update(group, { purposes: ['PROPOSAL', 'Use case'] }, chair)
    const late = await update(group, { purposes: ['DISCUSSION'] }, chair)
    expect(late.codes).toEqual(['STALE'])
    expect(late.errors[0]!.extensions.details).toMatchObject({ current: { purposes: ['PROPOSAL', 'Use case'] } })
  })
})

describe('setting a group up', () => {
  const found = (input: Record<string, unknown>, asker: Asker) =>
    site.ask(
      `mutation ($input: CreateGroupInput!) { createGroup(input: $input) {
         slug state acronym body { slug kind parent { slug } } parent { name } ruleset { id } lifetime { months } viewerMay provenance { source confidence } } }`,
      {
        input: {
          name: 'Focus Group on Everything',
          kind: 'FOCUS_GROUP',
          ruleset: 'itu-t-a7-2016',
          deadlineZone: 'Europe/Zurich',
          visibility: 'PUBLIC',
          idempotencyKey: newId(),
          ...input,
        },
      },
      asker,
    )

  it('[FG-1, FG-4, GS-4] makes the bodies that the register does not have yet', async () => {
    const { data, codes } = await found(
      {
        acronym: 'FG-ALL',
        state: 'ESTABLISHED',
        newParent: { name: 'Study Group on Everything', acronym: 'SG99' },
        termsApprovedOn: '2026-05-22',
        announcedOn: '2026-08-21',
        lifetimeMonths: 24,
        source: 'Circular 1',
      },
      system,
    )
    expect(codes).toEqual([])
    expect(data.createGroup).toMatchObject({
      slug: 'fg-all',
      state: 'ESTABLISHED',
      body: { slug: 'fg-all', kind: 'FOCUS_GROUP', parent: { slug: 'sg99' } },
      parent: { name: 'Study Group on Everything' },
      lifetime: { months: 24 },
      provenance: { source: 'Circular 1', confidence: 'VERIFIED' },
    })
    const again = await found({ acronym: 'FG-ALL', parent: 'sg99' }, system)
    expect(again.codes).toEqual(['ALREADY_THERE'])
  })

  it('[GS-4] takes bodies of the register, and nothing half made is left when it is refused', async () => {
    await site.body('A parent')
    const [{ slug: parent }] = (await site.dataSource.query('select slug from body order by id desc limit 1')) as [
      { slug: string },
    ]
    const refused = await found({ acronym: 'FG-HALF', parent, deadlineZone: 'Mars/Base' }, system)
    expect(refused.codes).toEqual(['NO_SUCH_ZONE'])
    expect(await site.dataSource.query(`select 1 from body where slug = 'fg-half'`)).toEqual([])
    expect((await found({ acronym: 'FG-HALF', parent }, system)).data.createGroup.body.parent.slug).toBe(parent)
    expect((await found({ acronym: 'FG-NO' }, system)).codes).toEqual(['TEXT_MISSING'])
    expect((await found({ slug: 'new', parent }, system)).codes).toEqual(['BAD_INPUT'])
    expect((await found({ acronym: 'FG-ITSELF', parent, body: parent }, system)).codes).toEqual(['BAD_INPUT'])
    expect((await found({ acronym: 'FG-END', parent, state: 'CONCLUDED' }, system)).codes).toEqual(['BAD_INPUT'])
  })

  it('[GS-4] is for administrators', async () => {
    const chair = await site.member(await site.group(), 'CHAIR')
    expect((await found({ acronym: 'FG-MINE', newParent: { name: 'X' } }, chair)).codes).toEqual(['FORBIDDEN'])
    expect((await found({ acronym: 'FG-MINE', newParent: { name: 'X' } }, null)).codes).toEqual(['SIGN_IN_REQUIRED'])
  })
})
