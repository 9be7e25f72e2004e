/** One way to ask each root field of the API, or two where it depends on what is asked for. */
import { CONSENT_VERSION } from '#schema/vocabulary/contributions.js'
import { gzipSync } from 'node:zlib'
import { aDecision as aDecisionOnRecord } from '../builders/decisions.js'
import type { Cast, Member } from './cast.js'

export interface Sample {
  /** The operation, without variables of its own: `$` stands for nothing else. */
  readonly query: string
  /** Values of its variables for one caller; makes first what the call needs. */
  readonly variables?: (cast: Cast, member: Member, turn: number) => Promise<object> | object
  /** The call ends the caller's session. */
  readonly endsSession?: true
}

const aMeetingOf = async (cast: Cast) => {
  const { id, revision } = await cast.aMeeting()
  return { id, expectedRevision: revision }
}
/** A meeting of its own, today, for which one can register. */
const anOffer = async (cast: Cast) => {
  const { id } = await cast.aMeeting({ startsOn: '2026-03-02', endsOn: '2026-03-03' })
  await cast.dataSource.query(
    `insert into registration_offer (meeting_id, offers_remote, offers_visa_support, audience, consent_version) values ($1, true, false, 'PARTICIPANTS', 1)`,
    [id],
  )
  await cast.dataSource.query(`insert into registration_consent values ($1, 1, 'May your name be printed?')`, [id])
  return id
}
/** Such a meeting, and the caller's registration for it; somebody else's for a stranger. */
const aRegistration = async (cast: Cast, member: Member) => {
  const meetingId = await anOffer(cast)
  const [row] = (await cast.dataSource.query(
    `insert into registration (id, meeting_id, person_id, mode, state, arrival, affiliation, wants_visa_support, consents, consent_version, registered_at, is_late)
     values (gen_random_uuid(), $1, $2, 'REMOTE', 'CONFIRMED', 1, 'Of the walk', false, false, 1, '2026-03-01T09:00:00Z', false) returning id`,
    [meetingId, member.personId ?? cast.cast.reader.personId],
  )) as [{ id: string }]
  return { id: row.id, meetingId, expectedRevision: 1 }
}
/** A meeting that is on, at which nobody is. */
const anEmptyMeeting = async (cast: Cast) => {
  const id = await aSharedMeeting(cast, '2026-03-02', '2026-03-03')
  await cast.dataSource.query('delete from presence where meeting_id = $1', [id])
  return id
}
/** Somebody is there, and nobody else. */
const aPresence = async (cast: Cast, personId: string | null) => {
  const meetingId = await anEmptyMeeting(cast)
  const [row] = (await cast.dataSource.query(
    `insert into presence (id, meeting_id, person_id, mode, from_at) values (gen_random_uuid(), $1, $2, 'ONSITE', '2026-03-02T08:00:00Z') returning id`,
    [meetingId, personId ?? cast.cast.reader.personId],
  )) as [{ id: string }]
  return { id: row.id, meetingId }
}
/** A meeting of its own that was called as a series of one. */
const aSeries = async (cast: Cast) => {
  const { id, revision } = await cast.aMeeting()
  const [series] = (await cast.dataSource.query(
    `insert into meeting_series (id, group_id, every, step, starts_on)
     select gen_random_uuid(), group_id, 'WEEKS', 1, starts_on from meeting where id = $1 returning id`,
    [id],
  )) as [{ id: string }]
  await cast.dataSource.query('update meeting set series_id = $1 where id = $2', [series.id, id])
  return { id: series.id, meetings: [{ id, expectedRevision: revision }] }
}
const takingPart = { mode: 'REMOTE', affiliation: 'Of the walk', consents: false, consentVersion: 1 }
/** Meetings that all samples of agendas and rooms share, so that the walk does not fill the example group with hundreds. */
const shared = new WeakMap<Cast, Map<string, Promise<string>>>()
function aSharedMeeting(cast: Cast, startsOn: string, endsOn = startsOn): Promise<string> {
  let meetings = shared.get(cast)
  if (!meetings) shared.set(cast, (meetings = new Map()))
  const days = `${startsOn} ${endsOn}`
  let id = meetings.get(days)
  if (!id) meetings.set(days, (id = cast.aMeeting({ startsOn, endsOn }).then((meeting) => meeting.id)))
  return id
}
/** A meeting that is still to come. */
const anAgenda = (cast: Cast) => aSharedMeeting(cast, '2027-06-15')
/** One more row on the agenda of such a meeting. */
const anAgendaRow = async (cast: Cast, meetingId?: string) => {
  const of = meetingId ?? (await anAgenda(cast))
  const [row] = (await cast.dataSource.query(
    `insert into agenda_item (id, meeting_id, position, title, visibility)
     values (gen_random_uuid(), $1, 1, 'Of the walk', 'PUBLIC') returning id`,
    [of],
  )) as [{ id: string }]
  return { meetingId: of, id: row.id }
}
/** A meeting that is on, with nobody on its list of speakers, nothing proposed, and one more row on its agenda. */
const aRoom = async (cast: Cast) => {
  const meetingId = await aSharedMeeting(cast, '2026-03-02')
  const { id: itemId } = await anAgendaRow(cast, meetingId)
  await cast.dataSource.query('delete from speech where meeting_id = $1', [meetingId])
  await cast.dataSource.query(
    `update room_block set state = 'WITHDRAWN', settled_at = now() where meeting_id = $1 and state = 'PROPOSED'`,
    [meetingId],
  )
  await cast.dataSource.query(
    `insert into meeting_room (id, since) values ($1, now())
     on conflict (id) do update set revision = 1, is_list_open = true`,
    [meetingId],
  )
  return { meetingId, itemId }
}
/** Such a room before its meeting, open to rehearse or not. */
const aRehearsal = async (cast: Cast, isOn: boolean) => {
  const value = await anAgenda(cast)
  await cast.dataSource.query(
    `insert into meeting_room (id, since, is_rehearsal) values ($1, now(), $2)
     on conflict (id) do update set is_rehearsal = excluded.is_rehearsal`,
    [value, isOn],
  )
  return { value }
}
/** Somebody on the list of speakers of a room; the caller themselves where they are somebody. */
const aSpeech = async (cast: Cast, { personId }: Member, state = 'WAITING') => {
  const { meetingId } = await aRoom(cast)
  const [speech] = (await cast.dataSource.query(
    `insert into speech (id, meeting_id, person_id, is_remote, state, position, asked_at, began_at, is_rehearsal)
     values (gen_random_uuid(), $1, $2, false, $3, 1, now(), now(), false) returning id`,
    [meetingId, personId ?? cast.cast.reader.personId, state],
  )) as [{ id: string }]
  return { id: speech.id }
}
/** Rows that wait to be approved together. */
const aBlock = async (cast: Cast) => {
  const { meetingId, itemId } = await aRoom(cast)
  const [block] = (await cast.dataSource.query(
    `with made as (
       insert into room_block (id, meeting_id, outcome, state, proposed_at)
       values (gen_random_uuid(), $1, 'AGREED', 'PROPOSED', now()) returning id)
     insert into room_block_row (block_id, item_id) select id, $2 from made returning block_id as id`,
    [meetingId, itemId],
  )) as [{ id: string }]
  return { blockId: block.id, itemId }
}
const anItemOf = async ({ dataSource }: Cast) => {
  const [item] = (await dataSource.query(`select revision from item where slug = 'itu-t-l-1801-02-2026'`)) as [
    { revision: number },
  ]
  return { item: 'itu-t-l-1801-02-2026', expectedRevision: item.revision }
}
const aFactOf = async ({ dataSource }: Cast) => {
  const [row] = (await dataSource.query(`select id, revision from item where slug = 'itu-t-l-1801-02-2026'`)) as [
    { id: string; revision: number },
  ]
  return { kind: 'ITEM', id: row.id, expectedRevision: row.revision }
}
/** What somebody found about a fact, and nobody has taken or declined yet. */
const aReportedFact = async ({ dataSource, cast }: Cast) => {
  const [row] = (await dataSource.query(
    `insert into fact_check (id, kind, fact_id, fact_revision, outcome, source, looked_on, note, said_by, said_at, state)
     select gen_random_uuid(), 'GAP', gen_random_uuid(), 1, 'CHANGED', 'a page', '2026-02-01', 'It changed.', $1, now(), 'WAITING'
     returning id`,
    [cast.reader.personId],
  )) as [{ id: string }]
  return row.id
}
/** A list that was sent, in the state that a step begins in. */
const anImport = async ({ dataSource }: Cast, state: string) => {
  const [it] = (await dataSource.query(
    `with sent as (
       insert into item_import (id, file_name, format, size_bytes, sha256, source, confidence, as_of, state, uploaded_at)
       values (gen_random_uuid(), 'walk.csv', 'CSV', 1, '', 'a walk', 'MEMORY', '2026-02-01', $1, now()) returning id)
     insert into item_import_row (import_id, number, raw, fact, outcome, plan)
     select id, 2, '{}', '{"designation":"Of the walk","formerly":[],"titles":{},"likelyBodies":[],"committees":[],"dates":{}}', 'DOUBTFUL', '{}'
     from sent returning import_id as id`,
    [state],
  )) as [{ id: string }]
  return it.id
}
/** A document on the list of the second meeting of the example group, under a row of its agenda, with a step and a run behind it. */
const aListedDocument = async ({ dataSource }: Cast) => {
  const [it] = (await dataSource.query(
    `with m as (select m.id, m.group_id from meeting m join standards_group g on g.id = m.group_id where g.slug = 'example' and m.number = 2),
     r as (insert into agenda_item (id, meeting_id, position, title, visibility)
       select gen_random_uuid(), id, 1000, 'Of the walk', 'PUBLIC' from m returning id, meeting_id),
     c as (insert into contribution (id, group_id, meeting_id, sequence, number, title, state, submitted_at, visibility)
       select gen_random_uuid(), group_id, id, 1000 + floor(random() * 1e6), gen_random_uuid()::text, 'Of the walk', 'SUBMITTED', now(), 'PUBLIC'
       from m returning id)
     select c.id, r.id as row, r.meeting_id as "meetingId" from c, r`,
  )) as [{ id: string; row: string; meetingId: string }]
  // The line of the list is there once the contribution is.
  await dataSource.query(
    `insert into allocation (id, meeting_id, contribution_id, agenda_item_id, position, is_primary)
     values (gen_random_uuid(), $1, $2, $3, 1, true)`,
    [it.meetingId, it.id, it.row],
  )
  await dataSource.query(
    `insert into document_step (id, listed_document_id, progress, is_undoing, done_at, position)
     select gen_random_uuid(), id, 'DISCUSSED', false, now(), 1 from listed_document where contribution_id = $1`,
    [it.id],
  )
  return it
}
const aRuleOf = async (cast: Cast, table: 'allocation_run' | 'allocation_rule') => {
  const { row, meetingId } = await aListedDocument(cast)
  const [it] = (await cast.dataSource.query(
    table === 'allocation_run'
      ? `insert into allocation_run (id, meeting_id, way, made_at, count, before, after)
         values (gen_random_uuid(), $1, 'HAND', now(), 0, '{}', '{}') returning id`
      : `insert into allocation_rule (id, meeting_id, kind, pattern, agenda_item_id)
         values (gen_random_uuid(), $1, 'KEYWORD', 'walk', $2) returning id`,
    table === 'allocation_run' ? [meetingId] : [meetingId, row],
  )) as [{ id: string }]
  return it
}
/** A contribution of the contributor, for no meeting, with a file that waits; `more` are columns. */
const aContribution = async ({ dataSource, cast }: Cast, more: Record<string, string> = {}) => {
  const columns = { state: 'RESERVED', visibility: 'PUBLIC', title: 'Of the walk', ...more }
  const names = Object.keys(columns)
  const [row] = (await dataSource.query(
    `with made as (
       insert into contribution (id, group_id, sequence, number, reserved_by, ${names.join(', ')})
       select gen_random_uuid(), g.id, 1, 'WALK-' || gen_random_uuid(), $1, ${names.map((_, at) => `$${at + 2}`).join(', ')}
       from standards_group g where g.slug = 'example' returning id, number),
     sent as (
       insert into file (id, scope_type, scope_id, name, media_type, size_bytes, sha256, uploaded_at)
       select gen_random_uuid(), 'contribution', id, 'walk.pdf', 'application/pdf', 1, decode(repeat('00', 32), 'hex'), now() from made
       returning id),
     asked as (
       insert into contribution_cosigner (id, contribution_id, person_id, label, state, invited_at)
       select gen_random_uuid(), id, $${names.length + 2}, 'Walkers', 'INVITED', now() from made)
     select made.id, number, sent.id as "fileId" from made, sent`,
    [cast.contributor.personId, ...Object.values(columns), cast.participant.personId],
  )) as [{ id: string; number: string; fileId: string }]
  return row
}
const settling =
  (more: Record<string, string> = {}) =>
  async (cast: Cast) => ({
    input: { id: (await aContribution(cast, more)).id, expectedRevision: 1, reason: 'The walk asks for it.' },
  })
