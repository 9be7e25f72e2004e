import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { newId } from '#server/platform/database/index.js'
import { openSite, type Asker, type Site } from './site.js'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())

const assign = (group: string, personId: string | null, asker: Asker, more: Record<string, unknown> = {}) =>
  site.ask(
    /* GraphQL */ `
      mutation ($input: AssignRoleInput!) {
        assignRole(input: $input) {
          id
          role
          isActing
          isCurrent
          from
          to
          revision
          person {
            id
          }
          subgroup {
            number
          }
          group {
            slug
          }
        }
      }
    `,
    { input: { group, personId, role: 'EDITOR', from: '2026-01-01', idempotencyKey: newId(), ...more } },
    asker,
  )

const end = (id: string, expectedRevision: number, to: string, asker: Asker) =>
  site.ask(
    'mutation ($input: EndRoleInput!) { endRole(input: $input) { to isCurrent revision } }',
    { input: { id, expectedRevision, to } },
    asker,
  )

describe('roles', () => {
  it('[FG-7] are given by the chair, dated, acting or not, in a working group or in the whole', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const person = await site.person()
    const subgroup = await site.write((tx, { groups }) =>
      groups.addSubgroup(tx, { groupId: group.id, number: 2, title: 'Assessment' }),
    )
    const { data, codes } = await assign(group.slug, person, chair, { subgroupId: subgroup.id, isActing: true })
    expect(codes).toEqual([])
    expect(data.assignRole).toMatchObject({
      role: 'EDITOR',
      isActing: true,
      isCurrent: true,
      from: '2026-01-01',
      to: null,
      person: { id: person },
      subgroup: { number: 2 },
      group: { slug: group.slug },
    })
  })

  it('[FG-8] are given by chair, secretariat and administrators, by nobody else', async () => {
    const group = await site.group()
    const given = async (asker: Asker) => (await assign(group.slug, await site.person(), asker)).codes
    expect(await given(await site.member(group, 'SECRETARIAT'))).toEqual([])
    expect(await given(await site.member(group, 'VICE_CHAIR'))).toEqual(['FORBIDDEN'])
    expect(await given(await site.member(group, 'PARTICIPANT'))).toEqual(['FORBIDDEN'])
    expect(await given(await site.member(await site.group(), 'CHAIR'))).toEqual(['FORBIDDEN'])
    expect(await given(null)).toEqual(['SIGN_IN_REQUIRED'])
  })

  it('[FG-7] keep the affiliation of their first day', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const person = newId()
    await site.dataSource.query('insert into person (id) values ($1)', [person])
    await site.dataSource.query(
      `insert into affiliation (id, person_id, label, from_on, to_on)
       values ($1, $3, 'First employer', '2020-01-01', '2025-07-01'), ($2, $3, 'Second employer', '2025-07-01', null)`,
      [newId(), newId(), person],
    )
    await assign(group.slug, person, chair, { from: '2024-01-01', to: '2025-01-01' })
    await assign(group.slug, person, chair, { from: '2026-01-01' })
    const { data } = await site.ask(`{ group(slug: "${group.slug}") { roles { from role affiliation { label } } } }`)
    const edited = data.group.roles.filter(({ role }: { role: string }) => role === 'EDITOR')
    expect(edited).toEqual([
      { from: '2026-01-01', role: 'EDITOR', affiliation: { label: 'Second employer' } },
      { from: '2024-01-01', role: 'EDITOR', affiliation: { label: 'First employer' } },
    ])
  })

  it('[GR-1] do not overlap themselves; the next may begin where one ends', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const person = await site.person()
    expect((await assign(group.slug, person, chair, { to: '2026-07-01' })).codes).toEqual([])
    const overlapping = await assign(group.slug, person, chair, { from: '2026-06-30' })
    expect(overlapping.codes).toEqual(['ROLE_OVERLAPS'])
    expect((await assign(group.slug, person, chair, { from: '2026-07-01' })).codes).toEqual([])
    expect((await assign(group.slug, person, chair, { role: 'LIAISON_OFFICER' })).codes).toEqual([])
  })

  it('[GR-1] end on a day, not before they began, not over the head of somebody else', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const { id } = (await assign(group.slug, await site.person(), chair)).data.assignRole
    expect((await end(id, 1, '2025-12-31', chair)).codes).toEqual(['ENDS_BEFORE_START'])
    expect((await end(id, 1, '2026-02-30', chair)).codes).toEqual(['BAD_INPUT'])
    expect((await end(id, 1, '2026-03-01', await site.member(group, 'EDITOR'))).codes).toEqual(['FORBIDDEN'])
    expect((await end(id, 1, '2026-03-01', chair)).data.endRole).toMatchObject({ to: '2026-03-01', revision: 2 })
    const stale = await end(id, 1, '2026-04-01', chair)
    expect(stale.codes).toEqual(['STALE'])
    expect(stale.errors[0]!.extensions.details).toMatchObject({ current: { toOn: '2026-03-01' } })
    expect((await end(newId(), 1, '2026-04-01', chair)).codes).toEqual(['NOT_FOUND'])
  })

  it('[GS-6] are given to somebody by the address of their account, or by name, which records them', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const known = await site.person()
    await site.dataSource.query(
      `insert into account (id, person_id, email, email_confirmed_at, created_at) values ($1, $2, 'known@people.example', now(), now())`,
      [newId(), known],
    )
    const one = await assign(group.slug, null, chair, { account: 'Known@People.example' })
    expect(one.data.assignRole.person.id).toBe(known)
    const answer = await assign(group.slug, null, chair, {
      newPerson: { name: 'Nora New', affiliation: 'New Institute', country: 'Newland' },
    })
    const { data } = await site.ask(
      `{ group(slug: "${group.slug}") { roles { person { id name } affiliation { label country } } } }`,
    )
    expect(data.group.roles).toContainEqual({
      person: { id: answer.data.assignRole.person.id, name: 'Nora New' },
      affiliation: { label: 'New Institute', country: 'Newland' },
    })
    expect((await assign(group.slug, null, chair, { account: 'nobody@people.example' })).codes).toEqual([
      'NO_ACCOUNT_THERE',
    ])
    expect((await assign(group.slug, null, chair)).codes).toEqual(['BAD_INPUT'])
    expect((await assign(group.slug, known, chair, { newPerson: { name: 'Two' } })).codes).toEqual(['BAD_INPUT'])
    const outsider = await site.member(await site.group(), 'CHAIR')
    expect((await assign(group.slug, null, outsider, { account: 'known@people.example' })).codes).toEqual(['FORBIDDEN'])
  })

  it('[PA-2, GS-6] tell who takes part on a day', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const person = await site.person()
    await assign(group.slug, person, chair, { from: '2025-01-01', to: '2025-07-01' })
    await assign(group.slug, person, chair, { role: 'PARTICIPANT', from: '2025-01-01', to: '2025-03-01' })
    const on = async (day: string | null) => {
      const { data, codes } = await site.ask(
        `query ($day: Date) { group(slug: "${group.slug}") { participants(on: $day) { person { id } roles { role } } } }`,
        { day },
      )
      if (codes.length > 0) return codes
      const held = data.group.participants.find((one: { person: { id: string } }) => one.person.id === person)
      return held ? held.roles.map(({ role }: { role: string }) => role).sort() : null
    }
    expect(await on('2025-02-01')).toEqual(['EDITOR', 'PARTICIPANT'])
    expect(await on('2025-05-01')).toEqual(['EDITOR'])
    expect(await on(null)).toBeNull()
    expect(await on('2025-02-30')).toEqual(['BAD_INPUT'])
  })

  it('are given once for one key', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const person = await site.person()
    const idempotencyKey = newId()
    const first = await assign(group.slug, person, chair, { idempotencyKey })
    const second = await assign(group.slug, person, chair, { idempotencyKey })
    expect(second.data.assignRole.id).toBe(first.data.assignRole.id)
    expect((await assign(group.slug, person, chair, { idempotencyKey, role: 'CHAIR' })).codes).toEqual(['ALREADY_DONE'])
  })

  it.each([
    ['a person who is not there', { personId: '01936f0a-7c1e-7000-8000-0123456789ab' }, 'NOT_FOUND', 'input.personId'],
    [
      'a working group of another group',
      { subgroupId: '01936f0a-7c1e-7000-8000-0123456789ab' },
      'NOT_FOUND',
      'input.subgroupId',
    ],
    ['an end before the first day', { to: '2025-01-01' }, 'ENDS_BEFORE_START', 'input.to'],
    ['a role that does not exist', { role: 'EMPEROR' }, 'BAD_INPUT', null],
  ])('are refused for %s', async (_what, input, code, field) => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const { codes, errors } = await assign(group.slug, await site.person(), chair, input)
    expect(codes).toEqual([code])
    if (field) expect(errors[0]!.extensions.field).toBe(field)
  })

  it('[GR-4] of a concluded group are not held today, and still let their holders in', async () => {
    const group = await site.group({ state: 'CONCLUDED', visibility: 'PARTICIPANTS' })
    const chair = await site.member(group, 'CHAIR')
    const { data } = await site.ask(
      `{ group(slug: "${group.slug}") { viewerMay roles { role isCurrent } } }`,
      {},
      chair,
    )
    expect(data.group.roles).toEqual([{ role: 'CHAIR', isCurrent: false }])
    expect(data.group.viewerMay).toEqual([
      'READ',
      'SETTINGS',
      'MANAGE_ROLES',
      'CALL_MEETING',
      'DRAFT_STATEMENT',
      'START_TEXT',
    ])
  })
})

