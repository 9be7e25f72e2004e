import { DataSource } from 'typeorm'
import { agendaOf, documentsIn } from '../process/documents-of-a-meeting.js'
import { exampleClauses, exampleTextId } from '../harness/example-text.js'
import type { Address } from './addresses.js'
import { aReport } from './report.js'
import type { Visitors } from './visitors.js'

/** Puts what a file of tests has made into addresses that name it by a sign. */
export type Placing = (address: Address) => Address

/** A case on three items, with a verdict and one scope quoted. */
const aCase = {
  items: [
    { item: 'itu-t-l-1801-02-2026' },
    { item: 'iso-iec-tr-20226-2025', scope: 'A made-up quotation.', clause: '1', source: 'Made up', asOf: '2026' },
    { item: 'ieee-p7100' },
  ],
  verdict: 'OVERLAP',
  evidence: 'Made up for looking at pages.',
  source: 'https://example.org/evidence',
  evidenceOn: '2026-02-01',
  mode: 'LIAISON',
  owner: 'itu-t',
  idempotencyKey: 'case-that-pages-name',
}

/** Makes what addresses name: `:case` of overlap, `:pair` that looks alike, `:token` of the chair, `:fact`, an item that nobody has confirmed, `:edge` of the first gap, `:import` of a list, `:document` that is being written, `:listed` on the documents of a meeting, `:late` for it, `:report` of the group's work, frozen, `:text`, `:clause` and `:deleted` of the example report. */
export async function makeMeant({ app }: Visitors): Promise<Placing> {
  const cookie = await app.signIn('chair@example.org')
  const made = await app.query<{ createAccessToken: { token: { id: string } } }>(
    'mutation { createAccessToken(input: { name: "A script" }) { token { id } } }',
    {},
    { cookie },
  )
  const unsure = await app.query<{ factsToCheck: { nodes: { kind: string; id: string }[] } }>(
    '{ factsToCheck(first: 1, filter: { kind: [ITEM] }) { nodes { kind id } } }',
  )
  const { data: first } = await app.query<{ gap: { coverageEdges: { id: string }[] } }>(
    '{ gap(id: "G-01") { coverageEdges { id } } }',
  )
  const [sent] = (await app.app.get(DataSource).query(
    `with sent as (
       insert into item_import (id, file_name, format, size_bytes, sha256, source, confidence, as_of, state, counts, uploaded_at)
       values (gen_random_uuid(), 'a list.csv', 'CSV', 1, '', 'A catalogue', 'MEMORY', '2026-02-01', 'PREVIEWED',
               '{"NEW": 1, "DOUBTFUL": 1}', '2026-03-01T09:00:00Z') returning id)
     insert into item_import_row (import_id, number, raw, outcome, reasons, candidates, changes)
     select sent.id, r.number, '{"designation": "ISO 14046", "title": "Water footprint"}', r.outcome,
            jsonb_build_array(jsonb_build_object('code', 'ALIKE', 'args', jsonb_build_object('designation', 'ISO 14046:2014'))),
            array(select id from item where designation = 'ISO 14046:2014'), '[{"field": "designation", "from": null, "to": "ISO 14046"}]'
     from sent, (values (2, 'NEW'), (3, 'DOUBTFUL')) r (number, outcome)
     returning import_id as id`,
  )) as { id: string }[]
  const { data: overlap } = await app.query<{ openOverlapCase: { number: string } }>(
    'mutation ($input: OpenOverlapCaseInput!) { openOverlapCase(input: $input) { number } }',
    { input: aCase },
    { cookie: await app.signIn('liaison@example.org') },
  )
  const { data: alike } = await app.query<{ overlapSuggestions: { nodes: { id: string }[] } }>(
    '{ overlapSuggestions(first: 1) { nodes { id } } }',
  )
  const listed = await aListedDocument(app.app.get(DataSource), app)
  const { idOf, deletedId } = exampleClauses()
  const meant: Readonly<Record<string, string>> = {
    ':token': made.data!.createAccessToken.token.id,
    ':fact': unsure.data!.factsToCheck.nodes[0]!.id,
    ':import': sent!.id,
    ':text': await exampleTextId(app),
    ':document': await aReport(app),
    ':listed': listed.id,
    ':late': listed.late,
    ':report': await reportsOf(app),
    ':clause': idOf('Who asks'),
    ':deleted': deletedId,
    ':case': overlap!.openOverlapCase.number,
    ':pair': alike!.overlapSuggestions.nodes[0]!.id,
    ':edge': first!.gap.coverageEdges[0]!.id,
  }
  return ({ path, ...more }) => ({ ...more, path: path.replace(/:[a-z]+/g, (name) => meant[name] ?? name) })
}

