import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { maySee, visibilities, visibleSql, type Visibility } from '#server/common/access/index.js'
import { newId, Params } from '#server/platform/database/index.js'
import { stranger, system, type Viewer } from '#server/platform/context/index.js'
import { groupRoleKinds } from '#schema/vocabulary/groups.js'
import { narrower } from '#server/process/groups/index.js'
import { openSite, type Asker, type Site } from './site.js'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())

const level: Record<Visibility, string[]> = {
  PUBLIC: ['stranger', 'account', 'participant', 'chair', 'administrator'],
  ACCOUNT: ['account', 'participant', 'chair', 'administrator'],
  PARTICIPANTS: ['participant', 'chair', 'administrator'],
  MANAGEMENT: ['chair', 'administrator'],
}

async function casts(group: { slug: string }): Promise<Record<string, Asker>> {
  const administrator = { ...(await site.viewerOf(await site.person())), isAdministrator: true }
  return {
    stranger: null,
    account: await site.person(),
    participant: await site.member(group, 'PARTICIPANT'),
    chair: await site.member(group, 'CHAIR'),
    administrator,
  }
}

const pairs = visibilities.flatMap((group) => visibilities.map((meeting) => [group, meeting] as const))

describe('[GR-3] a meeting', () => {
  it.each(pairs)(
    'of a group for %s, itself for %s, is seen by whoever may see both, wherever they look',
    async (ofGroup, ofMeeting) => {
      const group = await site.group({ visibility: ofGroup })
      await site.meeting(group, { visibility: ofMeeting, title: 'The one', startsOn: '2099-06-15' })
      const deliverable = { groupId: group.id, title: 'An output', type: 'ROADMAP' } as const
      await site.write((tx, { deliverables }) => deliverables.record(tx, deliverable))
      const now = await site.instant()
      const people = await casts(group)

      for (const [name, asker] of Object.entries(people)) {
        for (const asOf of [null, now]) {
          const { data, errors } = await site.ask(
            /* GraphQL */ `
              query ($slug: String!, $asOf: DateTime) {
                meeting(group: $slug, number: 1, asOf: $asOf) {
                  title
                  visibility
                }
                group(slug: $slug, asOf: $asOf) {
                  name
                  meetings {
                    totalCount
                    nodes {
                      title
                    }
                  }
                  deliverables {
                    title
                  }
                  lifetime {
                    startsOn
                  }
                }
                groups(first: 200, asOf: $asOf) {
                  nodes {
                    slug
                  }
                  totalCount
                }
                deliverables(filter: { group: $slug }, asOf: $asOf) {
                  totalCount
                  nodes {
                    title
                  }
                }
                upcomingMeetings(first: 50) {
                  title
                  group {
                    slug
                  }
                }
              }
            `,
            { slug: group.slug, asOf },
            asker,
          )
          expect(errors).toEqual([])
          const seesGroup = level[ofGroup].includes(name)
          const seesMeeting = seesGroup && level[ofMeeting].includes(name)
          expect([name, data.meeting]).toEqual([
            name,
            seesMeeting ? { title: 'The one', visibility: narrower(ofGroup, ofMeeting) } : null,
          ])
          expect([name, data.group]).toEqual([
            name,
            seesGroup
              ? {
                  name: group.name,
                  meetings: { totalCount: seesMeeting ? 1 : 0, nodes: seesMeeting ? [{ title: 'The one' }] : [] },
                  deliverables: [{ title: 'An output' }],
                  lifetime: { startsOn: seesMeeting ? '2099-06-15' : null },
                }
              : null,
          ])
          const listed = data.groups.nodes.map(({ slug }: { slug: string }) => slug)
          expect(listed.includes(group.slug)).toBe(seesGroup)
          expect(data.groups.totalCount).toBe(listed.length)
          expect(data.deliverables.totalCount).toBe(seesGroup ? 1 : 0)
          const coming = data.upcomingMeetings.filter(
            (one: { group: { slug: string } }) => one.group.slug === group.slug,
          )
          expect(coming).toHaveLength(seesMeeting ? 1 : 0)
        }
      }
      // Out of the way of the next case, which asks for the meetings to come.
      const [{ id }] = (await site.dataSource.query('select id from meeting where group_id = $1', [group.id])) as [
        { id: string },
      ]
      await site.write((tx, { meetings }) =>
        meetings.cancel(tx, { id, expectedRevision: 1, reason: 'End of the test.' }),
      )
    },
  )

  it('that is hidden today stays hidden as it stood when it was public, and one that was hidden then as it stood then', async () => {
    const group = await site.group()
    const meeting = await site.meeting(group)
    const whenPublic = await site.instant()
    const update = (expectedRevision: number, visibility: Visibility) =>
      site.write((tx, { meetings }) => meetings.update(tx, { id: meeting.id, expectedRevision, visibility }))
    await update(1, 'MANAGEMENT')
    const whenHidden = await site.instant()
    const at = async (asOf: string | null) =>
      (
        await site.ask(
          'query ($slug: String!, $asOf: DateTime) { meeting(group: $slug, number: 1, asOf: $asOf) { title } }',
          { slug: group.slug, asOf },
        )
      ).data.meeting
    expect([await at(whenPublic), await at(whenHidden), await at(null)]).toEqual([null, null, null])
    await update(2, 'PUBLIC')
    expect([await at(whenPublic), await at(whenHidden), await at(null)]).toEqual([
      { title: 'A meeting' },
      null,
      { title: 'A meeting' },
    ])
  })

  it('of a hidden group leaves events that only those who may see it may read', async () => {
    const group = await site.group({ visibility: 'PARTICIPANTS' })
    await site.meeting(group, { visibility: 'PUBLIC' })
    const events = (await site.dataSource.query('select distinct visibility from event where group_id = $1', [
      group.id,
    ])) as {
      visibility: Visibility
    }[]
    expect(events).toEqual([{ visibility: 'PARTICIPANTS' }])
  })
})