describe('working groups', () => {
  it('[FG-6, GS-7] are added and named by the group itself, with numbers that stay', async () => {
    const group = await site.group()
    const chair = await site.member(group, 'CHAIR')
    const add = (number: number, asker: Asker) =>
      site.ask(
        'mutation ($input: AddSubgroupInput!) { addSubgroup(input: $input) { id number revision chairs { id } } }',
        { input: { group: group.slug, number, title: 'Methods', idempotencyKey: newId() } },
        asker,
      )
    const { data, codes } = await add(1, chair)
    expect(codes).toEqual([])
    expect((await add(1, chair)).codes).toEqual(['ALREADY_THERE'])
    expect((await add(2, await site.member(group, 'EDITOR'))).codes).toEqual(['FORBIDDEN'])
    const { id } = data.addSubgroup
    const rename = (expectedRevision: number) =>
      site.ask(
        'mutation ($input: RenameSubgroupInput!) { renameSubgroup(input: $input) { number title revision } }',
        { input: { id, expectedRevision, title: 'Methods and figures' } },
        chair,
      )
    expect((await rename(1)).data.renameSubgroup).toEqual({ number: 1, title: 'Methods and figures', revision: 2 })
    expect((await rename(1)).codes).toEqual(['STALE'])
    const person = await site.person()
    await assign(group.slug, person, chair, { role: 'CHAIR', subgroupId: id })
    const read = await site.ask(`{ group(slug: "${group.slug}") { subgroups { chairs { person { id } } } } }`)
    expect(read.data.group.subgroups).toEqual([{ chairs: [{ person: { id: person } }] }])
  })
})