/** Documents of the second meeting of the example group, one of them under a row with a result, a condition and a rule behind it. */
async function aListedDocument(dataSource: DataSource, app: Visitors['app']): Promise<{ id: string; late: string }> {
  const [meeting] = (await dataSource.query(
    `select m.id, m.group_id as "groupId" from meeting m join standards_group g on g.id = m.group_id where g.slug = 'example' and m.number = 2`,
  )) as [{ id: string; groupId: string }]
  const [row] = await agendaOf({ dataSource }, meeting.id, ['Contributions on water', 'Energy'])
  const [id, other] = await documentsIn({ dataSource }, { id: meeting.groupId }, meeting.id, [
    { title: 'Water of inference' },
    { title: 'Water of training' },
    { title: 'Energy', state: 'WITHDRAWN' },
    { title: 'Heat of cooling' },
  ])
  const [{ number: late }] = (await dataSource
    .query(
      `update contribution set standing = 'LATE_PENDING' where meeting_id = $1 and title = 'Heat of cooling' returning number`,
      [meeting.id],
    )
    .then(([rows]: [unknown]) => rows)) as [{ number: string }]
  const cookie = await app.signIn('chair@example.org')
  const carry = async (verb: string, type: string, input: object, answer: string) => {
    const { errors } = await app.query(
      `mutation ($input: ${type}!) { ${verb}(input: $input) { ${answer} } }`,
      { input },
      { cookie },
    )
    if (errors) throw new Error(`${verb}: ${errors[0]!.message}`)
  }
  const meetingId = meeting.id
  await carry(
    'addAllocationRule',
    'AddAllocationRuleInput',
    { meetingId, kind: 'KEYWORD', pattern: 'water', agendaItemId: row },
    'id',
  )
  await carry('allocateDocuments', 'AllocateDocumentsInput', { meetingId, documents: [id], agendaItemId: row }, 'count')
  const documents = [{ id, expectedRevision: 1 }]
  await carry(
    'settleDocuments',
    'SettleDocumentsInput',
    { meetingId, documents, result: 'REVISED', revisedTo: other, note: 'As shown' },
    'revision',
  )
  return { id: id!, late }
}

/** The draft of a report of the first meeting, and a frozen progress report; answers the number of the latter. */
async function reportsOf(app: Visitors['app']): Promise<string> {
  const cookie = await app.signIn('chair@example.org')
  const carry = async <Answer>(document: string, variables: object): Promise<Answer> => {
    const { data, errors } = await app.query<Answer>(document, { ...variables }, { cookie })
    if (errors) throw new Error(errors[0]!.message)
    return data!
  }
  await carry('mutation ($input: MakeMeetingReportInput!) { makeMeetingReport(input: $input) { id } }', {
    input: { group: 'example', meeting: 1, idempotencyKey: 'report-that-pages-name' },
  })
  const { makeProgressReport: made } = await carry<{ makeProgressReport: { id: string; number: number } }>(
    'mutation ($input: MakeProgressReportInput!) { makeProgressReport(input: $input) { id number } }',
    {
      input: {
        group: 'example',
        fromOn: '2026-01-01',
        untilOn: '2026-02-28',
        idempotencyKey: 'progress-that-pages-name',
      },
    },
  )
  const { group } = await carry<{ group: { progressReport: { draft: { textVersion: string } } } }>(
    'query ($number: Int!) { group(slug: "example") { progressReport(number: $number) { draft { textVersion } } } }',
    { number: made.number },
  )
  await carry('mutation ($input: FreezeReportInput!) { freezeReport(input: $input) { number } }', {
    input: {
      id: made.id,
      expectedText: group.progressReport.draft.textVersion,
      idempotencyKey: 'frozen-that-pages-name',
    },
  })
  return String(made.number)
}
