import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import * as Y from 'yjs'
import {
  clauseOf,
  insertClauses,
  paragraph,
  stampVersion,
  titleTextOf,
  type ClauseDraft,
} from '#schema/document/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { newId } from '#server/platform/database/index.js'
import { Deliverables } from '#server/process/deliverables/index.js'
import { Groups } from '#server/process/groups/index.js'
import { Meetings } from '#server/process/meetings/index.js'
import { Bodies } from '#server/roadmap/bodies/index.js'
import { Gaps } from '#server/roadmap/gaps/index.js'
import { Items } from '#server/roadmap/items/index.js'
import { aDecision } from '../builders/decisions.js'
import { Client, until } from '../drafting/clients.js'
import { openDraftingSite, type DraftingSite, type Writer } from '../drafting/site.js'

type Group = Awaited<ReturnType<DraftingSite['group']>>
let site: DraftingSite
let group: Group
let chair: Writer
let editor: Writer

beforeAll(async () => {
  site = await openDraftingSite({ now: '2022-06-01T12:00:00Z' })
  group = await site.group()
  chair = await site.person('CHAIR', group)
  editor = await site.person('EDITOR', group)
})
afterAll(() => site.stop())

interface Told {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are as different as the questions
  readonly data: any
  readonly codes: readonly string[]
  readonly fields: readonly (string | undefined)[]
}

async function ask(query: string, variables: object = {}, who: { token?: string } = {}): Promise<Told> {
  const { data, errors = [] } = await site.query(query, variables as Record<string, unknown>, who)
  return {
    data,
    codes: errors.map(({ extensions }) => extensions.code),
    fields: errors.map(({ extensions }) => extensions.field),
  }
}

