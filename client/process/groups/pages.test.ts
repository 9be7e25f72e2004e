import { describe, expect, it } from '@jest/globals'
import { aPage, textOf } from '../../app/testing/pages.js'
import { aGroup, aKeyDate, aMeeting } from '../testing/answers.js'

const at = '/groups/fg-x'
const memory = { confidence: 'MEMORY', source: null }

const full = aGroup({
  viewerMay: ['READ', 'CALL_MEETING'],
  lifetime: {
    startsOn: '2019-10-15',
    months: 24,
    endsOn: '2021-10-15',
    extensions: [
      {
        decidedOn: '2021-05-01',
        newEndOn: '2022-12-31',
        atMeeting: null,
        reason: null,
        decidedBy: { name: 'ITU-T Study Group 5', acronym: 'SG5' },
      },
    ],
    explanation: { text: 'Two years from the first meeting.' },
  },
  termsOfReference: {
    version: 1,
    approvedOn: null,
    provenance: { confidence: 'MEMORY', source: null, asOf: null },
    sections: [
      { number: 1, key: 'RATIONALE_AND_SCOPE', text: 'Our own words.', see: null },
      { number: 2, key: 'OBJECTIVES', text: null, see: 'A.7 clause 9' },
      { number: 3, key: 'STRUCTURE', text: null, see: null },
    ],
  },
  subgroups: [{ id: 's1', number: 1, title: 'Requirements', provenance: memory }],
  roles: [
    {
      id: 'r1',
      role: 'CHAIR',
      isActing: true,
      from: null,
      to: null,
      isCurrent: false,
      subgroup: null,
      person: { id: 'p1', name: 'Ada Example' },
      affiliation: { label: 'Example Ltd (Wonderland)', country: 'Wonderland' },
    },
    {
      id: 'r2',
      role: 'EDITOR',
      isActing: false,
      from: '2020-01-01',
      to: null,
      isCurrent: true,
      subgroup: { id: 's1', number: 1 },
      person: { id: 'p2', name: null },
      affiliation: null,
    },
  ],
  next: { nodes: [{ ...aMeeting(), keyDates: [aKeyDate({ hasPassed: false }), aKeyDate({ obligation: 'VISA' })] }] },
  upcoming: { nodes: [aMeeting()], pageInfo: { hasNextPage: false, endCursor: 'u' }, totalCount: 1 },
  past: {
    nodes: [aMeeting({ id: 'm0', number: 2, state: 'ENDED', provenance: memory })],
    pageInfo: { hasNextPage: true, endCursor: 'p1' },
    totalCount: 30,
  },
  deliverables: [
    {
      id: 'd1',
      code: 'D.WG3-01',
      title: 'Guidelines',
      type: 'UNKNOWN',
      state: 'TAKEN_UP',
      disposition: 'SUPPLEMENT',
      note: null,
      subgroup: { number: 3 },
      gaps: [{ number: 'G-01', title: 'No method' }],
      lineage: [
        {
          relation: 'BECAME',
          titleThen: null,
          note: null,
          item: { slug: 'l-suppl-53', designation: 'ITU-T L Suppl. 53', title: 'T' },
          provenance: memory,
        },
      ],
      provenance: memory,
    },
  ],
})