it('[GR-3] what a list shows in SQL is what a single read allows, for any viewer and any row', async () => {
  const groups = [newId(), newId(), newId()]
  const standing = fc.record({ scopeId: fc.constantFrom(...groups), role: fc.constantFrom(...groupRoleKinds) })
  const someViewer: fc.Arbitrary<Viewer> = fc.oneof(
    fc.constantFrom(stranger, system),
    fc.record({
      accountId: fc.constant(newId()),
      personId: fc.constant(newId()),
      isAdministrator: fc.boolean(),
      isSystem: fc.constant(false),
      standings: fc.array(standing, { maxLength: 5 }),
    }),
  )
  const rows = visibilities.flatMap((visibility) => [...groups, null].map((scopeId) => ({ visibility, scopeId })))
  await fc.assert(
    fc.asyncProperty(someViewer, async (viewer) => {
      const p = new Params()
      const where = visibleSql(viewer, 'r.visibility', 'r.scope_id', p)
      const seen = (await site.dataSource.query(
        `select r.visibility, r.scope_id as "scopeId"
         from jsonb_to_recordset(${p.add(JSON.stringify(rows.map(({ visibility, scopeId }) => ({ visibility, scope_id: scopeId }))))}::jsonb)
           r (visibility text, scope_id uuid) where ${where}`,
        p.values,
      )) as typeof rows
      const key = (row: (typeof rows)[number]) => `${row.visibility} ${row.scopeId}`
      const expected = rows.filter(({ visibility, scopeId }) => maySee(viewer, visibility, scopeId))
      expect(seen.map(key).sort()).toEqual(expected.map(key).sort())
    }),
  )
})

it('[GR-3] of two visibilities the narrower holds, whichever is named first', () =>
  fc.assert(
    fc.property(fc.constantFrom(...visibilities), fc.constantFrom(...visibilities), (one, other) => {
      const both = level[one].filter((name) => level[other].includes(name))
      expect(level[narrower(one, other)]).toEqual(both)
      expect(narrower(one, other)).toBe(narrower(other, one))
    }),
  ))