const handingIn =
  (more: Record<string, string> = {}) =>
  async (cast: Cast) => {
    const { id, fileId } = await aContribution(cast, more)
    return { input: { id, expectedRevision: 1, fileId, consent: CONSENT_VERSION, patentsKnown: false } }
  }

/** A deliverable of the example group, as much of its text frozen as a caller needs. */
const aDeliverable = async ({ dataSource }: Cast, state = 'PROPOSED') => {
  const [it] = (await dataSource.query(
    `insert into deliverable (id, group_id, title, type, state, confidence)
     select gen_random_uuid(), id, 'Of the walk', 'UNKNOWN', $1, 'VERIFIED' from standards_group where slug = 'example' returning id`,
    [state],
  )) as [{ id: string }]
  return it.id
}
const aMilestone = async (cast: Cast) => {
  const [it] = (await cast.dataSource.query(
    `insert into deliverable_milestone (id, deliverable_id, kind, planned_on)
     values (gen_random_uuid(), $1, 'REVIEW', '2026-02-01') returning id`,
    [await aDeliverable(cast)],
  )) as [{ id: string }]
  return it.id
}
const aVersion = async ({ dataSource }: Cast, deliverableId: string) => {
  const [it] = (await dataSource.query(
    `insert into deliverable_version (id, deliverable_id, number, document_id, title, text_version, text_hash, frozen_on, frozen_at, clause_count,
       word_count, findings, hash, size_bytes, body)
     select gen_random_uuid(), $1, 1, d.id, d.title, '1.1', sha256(''), '2026-02-01', now(), 0, 0, '[]', sha256(''), 2, $2
     from document d join standards_group g on g.id = d.group_id where g.slug = 'example' and d.visibility = 'PUBLIC' limit 1 returning id`,
    [deliverableId, gzipSync('{"clauses":[],"title":"A text","form":1}')],
  )) as [{ id: string }]
  return it.id
}
const aTransmission = async (cast: Cast) => {
  const deliverableId = await aDeliverable(cast, 'SUBMITTED_TO_PARENT')
  const [it] = (await cast.dataSource.query(
    `insert into deliverable_transmission (id, deliverable_id, number, kind, version_id, sent_on, open_issues, package_hash, package_bytes)
     values (gen_random_uuid(), $1, 1, 'FINAL', $2, '2026-02-01', '[]', sha256(''), 0) returning id`,
    [deliverableId, await aVersion(cast, deliverableId)],
  )) as [{ id: string }]
  return { id: it.id, expectedRevision: 1 }
}
/** A gap of its own. */
const aGap = async ({ dataSource }: Cast, standing: string) => {
  const [gap] = (await dataSource.query(
    `insert into gap (id, number, title, description, kind, standing, progress, readiness, confidence)
     select gen_random_uuid(), max(number) + 1, 'Of the walk', 'Of the walk', 'UNKNOWN', $1, 'UNKNOWN', 'UNKNOWN', 'MEMORY' from gap
     returning number`,
    [standing],
  )) as [{ number: number }]
  return { id: `G-${gap.number}`, expectedRevision: 1 }
}
/** An edition of its own that is under review, so that everybody may see it. */
const anEdition = async ({ dataSource }: Cast, turn: number) => {
  const slug = `of-the-walk-${turn}`
  await dataSource.query(
    `insert into edition (id, slug, kind, label, state, review_opens_at, review_closes_at, review_zone, created_at, confidence)
     values (gen_random_uuid(), $1, 'EDITION', 'Of the walk', 'REVIEW', '2026-02-01', '2027-02-01', 'UTC', now(), 'VERIFIED')`,
    [slug],
  )
  return { slug, expectedRevision: 1 }
}
/** A comment on an edition of its own. */
const aComment = async (cast: Cast, turn: number, state: string) => {
  const { slug } = await anEdition(cast, turn)
  const [comment] = (await cast.dataSource.query(
    `insert into edition_comment (id, edition_id, text, person_id, state, sent_at)
     select gen_random_uuid(), id, 'Of the walk', $2, $3, now() from edition where slug = $1
     returning id, revision as "expectedRevision"`,
    [slug, cast.cast.reader.personId, state],
  )) as [{ id: string; expectedRevision: number }]
  return comment
}
/** One that nobody but administrators may see. */
const aDraft = async (cast: Cast, turn: number) => {
  const { slug } = await anEdition(cast, turn)
  await cast.dataSource.query(`update edition set state = 'DRAFT' where slug = $1`, [slug])
  return slug
}
/** An edge that somebody else asserted, on a gap of its own. */
const anEdge = async ({ dataSource }: Cast) => {
  const [edge] = (await dataSource.query(
    `with found as (
       insert into gap (id, number, title, description, kind, standing, progress, readiness, confidence)
       select gen_random_uuid(), max(number) + 1, 'Of the walk', 'Of the walk', 'UNKNOWN', 'OPEN', 'UNKNOWN', 'UNKNOWN', 'MEMORY' from gap
       returning id)
     insert into gap_coverage (id, gap_id, item_id, degree, confidence)
     select gen_random_uuid(), found.id, i.id, 'NONE', 'MEMORY' from found, (select id from item limit 1) i
     returning id, revision as "expectedRevision"`,
  )) as [{ id: string; expectedRevision: number }]
  return edge
}
/** A relation that holds, between two items of its own. */
const aRelation = async ({ dataSource }: Cast) => {
  const [relation] = (await dataSource.query(
    `insert into relation (id, from_id, to_id, type, confidence)
     select gen_random_uuid(), a.id, b.id, 'EXTENDS', 'MEMORY' from item a join item b on b.id > a.id
     where not exists (select from relation r where r.from_id = a.id and r.to_id = b.id and r.type = 'EXTENDS') limit 1
     returning id, revision as "expectedRevision"`,
  )) as [{ id: string; expectedRevision: number }]
  return relation
}
/** What the example group decides in the walk. */
const aDecision = (group: string, turn: number) => ({
  group,
  kind: 'NOTED',
  text: 'Decided in the walk.',
  idempotencyKey: key(`decision-${group}`, turn),
})
/** A decision of the example group, made without its verb. */
const decided = async ({ dataSource }: Cast) => {
  const [row] = (await dataSource.query(
    `insert into decision (id, group_id, number, kind, text, presence, decided_on, visibility)
     select gen_random_uuid(), g.id, 1 + (select coalesce(max(d.number), 0) from decision d where d.group_id = g.id), 'NOTED', 'Desided in the walk.',
       'ANY', '2026-02-01', 'PUBLIC' from standards_group g where g.slug = 'example'
     returning id, revision as "expectedRevision"`,
  )) as [{ id: string; expectedRevision: number }]
  return row
}
/** A consensus call of the example group whose last day is this. */
const aCall = async ({ dataSource }: Cast, closesOn: string) => {
  const [row] = (await dataSource.query(
    `insert into consensus_call (id, group_id, number, question, opens_at, closes_on, closes_at, zone, state, visibility)
     select gen_random_uuid(), g.id, 1 + (select coalesce(max(c.number), 0) from consensus_call c where c.group_id = g.id), 'Of the walk?',
       '2019-01-01', $1, $1::date + 1, 'UTC', 'OPEN', 'PUBLIC' from standards_group g where g.slug = 'example'
     returning id, revision as "expectedRevision"`,
    [closesOn],
  )) as [{ id: string; expectedRevision: number }]
  return row
}
/** An action of the example group that nobody owns who could act. */
const anAction = async ({ dataSource }: Cast) => {
  const [row] = (await dataSource.query(
    `insert into action_item (id, group_id, number, text, state, owner_words, entered_at, visibility)
     select gen_random_uuid(), g.id, 1 + (select coalesce(max(a.number), 0) from action_item a where a.group_id = g.id), 'Of the walk', 'NEEDS_ACTION',
       'Nobody', now(), 'PUBLIC' from standards_group g where g.slug = 'example'
     returning id, revision as "expectedRevision"`,
  )) as [{ id: string; expectedRevision: number }]
  return row
}
/** An objection of an organisation in the example group. */
const aReservation = async ({ dataSource }: Cast) => {
  const [row] = (await dataSource.query(
    `insert into reservation (id, group_id, kind, state, organisation, text, entered_at, visibility)
     select gen_random_uuid(), g.id, 'OBJECTION', 'OPEN', 'Of the walk', 'Of the walk', now(), 'PUBLIC' from standards_group g where g.slug = 'example'
     returning id, revision as "expectedRevision"`,
  )) as [{ id: string; expectedRevision: number }]
  return row
}
/** A record that stands in the text of minutes of its own, kept by nobody yet; and one that is kept and that the text has lost. */
const minutesOfAll = new WeakMap<Cast, Promise<string>>()
const aRecordOfMinutes = async (cast: Cast) => {
  let opened = minutesOfAll.get(cast)
  if (!opened) minutesOfAll.set(cast, (opened = aSharedMeeting(cast, '2026-02-09').then((id) => cast.minutesOf(id))))
  const document = await opened
  return { document, record: await cast.writeInMinutes(document) }
}
/** A body of its own. */
const aBody = async ({ dataSource }: Cast) => {
  const [body] = (await dataSource.query(
    `insert into body (id, slug, name, kind, confidence)
     select gen_random_uuid(), 'walk-' || gen_random_uuid(), 'Of the walk', 'SDO', 'MEMORY' returning slug`,
  )) as [{ slug: string }]
  return { body: body.slug, expectedRevision: 1 }
}
/** A principle of its own. */
const aPrinciple = async ({ dataSource }: Cast) => {
  const [principle] = (await dataSource.query(
    `insert into principle (id, number, title, statement, origin, confidence)
     select gen_random_uuid(), max(number) + 1, 'Of the walk', 'Of the walk', 'CALL', 'MEMORY' from principle
     returning number`,
  )) as [{ number: number }]
  return { number: `P-${principle.number}`, expectedRevision: 1 }
}
const words = { title: 'Found in the walk', statement: 'Nobody had said so.', origin: 'CALL' }
/** A case of overlap on two items; it holds them in an order that no other case has. */
const aCaseOf = async ({ dataSource }: Cast) => {
  const rows = (await dataSource.query(
    `with made as (
       insert into overlap_case (id, number, title, state, confidence)
       select gen_random_uuid(), coalesce(max(number), 0) + 1, 'Of the walk', 'OPEN', 'MEMORY' from overlap_case
       returning id, number),
     chosen as (select i.id, i.slug, row_number() over () - 1 as place from (select id, slug from item order by random() limit 3) i),
     held as (
       insert into overlap_case_item (id, case_id, item_id, place)
       select gen_random_uuid(), made.id, chosen.id, chosen.place from made, chosen)
     select made.number, chosen.slug from made, chosen`,
  )) as { number: number; slug: string }[]
  const items = rows.map(({ slug: item }) => ({ item }))
  return { number: `O-${rows[0]!.number}`, expectedRevision: 1, items }
}
/** A pair of items that somebody suggested for the walk. */
const aSuggestionOf = async ({ dataSource }: Cast) => {
  const [row] = (await dataSource.query(
    `insert into overlap_suggestion (id, a_id, b_id, likeness, words, state)
     select gen_random_uuid(), least(i.id, o.id), greatest(i.id, o.id), 500, '{water}', 'OPEN'
     from (select id from item order by random() limit 20) i, (select id from item order by random() limit 20) o
     where i.id <> o.id and not exists (select from overlap_suggestion s where s.a_id = least(i.id, o.id) and s.b_id = greatest(i.id, o.id))
     limit 1 returning id`,
  )) as [{ id: string }]
  return row.id
}
const days = { startsOn: '2027-07-06', endsOn: '2027-07-07' }
const dates = { ...days, mode: 'REMOTE', zone: 'Europe/Vienna' }
const weekly = { ...days, every: 'WEEKS', step: 1, count: 1, zone: 'Europe/Vienna' }
const key = (what: string, turn: number) => `walk-${what}-${turn}`