describe('the page of a group', () => {
  it('tells what is due next, who, and what became of its work', async () => {
    const { status, html } = await aPage(at, { GroupPage: { group: full } })
    const text = textOf(html)
    expect(status).toBe(200)
    expect(text).toContain('2 Oct 2019, 23:59 Geneva; published by TSB Circular 191')
    expect(text).toContain('Two years from the first meeting.')
    expect(text).toContain('decided by SG5, 1 May 2021')
    expect(html).toContain('href="/items/l-suppl-53"')
    expect(html).toContain('href="/gaps/G-01"')
    expect(text).toContain('1 of 30 are shown.')
    expect(html).toContain('?past=p1#meetings')
    expect(html).toContain('href="/groups/fg-x/meetings/new"')
  })

  it('shows people with the affiliation they had then, acting as acting, unknown days as unknown', async () => {
    const text = textOf((await aPage(at, { GroupPage: { group: full } })).html)
    expect(text).toMatch(/Ada Example Acting Chair Example Ltd \(Wonderland\) Unknown Unknown/)
    expect(text).toMatch(/Name erased Editor, working group 1 Unknown 1 Jan 2020 in office/)
  })

  it('shows each section of its terms: own text, the clause that holds instead, or that nobody knows', async () => {
    const { html } = await aPage(at, { GroupPage: { group: full } })
    expect(html).toContain('id="terms-2"')
    // Lines stay as they were typed.
    expect(html).toContain('<p class="prose as-typed" dir="auto">')
    const text = textOf(html)
    expect(text).toMatch(/1 Rationale and scope Our own words\. not checked/)
    expect(text).toContain('2 Objectives See A.7 clause 9.')
    expect(text).toContain('3 Structure Not known')
  })

  it('teaches where it is empty, and offers no button to whoever may not call a meeting', async () => {
    const { html } = await aPage(at, { GroupPage: { group: aGroup() } })
    const text = textOf(html)
    for (const title of ['No meeting ahead', 'No meeting yet', 'No deliverable yet', 'Nobody holds a role yet'])
      expect(text).toContain(title)
    expect(text).toContain('The lifetime runs from the first meeting; there has been none.')
    expect(html).not.toContain('/meetings/new')
  })

  it('[GS-9] tells whoever holds a role what blocks the next meeting, or what comes next', async () => {
    const line = {
      code: 'NO_CHAIR',
      what: 'Nobody chairs the group',
      why: 'A reason.',
      dueOn: '2019-09-17',
      isLate: true,
    }
    const settle = { label: 'Give the role', href: '/groups/fg-x/people/give' }
    const blocked = aGroup({ dashboard: { lines: [{ ...line, settle }], next: null } })
    const { html } = await aPage(at, { GroupPage: { group: blocked } })
    expect(textOf(html)).toContain('Nobody chairs the group overdue since 17 Sept 2019')
    expect(html).toContain('href="/groups/fg-x/people/give"')
    const next = { text: 'Second meeting opens on 1 Jan 2020', on: '2020-01-01', href: '/groups/fg-x/meetings/2' }
    const free = textOf((await aPage(at, { GroupPage: { group: aGroup({ dashboard: { lines: [], next } }) } })).html)
    expect(free).toContain('Nothing blocks the next meeting')
    expect(free).toContain('What comes next: Second meeting opens on 1 Jan 2020')
    expect(textOf((await aPage(at, { GroupPage: { group: aGroup() } })).html)).not.toContain('What blocks')
  })

  it('is not there when the viewer may not see it', async () => {
    expect((await aPage(at, { GroupPage: { group: null } })).status).toBe(404)
  })
})

describe('the list of groups', () => {
  const page = { pageInfo: { hasNextPage: false, endCursor: null } }
  const viewer = { viewerMay: [] }

  it('labels the example, and says what belongs here when it is empty', async () => {
    const row = { ...aGroup({ isExample: true }), meetings: { nodes: [aMeeting()] } }
    const some = await aPage('/groups', { GroupList: { viewer, groups: { ...page, nodes: [row], totalCount: 1 } } })
    expect(textOf(some.html)).toMatch(/FG-X Example Focus Group on X/)
    const none = await aPage('/groups', { GroupList: { viewer, groups: { ...page, nodes: [], totalCount: 0 } } })
    expect(textOf(none.html)).toContain('No group yet')
  })

  it('shows itself mirrored with no word outside the catalogue', async () => {
    const { html } = await aPage(
      '/groups',
      { GroupList: { viewer, groups: { ...page, nodes: [], totalCount: 0 } } },
      { language: 'ar-XB' },
    )
    expect(html).toContain('dir="rtl"')
    expect(textOf(html)).not.toContain('No group yet')
  })
})
