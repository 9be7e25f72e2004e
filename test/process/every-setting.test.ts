/** Each default on which groups differ, and the place that reads it: what is chosen makes a difference that one can see through the API. */
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { groupDefaultKeys, type GroupDefaultKey } from '#schema/vocabulary/groups.js'
import { newId } from '#server/platform/database/index.js'
import { Groups, GroupSettings, Roles, type GroupChanges, type StandardsGroup } from '#server/process/groups/index.js'
import { Bodies } from '#server/roadmap/bodies/index.js'
import { openRegistration, type RegistrationSite, type Somebody } from './registration-site.js'

let site: RegistrationSite
let group: StandardsGroup
let chair: string
let made = 0

beforeAll(async () => {
  site = await openRegistration()
})
afterAll(() => site.app.stop())

const body = async (slug: string) => {
  await site.asSystem((tx) =>
    site.get(Bodies).record(tx, { slug, name: slug, kind: 'COMMITTEE', provenance: { source: 'a test' } }),
  )
  const [row] = (await site.dataSource.query('select id from body where slug = $1', [slug])) as [{ id: string }]
  return row.id
}
/** A public group without terms of reference, so that nothing beats what it chooses, and its parent, which meets in September. */
beforeEach(async () => {
  site.at('2027-01-10T09:00:00Z')
  made += 1
  const [bodyId, parentBodyId] = [await body(`own-${made}`), await body(`parent-${made}`)]
  const common = { ruleset: 'itu-t-a7-2016', deadlineZone: 'Europe/Zurich', visibility: 'PUBLIC' } as const
  group = await site.asSystem(async (tx) => {
    const groups = site.get(Groups)
    const above = { slug: `above-${made}`, name: 'Parent', bodyId: parentBodyId, parentBodyId: bodyId }
    await groups.establish(tx, { ...common, ...above, kind: 'FOCUS_GROUP', state: 'ESTABLISHED' })
    const own = { slug: `chooses-${made}`, name: 'A group', acronym: 'FG-C', bodyId, parentBodyId, lifetimeMonths: 24 }
    return groups.establish(tx, { ...common, ...own, kind: 'FOCUS_GROUP', state: 'ESTABLISHED' })
  })
  chair = await site.somebody()
  await site.asSystem((tx) =>
    site.get(Roles).assign(tx, { group: group.slug, personId: chair, role: 'CHAIR', from: '2020-01-01' }),
  )
})

const choose = (changes: GroupChanges) =>
  site.asSystem(async (tx) => {
    const { id, revision } = await tx.db.findOneByOrFail(group.constructor as typeof StandardsGroup, { id: group.id })
    return site.get(GroupSettings).update(tx, { id, expectedRevision: revision, changes })
  })

async function ask(query: string, variables: Record<string, unknown> = {}, who: Somebody = chair) {
  const { data, errors } = await site.ask(query, variables, who)
  expect(errors).toEqual([])
  return data
}
const days = { startsOn: '2027-06-15', endsOn: '2027-06-15', mode: 'HYBRID', zone: 'Europe/Vienna' }
/** The date of an obligation for a meeting on 15 June 2027. */
const dateOf = async (obligation: string) =>
  (
    await ask(
      `query ($input: MeetingDatesInput!) { meetingDates(input: $input) {
         obligation effectiveOn closesAt strength citation { document } } }`,
      { input: { group: group.slug, ...days } },
    )
  ).meetingDates.find((one: { obligation: string }) => one.obligation === obligation)
const meeting = async (more: object = {}) =>
  (
    await ask(
      `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) {
         id number revision workingLanguage otherLanguages visibility decidesOnSiteOnly } }`,
      { input: { group: group.slug, title: 'A meeting', ...days, idempotencyKey: newId(), ...more } },
    )
  ).createMeeting
const reserve = async (more: object = {}) =>
  site.ask(
    `mutation ($input: ReserveContributionInput!) { reserveContribution(input: $input) {
       id number purposes visibility } }`,
    { input: { group: group.slug, title: 'A contribution', sources: ['A house'], idempotencyKey: newId(), ...more } },
    chair,
  )
const text = async (visibility = 'PUBLIC') => {
  const input = { groupId: group.id, title: 'A text', kind: 'REPORT', visibility, idempotencyKey: newId() }
  const create = 'mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { id form { labels } } }'
  return (await ask(create, { input })).createDocument
}
const lifetime = async () =>
  (await ask(`{ group(slug: "${group.slug}") { lifetime { startsOn endsOn } } }`)).group.lifetime