describe('a group', () => {
  it('[GR-3] is its own scope: its chair manages it and no other', async () => {
    const one = await site.group()
    const other = await site.group()
    const chair = await site.member(one, 'CHAIR')
    const may = async (slug: string, asker: Asker) =>
      (await site.ask(`{ group(slug: "${slug}") { viewerMay } }`, {}, asker)).data.group.viewerMay
    expect(await may(one.slug, chair)).toEqual([
      'READ',
      'SETTINGS',
      'MANAGE_ROLES',
      'CALL_MEETING',
      'DRAFT_STATEMENT',
      'START_TEXT',
    ])
    expect(await may(other.slug, chair)).toEqual(['READ'])
    expect(await may(one.slug, null)).toEqual(['READ'])
    const administrator = { ...(await site.viewerOf(await site.person())), isAdministrator: true }
    expect(await may(one.slug, administrator)).toEqual([
      'READ',
      'EDIT',
      'EXTEND',
      'CONCLUDE',
      'SETTINGS',
      'MANAGE_ROLES',
      'CALL_MEETING',
      'DRAFT_STATEMENT',
      'START_TEXT',
    ])
  })

  it('[FG-2, FG-5] goes on when its parent says so, and its lifetime tells by which decision', async () => {
    const group = await site.group({ state: 'ESTABLISHED_PROVISIONAL' })
    const extension = {
      groupId: group.id,
      decidedByBodyId: group.parentBodyId,
      decidedOn: '2028-05-01',
      newEndOn: '2030-06-15',
    }
    const extend = () => site.write((tx, { groups }) => groups.recordExtension(tx, extension))
    await expect(extend()).rejects.toMatchObject({ code: 'NOT_A_STEP' })
    await site.write((tx, { groups }) =>
      groups.changeState(tx, { id: group.id, expectedRevision: 1, state: 'ESTABLISHED' }),
    )
    await extend()
    await site.meeting(group, { isPreparatory: true, startsOn: '2027-01-10' })
    const { data: before } = await site.ask(
      `{ group(slug: "${group.slug}") { lifetime { startsOn endsOn explanation { code } } } }`,
    )
    expect(before.group.lifetime).toEqual({
      startsOn: null,
      endsOn: null,
      explanation: { code: 'LIFETIME_NOT_STARTED' },
    })
    await site.meeting(group)
    const { data } = await site.ask(
      `{ group(slug: "${group.slug}") { state lifetime { startsOn endsOn extensions { newEndOn decidedBy { id } } explanation { text } } } }`,
    )
    expect(data.group).toEqual({
      state: 'EXTENDED',
      lifetime: {
        startsOn: '2027-06-15',
        endsOn: '2030-06-15',
        extensions: [{ newEndOn: '2030-06-15', decidedBy: { id: group.parentBodyId } }],
        explanation: {
          text: 'To 15 Jun 2030, by a decision of the parent group of 1 May 2028; without it, to 15 Jun 2029.',
        },
      },
    })
  })

  it('is what its body shows, and the other way round', async () => {
    const bodyId = await site.body('Focus group on examples')
    const group = await site.group({ bodyId })
    const { data } = await site.ask(
      `{ group(slug: "${group.slug}") { body { name group { slug } } parent { group { slug } } ruleset { id title } provenance { confidence } } }`,
    )
    expect(data.group).toEqual({
      body: { name: 'Focus group on examples', group: { slug: group.slug } },
      parent: { group: null },
      ruleset: { id: 'itu-t-a7-2016', title: 'ITU-T A.7 (10/2016), focus groups' },
      provenance: { confidence: 'VERIFIED' },
    })
  })

  it('is established by administrators alone, once a slug', async () => {
    const group = await site.group()
    const chair = await site.viewerOf(await site.member(group, 'CHAIR'))
    const input = {
      slug: 'second-group',
      bodyId: await site.body('Second'),
      parentBodyId: group.parentBodyId,
      name: 'Second group',
      kind: 'FOCUS_GROUP',
      ruleset: 'own',
      deadlineZone: 'Europe/Zurich',
      visibility: 'PUBLIC',
    } as const
    await expect(site.write((tx, { groups }) => groups.establish(tx, input), chair)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(
      site.write((tx, { groups }) => groups.establish(tx, { ...input, slug: group.slug })),
    ).rejects.toMatchObject({ code: 'ALREADY_THERE' })
    await expect(
      site.write((tx, { groups }) => groups.establish(tx, { ...input, bodyId: newId() })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('deliverables', () => {
  it('[DE-2, DE-5, DE-9] stand with their group, in order of code, with what became of them', async () => {
    const group = await site.group()
    await site.body('publisher')
    await site.write(async (tx, { bodies, items, gaps, deliverables }) => {
      await bodies.record(tx, { slug: 'itu-t', name: 'ITU-T', kind: 'SDO', provenance: {} })
      const item = await items.record(tx, {
        slug: 'itu-t-l-1317',
        bodySlug: 'itu-t',
        designation: 'ITU-T L.1317',
        title: 'Guidelines on energy efficient blockchain systems',
        type: 'RECOMMENDATION',
        fallbackStatus: 'PUBLISHED',
        provenance: {},
      })
      const gap = await gaps.record(tx, {
        title: 'A gap',
        description: 'What is missing.',
        standing: 'OPEN',
        provenance: {},
      })
      const recorded = { groupId: group.id, type: 'TECHNICAL_REPORT' } as const
      await deliverables.record(tx, { ...recorded, title: 'Without a code' })
      await deliverables.record(tx, { ...recorded, code: 'D.WG2-10', title: 'Ten' })
      const two = await deliverables.record(tx, {
        ...recorded,
        code: 'D.WG2-5',
        title: 'Blockchain',
        state: 'TAKEN_UP',
      })
      await deliverables.addLineage(tx, {
        deliverableId: two.id,
        itemId: item.id,
        relation: 'BECAME',
        note: 'title match',
      })
      await deliverables.linkGap(tx, { deliverableId: two.id, gapId: gap.id })
      await deliverables.linkGap(tx, { deliverableId: two.id, gapId: gap.id })
      await expect(deliverables.record(tx, { ...recorded, code: 'D.WG2-5', title: 'Again' })).rejects.toMatchObject({
        code: 'ALREADY_THERE',
      })
      await expect(
        deliverables.changeState(tx, { id: two.id, expectedRevision: 1, state: 'IN_DRAFTING' }),
      ).rejects.toMatchObject({ code: 'NOT_A_STEP' })
    })
    const { data, errors } = await site.ask(/* GraphQL */ `
      {
        group(slug: "${group.slug}") { deliverables { code } }
        deliverables(first: 2, filter: { group: "${group.slug}" }) { totalCount nodes { code group { slug } } pageInfo { endCursor } }
        taken: deliverables(filter: { group: "${group.slug}", state: [TAKEN_UP] }) {
          totalCount
          nodes { disposition gaps { title } lineage { relation note item { designation } provenance { confidence } } }
        }
        item(designation: "ITU-T L.1317") { lineage { deliverable { code } } }
        gaps(first: 1) { nodes { deliverables { code } } }
      }
    `)
    expect(errors).toEqual([])
    expect(data.group.deliverables.map(({ code }: { code: string }) => code)).toEqual(['D.WG2-5', 'D.WG2-10', null])
    expect(data.deliverables).toMatchObject({
      totalCount: 3,
      nodes: [{ code: 'D.WG2-5', group: { slug: group.slug } }, { code: 'D.WG2-10' }],
    })
    expect(data.taken).toEqual({
      totalCount: 1,
      nodes: [
        {
          disposition: 'UNKNOWN',
          gaps: [{ title: 'A gap' }],
          lineage: [
            {
              relation: 'BECAME',
              note: 'title match',
              item: { designation: 'ITU-T L.1317' },
              provenance: { confidence: 'VERIFIED' },
            },
          ],
        },
      ],
    })
    expect(data.item.lineage).toEqual([{ deliverable: { code: 'D.WG2-5' } }])
    expect(data.gaps.nodes[0].deliverables).toEqual([{ code: 'D.WG2-5' }])
    const { data: rest } = await site.ask(
      'query ($after: String, $group: String) { deliverables(after: $after, filter: { group: $group }) { nodes { title } } }',
      { after: data.deliverables.pageInfo.endCursor, group: group.slug },
    )
    expect(rest.deliverables.nodes).toEqual([{ title: 'Without a code' }])
  })
})