const verb = (name: string, input: object, who: { token?: string }, answer = 'id') => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
  return ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} } }`, { input }, who)
}
const once = (input: object) => ({ idempotencyKey: newId(), ...input })

const drafts: ClauseDraft[] = [
  { title: 'Scope', attributes: { kind: 'SCOPE' }, body: [paragraph('Water and energy of services.')] },
  { title: 'Cooling', body: [paragraph('Evaporation is counted in litres.')] },
]

async function aText(visibility: 'PUBLIC' | 'PARTICIPANTS' = 'PUBLIC', of: Group = group) {
  const doc = new Y.Doc()
  stampVersion(doc)
  const ids = insertClauses(doc, { parent: null }, drafts)
  const { id } = await site.document(of, visibility)
  await site.write((tx) => site.app.get(Texts).seed(tx, id, Y.encodeStateAsUpdate(doc)))
  return { id, ids }
}

/** Writes a word into the first heading, over the socket, until it is stored. */
async function writeIn(id: string, clause: string, words: string): Promise<void> {
  const client = await new Client({ url: site.url, documentId: id, token: editor.token }).ready()
  await until(() => client.synced)
  titleTextOf(clauseOf(client.doc, clause)!)!.insert(0, words)
  await until(() => client.stored >= client.sent.length && client.sent.length > 0)
  await client.leave()
}

const create = async (more: object = {}, who: { token?: string } = editor, of: Group = group) =>
  verb(
    'createDeliverable',
    once({ group: of.slug, title: 'Footprint of inference', ...more }),
    who,
    'id code revision state',
  )

/** A deliverable that stands before the group, with its text frozen once. */
async function inReview(of: Group = group, visibility: 'PUBLIC' | 'PARTICIPANTS' = 'PUBLIC', who: Writer = editor) {
  const text = await aText(visibility, of)
  const { data } = await create({ documentId: text.id }, who, of)
  const { id } = data.createDeliverable
  for (const [at, state] of ['IN_DRAFTING', 'FG_REVIEW'].entries()) {
    await verb('changeDeliverableState', { id, expectedRevision: at + 1, state }, who)
  }
  const frozen = await verb('freezeDeliverable', once({ deliverableId: id }), who, 'id number hash sizeBytes kind')
  expect(frozen.codes).toEqual([])
  return { id, revision: 3, text, version: frozen.data.freezeDeliverable as { id: string; hash: string } }
}

async function approved(on: string) {
  const made = await inReview()
  const decision = await aDecision(site.dataSource, group, { decidedOn: on })
  const input = { id: made.id, expectedRevision: made.revision, versionId: made.version.id, decisionId: decision.id }
  const { codes } = await verb('approveDeliverable', input, chair)
  expect(codes).toEqual([])
  return { ...made, revision: made.revision + 1, decision }
}

describe('planning', () => {
  it('[DE-2, DV-1] gives the next free code of the working group, and keeps a code for good', async () => {
    const own = await site.group()
    const lead = await site.person('CHAIR', own)
    const subgroup = await site.write((tx) =>
      site.app.get(Groups).addSubgroup(tx, { groupId: own.id, number: 2, title: 'Assessment' }),
    )
    const offered = async () =>
      (
        await ask('query ($s: String!) { group(slug: $s) { nextDeliverableCodes { code subgroup { number } } } }', {
          s: own.slug,
        })
      ).data.group.nextDeliverableCodes
    expect(await offered()).toEqual([
      { code: 'D-01', subgroup: null },
      { code: 'D.WG2-01', subgroup: { number: 2 } },
    ])
    const first = await create({ subgroupId: subgroup.id }, lead, own)
    expect(first.data.createDeliverable).toMatchObject({ code: 'D.WG2-01', state: 'PROPOSED' })
    const fifth = await create({ subgroupId: subgroup.id, code: 'D.WG2-05' }, lead, own)
    expect((await offered())[1].code).toBe('D.WG2-06')
    expect((await create({ subgroupId: subgroup.id, code: 'D.WG2-05' }, lead, own)).codes).toEqual(['ALREADY_THERE'])
    expect((await create({ subgroupId: subgroup.id, code: 'D.WG3-01' }, lead, own)).codes).toEqual(['CODE_PATTERN'])
    const { id } = fifth.data.createDeliverable
    const renamed = await verb(
      'updateDeliverable',
      { id, expectedRevision: 1, title: 'Another title' },
      lead,
      'code title',
    )
    expect(renamed.data.updateDeliverable).toEqual({ code: 'D.WG2-05', title: 'Another title' })
    expect((await verb('updateDeliverable', { id, expectedRevision: 2, code: 'D.WG2-07' }, lead)).codes).toEqual([
      'CODE_FIXED',
    ])
    // Two at once get two codes.
    const both = await Promise.all([create({}, lead, own), create({}, lead, own)])
    expect(both.map(({ data }) => data.createDeliverable.code).sort()).toEqual(['D-01', 'D-02'])
  })

  it('[DE-3, DE-7] keeps scope, base text, target and gaps, and is found by code and by id', async () => {
    await site.write((tx) =>
      site.app.get(Gaps).record(tx, {
        title: 'A gap',
        description: 'D',
        kind: 'UNKNOWN',
        standing: 'OPEN',
        provenance: { source: 'a test' },
      }),
    )
    const planned = {
      type: 'TECHNICAL_REPORT',
      scope: 'What it covers.',
      baseText: 'D.WG1-01',
      targetQuestion: 'Q6/5',
      intendedProduct: 'SUPPLEMENT',
      gaps: ['G-01'],
    }
    const { data, codes } = await create(planned)
    expect(codes).toEqual([])
    const query = `query ($g: String!, $k: String!) { deliverable(group: $g, key: $k) {
      id scope baseText targetQuestion intendedProduct gaps { number } viewerMay nextSteps { state manner needsReason } } }`
    const { id, code } = data.createDeliverable
    for (const k of [code, id]) {
      const found = await ask(query, { g: group.slug, k }, editor)
      expect(found.data.deliverable).toMatchObject({
        id,
        scope: 'What it covers.',
        targetQuestion: 'Q6/5',
        intendedProduct: 'SUPPLEMENT',
        gaps: [{ number: 'G-01' }],
        viewerMay: ['READ', 'EDIT'],
      })
      expect(found.data.deliverable.nextSteps).toContainEqual({ state: 'DROPPED', manner: 'STEP', needsReason: true })
    }
    expect((await ask(query, { g: group.slug, k: 'D.WG9-99' })).data.deliverable).toBeNull()
    const cleared = await verb(
      'updateDeliverable',
      { id, expectedRevision: 1, gaps: [], scope: null },
      editor,
      'scope gaps { number } baseText',
    )
    expect(cleared.data.updateDeliverable).toEqual({ scope: null, gaps: [], baseText: 'D.WG1-01' })
  })

  it('[DE-5, DV-2] goes by the table: a reason where it leaves the way, acts of their own for what is more than a step', async () => {
    const { data } = await create()
    const { id } = data.createDeliverable
    const step = (state: string, expectedRevision: number, more: object = {}) =>
      verb(
        'changeDeliverableState',
        { id, expectedRevision, state, ...more },
        editor,
        'state steps { from to reason on }',
      )
    expect((await step('TAKEN_UP', 1)).codes).toEqual(['STEP_BY_ACT'])
    expect((await step('FG_REVIEW', 1)).codes).toEqual(['NOT_A_STEP'])
    expect((await step('ON_HOLD', 1)).codes).toEqual(['WHY_MISSING'])
    expect((await step('MERGED', 1, { reason: 'One text is enough.' })).codes).toEqual(['MERGED_INTO_WHAT'])
    expect((await step('MERGED', 1, { reason: 'Same.', mergedIntoId: id })).codes).toEqual(['MERGED_INTO_WHAT'])
    expect((await step('IN_DRAFTING', 1, { on: '2022-06-02' })).codes).toEqual(['DAY_AHEAD'])
    const held = await step('ON_HOLD', 1, { reason: 'No editor.', on: '2022-05-30' })
    expect(held.data.changeDeliverableState).toEqual({
      state: 'ON_HOLD',
      steps: [{ from: 'PROPOSED', to: 'ON_HOLD', reason: 'No editor.', on: '2022-05-30' }],
    })
    expect((await step('IN_DRAFTING', 1)).codes).toEqual(['STALE'])
    const other = (await create()).data.createDeliverable.id as string
    const merged = await verb(
      'changeDeliverableState',
      { id, expectedRevision: 2, state: 'MERGED', reason: 'One text is enough.', mergedIntoId: other },
      editor,
      'state mergedInto { id } nextSteps { state }',
    )
    expect(merged.data.changeDeliverableState).toEqual({ state: 'MERGED', mergedInto: { id: other }, nextSteps: [] })
  })

  it('[DV-3] keeps every change of the day of a milestone with its reason', async () => {
    const { id } = (await create()).data.createDeliverable
    const fields = `milestones { id revision kind plannedOn doneOn isOverdue slippedDays slips { from to reason by { id } } } nextMilestone { kind }`
    const added = await verb(
      'addDeliverableMilestone',
      once({ deliverableId: id, kind: 'FIRST_DRAFT', plannedOn: '2022-05-01' }),
      editor,
      fields,
    )
    const [milestone] = added.data.addDeliverableMilestone.milestones
    expect(milestone).toMatchObject({ isOverdue: true, slippedDays: 0, slips: [] })
    const move = (plannedOn: string, expectedRevision: number, reason = 'The editor was ill.') =>
      verb('moveDeliverableMilestone', { id: milestone.id, expectedRevision, plannedOn, reason }, editor, fields)
    expect((await move('2022-05-01', 1)).codes).toEqual(['SAME_DAY'])
    expect((await move('2022-07-01', 1, ' ')).codes).toEqual(['TEXT_MISSING'])
    await move('2022-06-15', 1)
    const twice = await move('2022-07-01', 2, 'More figures are needed.')
    expect(twice.data.moveDeliverableMilestone.milestones[0]).toMatchObject({
      plannedOn: '2022-07-01',
      isOverdue: false,
      slippedDays: 61,
      slips: [
        { from: '2022-05-01', to: '2022-06-15', reason: 'The editor was ill.', by: { id: editor.personId } },
        { from: '2022-06-15', to: '2022-07-01', reason: 'More figures are needed.', by: { id: editor.personId } },
      ],
    })
    const reach = (doneOn: string | null, expectedRevision: number) =>
      verb('reachDeliverableMilestone', { id: milestone.id, expectedRevision, doneOn }, editor, fields)
    expect((await reach('2022-06-30', 3)).codes).toEqual(['DAY_AHEAD'])
    const done = await reach('2022-05-31', 3)
    expect(done.data.reachDeliverableMilestone).toMatchObject({
      milestones: [{ doneOn: '2022-05-31' }],
      nextMilestone: null,
    })
    expect((await move('2022-08-01', 4)).codes).toEqual(['MILESTONE_DONE'])
    expect(
      (
        await verb(
          'addDeliverableMilestone',
          once({ deliverableId: id, kind: 'OTHER', plannedOn: '2022-08-01' }),
          editor,
        )
      ).codes,
    ).toEqual(['TEXT_MISSING'])
    await expect(site.dataSource.query(`update deliverable_slip set reason = 'x'`)).rejects.toThrow(/append-only/)
  })

  it('[DE-3] names editors with their days, nobody twice on one day, and forgets no entry', async () => {
    const { id } = (await create()).data.createDeliverable
    const fields = 'editors { id revision from to isCurrent person { id } }'
    const add = (more: object) =>
      verb('addDeliverableEditor', once({ deliverableId: id, personId: editor.personId, ...more }), editor, fields)
    const [first] = (await add({ from: '2022-01-01' })).data.addDeliverableEditor.editors
    expect((await add({ from: '2022-03-01' })).codes).toEqual(['EDITOR_TWICE'])
    expect((await add({ personId: newId(), from: '2022-03-01' })).codes).toEqual(['NOT_FOUND'])
    const ended = await verb(
      'endDeliverableEditor',
      { id: first.id, expectedRevision: 1, to: '2022-03-01' },
      editor,
      fields,
    )
    expect(ended.data.endDeliverableEditor.editors).toMatchObject([{ to: '2022-03-01', isCurrent: false }])
    const again = await add({ from: '2022-03-01' })
    expect(again.data.addDeliverableEditor.editors).toMatchObject([{ isCurrent: false }, { isCurrent: true }])
  })

  it('[GR-3, DE-5] is read by everybody, edited by editors and management, approved and handed over by management', async () => {
    const reader = await site.person('PARTICIPANT', group)
    expect((await create({}, {})).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await create({}, reader)).codes).toEqual(['FORBIDDEN'])
    expect((await create({}, chair)).codes).toEqual([])
    const made = await inReview()
    const decision = await aDecision(site.dataSource, group, { decidedOn: '2022-05-30' })
    const input = { id: made.id, expectedRevision: 3, versionId: made.version.id, decisionId: decision.id }
    expect((await verb('approveDeliverable', input, editor)).codes).toEqual(['FORBIDDEN'])
    const sent = once({ deliverableId: made.id, expectedRevision: 3, kind: 'DRAFT', versionId: made.version.id })
    expect((await verb('transmitDeliverable', sent, editor)).codes).toEqual(['FORBIDDEN'])
  })
})

describe('freezing and approving', () => {
  const seen = `{ id number kind hash isIntact textHasChanged clauseCount findings { code rule isError }
    clauses { number title } approval { hash textHadChanged approvedOn decision { number } } }`
  const versionsOf = async (id: string, who: { token?: string } = {}) =>
    (
      await ask(
        `query ($g: String!, $k: String!) { deliverable(group: $g, key: $k) { versions ${seen} } }`,
        { g: group.slug, k: id },
        who,
      )
    ).data.deliverable.versions

  it('[DV-4] freezes what stands in the text as a file whose hash anybody can take, and only what has changed', async () => {
    const made = await inReview()
    const [version] = await versionsOf(made.id)
    expect(version).toMatchObject({
      number: 1,
      kind: 'BASELINE',
      isIntact: true,
      textHasChanged: false,
      clauseCount: 2,
    })
    expect(version.clauses.map(({ title }: { title: string }) => title)).toEqual(['Scope', 'Cooling'])
    // [ST-10] What the checks of the editor find is kept with it, as facts.
    expect(version.findings).toContainEqual({ code: 'SLOT_MISSING', rule: 'ST-1', isError: true })
    const file = await fetch(`${site.url}/groups/${group.slug}/deliverables/${made.id}/versions/1.json`)
    const bytes = Buffer.from(await file.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(version.hash)
    expect((await verb('freezeDeliverable', once({ deliverableId: made.id }), editor)).codes).toEqual([
      'ALREADY_FROZEN',
    ])
    await expect(site.dataSource.query('delete from deliverable_version')).rejects.toThrow(/append-only/)
  })

  it('[DE-5, DV-5] approves one frozen version by a decision of the group; the text that changes later does not touch it', async () => {
    const made = await inReview()
    const decision = await aDecision(site.dataSource, group, { decidedOn: '2022-05-31' })
    const elsewhere = await aDecision(site.dataSource, await site.group(), { decidedOn: '2022-05-31' })
    await writeIn(made.text.id, made.text.ids[0]!, 'New ')
    const approve = (decisionId: string) =>
      verb(
        'approveDeliverable',
        { id: made.id, expectedRevision: 3, versionId: made.version.id, decisionId },
        chair,
        'state',
      )
    expect((await approve(elsewhere.id)).fields).toEqual(['input.decisionId'])
    // What says no, and what was reversed since, approves nothing, and is not offered.
    const on = { decidedOn: '2022-05-31' }
    const refused = await aDecision(site.dataSource, group, { ...on, kind: 'NOT_AGREED' })
    const hasty = await aDecision(site.dataSource, group, on)
    const later = await aDecision(site.dataSource, group, { ...on, reversesId: hasty.id, kind: 'DEFERRED' })
    expect((await approve(refused.id)).codes).toEqual(['NOT_APPROVING'])
    expect((await approve(hasty.id)).codes).toEqual(['DECISION_REVERSED'])
    const { data } = await ask(
      'query ($group: String!, $key: String!) { deliverable(group: $group, key: $key) { groupDecisions { id } } }',
      { group: group.slug, key: made.id },
      chair,
    )
    const offered = data.deliverable.groupDecisions.map(({ id }: { id: string }) => id)
    expect(offered).toContain(decision.id)
    for (const { id } of [refused, hasty, later]) expect(offered).not.toContain(id)
    expect((await approve(decision.id)).data.approveDeliverable).toEqual({ state: 'FG_APPROVED' })
    const [version] = await versionsOf(made.id)
    expect(version).toMatchObject({
      kind: 'APPROVED',
      hash: made.version.hash,
      isIntact: true,
      textHasChanged: true,
      clauses: [{ title: 'Scope' }, { title: 'Cooling' }],
      approval: {
        hash: made.version.hash,
        textHadChanged: true,
        approvedOn: '2022-05-31',
        decision: { number: decision.number },
      },
    })
    expect((await approve(decision.id)).codes).toEqual(['ALREADY_THERE'])
  })

  it('[GR-3] shows no version of a text to whoever may not see the text, nor its file or package', async () => {
    const made = await inReview(group, 'PARTICIPANTS')
    const sent = await verb(
      'transmitDeliverable',
      once({ deliverableId: made.id, expectedRevision: 3, kind: 'DRAFT', versionId: made.version.id }),
      chair,
      'number packageUrl version { number }',
    )
    expect(sent.data.transmitDeliverable).toMatchObject({ number: 1, version: { number: 1 } })
    expect(await versionsOf(made.id)).toEqual([])
    expect(await versionsOf(made.id, chair)).toHaveLength(1)
    const base = `${site.url}/groups/${group.slug}/deliverables/${made.id}`
    for (const path of ['versions/1.json', 'transmissions/1.zip']) {
      expect((await fetch(`${base}/${path}`)).status).toBe(404)
      expect((await fetch(`${base}/${path}`, { headers: { authorization: `Bearer ${chair.token}` } })).status).toBe(200)
    }
  })

  it('[DV-4] freezes nothing where no text is', async () => {
    const { id } = (await create()).data.createDeliverable
    expect((await verb('freezeDeliverable', once({ deliverableId: id }), editor)).codes).toEqual(['NO_TEXT_YET'])
  })
})

describe('handing over', () => {
  const fields = `id revision number kind sentOn latestOn daysLate remedy waiverReason carriedToOn packageHash packageUrl openIssues { number text }
    deliverable { state disposition } parentMeeting { title } parentMeetingOn`

  it('[T14, D-FG-3] a text sent on 20 September 2022 for a meeting of 17 October is one day late: it is carried on, or a waiver is recorded', async () => {
    const made = await approved('2022-05-31')
    site.clock.set('2022-09-20T10:00:00Z')
    const query = `query ($g: String!, $k: String!) { deliverable(group: $g, key: $k) {
      parentCheck(parentStartsOn: "2022-10-17") { latestOn isInTime daysLate remedies } } }`
    expect((await ask(query, { g: group.slug, k: made.id })).data.deliverable.parentCheck).toEqual({
      latestOn: '2022-09-19',
      isInTime: false,
      daysLate: 1,
      remedies: ['CARRY_TO_NEXT', 'RECORD_WAIVER'],
    })
    const send = (more: object) =>
      verb(
        'transmitDeliverable',
        once({
          deliverableId: made.id,
          expectedRevision: made.revision,
          kind: 'FINAL',
          versionId: made.version.id,
          ...more,
        }),
        chair,
        fields,
      )
    expect((await send({})).codes).toEqual(['PARENT_MEETING_MISSING'])
    const late = { parentMeetingOn: '2022-10-17' }
    expect((await send(late)).codes).toEqual(['TOO_LATE_FOR_PARENT'])
    expect((await send({ ...late, remedy: 'RECORD_WAIVER' })).codes).toEqual(['TEXT_MISSING'])
    expect((await send({ ...late, remedy: 'CARRY_TO_NEXT', carriedToOn: '2022-10-17' })).codes).toEqual([
      'CARRIED_BACK',
    ])
    const sent = await send({ ...late, remedy: 'RECORD_WAIVER', waiverReason: 'The parent asked for it.' })
    expect(sent.data.transmitDeliverable).toMatchObject({
      kind: 'FINAL',
      sentOn: '2022-09-20',
      latestOn: '2022-09-19',
      daysLate: 1,
      remedy: 'RECORD_WAIVER',
      waiverReason: 'The parent asked for it.',
      deliverable: { state: 'SUBMITTED_TO_PARENT' },
    })
    site.clock.set('2022-06-01T12:00:00Z')
  })

  it('[D-FG-3] a text sent on the last day is in time and needs no remedy; another carried on goes to the later meeting', async () => {
    const [punctual, carried] = [await approved('2022-05-31'), await approved('2022-05-31')]
    site.clock.set('2022-09-19T21:00:00Z')
    const send = ({ id, revision, version }: typeof punctual, more: object) =>
      verb(
        'transmitDeliverable',
        once({ deliverableId: id, expectedRevision: revision, kind: 'FINAL', versionId: version.id, ...more }),
        chair,
        fields,
      )
    const inTime = await send(punctual, { parentMeetingOn: '2022-10-17', remedy: 'CARRY_TO_NEXT' })
    expect(inTime.data.transmitDeliverable).toMatchObject({ daysLate: 0, remedy: null, latestOn: '2022-09-19' })
    site.clock.set('2022-09-20T21:00:00Z')
    const later = { parentMeetingOn: '2022-10-17', remedy: 'CARRY_TO_NEXT', carriedToOn: '2023-05-08' }
    expect((await send(carried, later)).data.transmitDeliverable).toMatchObject({
      remedy: 'CARRY_TO_NEXT',
      carriedToOn: '2023-05-08',
    })
    site.clock.set('2022-06-01T12:00:00Z')
  })

  it('[DE-6, DE-7, DV-6] sends a draft at any time, with what is open in it, as a package that can be checked', async () => {
    const made = await inReview()
    const raise = (text: string) =>
      verb(
        'raiseDeliverableIssue',
        once({ deliverableId: made.id, text }),
        editor,
        'issues { id number revision settledOn }',
      )
    await raise('Which unit?')
    const [first] = (await raise('Who measures?')).data.raiseDeliverableIssue.issues
    const settled = await verb(
      'settleDeliverableIssue',
      { id: first.id, expectedRevision: 1, how: 'Litres.' },
      editor,
      'issues { number settledHow }',
    )
    expect(settled.data.settleDeliverableIssue.issues[0]).toEqual({ number: 1, settledHow: 'Litres.' })
    const draft = once({
      deliverableId: made.id,
      expectedRevision: 3,
      kind: 'DRAFT',
      versionId: made.version.id,
      note: 'For information.',
    })
    const sent = await verb('transmitDeliverable', draft, chair, fields)
    const transmission = sent.data.transmitDeliverable
    expect(transmission).toMatchObject({
      number: 1,
      openIssues: [{ number: 2, text: 'Who measures?' }],
      deliverable: { state: 'FG_REVIEW' },
    })
    expect((await verb('transmitDeliverable', draft, chair, 'id')).data.transmitDeliverable.id).toBe(transmission.id)
    const answer = await fetch(`${site.url}${transmission.packageUrl}`)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(transmission.packageHash)
    const files = unzipSync(bytes)
    const manifest = JSON.parse(strFromU8(files['manifest.json']!)) as { files: { name: string; sha256: string }[] }
    expect(manifest.files.map(({ name }) => name)).toEqual([
      'cover-note.txt',
      'text.json',
      'text.html',
      'open-issues.json',
    ])
    for (const { name, sha256 } of manifest.files) {
      expect(createHash('sha256').update(files[name]!).digest('hex')).toBe(sha256)
    }
    expect(createHash('sha256').update(files['text.json']!).digest('hex')).toBe(made.version.hash)
    expect(strFromU8(files['text.html']!)).toContain('Evaporation is counted in litres.')
    expect(strFromU8(files['cover-note.txt']!)).toContain('For information.')
    const final = {
      deliverableId: made.id,
      expectedRevision: 3,
      kind: 'FINAL',
      versionId: made.version.id,
      parentMeetingOn: '2022-10-17',
    }
    expect((await verb('transmitDeliverable', once(final), chair)).codes).toEqual(['NOT_APPROVED'])
    const noAnswer = { id: transmission.id, expectedRevision: 1, answer: 'NOTED' }
    expect((await verb('answerTransmission', noAnswer, chair)).codes).toEqual(['NO_ANSWER_TO_DRAFT'])
  })

  it('[DE-8, DE-9, DV-7, DV-8] keeps receipt, answer and what became of it; its editors follow the item; a gap is asked about, never closed', async () => {
    await site.write(async (tx) => {
      const get = site.app.get.bind(site.app)
      await get(Bodies).record(tx, {
        slug: 'itu-t-x',
        name: 'ITU-T X',
        kind: 'SDO',
        provenance: { source: 'a test' },
      })
      await get(Items).record(tx, {
        bodySlug: 'itu-t-x',
        designation: 'L.1999',
        title: 'Footprint',
        type: 'SUPPLEMENT',
        fallbackStatus: 'PUBLISHED',
        provenance: { source: 'a test' },
      })
      await get(Gaps).record(tx, {
        title: 'Gap',
        description: 'D',
        kind: 'UNKNOWN',
        standing: 'OPEN',
        provenance: { source: 'a test' },
      })
    })
    const made = await approved('2022-05-31')
    await verb('updateDeliverable', { id: made.id, expectedRevision: 4, gaps: ['G-02'] }, editor)
    await verb('addDeliverableEditor', once({ deliverableId: made.id, personId: editor.personId }), editor)
    const [parent] = (await site.dataSource.query('select parent_body_id as id from standards_group where id = $1', [
      group.id,
    ])) as [{ id: string }]
    const meeting = await site.write(async (tx) => {
      const other = await site.app.get(Groups).establish(tx, {
        slug: 'the-parent',
        bodyId: parent.id,
        parentBodyId: parent.id,
        name: 'The parent',
        kind: 'STUDY_GROUP',
        state: 'ESTABLISHED',
        ruleset: 'itu-t-a7-2016',
        deadlineZone: 'Europe/Zurich',
        visibility: 'PUBLIC',
      })
      return site.app.get(Meetings).create(tx, {
        group: other.slug,
        title: 'Parent meets',
        mode: 'ONSITE',
        zone: 'Europe/Zurich',
        startsOn: '2022-10-17',
        endsOn: '2022-10-20',
      })
    })
    const offered = await ask(
      'query ($g: String!, $k: String!) { deliverable(group: $g, key: $k) { parentMeetings { id title } } }',
      { g: group.slug, k: made.id },
      chair,
    )
    expect(offered.data.deliverable.parentMeetings).toEqual([{ id: meeting.id, title: 'Parent meets' }])
    const sent = await verb(
      'transmitDeliverable',
      once({
        deliverableId: made.id,
        expectedRevision: 5,
        kind: 'FINAL',
        versionId: made.version.id,
        parentMeetingId: meeting.id,
      }),
      chair,
      fields,
    )
    const { id } = sent.data.transmitDeliverable
    expect(sent.data.transmitDeliverable).toMatchObject({
      parentMeeting: { title: 'Parent meets' },
      parentMeetingOn: '2022-10-17',
    })
    await verb('receiveTransmission', { id, expectedRevision: 1, receipt: 'TD 123' }, chair)
    const say = (more: object, expectedRevision = 2) =>
      verb('answerTransmission', { id, expectedRevision, ...more }, chair, fields)
    expect((await say({ answer: 'NOTED', disposition: 'SUPPLEMENT' })).codes).toEqual(['ANSWER_AND_DISPOSITION'])
    expect((await say({ answer: 'TAKEN_UP', item: 'nothing is called so' })).codes).not.toEqual([])
    const taken = await say({ answer: 'TAKEN_UP', disposition: 'SUPPLEMENT', item: 'L.1999' })
    expect(taken.codes).toEqual([])
    expect(taken.data.answerTransmission.deliverable).toEqual({ state: 'TAKEN_UP', disposition: 'SUPPLEMENT' })
    const after = await ask(
      `query ($g: String!, $k: String!) { deliverable(group: $g, key: $k) { closingQuestions { gap { number standing } item { designation } }
        transmissions { receipt answer } lineage { relation item { lineage { deliverable { id } } } } } }`,
      { g: group.slug, k: made.id },
    )
    expect(after.data.deliverable).toEqual({
      closingQuestions: [{ gap: { number: 'G-02', standing: 'OPEN' }, item: { designation: 'L.1999' } }],
      transmissions: [{ receipt: 'TD 123', answer: 'TAKEN_UP' }],
      lineage: [{ relation: 'BECAME', item: { lineage: [{ deliverable: { id: made.id } }] } }],
    })
    const follows = (await site.dataSource.query(
      `select f.kind, i.designation from follow f join item i on i.id::text = f.key where f.account_id = $1`,
      [editor.accountId],
    )) as unknown[]
    expect(follows).toEqual([{ kind: 'ITEM', designation: 'L.1999' }])
  })
})

it('[DE-2] what was recorded of the past stays as it is', async () => {
  const old = await site.write((tx) =>
    site.app
      .get(Deliverables)
      .record(tx, { groupId: group.id, code: 'an older style', title: 'Old', type: 'UNKNOWN', state: 'TAKEN_UP' }),
  )
  const found = await ask(
    'query ($g: String!, $k: String!) { deliverable(group: $g, key: $k) { id state editors { id } steps { id } } }',
    {
      g: group.slug,
      k: 'an older style',
    },
  )
  expect(found.data.deliverable).toEqual({ id: old.id, state: 'TAKEN_UP', editors: [], steps: [] })
})