/** By setting: who reads it, and the proof. A setting without a row here is one that nobody reads. */
const readers: Record<GroupDefaultKey, [place: string, proof: () => Promise<void>]> = {
  CONTRIBUTION_OFFSET: [
    'key dates',
    async () => {
      expect(await dateOf('CONTRIBUTIONS')).toMatchObject({ effectiveOn: '2027-06-03' })
      await choose({ contributionOffsetDays: 20 })
      expect(await dateOf('CONTRIBUTIONS')).toMatchObject({ effectiveOn: '2027-05-26' })
    },
  ],
  CONTRIBUTION_STRENGTH: [
    'key dates',
    async () => {
      await choose({ contributionStrength: 'BLOCK' })
      expect(await dateOf('CONTRIBUTIONS')).toMatchObject({ strength: 'BLOCK' })
    },
  ],
  ANNOUNCEMENT_OFFSET: [
    'key dates',
    async () => {
      await choose({ announcementOffsetWeeks: 6 })
      expect(await dateOf('ANNOUNCEMENT')).toMatchObject({ effectiveOn: '2027-05-04' })
    },
  ],
  DELIVERABLES_OFFSET: [
    'key dates, counted from the meeting of the parent',
    async () => {
      await site.meeting({ group: `above-${made}`, startsOn: '2027-09-20', endsOn: '2027-09-20' })
      await choose({ deliverablesOffsetWeeks: 6 })
      expect(await dateOf('DELIVERABLES_TO_PARENT')).toMatchObject({ effectiveOn: '2027-08-09' })
    },
  ],
  DEADLINE_ZONE: [
    'key dates',
    async () => {
      await choose({ deadlineZone: 'Asia/Bangkok' })
      expect(await dateOf('CONTRIBUTIONS')).toMatchObject({ closesAt: '2027-06-03T17:00:00.000Z' })
    },
  ],
  CUT_OFF: [
    'key dates',
    async () => {
      await choose({ cutOff: '17:00' })
      expect(await dateOf('CONTRIBUTIONS')).toMatchObject({ closesAt: '2027-06-03T15:00:00.000Z' })
    },
  ],
  CONTRIBUTION_PATTERN: [
    'numbers of contributions',
    async () => {
      await choose({ contributionPattern: '{group}-{type}-{seq:2}' })
      expect((await reserve()).data.reserveContribution.number).toBe('FGC-C-01')
    },
  ],
  PURPOSES: [
    'the cover of a contribution',
    async () => {
      const offered = async () =>
        (await ask(`{ group(slug: "${group.slug}") { contributionPurposes } }`)).group.contributionPurposes
      expect(await offered()).toEqual(['DISCUSSION', 'INFORMATION', 'PROPOSAL'])
      const before = (await reserve({ purposes: ['PROPOSAL'] })).data.reserveContribution
      await choose({ purposes: ['Measurement', 'DISCUSSION'] })
      expect(await offered()).toEqual(['Measurement', 'DISCUSSION'])
      const own = await reserve({ purposes: ['DISCUSSION', 'Measurement'] })
      expect(own.data.reserveContribution.purposes).toEqual(['Measurement', 'DISCUSSION'])
      expect((await reserve({ purposes: ['PROPOSAL'] })).codes).toEqual(['BAD_INPUT'])
      // What is on a cover already may stay there.
      const update = 'mutation ($input: UpdateContributionInput!) { updateContribution(input: $input) { purposes } }'
      const input = { id: before.id, expectedRevision: 1, purposes: ['PROPOSAL', 'Measurement'] }
      expect((await ask(update, { input })).updateContribution.purposes).toEqual(['Measurement', 'PROPOSAL'])
      const found = await ask(
        '{ contributions(filter: { group: "GROUP", purpose: ["Measurement"] }) { totalCount } }'.replace(
          'GROUP',
          group.slug,
        ),
      )
      expect(found.contributions.totalCount).toBe(2)
    },
  ],
  HOLIDAYS: [
    'the day by which a contribution is to be posted',
    async () => {
      // Handed in on Thursday, 7 January.
      site.at('2027-01-07T09:00:00Z')
      const { id } = (await reserve({ purposes: ['PROPOSAL'] })).data.reserveContribution
      await site.dataSource.query(
        `update contribution set state = 'SUBMITTED', standing = 'ON_TIME', submitted_at = '2027-01-07T09:00:00Z' where id = $1`,
        [id],
      )
      const posted = async () => {
        const { nodes } = (
          await ask(`query ($group: String!) { contributions(filter: { group: $group }) { nodes { toBePostedBy } } }`, {
            group: group.slug,
          })
        ).contributions
        return nodes.map(({ toBePostedBy }: { toBePostedBy: string }) => toBePostedBy)
      }
      expect(await posted()).toEqual(['2027-01-12'])
      await choose({ holidays: ['2027-01-11', '2027-01-08'] })
      expect(await posted()).toEqual(['2027-01-14'])
    },
  ],
  WORKING_LANGUAGES: [
    'new meetings',
    async () => {
      await choose({ workingLanguages: ['fr', 'es'] })
      expect(await meeting()).toMatchObject({ workingLanguage: 'fr', otherLanguages: ['es'] })
      expect(await meeting({ workingLanguage: 'en', otherLanguages: [] })).toMatchObject({
        workingLanguage: 'en',
        otherLanguages: [],
      })
    },
  ],
  DEFAULT_VISIBILITY: [
    'new meetings, contributions, rows of agendas, and what is proposed for texts',
    async () => {
      expect(await meeting()).toMatchObject({ visibility: 'PUBLIC' })
      await choose({ defaultVisibility: 'PARTICIPANTS' })
      expect(await meeting()).toMatchObject({ visibility: 'PARTICIPANTS' })
      const open = await meeting({ visibility: 'PUBLIC' })
      expect(open.visibility).toBe('PUBLIC')
      expect((await reserve()).data.reserveContribution.visibility).toBe('PARTICIPANTS')
      const add = 'mutation ($input: AddAgendaItemInput!) { addAgendaItem(input: $input) { id } }'
      await ask(add, { input: { meetingId: open.id, title: 'A row', idempotencyKey: newId() } })
      const rows = async (who: Somebody) =>
        (await ask(`{ meeting(group: "${group.slug}", number: ${open.number}) { agenda { title } } }`, {}, who)).meeting
          .agenda.length
      expect([await rows(null), await rows(chair)]).toEqual([0, 1])
      const proposed = await ask(`{ group(slug: "${group.slug}") { visibilityAtStart } }`)
      expect(proposed.group.visibilityAtStart).toBe('PARTICIPANTS')
      // Never more than may see the group itself.
      await choose({ defaultVisibility: 'PUBLIC', visibility: 'ACCOUNT' })
      expect(await meeting()).toMatchObject({ visibility: 'ACCOUNT' })
    },
  ],
  DECISION_PRESENCE: [
    'meetings, decisions and who counts of those present',
    async () => {
      await choose({ decisionPresence: 'ONSITE_ONLY' })
      const [as, otherwise] = [await meeting(), await meeting({ decidesOnSiteOnly: false })]
      expect([as.decidesOnSiteOnly, otherwise.decidesOnSiteOnly]).toEqual([true, false])
      site.at('2027-06-15T09:00:00Z')
      const decide = 'mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { presence } }'
      const here = 'mutation ($input: CheckInInput!) { checkIn(input: $input) { countsForDecisions } }'
      const at = async ({ id, number }: { id: string; number: number }) => [
        (
          await ask(decide, {
            input: { group: group.slug, meeting: number, kind: 'AGREED', text: 'Yes.', idempotencyKey: newId() },
          })
        ).recordDecision.presence,
        (await ask(here, { input: { meetingId: id, mode: 'REMOTE' } })).checkIn.countsForDecisions,
      ]
      expect(await at(as)).toEqual(['ONSITE_ONLY', false])
      expect(await at(otherwise)).toEqual(['ANY', true])
    },
  ],
  FIGURE_NUMBERS: [
    'texts that are started, contributions and minutes among them',
    async () => {
      expect((await text()).form.labels).toBe('CONTINUOUS')
      await choose({ figureNumbers: 'BY_CLAUSE' })
      const started = await text()
      expect(started.form.labels).toBe('BY_CLAUSE')
      const { id } = (await reserve()).data.reserveContribution
      const write = `mutation { writeContribution(id: "${id}") { document { form { labels } } } }`
      expect((await ask(write)).writeContribution.document.form.labels).toBe('BY_CLAUSE')
      const { number } = await meeting()
      const open =
        'mutation ($input: OpenMinutesInput!) { openMinutes(input: $input) { document { form { labels } } } }'
      const minutes = await ask(open, { input: { group: group.slug, meeting: number, idempotencyKey: newId() } })
      expect(minutes.openMinutes.document.form.labels).toBe('BY_CLAUSE')
      // What was started stays as it is when the group chooses otherwise.
      await choose({ figureNumbers: 'RUNNING' })
      const still = await ask(`{ document(id: "${started.id}") { form { labels } } }`)
      expect(still.document.form.labels).toBe('BY_CLAUSE')
    },
  ],
  RULESET: [
    'key dates',
    async () => {
      expect((await dateOf('CONTRIBUTIONS')).citation.document).toContain('10/2016')
      await choose({ ruleset: 'itu-t-a7-2024' })
      expect((await dateOf('CONTRIBUTIONS')).citation.document).toContain('08/2024')
    },
  ],
  LIFETIME: [
    'the end of the lifetime',
    async () => {
      await meeting()
      expect(await lifetime()).toEqual({ startsOn: '2027-06-15', endsOn: '2029-06-15' })
      await choose({ lifetimeMonths: 12 })
      expect(await lifetime()).toMatchObject({ endsOn: '2028-06-15' })
    },
  ],
  LIFETIME_ANCHOR: [
    'the end of the lifetime',
    async () => {
      await meeting()
      await choose({ lifetimeAnchor: 'TERMS_APPROVED', termsApprovedOn: '2026-05-22' })
      expect(await lifetime()).toEqual({ startsOn: '2026-05-22', endsOn: '2028-05-22' })
    },
  ],
}

it.each(groupDefaultKeys.map((key) => [key, readers[key][0], readers[key][1]] as const))(
  '[GS-11] %s is read by %s',
  (_key, _place, proof) => proof(),
)