/** A group, as whoever changes it names it. */
async function aGroup({ dataSource }: Cast, slug: string): Promise<{ id: string; expectedRevision: number }> {
  const [group] = (await dataSource.query('select id, revision from standards_group where slug = $1', [slug])) as [
    { id: string; revision: number },
  ]
  return { id: group.id, expectedRevision: group.revision }
}

/** The number of the latest terms of reference of the example group. */
async function latestTerms({ dataSource }: Cast): Promise<number> {
  const [terms] = (await dataSource.query(
    `select max(t.version) as version from terms_of_reference t join standards_group g on g.id = t.group_id where g.slug = 'example'`,
  )) as [{ version: number }]
  return terms.version
}

/** `Type.field` or `Type.field: what is asked for`. A root field without an entry fails the walk. */
export const samples: Readonly<Record<string, Sample>> = {
  'Query.viewer': { query: '{ viewer { isSignedIn } }' },
  'Query.now': { query: '{ now }' },
  'Query.activity': { query: '{ activity { nodes { verb } } }' },
  'Query.organisations': { query: '{ organisations { totalCount } }' },
  'Query.bodies': { query: '{ bodies { totalCount } }' },
  'Query.body': { query: '{ body(id: "itu-t") { name } }' },
  'Query.items': { query: '{ items { totalCount } }' },
  'Query.item': { query: '{ item(designation: "iso-iec-21031-2024") { designation } }' },
  'Query.itemsNamed': { query: '{ itemsNamed(designation: "ISO/IEC 21031:2024") { designation } }' },
  'Query.search': { query: '{ search(query: "water") { words groups { count } } }' },
  'Query.follow': { query: '{ follow(kind: GAP, key: "G-01") { id } }' },
  'Mutation.beginFollow': { query: 'mutation { beginFollow(input: { kind: GAP, key: "G-01" }) { id } }' },
  "Mutation.endFollow: somebody else's": {
    query: 'mutation { endFollow(id: "01900000-0000-7000-8000-00000000f011") { id } }',
  },
  'Mutation.saveView': {
    query: 'mutation ($input: SaveViewInput!) { saveView(input: $input) { name } }',
    variables: (_cast, _member, turn) => ({ input: { name: `Of the walk ${turn}`, address: '/gaps' } }),
  },
  "Mutation.renameView: somebody else's": {
    query: `mutation { renameView(input: { id: "01900000-0000-7000-8000-00000000f012", expectedRevision: 1, name: "Mine" }) { name } }`,
  },
  "Mutation.deleteView: somebody else's": {
    query: 'mutation { deleteView(id: "01900000-0000-7000-8000-00000000f012") { id } }',
  },
  'Mutation.markNewsSeen': { query: 'mutation { markNewsSeen(upTo: "1-1") { isSignedIn } }' },
  'Mutation.chooseDigest': { query: 'mutation { chooseDigest(frequency: WEEKLY) { digest } }' },
  'Mutation.endDigest': { query: 'mutation { endDigest(key: "guess") { isTaken } }' },
  'Query.itemFacets': { query: '{ itemFacets { state { count } } }' },
  'Query.relation': {
    query: 'query ($id: UUID!) { relation(id: $id) { type } }',
    variables: async (cast) => ({ id: (await aRelation(cast)).id }),
  },
  'Query.relations': { query: '{ relations { totalCount } }' },
  'Query.principle': { query: '{ principle(number: "P-01") { title } }' },
  'Query.principleStand': {
    query: '{ principleStand(principle: "P-01", item: "iso-iec-21031-2024") { assessment } }',
    variables: async ({ dataSource }) => {
      await dataSource.query(
        `insert into principle_stand (id, principle_id, item_id, assessment, version, asserted_at, confidence)
         select gen_random_uuid(), p.id, i.id, 'NOT_ASSESSED', 1, now(), 'MEMORY' from principle p, item i
         where p.number = 1 and i.slug = 'iso-iec-21031-2024' on conflict do nothing`,
      )
      return {}
    },
  },
  'Query.principles': { query: '{ principles { totalCount } }' },
  'Query.gaps': { query: '{ gaps { totalCount } }' },
  'Query.gap': { query: '{ gap(id: "G-01") { title } }' },
  'Query.gapFacets': { query: '{ gapFacets { standing { count } } }' },
  'Query.coverage': { query: '{ coverage { cells { inForce } } }' },
  'Query.overlaps': { query: '{ overlaps { totalCount } }' },
  'Query.overlap': {
    query: 'query ($number: String!) { overlap(number: $number) { title } }',
    variables: async (cast) => ({ number: (await aCaseOf(cast)).number }),
  },
  'Query.overlapMatrix': { query: '{ overlapMatrix(view: BODIES) { cells { cases } } }' },
  'Query.overlapSuggestions': { query: '{ overlapSuggestions { totalCount } }' },
  'Query.overlapSuggestion': {
    query: 'query ($id: UUID!) { overlapSuggestion(id: $id) { words } }',
    variables: async (cast) => ({ id: await aSuggestionOf(cast) }),
  },
  'Mutation.openOverlapCase': {
    query: 'mutation ($input: OpenOverlapCaseInput!) { openOverlapCase(input: $input) { number } }',
    variables: async ({ dataSource }, _, turn) => ({
      input: {
        // Three of 160: no two callers choose the same.
        items: await dataSource.query('select slug as item from item order by random() limit 3'),
        idempotencyKey: key('openOverlapCase', turn),
      },
    }),
  },
  'Mutation.updateOverlapCase': {
    query: 'mutation ($input: UpdateOverlapCaseInput!) { updateOverlapCase(input: $input) { revision } }',
    variables: async (cast) => ({ input: { ...(await aCaseOf(cast)), title: 'Said otherwise' } }),
  },
  'Mutation.moveOverlapCase': {
    query: 'mutation ($input: MoveOverlapCaseInput!) { moveOverlapCase(input: $input) { state } }',
    variables: async (cast) => {
      const { number, expectedRevision } = await aCaseOf(cast)
      return { input: { number, expectedRevision, state: 'IN_DISCUSSION' } }
    },
  },
  'Mutation.dismissOverlapSuggestion': {
    query: 'mutation ($input: DismissOverlapSuggestionInput!) { dismissOverlapSuggestion(input: $input) { state } }',
    variables: async (cast) => ({
      input: { id: await aSuggestionOf(cast), expectedRevision: 1, reason: 'They are not alike.' },
    }),
  },
  'Mutation.seekOverlaps': { query: 'mutation { seekOverlaps { looked } }' },
  'Query.editions': { query: '{ editions { totalCount } }' },
  'Query.edition': { query: '{ edition(number: 1) { label } }' },
  'Query.editionDiff': { query: '{ editionDiff(from: "example-edition", to: "today") { totalCount } }' },
  'Query.editionDiff: of a draft': {
    query: 'query ($slug: String!) { editionDiff(from: $slug, to: "today") { totalCount } }',
    variables: async (cast, _, turn) => ({ slug: await aDraft(cast, turn) }),
  },
  'Query.editionChange': {
    query: '{ editionChange(from: "example-edition", to: "today", key: "item-added.none") { key } }',
  },
  'Query.contributions': { query: '{ contributions { totalCount facets { phase { value } } } }' },
  'Query.contribution': {
    query: 'query ($number: String!) { contribution(group: "example", number: $number) { title } }',
    variables: async (cast) => ({ number: (await aContribution(cast)).number }),
  },
  'Query.contribution: of participants': {
    query: 'query ($number: String!) { contribution(group: "example", number: $number) { title } }',
    variables: async (cast) => ({ number: (await aContribution(cast, { visibility: 'PARTICIPANTS' })).number }),
  },
  'Mutation.reserveContribution': {
    query: 'mutation ($input: ReserveContributionInput!) { reserveContribution(input: $input) { title } }',
    variables: (_cast, _member, turn) => ({
      input: { group: 'example', title: 'Of the walk', sources: ['Walkers'], idempotencyKey: key('reserve', turn) },
    }),
  },
  'Mutation.reserveContribution: closed': {
    query: 'mutation ($input: ReserveContributionInput!) { reserveContribution(input: $input) { title } }',
    variables: (_cast, _member, turn) => ({
      input: { group: 'closed-circle', title: 'Of the walk', sources: ['Walkers'], idempotencyKey: key('into', turn) },
    }),
  },
  'Mutation.updateContribution': {
    query: 'mutation ($input: UpdateContributionInput!) { updateContribution(input: $input) { title } }',
    variables: async (cast) => ({ input: { id: (await aContribution(cast)).id, expectedRevision: 1, asked: 'Walk.' } }),
  },
  'Mutation.writeContribution': {
    query: 'mutation ($id: UUID!) { writeContribution(id: $id) { title } }',
    variables: async (cast) => ({ id: (await aContribution(cast)).id }),
  },
  'Mutation.submitContribution': {
    query: 'mutation ($input: SubmitContributionInput!) { submitContribution(input: $input) { title } }',
    variables: handingIn(),
  },
  'Mutation.submitContribution: of management': {
    query: 'mutation ($input: SubmitContributionInput!) { submitContribution(input: $input) { title } }',
    variables: handingIn({ visibility: 'MANAGEMENT' }),
  },
  'Mutation.reviseContribution': {
    query: 'mutation ($input: SubmitContributionInput!) { reviseContribution(input: $input) { title } }',
    variables: handingIn({ state: 'SUBMITTED' }),
  },
  'Mutation.withdrawContribution': {
    query: 'mutation ($input: SettleContributionInput!) { withdrawContribution(input: $input) { title } }',
    variables: settling(),
  },
  'Mutation.admitContribution': {
    query: 'mutation ($input: SettleContributionInput!) { admitContribution(input: $input) { title } }',
    variables: settling({ state: 'SUBMITTED', standing: 'LATE_PENDING' }),
  },
  'Mutation.holdContribution': {
    query: 'mutation ($input: SettleContributionInput!) { holdContribution(input: $input) { title } }',
    variables: settling({ state: 'SUBMITTED', standing: 'LATE_PENDING' }),
  },
  'Mutation.inviteCosigner': {
    query: 'mutation ($input: InviteCosignerInput!) { inviteCosigner(input: $input) { title } }',
    variables: async (cast) => {
      const [row] = (await cast.dataSource.query(
        `select person_id as "personId" from person_profile where name = 'Paul Oduya'`,
      )) as [{ personId: string }]
      return { input: { id: (await aContribution(cast)).id, personId: row.personId } }
    },
  },
  'Mutation.answerCosigning': {
    query: 'mutation ($input: AnswerCosigningInput!) { answerCosigning(input: $input) { title } }',
    variables: async (cast) => ({ input: { id: (await aContribution(cast)).id, accepts: true } }),
  },
  'Query.statements': { query: '{ statements { totalCount } }' },
  'Mutation.startStatement': {
    query: 'mutation ($input: StartStatementInput!) { startStatement(input: $input) { title } }',
    variables: async (cast, _, turn) => ({
      input: {
        group: 'example',
        to: 'ieee-sa',
        title: 'About an overlap',
        purpose: 'FOR_INFORMATION',
        case: (await aCaseOf(cast)).number,
        idempotencyKey: key('startStatement', turn),
      },
    }),
  },
  'Mutation.startStatement: closed': {
    query: 'mutation ($input: StartStatementInput!) { startStatement(input: $input) { title } }',
    variables: async (cast, _, turn) => ({
      input: {
        group: 'closed-circle',
        to: 'ieee-sa',
        title: 'About an overlap',
        purpose: 'FOR_INFORMATION',
        case: (await aCaseOf(cast)).number,
        idempotencyKey: key('startStatement closed', turn),
      },
    }),
  },
  'Query.groups': { query: '{ groups { totalCount } }' },
  'Query.group': { query: '{ group(slug: "example") { name } }' },
  'Query.group: closed': { query: '{ group(slug: "closed-circle") { name } }' },
  'Query.meeting': { query: '{ meeting(group: "example", number: 2) { title } }' },
  'Query.meeting: of participants': { query: '{ meeting(group: "example", number: 3) { title } }' },
  'Query.meeting: closed': { query: '{ meeting(group: "closed-circle", number: 1) { title } }' },
  'Query.upcomingMeetings': { query: '{ upcomingMeetings { title } }' },
  'Query.deliverable': { query: '{ deliverable(group: "example", key: "D.WG1-02") { title } }' },
  'Query.deliverable: closed': {
    query: 'query ($key: String!) { deliverable(group: "closed-circle", key: $key) { title } }',
    variables: async ({ dataSource }) => {
      const [row] = (await dataSource.query(
        `select d.id as key from deliverable d join standards_group g on g.id = d.group_id where g.slug = 'closed-circle'`,
      )) as [{ key: string }]
      return row
    },
  },
  'Query.deliverables': { query: '{ deliverables { totalCount } }' },
  'Query.document': {
    query: 'query ($id: UUID!) { document(id: $id) { title } }',
    variables: async (cast) => ({ id: (await cast.aDocument('PUBLIC')).id }),
  },
  'Query.document: of participants': {
    query: 'query ($id: UUID!) { document(id: $id) { title } }',
    variables: async (cast) => ({ id: (await cast.aDocument('PARTICIPANTS')).id }),
  },
  'Mutation.createDocument': {
    query: 'mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { title } }',
    variables: async (cast, _, turn) => ({
      input: {
        groupId: await cast.groupId('example'),
        title: 'A text that somebody started',
        kind: 'REPORT',
        visibility: 'PUBLIC',
        idempotencyKey: key('createDocument', turn),
      },
    }),
  },
  'Mutation.createDocument: closed': {
    query: 'mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { title } }',
    variables: async (cast, _, turn) => ({
      input: {
        groupId: await cast.groupId('closed-circle'),
        title: 'A text that nobody else sees',
        kind: 'REPORT',
        visibility: 'PARTICIPANTS',
        idempotencyKey: key('createDocument closed', turn),
      },
    }),
  },
  'Mutation.renameDocument': {
    query: 'mutation ($input: RenameDocumentInput!) { renameDocument(input: $input) { title } }',
    variables: async (cast) => {
      const { id, revision } = await cast.aDocument('PUBLIC')
      return { input: { id, expectedRevision: revision, title: 'Another title' } }
    },
  },
  'Mutation.withdrawFile': {
    query: 'mutation ($id: UUID!) { withdrawFile(id: $id) { name } }',
    variables: async (cast) => ({ id: await cast.aFile('PUBLIC') }),
  },
  'Mutation.withdrawFile: of participants': {
    query: 'mutation ($id: UUID!) { withdrawFile(id: $id) { name } }',
    variables: async (cast) => ({ id: await cast.aFile('PARTICIPANTS') }),
  },
  'Query.consensusCall': { query: '{ consensusCall(group: "example", number: 999) { question } }' },
  'Query.actions': { query: '{ actions(first: 3) { totalCount nodes { number text } } }' },
  'Query.action': { query: '{ action(group: "example", number: 999) { text } }' },
  'Query.decisions': { query: '{ decisions(first: 3) { totalCount nodes { number text } } }' },
  'Query.decision': { query: '{ decision(group: "example", number: 999) { text } }' },
  'Query.meetingMove': {
    query: 'query ($input: MoveMeetingPreviewInput!) { meetingMove(input: $input) { startsOn } }',
    variables: async (cast) => ({ input: { id: (await cast.aMeeting()).id, ...days } }),
  },
  'Query.meetingMove: closed': {
    query: 'query ($input: MoveMeetingPreviewInput!) { meetingMove(input: $input) { startsOn } }',
    variables: ({ closed }) => ({ input: { id: closed.meetingId, ...days } }),
  },
  'Query.groupChange': {
    query: 'query ($input: GroupChangeInput!) { groupChange(input: $input) { meetingsLookedAt } }',
    variables: () => ({ input: { group: 'example', changes: { contributionOffsetDays: 20 } } }),
  },
  'Query.groupChange: of the parent': {
    query: 'query ($input: GroupChangeInput!) { groupChange(input: $input) { meetingsLookedAt } }',
    variables: () => ({ input: { group: 'example', changes: { lifetimeMonths: 36 } } }),
  },
  'Query.groupChange: closed': {
    query: 'query ($input: GroupChangeInput!) { groupChange(input: $input) { meetingsLookedAt } }',
    variables: () => ({ input: { group: 'closed-circle', changes: { contributionOffsetDays: 20 } } }),
  },
  'Query.meetingDates': {
    query: 'query ($input: MeetingDatesInput!) { meetingDates(input: $input) { effectiveOn } }',
    variables: () => ({ input: { group: 'example', ...dates } }),
  },
  'Query.meetingDates: closed': {
    query: 'query ($input: MeetingDatesInput!) { meetingDates(input: $input) { effectiveOn } }',
    variables: () => ({ input: { group: 'closed-circle', ...dates } }),
  },
  'Query.meetingSeriesDays': {
    query: 'query ($input: MeetingSeriesDaysInput!) { meetingSeriesDays(input: $input) { startsOn } }',
    variables: () => ({ input: { group: 'example', ...weekly } }),
  },
  'Query.meetingSeriesDays: closed': {
    query: 'query ($input: MeetingSeriesDaysInput!) { meetingSeriesDays(input: $input) { startsOn } }',
    variables: () => ({ input: { group: 'closed-circle', ...weekly } }),
  },
  'Query.agendaSubjectChoices': {
    query: 'query ($id: UUID!) { agendaSubjectChoices(meetingId: $id, words: "a") { id } }',
    variables: async (cast) => ({ id: await anAgenda(cast) }),
  },
  'Query.agendaTemplate': {
    query: 'query ($id: UUID!) { agendaTemplate(meetingId: $id, template: FIRST_MEETING) { title } }',
    variables: async (cast) => ({ id: await anAgenda(cast) }),
  },
  'Query.agendaTemplate: closed': {
    query: 'query ($id: UUID!) { agendaTemplate(meetingId: $id, template: FIRST_MEETING) { title } }',
    variables: ({ closed }) => ({ id: closed.meetingId }),
  },

  'Mutation.signIn': {
    query: 'mutation ($input: SignInInput!) { signIn(input: $input) { isSignedIn } }',
    variables: (_cast, { capacity }) => ({ input: { email: `${capacity}@nowhere.example`, password: 'a guess' } }),
  },
  'Mutation.requestSignInLink': {
    query: 'mutation ($email: String!) { requestSignInLink(email: $email) { isTaken } }',
    variables: (_cast, { capacity }) => ({ email: `${capacity}@nowhere.example` }),
  },
  'Mutation.signInWithLink': { query: 'mutation { signInWithLink(secret: "none") { isSignedIn } }' },
  'Mutation.register': {
    query: 'mutation ($input: RegisterInput!) { register(input: $input) { isTaken } }',
    variables: (_cast, { capacity }) => ({
      input: { name: 'Newcomer', email: `${capacity}@new.example`, password: 'three quiet green boats' },
    }),
  },
  'Mutation.signInAsStarter': {
    query: 'mutation { signInAsStarter(email: "reader@example.org") { isSignedIn } }',
    endsSession: true,
  },
  'Mutation.signOut': { query: 'mutation { signOut { isSignedIn } }', endsSession: true },
  'Mutation.changePassword': {
    query: 'mutation { changePassword(input: { current: "a guess", new: "three quiet green boats" }) { isSignedIn } }',
  },
  'Mutation.chooseLanguage': { query: 'mutation { chooseLanguage(language: "en") { language } }' },
  'Mutation.createAccessToken': {
    query: 'mutation { createAccessToken(input: { name: "Walk" }) { token { name } } }',
  },
  "Mutation.revokeAccessToken: somebody else's": {
    query: 'mutation ($id: UUID!) { revokeAccessToken(id: $id) { name } }',
    variables: ({ cast }, { capacity }) => ({ id: (capacity === 'chair' ? cast.reader : cast.chair).tokenId }),
  },
  "Mutation.revokeAccessToken: one's own": {
    query: 'mutation ($id: UUID!) { revokeAccessToken(id: $id) { name } }',
    variables: ({ cast }, { tokenId }) => ({ id: tokenId ?? cast.chair.tokenId }),
  },
  'Mutation.erasePerson': {
    query: 'mutation ($id: UUID!) { erasePerson(id: $id) { name } }',
    variables: async (cast) => ({ id: await cast.aPerson() }),
  },
  'Mutation.createGap': {
    query: 'mutation ($input: CreateGapInput!) { createGap(input: $input) { number } }',
    variables: (_cast, _member, turn) => ({
      input: { title: 'Found in the walk', description: 'Nobody had looked.', idempotencyKey: key('gap', turn) },
    }),
  },
  'Mutation.assertCoverage': {
    query: 'mutation ($input: AssertCoverageInput!) { assertCoverage(input: $input) { degree } }',
    variables: async ({ dataSource }, _member, turn) => {
      const [free] = (await dataSource.query(
        `select i.slug from item i where not exists (
           select from gap_coverage c join gap g on g.id = c.gap_id where c.item_id = i.id and g.number = 1) limit 1`,
      )) as [{ slug: string }]
      return { input: { gap: 'G-01', item: free.slug, degree: 'NONE', idempotencyKey: key('edge', turn) } }
    },
  },
  'Mutation.changeCoverage': {
    query: 'mutation ($input: ChangeCoverageInput!) { changeCoverage(input: $input) { degree } }',
    variables: async (cast) => ({ input: { ...(await anEdge(cast)), degree: 'FULL', clause: '6.2' } }),
  },
  'Mutation.reviewCoverage': {
    query: 'mutation ($input: ReviewCoverageInput!) { reviewCoverage(input: $input) { degree } }',
    variables: async (cast) => ({ input: await anEdge(cast) }),
  },
  'Mutation.withdrawCoverage': {
    query: 'mutation ($input: WithdrawCoverageInput!) { withdrawCoverage(input: $input) { degree } }',
    variables: async (cast) => ({ input: { ...(await anEdge(cast)), reason: 'The walk ends it.' } }),
  },
  'Mutation.recordGapProgress': {
    query: 'mutation ($input: RecordGapProgressInput!) { recordGapProgress(input: $input) { progress } }',
    variables: (_cast, _member, turn) => ({
      input: {
        gap: 'G-03',
        progress: 'GREEN',
        on: '2026-02-01',
        note: 'It moves.',
        source: 'Seen',
        idempotencyKey: key('progress', turn),
      },
    }),
  },
  'Mutation.closeGap': {
    query: 'mutation ($input: CloseGapInput!) { closeGap(input: $input) { standing } }',
    variables: async (cast) => ({
      input: {
        ...(await aGap(cast, 'OPEN')),
        decision: 'Item 7',
        decidedBy: 'All',
        decidedOn: '2026-02-01',
        closedByText: 'A law',
      },
    }),
  },
  'Mutation.reopenGap': {
    query: 'mutation ($input: ReopenGapInput!) { reopenGap(input: $input) { standing } }',
    variables: async (cast) => ({
      input: { ...(await aGap(cast, 'CLOSED')), on: '2026-02-01', reason: 'The walk opens it.' },
    }),
  },
  'Mutation.mergeGap': {
    query: 'mutation ($input: MergeGapInput!) { mergeGap(input: $input) { number } }',
    variables: async (cast) => ({
      input: { ...(await aGap(cast, 'OPEN')), into: 'G-01', on: '2026-02-01', reason: 'The walk merges them.' },
    }),
  },
  'Mutation.splitGap': {
    query: 'mutation ($input: SplitGapInput!) { splitGap(input: $input) { number } }',
    variables: async (cast) => ({
      input: {
        ...(await aGap(cast, 'OPEN')),
        on: '2026-02-01',
        reason: 'The walk splits it.',
        parts: ['One', 'Other'].map((title) => ({ title, description: title })),
      },
    }),
  },
  'Mutation.undoGapReplacement': {
    query: 'mutation ($input: UndoGapReplacementInput!) { undoGapReplacement(input: $input) { number } }',
    variables: async (cast) => {
      const { id } = await aGap(cast, 'OPEN')
      await cast.dataSource.query(
        `with step as (
           insert into gap_replacement (id, kind, happened_on, reason, told_at)
           values (gen_random_uuid(), 'SPLIT', '2026-02-01', 'Of the walk', now()) returning id)
         update gap set replacement_id = step.id from step where number = $1`,
        [Number(id.slice(2))],
      )
      return { input: { id, reason: 'The walk undoes it.' } }
    },
  },
  'Mutation.updateGap': {
    query: 'mutation ($input: UpdateGapInput!) { updateGap(input: $input) { revision } }',
    variables: async ({ dataSource }) => {
      const [gap] = (await dataSource.query(`select revision from gap where number = 2`)) as [{ revision: number }]
      return { input: { id: 'G-02', expectedRevision: gap.revision, recommendation: 'Somebody should.' } }
    },
  },
  'Query.itemRename': {
    query: 'query ($input: ItemRenameInput!) { itemRename(input: $input) { designation } }',
    variables: () => ({ input: { item: 'iso-iec-21031-2024', designation: 'Another name' } }),
  },
  'Mutation.recordPrinciple': {
    query: 'mutation ($input: RecordPrincipleInput!) { recordPrinciple(input: $input) { number } }',
    variables: (_cast, _, turn) => ({ input: { ...words, idempotencyKey: key('principle', turn) } }),
  },
  'Mutation.rewordPrinciple': {
    query: 'mutation ($input: RewordPrincipleInput!) { rewordPrinciple(input: $input) { version } }',
    variables: async (cast) => ({ input: { ...(await aPrinciple(cast)), ...words, reason: 'The walk.' } }),
  },
  'Mutation.withdrawPrinciple': {
    query: 'mutation ($input: WithdrawPrincipleInput!) { withdrawPrinciple(input: $input) { withdrawnOn } }',
    variables: async (cast) => ({ input: { ...(await aPrinciple(cast)), on: '2026-03-01', reason: 'The walk.' } }),
  },
  'Mutation.assessItem': {
    query: 'mutation ($input: AssessItemInput!) { assessItem(input: $input) { assessment } }',
    variables: async (cast) => {
      const { number: principle } = await aPrinciple(cast)
      return { input: { principle, item: 'iso-iec-21031-2024', assessment: 'MEETS', clause: '6' } }
    },
  },
  'Mutation.recordBody': {
    query: 'mutation ($input: RecordBodyInput!) { recordBody(input: $input) { slug } }',
    variables: (_cast, _, turn) => ({
      input: { name: `Body ${turn} of the walk`, kind: 'ORGANISATION', idempotencyKey: key('body', turn) },
    }),
  },
  'Mutation.updateBody': {
    query: 'mutation ($input: UpdateBodyInput!) { updateBody(input: $input) { role } }',
    variables: async (cast) => ({ input: { ...(await aBody(cast)), kind: 'SDO', role: 'Seen in the walk.' } }),
  },
  'Mutation.renameBody': {
    query: 'mutation ($input: RenameBodyInput!) { renameBody(input: $input) { name } }',
    variables: async (cast) => ({ input: { ...(await aBody(cast)), name: 'Called otherwise' } }),
  },
  'Mutation.recordRelation': {
    query: 'mutation ($input: RecordRelationInput!) { recordRelation(input: $input) { type } }',
    variables: async ({ dataSource }, _, turn) => {
      const [a, b] = (await dataSource.query(
        `insert into item (id, slug, body_id, designation, designation_sort, title_confidence, type, state, state_basis, confidence)
         select gen_random_uuid(), 'walk-' || gen_random_uuid(), b.id, 'Walk ' || gen_random_uuid(), 'walk', 'MEMORY', 'STANDARD', 'UNKNOWN', 'UNKNOWN', 'MEMORY'
         from (select id from body limit 1) b, generate_series(1, 2) returning slug`,
      )) as [{ slug: string }, { slug: string }]
      return { input: { from: a.slug, to: b.slug, type: 'EXTENDS', idempotencyKey: key('relation', turn) } }
    },
  },
  'Mutation.changeRelation': {
    query: 'mutation ($input: ChangeRelationInput!) { changeRelation(input: $input) { note } }',
    variables: async (cast) => ({ input: { ...(await aRelation(cast)), note: 'Seen in the walk.' } }),
  },
  'Mutation.endRelation': {
    query: 'mutation ($input: EndRelationInput!) { endRelation(input: $input) { until } }',
    variables: async (cast) => ({ input: { ...(await aRelation(cast)), reason: 'The walk ended it.' } }),
  },
  'Mutation.recordItem': {
    query: 'mutation ($input: RecordItemInput!) { recordItem(input: $input) { slug } }',
    variables: (_cast, _member, turn) => ({
      input: { idempotencyKey: key('item', turn), designation: `Walk ${turn}`, body: 'iso', type: 'STANDARD' },
    }),
  },
  'Mutation.updateItem': {
    query: 'mutation ($input: UpdateItemInput!) { updateItem(input: $input) { revision } }',
    variables: async (cast, _member, turn) => ({ input: { ...(await anItemOf(cast)), scopeNote: `Turn ${turn}` } }),
  },
  'Mutation.renameItem': {
    query: 'mutation ($input: RenameItemInput!) { renameItem(input: $input) { revision } }',
    variables: async (cast, _member, turn) => ({ input: { ...(await anItemOf(cast)), designation: `Named ${turn}` } }),
  },
  'Mutation.recordItemTitle': {
    query: 'mutation ($input: RecordItemTitleInput!) { recordItemTitle(input: $input) { revision } }',
    variables: async (cast, _member, turn) => ({
      input: { ...(await anItemOf(cast)), lang: 'fr', title: `Titre ${turn}` },
    }),
  },
  'Mutation.recordItemStage': {
    query: 'mutation ($input: RecordItemStageInput!) { recordItemStage(input: $input) { revision } }',
    variables: async (cast) => ({
      input: {
        ...(await anItemOf(cast)),
        nativeStage: 'In force',
        isCorrection: true,
        reason: 'The walk asks for it.',
      },
    }),
  },
  'Mutation.recordItemPlan': {
    query: 'mutation ($input: RecordItemPlanInput!) { recordItemPlan(input: $input) { revision } }',
    variables: async (cast, _member, turn) => ({
      input: { ...(await anItemOf(cast)), kind: 'AMENDED', plannedOn: String(2030 + turn) },
    }),
  },
  'Query.factsToCheck': { query: '{ factsToCheck { totalCount } }' },
  'Query.fact': {
    query: 'query ($kind: FactKind!, $id: UUID!) { fact(kind: $kind, id: $id) { label } }',
    variables: async (cast) => {
      const { kind, id } = await aFactOf(cast)
      return { kind, id }
    },
  },
  'Query.imports': { query: '{ imports { nodes { fileName } } }' },
  'Query.import': {
    query: 'query ($id: UUID!) { import(id: $id) { fileName } }',
    variables: async (cast) => ({ id: await anImport(cast, 'PREVIEWED') }),
  },
  'Mutation.decideImportRow': {
    query: 'mutation ($input: DecideImportRowInput!) { decideImportRow(input: $input) { number } }',
    variables: async (cast) => ({ input: { id: await anImport(cast, 'PREVIEWED'), number: 2, choice: 'SKIP' } }),
  },
  'Mutation.decideImportRows': {
    query: 'mutation ($input: DecideImportRowsInput!) { decideImportRows(input: $input) { state } }',
    variables: async (cast) => ({ input: { id: await anImport(cast, 'PREVIEWED'), choice: 'SKIP' } }),
  },
  'Mutation.previewImport': {
    query: 'mutation ($id: UUID!) { previewImport(id: $id) { state } }',
    variables: async (cast) => ({ id: await anImport(cast, 'PREVIEWED') }),
  },
  'Mutation.applyImport': {
    query: 'mutation ($input: ApplyImportInput!) { applyImport(input: $input) { state } }',
    variables: async (cast) => ({ input: { id: await anImport(cast, 'PREVIEWED'), expectedRevision: 1 } }),
  },
  'Mutation.cancelImport': {
    query: 'mutation ($id: UUID!) { cancelImport(id: $id) { state } }',
    variables: async (cast) => ({ id: await anImport(cast, 'PREVIEWED') }),
  },
  'Mutation.undoImport': {
    query: 'mutation ($input: UndoImportInput!) { undoImport(input: $input) { state } }',
    variables: async (cast) => ({ input: { id: await anImport(cast, 'APPLIED') } }),
  },
  'Mutation.createEdition': {
    query: 'mutation ($input: CreateEditionInput!) { createEdition(input: $input) { label } }',
    variables: (_cast, _member, turn) => ({ input: { label: 'Of the walk', idempotencyKey: key('edition', turn) } }),
  },
  'Mutation.updateEdition': {
    query: 'mutation ($input: UpdateEditionInput!) { updateEdition(input: $input) { label } }',
    variables: async (cast, _, turn) => ({ input: { ...(await anEdition(cast, turn)), occasion: 'A summit' } }),
  },
  'Mutation.freezeEdition': {
    query: 'mutation ($input: EditionStepInput!) { freezeEdition(input: $input) { label } }',
    variables: async (cast, _, turn) => ({ input: await anEdition(cast, turn) }),
  },
  'Mutation.annotateEdition': {
    query: 'mutation ($input: AnnotateEditionInput!) { annotateEdition(input: $input) { label } }',
    variables: () => ({ input: { slug: 'first-edition-february-2025', text: 'A note.' } }),
  },
  'Mutation.openReview': {
    query: 'mutation ($input: OpenReviewInput!) { openReview(input: $input) { label } }',
    variables: async (cast, _, turn) => ({
      input: { ...(await anEdition(cast, turn)), opensOn: '2026-03-01', closesOn: '2027-03-01', zone: 'UTC' },
    }),
  },
  'Mutation.endReview': {
    query: 'mutation ($input: EditionStepInput!) { endReview(input: $input) { label } }',
    variables: async (cast, _, turn) => ({ input: await anEdition(cast, turn) }),
  },
  'Mutation.commentOnEdition': {
    query: 'mutation ($input: CommentOnEditionInput!) { commentOnEdition(input: $input) { state } }',
    variables: async (cast, member, turn) => ({
      input: {
        slug: (await anEdition(cast, turn)).slug,
        text: 'A comment',
        ...(member.personId === null && { name: 'Somebody', email: `walk-${turn}@example.net` }),
      },
    }),
  },
  'Mutation.confirmComment': { query: 'mutation { confirmComment(secret: "none") { state } }' },
  'Mutation.settleComment': {
    query: 'mutation ($input: SettleCommentInput!) { settleComment(input: $input) { state } }',
    variables: async (cast, _, turn) => ({
      input: { ...(await aComment(cast, turn, 'WAITING')), isPublished: true },
    }),
  },
  'Mutation.answerComment': {
    query: 'mutation ($input: AnswerCommentInput!) { answerComment(input: $input) { state } }',
    variables: async (cast, _, turn) => ({
      input: { ...(await aComment(cast, turn, 'PUBLISHED')), answer: 'Thank you.' },
    }),
  },
  'Mutation.verifyEdition': { query: 'mutation { verifyEdition(slug: "example-edition") { isIntact } }' },
  'Mutation.checkFact': {
    query: 'mutation ($input: CheckFactInput!) { checkFact(input: $input) { state } }',
    variables: async (cast) => ({
      input: { ...(await aFactOf(cast)), outcome: 'STILL_SO', source: 'https://example.org/a' },
    }),
  },
  'Mutation.settleCheck': {
    query: 'mutation ($input: SettleCheckInput!) { settleCheck(input: $input) { state } }',
    variables: async (cast) => ({ input: { id: await aReportedFact(cast), isTaken: false } }),
  },
  'Mutation.createGroup': {
    query: 'mutation ($input: CreateGroupInput!) { createGroup(input: $input) { slug } }',
    variables: (_cast, _member, turn) => ({
      input: {
        name: `Group ${turn} of the walk`,
        kind: 'WORKING_GROUP',
        parent: 'itu-t-sg5',
        ruleset: 'own',
        deadlineZone: 'Europe/Zurich',
        visibility: 'PUBLIC',
        idempotencyKey: key('group', turn),
      },
    }),
  },
  'Mutation.updateGroup': {
    query: 'mutation ($input: UpdateGroupInput!) { updateGroup(input: $input) { revision } }',
    variables: async (cast) => ({
      input: { ...(await aGroup(cast, 'example')), changes: { figureNumbers: 'BY_CLAUSE' } },
    }),
  },
  'Mutation.updateGroup: of the parent': {
    query: 'mutation ($input: UpdateGroupInput!) { updateGroup(input: $input) { revision } }',
    variables: async (cast) => ({ input: { ...(await aGroup(cast, 'example')), changes: { acronym: 'FG-EX' } } }),
  },
  'Mutation.updateGroup: closed': {
    query: 'mutation ($input: UpdateGroupInput!) { updateGroup(input: $input) { revision } }',
    variables: async (cast) => ({ input: { ...(await aGroup(cast, 'closed-circle')), changes: { cutOff: '17:00' } } }),
  },
  'Mutation.extendGroup': {
    query: 'mutation ($input: ExtendGroupInput!) { extendGroup(input: $input) { state } }',
    variables: async (cast) => ({
      input: { ...(await aGroup(cast, 'example')), decidedOn: '2026-02-01', newEndOn: '2031-02-01' },
    }),
  },
  'Mutation.changeGroupState': {
    query: 'mutation ($input: ChangeGroupStateInput!) { changeGroupState(input: $input) { state } }',
    variables: async (cast) => ({ input: { ...(await aGroup(cast, 'closed-circle')), step: 'CONFIRM' } }),
  },
  'Mutation.addSubgroup': {
    query: 'mutation ($input: AddSubgroupInput!) { addSubgroup(input: $input) { number } }',
    variables: (_cast, _member, turn) => ({
      input: { group: 'example', number: 100 + turn, title: 'Of the walk', idempotencyKey: key('subgroup', turn) },
    }),
  },
  'Mutation.renameSubgroup': {
    query: 'mutation ($input: RenameSubgroupInput!) { renameSubgroup(input: $input) { title } }',
    variables: async ({ dataSource }) => {
      const [{ id, revision }] = (await dataSource.query(
        `select s.id, s.revision from subgroup s join standards_group g on g.id = s.group_id where g.slug = 'example' and s.number = 1`,
      )) as [{ id: string; revision: number }]
      return { input: { id, expectedRevision: revision, title: 'Of the walk' } }
    },
  },
  'Mutation.recordTerms': {
    query: 'mutation ($input: RecordTermsInput!) { recordTerms(input: $input) { version } }',
    variables: async (cast, _member, turn) => ({
      input: {
        group: 'example',
        expectedVersion: await latestTerms(cast),
        sections: [{ key: 'OBJECTIVES', text: `As turn ${turn} of the walk has it.` }],
        idempotencyKey: key('terms', turn),
      },
    }),
  },
  'Mutation.assignRole': {
    query: 'mutation ($input: AssignRoleInput!) { assignRole(input: $input) { role } }',
    variables: async (cast, _member, turn) => ({
      input: {
        group: 'example',
        personId: await cast.aPerson(),
        role: 'PARTICIPANT',
        from: '2026-02-01',
        idempotencyKey: key('role', turn),
      },
    }),
  },
  'Mutation.endRole': {
    query: 'mutation ($input: EndRoleInput!) { endRole(input: $input) { to } }',
    variables: async (cast) => {
      const { id, revision } = await cast.aRole('2026-02-01')
      return { input: { id, expectedRevision: revision, to: '2026-02-15' } }
    },
  },
  'Mutation.markNoticesSeen': {
    query: 'mutation { markNoticesSeen(upTo: "2026-03-01T00:00:00Z") { unseenNotices } }',
  },
  'Mutation.chooseNoticesByMail': {
    query: 'mutation { chooseNoticesByMail(kinds: [REMINDER, CHANGE]) { noticesByMail } }',
  },
  'Mutation.makeCalendarAddress': { query: 'mutation { makeCalendarAddress { address { madeAt } } }' },
  'Mutation.withdrawCalendarAddress': { query: 'mutation { withdrawCalendarAddress { isSignedIn } }' },
  'Mutation.openConsensusCall': {
    query: 'mutation ($input: OpenConsensusCallInput!) { openConsensusCall(input: $input) { number } }',
    variables: (_cast, _member, turn) => ({
      input: {
        group: 'example',
        question: 'Asked in the walk?',
        closesOn: '2030-01-01',
        idempotencyKey: key('call', turn),
      },
    }),
  },
  'Mutation.answerConsensusCall': {
    query: 'mutation ($input: AnswerConsensusCallInput!) { answerConsensusCall(input: $input) { number } }',
    variables: async (cast) => ({ input: { id: (await aCall(cast, '2030-01-01')).id, isObjection: false } }),
  },
  'Mutation.ratifyConsensusCall': {
    query: 'mutation ($input: RatifyConsensusCallInput!) { ratifyConsensusCall(input: $input) { state } }',
    variables: async (cast) => ({
      input: { ...(await aCall(cast, '2020-01-01')), kind: 'NOTED', outcome: 'Ratified in the walk.' },
    }),
  },
  'Mutation.withdrawConsensusCall': {
    query: 'mutation ($input: WithdrawConsensusCallInput!) { withdrawConsensusCall(input: $input) { state } }',
    variables: async (cast) => ({ input: { ...(await aCall(cast, '2030-01-01')), reason: 'The walk ends it.' } }),
  },
  'Mutation.recordAction': {
    query: 'mutation ($input: RecordActionInput!) { recordAction(input: $input) { number } }',
    variables: (_cast, _member, turn) => ({
      input: { group: 'example', text: 'Do in the walk.', ownerWords: 'Nobody', idempotencyKey: key('action', turn) },
    }),
  },
  'Mutation.updateAction': {
    query: 'mutation ($input: UpdateActionInput!) { updateAction(input: $input) { text } }',
    variables: async (cast) => ({ input: { ...(await anAction(cast)), text: 'Do it.', ownerWords: 'Nobody' } }),
  },
  'Mutation.moveAction': {
    query: 'mutation ($input: MoveActionInput!) { moveAction(input: $input) { state } }',
    variables: async (cast) => ({ input: { ...(await anAction(cast)), state: 'COMPLETED' } }),
  },
  'Mutation.recordPatentQuestion': {
    query: 'mutation ($input: RecordPatentQuestionInput!) { recordPatentQuestion(input: $input) { wasAsked } }',
    variables: async ({ dataSource }) => {
      const [held] = (await dataSource.query(
        `select q.revision from patent_question q join meeting m on m.id = q.meeting_id join standards_group g on g.id = m.group_id
         where g.slug = 'example' and m.number = 1`,
      )) as { revision: number }[]
      return {
        input: { group: 'example', meeting: 1, wasAsked: true, answers: [], expectedRevision: held?.revision ?? null },
      }
    },
  },
  'Mutation.recordDecision': {
    query: 'mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { number } }',
    variables: (_cast, _member, turn) => ({ input: aDecision('example', turn) }),
  },
  'Mutation.recordDecision: closed': {
    query: 'mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { number } }',
    variables: (_cast, _member, turn) => ({ input: aDecision('closed-circle', turn) }),
  },
  'Mutation.correctDecision': {
    query: 'mutation ($input: CorrectDecisionInput!) { correctDecision(input: $input) { text } }',
    variables: async (cast) => ({
      input: { ...(await decided(cast)), text: 'Decided in the walk.', reason: 'A slip of the pen' },
    }),
  },
  'Mutation.enterReservation': {
    query: 'mutation ($input: EnterReservationInput!) { enterReservation(input: $input) { state } }',
    variables: (_cast, _member, turn) => ({
      input: { idempotencyKey: key('held', turn), group: 'example', kind: 'RESERVATION', text: 'Held in the walk.' },
    }),
  },
  'Mutation.rewordReservation': {
    query: 'mutation ($input: RewordReservationInput!) { rewordReservation(input: $input) { text } }',
    variables: async (cast) => ({ input: { ...(await aReservation(cast)), text: 'Put better in the walk.' } }),
  },
  'Mutation.openMinutes': {
    query: 'mutation ($input: OpenMinutesInput!) { openMinutes(input: $input) { document { id } } }',
    variables: async (cast, _member, turn) => {
      const id = await aSharedMeeting(cast, '2026-03-16')
      const [{ number }] = (await cast.dataSource.query(
        `with gone as (delete from minutes_clause where document_id in (select document_id from minutes where meeting_id = $1)),
           opened as (delete from minutes where meeting_id = $1)
         select number from meeting where id = $1`,
        [id],
      )) as [{ number: number }]
      return { input: { group: 'example', meeting: number, idempotencyKey: key('minutes', turn) } }
    },
  },
  'Mutation.makeMeetingReport': {
    query: 'mutation ($input: MakeMeetingReportInput!) { makeMeetingReport(input: $input) { id } }',
    variables: async (cast, _member, turn) => {
      // The first meeting of the example is over. The report that was made of it before becomes one of the others, so that it has none.
      await cast.dataSource.query(
        `update report set kind = 'PROGRESS', meeting_id = null, number = $1, from_on = '2026-01-01', until_on = '2026-01-02'
         where meeting_id is not null`,
        [10_000 + turn],
      )
      return { input: { group: 'example', meeting: 1, idempotencyKey: key('report', turn) } }
    },
  },
  'Mutation.makeProgressReport': {
    query: 'mutation ($input: MakeProgressReportInput!) { makeProgressReport(input: $input) { id } }',
    variables: (_cast, _member, turn) => ({
      input: {
        group: 'example',
        fromOn: '2026-01-01',
        untilOn: '2026-02-28',
        idempotencyKey: key('progress', turn),
      },
    }),
  },
  'Mutation.renewReport': {
    query: 'mutation ($input: RenewReportInput!) { renewReport(input: $input) { id } }',
    variables: async (cast) => {
      const { id, revision } = await cast.aReport()
      return { input: { id, expectedRevision: revision, sections: ['SUMMARY'], overwrites: [] } }
    },
  },
  'Mutation.freezeReport': {
    query: 'mutation ($input: FreezeReportInput!) { freezeReport(input: $input) { id } }',
    variables: async (cast, _member, turn) => {
      const { id, text } = await cast.aReport()
      return { input: { id, expectedText: text, idempotencyKey: key('freeze-report', turn) } }
    },
  },
  'Mutation.keepMinutesRecord': {
    query: 'mutation ($input: MinutesRecordInput!) { keepMinutesRecord(input: $input) { id } }',
    variables: async (cast) => ({ input: await aRecordOfMinutes(cast) }),
  },
  'Mutation.putBackMinutesRecord': {
    query: 'mutation ($input: MinutesRecordInput!) { putBackMinutesRecord(input: $input) { id } }',
    variables: async (cast) => ({ input: await aRecordOfMinutes(cast) }),
  },
  'Mutation.answerReservation': {
    query: 'mutation ($input: AnswerReservationInput!) { answerReservation(input: $input) { state } }',
    variables: async (cast) => ({ input: { ...(await aReservation(cast)), answer: 'Answered in the walk.' } }),
  },
  'Mutation.moveReservation': {
    query: 'mutation ($input: MoveReservationInput!) { moveReservation(input: $input) { state } }',
    variables: async (cast) => ({ input: { ...(await aReservation(cast)), state: 'WITHDRAWN' } }),
  },
  'Mutation.createDeliverable': {
    query: 'mutation ($input: CreateDeliverableInput!) { createDeliverable(input: $input) { id } }',
    variables: (_cast, _member, turn) => ({
      input: { group: 'example', title: 'Of the walk', idempotencyKey: key('deliverable', turn) },
    }),
  },
  'Mutation.updateDeliverable': {
    query: 'mutation ($input: UpdateDeliverableInput!) { updateDeliverable(input: $input) { id } }',
    variables: async (cast) => ({ input: { id: await aDeliverable(cast), expectedRevision: 1, title: 'Another' } }),
  },
  'Mutation.changeDeliverableState': {
    query: 'mutation ($input: ChangeDeliverableStateInput!) { changeDeliverableState(input: $input) { id } }',
    variables: async (cast) => ({ input: { id: await aDeliverable(cast), expectedRevision: 1, state: 'IN_DRAFTING' } }),
  },
  'Mutation.addDeliverableEditor': {
    query: 'mutation ($input: AddDeliverableEditorInput!) { addDeliverableEditor(input: $input) { id } }',
    variables: async (cast, _member, turn) => ({
      input: {
        deliverableId: await aDeliverable(cast),
        personId: cast.cast.reader.personId,
        idempotencyKey: key('addDeliverableEditor', turn),
      },
    }),
  },
  'Mutation.addDeliverableMilestone': {
    query: 'mutation ($input: AddDeliverableMilestoneInput!) { addDeliverableMilestone(input: $input) { id } }',
    variables: async (cast, _member, turn) => ({
      input: {
        deliverableId: await aDeliverable(cast),
        kind: 'REVIEW',
        plannedOn: '2026-02-01',
        idempotencyKey: key('addDeliverableMilestone', turn),
      },
    }),
  },
  'Mutation.raiseDeliverableIssue': {
    query: 'mutation ($input: RaiseDeliverableIssueInput!) { raiseDeliverableIssue(input: $input) { id } }',
    variables: async (cast, _member, turn) => ({
      input: {
        deliverableId: await aDeliverable(cast),
        text: 'Open',
        idempotencyKey: key('raiseDeliverableIssue', turn),
      },
    }),
  },
  'Mutation.addDeliverableLineage': {
    query: 'mutation ($input: AddDeliverableLineageInput!) { addDeliverableLineage(input: $input) { id } }',
    variables: async (cast, _member, turn) => ({
      input: {
        deliverableId: await aDeliverable(cast),
        item: 'itu-t-l-1801-02-2026',
        relation: 'BECAME',
        idempotencyKey: key('addDeliverableLineage', turn),
      },
    }),
  },
  'Mutation.endDeliverableEditor': {
    query: 'mutation ($input: EndDeliverableEditorInput!) { endDeliverableEditor(input: $input) { id } }',
    variables: async (cast) => {
      const [it] = (await cast.dataSource.query(
        `insert into deliverable_editor (id, deliverable_id, person_id) values (gen_random_uuid(), $1, $2) returning id`,
        [await aDeliverable(cast), cast.cast.reader.personId],
      )) as [{ id: string }]
      return { input: { id: it.id, expectedRevision: 1, to: '2026-02-01' } }
    },
  },
  'Mutation.settleDeliverableIssue': {
    query: 'mutation ($input: SettleDeliverableIssueInput!) { settleDeliverableIssue(input: $input) { id } }',
    variables: async (cast) => {
      const [it] = (await cast.dataSource.query(
        `insert into deliverable_issue (id, deliverable_id, number, text, raised_on)
         values (gen_random_uuid(), $1, 1, 'Open', '2026-01-01') returning id`,
        [await aDeliverable(cast)],
      )) as [{ id: string }]
      return { input: { id: it.id, expectedRevision: 1, how: 'Settled' } }
    },
  },
  'Mutation.freezeDeliverable': {
    query: 'mutation ($input: FreezeDeliverableInput!) { freezeDeliverable(input: $input) { id } }',
    variables: async (cast, _member, turn) => {
      const deliverableId = await aDeliverable(cast)
      await cast.dataSource.query(
        `insert into deliverable_text (id, deliverable_id, document_id)
         select gen_random_uuid(), $1, t.document_id from deliverable_text t join deliverable d on d.id = t.deliverable_id
         where d.code = 'D.WG1-02'`,
        [deliverableId],
      )
      return { input: { deliverableId, idempotencyKey: key('freeze', turn) } }
    },
  },
  'Mutation.approveDeliverable': {
    query: 'mutation ($input: ApproveDeliverableInput!) { approveDeliverable(input: $input) { id } }',
    variables: async (cast) => {
      const id = await aDeliverable(cast, 'FG_REVIEW')
      const [group] = (await cast.dataSource.query(`select id from standards_group where slug = 'example'`)) as [
        { id: string },
      ]
      const decision = await aDecisionOnRecord(cast.dataSource, group, { decidedOn: '2026-02-01' })
      return { input: { id, expectedRevision: 1, versionId: await aVersion(cast, id), decisionId: decision.id } }
    },
  },
  'Mutation.transmitDeliverable': {
    query: 'mutation ($input: TransmitDeliverableInput!) { transmitDeliverable(input: $input) { id } }',
    variables: async (cast, _member, turn) => {
      const deliverableId = await aDeliverable(cast, 'IN_DRAFTING')
      const versionId = await aVersion(cast, deliverableId)
      const idempotencyKey = key('transmit', turn)
      return { input: { deliverableId, expectedRevision: 1, kind: 'DRAFT', versionId, idempotencyKey } }
    },
  },
  'Mutation.receiveTransmission': {
    query: 'mutation ($input: ReceiveTransmissionInput!) { receiveTransmission(input: $input) { id } }',
    variables: async (cast) => ({ input: await aTransmission(cast) }),
  },
  'Mutation.answerTransmission': {
    query: 'mutation ($input: AnswerTransmissionInput!) { answerTransmission(input: $input) { id } }',
    variables: async (cast) => ({ input: { ...(await aTransmission(cast)), answer: 'NOTED' } }),
  },
  'Mutation.moveDeliverableMilestone': {
    query: 'mutation ($input: MoveDeliverableMilestoneInput!) { moveDeliverableMilestone(input: $input) { id } }',
    variables: async (cast) => ({
      input: { id: await aMilestone(cast), expectedRevision: 1, plannedOn: '2026-03-01', reason: 'Later' },
    }),
  },
  'Mutation.reachDeliverableMilestone': {
    query: 'mutation ($input: ReachDeliverableMilestoneInput!) { reachDeliverableMilestone(input: $input) { id } }',
    variables: async (cast) => ({ input: { id: await aMilestone(cast), expectedRevision: 1, doneOn: '2026-01-15' } }),
  },
  'Mutation.createMeeting': {
    query: 'mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { number } }',
    variables: (_cast, _member, turn) => ({
      input: { group: 'example', title: 'Called in the walk', ...dates, idempotencyKey: key('meeting', turn) },
    }),
  },
  'Mutation.createMeeting: closed': {
    query: 'mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { number } }',
    variables: (_cast, _member, turn) => ({
      input: { group: 'closed-circle', title: 'Called in the walk', ...dates, idempotencyKey: key('closed', turn) },
    }),
  },
  'Mutation.createMeetingSeries': {
    query: 'mutation ($input: CreateMeetingSeriesInput!) { createMeetingSeries(input: $input) { step } }',
    variables: (_cast, _member, turn) => ({
      input: { group: 'example', title: 'Walk {n}', mode: 'REMOTE', ...weekly, idempotencyKey: key('series', turn) },
    }),
  },
  'Mutation.createMeetingSeries: closed': {
    query: 'mutation ($input: CreateMeetingSeriesInput!) { createMeetingSeries(input: $input) { step } }',
    variables: (_cast, _member, turn) => ({
      input: {
        group: 'closed-circle',
        title: 'Walk {n}',
        mode: 'REMOTE',
        ...weekly,
        idempotencyKey: key('closed-series', turn),
      },
    }),
  },
  'Mutation.cancelMeetingsOfSeries': {
    query: 'mutation ($input: CancelMeetingsOfSeriesInput!) { cancelMeetingsOfSeries(input: $input) { step } }',
    variables: async (cast) => ({ input: { ...(await aSeries(cast)), reason: 'The walk ends it.' } }),
  },
  'Mutation.updateMeeting': {
    query: 'mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { title } }',
    variables: async (cast) => ({ input: { ...(await aMeetingOf(cast)), title: 'Another title' } }),
  },
  'Mutation.updateMeeting: closed': {
    query: 'mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { number } }',
    variables: async ({ closed, dataSource }) => {
      const [meeting] = (await dataSource.query('select revision from meeting where id = $1', [closed.meetingId])) as [
        { revision: number },
      ]
      return { input: { id: closed.meetingId, expectedRevision: meeting.revision, place: 'Vienna' } }
    },
  },
  'Mutation.moveMeeting': {
    query: 'mutation ($input: MoveMeetingInput!) { moveMeeting(input: $input) { startsOn } }',
    variables: async (cast) => ({ input: { ...(await aMeetingOf(cast)), ...days } }),
  },
  'Mutation.announceMeeting': {
    query: 'mutation ($input: AnnounceMeetingInput!) { announceMeeting(input: $input) { announcedOn } }',
    variables: async (cast) => ({ input: { ...(await aMeetingOf(cast)), on: '2026-02-27' } }),
  },
  'Mutation.cancelMeeting': {
    query: 'mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { state } }',
    variables: async (cast) => ({ input: { ...(await aMeetingOf(cast)), reason: 'The walk ends it.' } }),
  },
  'Mutation.wordCallClause': {
    query: 'mutation ($input: WordCallClauseInput!) { wordCallClause(input: $input) { id } }',
    variables: async (cast) => ({
      input: { meetingId: (await cast.aMeeting()).id, expectedRevision: 0, key: 'OPENING', text: 'Of the walk.' },
    }),
  },
  // Nobody has seen what would be issued.
  'Mutation.issueConveningLetter': {
    query: 'mutation ($input: IssueConveningLetterInput!) { issueConveningLetter(input: $input) { id } }',
    variables: async (cast) => ({
      input: { meetingId: await anAgenda(cast), expectedHash: 'none', reference: 'Walk 1', on: '2026-02-27' },
    }),
  },
  'Mutation.issueCallCorrigendum': {
    query: 'mutation ($input: IssueCallCorrigendumInput!) { issueCallCorrigendum(input: $input) { id } }',
    variables: async (cast) => ({
      input: { meetingId: await anAgenda(cast), expectedHash: 'none', reason: 'The walk wants it.' },
    }),
  },
  'Mutation.offerRegistration': {
    query: 'mutation ($input: OfferRegistrationInput!) { offerRegistration(input: $input) { id } }',
    variables: async (cast) => ({
      input: {
        meetingId: (await cast.aMeeting()).id,
        offersRemote: true,
        offersVisaSupport: false,
        audience: 'ACCOUNT',
        consentText: 'May your name be printed?',
      },
    }),
  },
  'Mutation.registerForMeeting': {
    query: 'mutation ($input: RegisterForMeetingInput!) { registerForMeeting(input: $input) { state } }',
    variables: async (cast, _, turn) => ({
      input: { meetingId: await anOffer(cast), ...takingPart, idempotencyKey: key('registration', turn) },
    }),
  },
  'Mutation.registerForMeeting: closed': {
    query: 'mutation ($input: RegisterForMeetingInput!) { registerForMeeting(input: $input) { state } }',
    variables: ({ closed }, _, turn) => ({
      input: { meetingId: closed.meetingId, ...takingPart, idempotencyKey: key('registration', turn) },
    }),
  },
  'Mutation.registerByHand': {
    query: 'mutation ($input: RegisterByHandInput!) { registerByHand(input: $input) { state } }',
    variables: async (cast, _, turn) => ({
      input: {
        meetingId: await anOffer(cast),
        ...takingPart,
        name: 'Somebody of the walk',
        reason: 'The walk wants it.',
        idempotencyKey: key('by-hand', turn),
      },
    }),
  },
  'Mutation.changeRegistration': {
    query: 'mutation ($input: ChangeRegistrationInput!) { changeRegistration(input: $input) { state } }',
    variables: async (cast, member) => {
      const { id, expectedRevision } = await aRegistration(cast, member)
      return { input: { id, expectedRevision, ...takingPart } }
    },
  },
  'Mutation.withdrawRegistration: of reader': {
    query: 'mutation ($input: WithdrawRegistrationInput!) { withdrawRegistration(input: $input) { state } }',
    variables: async (cast) => {
      const { id, expectedRevision } = await aRegistration(cast, cast.cast.reader)
      return { input: { id, expectedRevision } }
    },
  },
  'Mutation.checkIn': {
    query: 'mutation ($input: CheckInInput!) { checkIn(input: $input) { mode } }',
    variables: async (cast) => {
      return { input: { meetingId: await anEmptyMeeting(cast), mode: 'ONSITE' } }
    },
  },
  'Mutation.checkOut': {
    query: 'mutation ($input: CheckOutInput!) { checkOut(input: $input) { to } }',
    variables: async (cast, { personId }) => ({ input: { meetingId: (await aPresence(cast, personId)).meetingId } }),
  },
  'Mutation.correctPresence': {
    query: 'mutation ($input: CorrectPresenceInput!) { correctPresence(input: $input) { to } }',
    variables: async (cast) => {
      const { id } = await aPresence(cast, null)
      return { input: { id, expectedRevision: 1, mode: 'REMOTE', from: '2026-03-02T08:00:00Z' } }
    },
  },
  'Mutation.publishDate': {
    query: 'mutation ($input: PublishDateInput!) { publishDate(input: $input) { revision } }',
    variables: async (cast) => {
      const { id, expectedRevision } = await aMeetingOf(cast)
      const date = { obligation: 'CONTRIBUTIONS', on: '2027-06-01', reason: 'The walk asks for it.' }
      return { input: { meetingId: id, expectedRevision, ...date } }
    },
  },
  'Mutation.closeMeeting': {
    query: 'mutation ($input: CloseMeetingInput!) { closeMeeting(input: $input) { state } }',
    variables: async (cast) => {
      const { id, revision } = await cast.aMeeting({ startsOn: '2026-02-03', endsOn: '2026-02-03' })
      await cast.dataSource.query(
        `insert into patent_question (id, meeting_id, was_asked, asked_on, told_at) values (gen_random_uuid(), $1, true, '2026-02-03', now())`,
        [id],
      )
      return { input: { id, expectedRevision: revision } }
    },
  },
  'Mutation.reopenMeeting': {
    query: 'mutation ($input: ReopenMeetingInput!) { reopenMeeting(input: $input) { state } }',
    variables: async (cast) => {
      const { id } = await cast.aMeeting({ startsOn: '2026-02-03', endsOn: '2026-02-03' })
      await cast.dataSource.query(`update meeting set state = 'CLOSED', closed_at = now() where id = $1`, [id])
      return { input: { id, expectedRevision: 1, decision: 'Decision 1', reason: 'The walk opens it.' } }
    },
  },
  'Mutation.setReminder': {
    query: 'mutation ($input: SetReminderInput!) { setReminder(input: $input) { number } }',
    variables: async (cast) => {
      const { id } = await cast.aMeeting()
      return { input: { meetingId: id, obligation: 'CONTRIBUTIONS', daysBefore: 3, isOn: true } }
    },
  },
  'Mutation.withdrawPublishedDate': {
    query: 'mutation ($input: WithdrawPublishedDateInput!) { withdrawPublishedDate(input: $input) { revision } }',
    variables: async (cast) => {
      const { id, revision } = await cast.aMeeting()
      const { revision: expectedRevision } = await cast.publishDate(id, revision)
      return { input: { meetingId: id, expectedRevision, obligation: 'CONTRIBUTIONS' } }
    },
  },
  'Mutation.addAgendaItem': {
    query: 'mutation ($input: AddAgendaItemInput!) { addAgendaItem(input: $input) { number } }',
    variables: async (cast, _member, turn) => ({
      input: { meetingId: await anAgenda(cast), title: 'Of the walk', idempotencyKey: key('row', turn) },
    }),
  },
  'Mutation.addAgendaItem: closed': {
    query: 'mutation ($input: AddAgendaItemInput!) { addAgendaItem(input: $input) { number } }',
    variables: ({ closed }, _member, turn) => ({
      input: { meetingId: closed.meetingId, title: 'Of the walk', idempotencyKey: key('hidden-row', turn) },
    }),
  },
  'Mutation.updateAgendaItem': {
    query: 'mutation ($input: UpdateAgendaItemInput!) { updateAgendaItem(input: $input) { revision } }',
    variables: async (cast) => ({
      input: { id: (await anAgendaRow(cast)).id, expectedRevision: 1, title: 'Another title' },
    }),
  },
  'Mutation.moveAgendaItem': {
    query: 'mutation ($input: MoveAgendaItemInput!) { moveAgendaItem(input: $input) { number } }',
    variables: async (cast) => ({ input: { id: (await anAgendaRow(cast)).id, step: 'UP' } }),
  },
  'Mutation.removeAgendaItem': {
    query: 'mutation ($input: RemoveAgendaItemInput!) { removeAgendaItem(input: $input) { id } }',
    variables: async (cast) => ({ input: { id: (await anAgendaRow(cast)).id, expectedRevision: 1 } }),
  },
  'Mutation.putBackAgendaItem': {
    query: 'mutation ($id: UUID!) { putBackAgendaItem(id: $id) { id } }',
    variables: async (cast) => {
      const { id, meetingId } = await anAgendaRow(cast)
      await cast.dataSource.query(
        `with gone as (delete from agenda_item where id = $1 returning *)
         insert into agenda_removal (id, meeting_id, number, "row", removed_at)
         select id, $2, '1', jsonb_build_object('id', id, 'meetingId', meeting_id, 'position', 1, 'title', title, 'visibility', visibility,
           'carriedFromId', null, 'revision', 1), now() from gone`,
        [id, meetingId],
      )
      return { id }
    },
  },
  'Mutation.fillAgenda': {
    query: 'mutation ($input: FillAgendaInput!) { fillAgenda(input: $input) { id } }',
    variables: async (cast, _member, turn) => ({
      input: { meetingId: await anAgenda(cast), template: 'FIRST_MEETING', idempotencyKey: key('fill', turn) },
    }),
  },
  'Mutation.carryAgendaOver': {
    query: 'mutation ($input: CarryAgendaOverInput!) { carryAgendaOver(input: $input) { id } }',
    variables: async (cast) => ({ input: { meetingId: await anAgenda(cast) } }),
  },
  'Mutation.setAgendaHours': {
    query: 'mutation ($input: SetAgendaHoursInput!) { setAgendaHours(input: $input) { id } }',
    variables: async (cast) => ({
      input: { meetingId: (await cast.aMeeting()).id, expectedRevision: 1, sittings: [] },
    }),
  },
  'Mutation.publishAgenda': {
    query: 'mutation ($input: PublishAgendaInput!) { publishAgenda(input: $input) { number } }',
    variables: async (cast) => ({ input: { meetingId: (await anAgendaRow(cast)).meetingId } }),
  },
  'Mutation.moveRoom': {
    query: 'mutation ($value: MoveRoomInput!) { moveRoom(input: $value) { id } }',
    variables: async (cast) => ({
      value: { meetingId: (await aRoom(cast)).meetingId, expectedRevision: 1, step: 'NEXT' },
    }),
  },
  'Mutation.openRehearsal': {
    query: 'mutation ($value: UUID!) { openRehearsal(meetingId: $value) { id } }',
    variables: (cast) => aRehearsal(cast, false),
  },
  'Mutation.endRehearsal': {
    query: 'mutation ($value: UUID!) { endRehearsal(meetingId: $value) { id } }',
    variables: (cast) => aRehearsal(cast, true),
  },
  'Mutation.attendRoom': {
    query: 'mutation ($value: AttendRoomInput!) { attendRoom(input: $value) { id } }',
    variables: async (cast) => ({ value: { meetingId: (await aRoom(cast)).meetingId } }),
  },
  'Mutation.askToSpeak': {
    query: 'mutation ($value: AttendRoomInput!) { askToSpeak(input: $value) { id } }',
    variables: async (cast) => ({ value: { meetingId: (await aRoom(cast)).meetingId } }),
  },
  'Mutation.askToSpeak: closed': {
    query: 'mutation ($value: AttendRoomInput!) { askToSpeak(input: $value) { id } }',
    variables: ({ closed }) => ({ value: { meetingId: closed.meetingId } }),
  },
  'Mutation.withdrawSpeech': {
    query: 'mutation ($value: UUID!) { withdrawSpeech(id: $value) { id } }',
    variables: async (cast, member) => ({ value: (await aSpeech(cast, member)).id }),
  },
  'Mutation.giveFloor': {
    query: 'mutation ($value: UUID!) { giveFloor(id: $value) { id } }',
    variables: async (cast, member) => ({ value: (await aSpeech(cast, member)).id }),
  },
  'Mutation.endSpeech': {
    query: 'mutation ($value: UUID!) { endSpeech(id: $value) { id } }',
    variables: async (cast, member) => ({ value: (await aSpeech(cast, member, 'SPEAKING')).id }),
  },
  'Mutation.reorderSpeech': {
    query: 'mutation ($value: ReorderSpeechInput!) { reorderSpeech(input: $value) { id } }',
    variables: async (cast, member) => ({ value: await aSpeech(cast, member) }),
  },
  'Mutation.setSpeakersList': {
    query: 'mutation ($value: SetSpeakersListInput!) { setSpeakersList(input: $value) { id } }',
    variables: async (cast) => ({ value: { meetingId: (await aRoom(cast)).meetingId, isOpen: false } }),
  },
  'Mutation.proposeBlock': {
    query: 'mutation ($value: ProposeBlockInput!) { proposeBlock(input: $value) { id } }',
    variables: async (cast) => {
      const { meetingId, itemId } = await aRoom(cast)
      return { value: { meetingId, itemIds: [itemId], outcome: 'AGREED' } }
    },
  },
  'Mutation.pullFromBlock': {
    query: 'mutation ($value: PullFromBlockInput!) { pullFromBlock(input: $value) { id } }',
    variables: async (cast) => ({ value: await aBlock(cast) }),
  },
  'Mutation.approveBlock': {
    query: 'mutation ($value: ApproveBlockInput!) { approveBlock(input: $value) { id } }',
    variables: async (cast) => ({ value: { blockId: (await aBlock(cast)).blockId, expectedRevision: 1 } }),
  },
  'Mutation.withdrawBlock': {
    query: 'mutation ($value: UUID!) { withdrawBlock(blockId: $value) { id } }',
    variables: async (cast) => ({ value: (await aBlock(cast)).blockId }),
  },

  'Mutation.allocateDocuments': {
    query: 'mutation ($input: AllocateDocumentsInput!) { allocateDocuments(input: $input) { count } }',
    variables: async (cast) => {
      const { id, row, meetingId } = await aListedDocument(cast)
      return { input: { meetingId, documents: [id], agendaItemId: row } }
    },
  },
  'Mutation.applyAllocationRules': {
    query: 'mutation ($input: ApplyAllocationRulesInput!) { applyAllocationRules(input: $input) { count } }',
    variables: async (cast) => ({ input: { meetingId: (await aListedDocument(cast)).meetingId } }),
  },
  'Mutation.undoAllocation': {
    query: 'mutation ($id: UUID!) { undoAllocation(id: $id) { count } }',
    variables: (cast) => aRuleOf(cast, 'allocation_run'),
  },
  'Mutation.orderDocument': {
    query: 'mutation ($input: OrderDocumentInput!) { orderDocument(input: $input) { position } }',
    variables: async (cast) => {
      const { id, meetingId } = await aListedDocument(cast)
      return { input: { meetingId, document: id } }
    },
  },
  'Mutation.namePresenter': {
    query: 'mutation ($input: NamePresenterInput!) { namePresenter(input: $input) { presentedBy } }',
    variables: async (cast) => {
      const { id, meetingId } = await aListedDocument(cast)
      return { input: { meetingId, document: id, presentedBy: 'Somebody' } }
    },
  },
  'Mutation.settleDocuments': {
    query: 'mutation ($input: SettleDocumentsInput!) { settleDocuments(input: $input) { result } }',
    variables: async (cast) => {
      const { id, meetingId } = await aListedDocument(cast)
      return { input: { meetingId, documents: [{ id, expectedRevision: 1 }], result: 'NOTED' } }
    },
  },
  'Mutation.undoSettling': {
    query: 'mutation ($input: UndoSettlingInput!) { undoSettling(input: $input) { progress } }',
    variables: async (cast) => {
      const { id, meetingId } = await aListedDocument(cast)
      return { input: { meetingId, document: id, expectedRevision: 1 } }
    },
  },
  'Mutation.addAllocationRule': {
    query: 'mutation ($input: AddAllocationRuleInput!) { addAllocationRule(input: $input) { pattern } }',
    variables: async (cast) => {
      const { row, meetingId } = await aListedDocument(cast)
      return { input: { meetingId, kind: 'KEYWORD', pattern: 'walk', agendaItemId: row } }
    },
  },
  'Mutation.removeAllocationRule': {
    query: 'mutation ($id: UUID!) { removeAllocationRule(id: $id) { number } }',
    variables: (cast) => aRuleOf(cast, 'allocation_rule'),
  },

  'Subscription.meetingDocumentsChanged': {
    query: 'subscription ($id: UUID!) { meetingDocumentsChanged(meetingId: $id) { isAgendaChanged } }',
    variables: async ({ dataSource }) => {
      const [meeting] = (await dataSource.query(
        `select m.id from meeting m join standards_group g on g.id = m.group_id where g.slug = 'example' and m.number = 2`,
      )) as [{ id: string }]
      return meeting
    },
  },
  'Subscription.activityAdded': { query: 'subscription { activityAdded { verb } }' },
}
