import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { CONSENT_VERSION } from '#schema/vocabulary/contributions.js'
import { ContributionSweeper } from '#server/process/contributions/index.js'
import { aDocm, aDocx, aPdf } from '../builders/documents.js'
import { startApp, type ApiAnswer, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

// The second meeting of the example group opens on 12 May 2026: its contributions close twelve days before, at the end of 30 April in Zurich.
const inTime = '2026-04-20T10:00:00Z'
const lastMoment = '2026-04-30T21:59:59Z'
const tooLate = '2026-04-30T22:00:00Z'
const afterIt = '2026-05-20T10:00:00Z'

let app: TestApp
const cookies: Record<string, string> = {}

beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase() })
  // In the middle, so that sessions hold all the way.
  app.clock.set('2026-05-05T10:00:00Z')
  for (const who of ['secretariat', 'chair', 'editor', 'contributor', 'participant', 'liaison', 'reader']) {
    cookies[who] = await app.signIn(`${who}@example.org`)
  }
})
afterAll(() => app.stop())

let keys = 0
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are as different as the questions
type Answer = ApiAnswer<any>
const ask = (query: string, variables: object = {}, who?: string): Promise<Answer> =>
  app.query(query, variables as never, who ? { cookie: cookies[who]! } : {})
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code

const shown =
  'id revision number citedAs title state standing phase submittedAt meeting { number } heldFrom { number } standingReason { text } viewerMay'

async function done(name: string, type: string, input: object, who: string) {
  const answer = await ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} } }`, { input }, who)
  return { ...answer, got: answer.data?.[name], code: codeOf(answer) }
}
const reserve = (given: object = {}, who = 'contributor') =>
  done(
    'reserveContribution',
    'ReserveContributionInput',
    { group: 'example', meeting: 2, title: 'A proposal', idempotencyKey: `reserve-${(keys += 1)}`, ...given },
    who,
  )
const agreed = { consent: CONSENT_VERSION, patentsKnown: false }
const handIn = (
  verb: 'submit' | 'revise',
  id: string,
  expectedRevision: number,
  given: object = {},
  who = 'contributor',
) => done(`${verb}Contribution`, 'SubmitContributionInput', { id, expectedRevision, ...agreed, ...given }, who)
const settle = (verb: string, { id, revision }: { id: string; revision: number }, reason: string | null, who: string) =>
  done(`${verb}Contribution`, 'SettleContributionInput', { id, expectedRevision: revision, reason }, who)
const find = async (number: string, who?: string, fields = shown) =>
  (
    await ask(
      `query ($number: String!) { contribution(group: "example", number: $number) { ${fields} } }`,
      { number },
      who,
    )
  ).data!.contribution

async function send(id: string, bytes: Buffer, name: string, who: string) {
  const answer = await fetch(`${app.url}/files?contribution=${id}&name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    headers: { cookie: cookies[who]!, origin: app.url },
    body: new Uint8Array(bytes),
  })
  return { status: answer.status, ...((await answer.json()) as { id: string; url: string; code?: string }) }
}

/** A contribution that was handed in as a file at an instant. */
async function handedIn(at: string, given: object = {}) {
  app.clock.set(inTime)
  const { got } = await reserve(given)
  app.clock.set(at)
  const file = await send(got.id, aDocx({ text: `Of ${got.number}` }), 'text.docx', 'contributor')
  return (await handIn('submit', got.id, got.revision, { fileId: file.id })).got
}

describe('numbers', () => {
  it('[CO-8] gives 50 people at once 50 numbers in a row, each once', async () => {
    app.clock.set(inTime)
    const before = (await ask('{ meeting(group: "example", number: 2) { contributionOutlook { number } } }')).data!
    const first = Number(before.meeting.contributionOutlook.number.slice(-3))
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => reserve({ title: `At once ${at}` })))
    expect(answers.map(({ code }) => code).filter(Boolean)).toEqual([])
    expect(answers.map(({ got }) => got.number).sort()).toEqual(
      Array.from({ length: 50 }, (_, at) => `FGEXAMPLE-I-${String(first + at).padStart(3, '0')}`),
    )
  })

  it('[CO-8] sent twice takes one number, and one that was taken back is never given again', async () => {
    app.clock.set(inTime)
    const [once, again] = [
      await reserve({ idempotencyKey: 'the-same-key' }),
      await reserve({ idempotencyKey: 'the-same-key' }),
    ]
    expect(again.got.number).toBe(once.got.number)
    const { got } = await settle('withdraw', once.got, 'Sent by mistake.', 'contributor')
    expect(got.state).toBe('WITHDRAWN')
    expect((await reserve()).got.number).not.toBe(once.got.number)
    expect(await find(once.got.number)).toMatchObject({ state: 'WITHDRAWN', number: once.got.number })
    expect((await settle('withdraw', got, null, 'contributor')).code).toBe('CONTRIBUTION_STATE')
  })

  it('[CN-1] lapse when the meeting has ended, before any job has said so, and stay in the list', async () => {
    app.clock.set(inTime)
    const { got } = await reserve({ title: 'Never written' })
    app.clock.set(afterIt)
    expect(await find(got.number)).toMatchObject({ state: 'LAPSED', phase: 'LAPSED', revision: 1 })
    const code = async () => (await handIn('submit', got.id, 1)).code
    expect(await code()).toBe('CONTRIBUTION_MEETING_OVER')
    await app.app.get(ContributionSweeper).sweep()
    await app.app.get(ContributionSweeper).sweep()
    expect(await find(got.number)).toMatchObject({ state: 'LAPSED', revision: 2 })
    const { data } = await ask(
      '{ activity(first: 200, filter: { objectType: "contribution" }) { nodes { verb objectId } } }',
    )
    expect(
      data!.activity.nodes.filter(
        ({ verb, objectId }: { verb: string; objectId: string }) =>
          verb === 'contribution.lapsed' && objectId === got.id,
      ),
    ).toHaveLength(1)
    const list = await ask(
      `{ contributions(filter: { group: "example", phase: [LAPSED] }) { nodes { number } facets { phase { value count } } } }`,
    )
    expect(list.data!.contributions.nodes).toContainEqual({ number: got.number })
    app.clock.set(inTime)
  })

  it('[CN-1] are given to contributors; others are told whom to ask', async () => {
    app.clock.set(inTime)
    expect((await reserve({}, 'editor')).got.number).toMatch(/^FGEXAMPLE-I-/)
    for (const who of ['participant', 'reader', 'liaison']) {
      const answer = await reserve({}, who)
      expect(answer.code).toBe('CONTRIBUTOR_NEEDED')
      expect(answer.errors![0]!.message).toContain('Ask Charles Adeyemi, Sofia Marek')
    }
    const nobody = await ask(
      'mutation { reserveContribution(input: { group: "example", title: "x", idempotencyKey: "a-stranger" }) { id } }',
    )
    expect(codeOf(nobody)).toBe('SIGN_IN_REQUIRED')
  })
})

describe('the cover', () => {
  it('[CO-2, CO-3, CO-4] says who gives it, in their order, for what, and whom to ask; an e-mail address is told to few', async () => {
    app.clock.set(inTime)
    const { got } = await reserve({
      sources: ['Example Ministry of the Environment', 'Unknown Works', 'example computing ltd', 'Unknown works'],
      purposes: ['PROPOSAL', 'DISCUSSION'],
      contacts: [{ name: 'Ines Rossi', organisation: 'Unknown Works', email: 'ines@example.org' }],
      keywords: ['water', 'cooling'],
      abstract: 'What cooling takes.',
      asked: 'Agree on clause 6.',
    })
    const fields = `sources { label organisation { slug } } purposes keywords abstract asked contacts { name organisation email }`
    const forAll = await find(got.number, undefined, fields)
    expect(forAll.sources).toEqual([
      { label: 'Example Ministry of the Environment', organisation: { slug: 'example-ministry' } },
      { label: 'Unknown Works', organisation: null },
      { label: 'example computing ltd', organisation: { slug: 'example-computing' } },
    ])
    expect(forAll.purposes).toEqual(['DISCUSSION', 'PROPOSAL'])
    expect(forAll.contacts).toEqual([{ name: 'Ines Rossi', organisation: 'Unknown Works', email: null }])
    expect((await find(got.number, 'participant', fields)).contacts[0].email).toBeNull()
    expect((await find(got.number, 'chair', fields)).contacts[0].email).toBe('ines@example.org')
  })

  it('[CO-4] takes the affiliation of whoever reserves when no source is named, and refuses a person as a source', async () => {
    app.clock.set(inTime)
    const { got } = await reserve()
    expect(await find(got.number, undefined, 'sources { label } contacts { person { name } }')).toEqual({
      sources: [{ label: 'Example Computing Ltd' }],
      contacts: [{ person: { name: 'Camila Novak' } }],
    })
    const refused = await reserve({ sources: ['Camila Novak'] })
    expect([refused.code, refused.errors![0]!.extensions.field]).toEqual(['SOURCE_IS_PERSON', 'input.sources'])
  })

  it('[CN-4] carries another organisation once its member has agreed to sign, and not before', async () => {
    app.clock.set(inTime)
    const { got } = await reserve()
    const { data } = await ask('{ group(slug: "example") { roles { person { id name } } } }')
    const person = (name: string) =>
      data!.group.roles.find((role: { person: { name: string } }) => role.person.name === name).person.id
    const invite = (personId: string, who = 'contributor') =>
      done('inviteCosigner', 'InviteCosignerInput', { id: got.id, personId }, who)
    const signs = (accepts: boolean, who: string) =>
      done('answerCosigning', 'AnswerCosigningInput', { id: got.id, accepts }, who)
    const cover = async (who?: string) => (await find(got.number, who, 'cosigners { label state }')).cosigners

    expect((await invite(person('Emeka Tanaka'))).code).toBe('SAME_ORGANISATION')
    expect((await signs(true, 'participant')).code).toBe('FORBIDDEN')
    expect((await invite(person('Paul Oduya'))).code).toBeUndefined()
    expect(await cover()).toEqual([])
    expect(await cover('contributor')).toEqual([{ label: 'Example Association of Users', state: 'INVITED' }])
    expect((await find(got.number, 'participant', 'viewerInvitation { state }')).viewerInvitation.state).toBe('INVITED')
    expect((await signs(true, 'participant')).code).toBeUndefined()
    expect(await cover()).toEqual([{ label: 'Example Association of Users', state: 'ACCEPTED' }])
    await signs(false, 'participant')
    expect(await cover()).toEqual([])
  })

  it('[CO-8] two who change it at once do not overwrite each other', async () => {
    app.clock.set(inTime)
    const { got } = await reserve()
    const update = (title: string) =>
      done('updateContribution', 'UpdateContributionInput', { id: got.id, expectedRevision: 1, title }, 'contributor')
    expect((await update('One')).got.title).toBe('One')
    expect((await update('Two')).code).toBe('STALE')
    expect(
      (
        await done(
          'updateContribution',
          'UpdateContributionInput',
          { id: got.id, expectedRevision: 2, title: 'x' },
          'editor',
        )
      ).code,
    ).toBe('FORBIDDEN')
  })
})

describe('what is handed in', () => {
  it('[D-L-1] is in time to the last moment of the deadline and late from then on, and says why', async () => {
    const good = await handedIn(lastMoment)
    expect(good).toMatchObject({ state: 'SUBMITTED', standing: 'ON_TIME', submittedAt: '2026-04-30T21:59:59.000Z' })
    const late = await handedIn(tooLate)
    expect(late).toMatchObject({ state: 'SUBMITTED', standing: 'LATE_PENDING' })
    expect(late.standingReason.text).toMatch(/30 Apr/)
    expect(late.viewerMay).not.toContain('ADMIT')
  })

  it('[D-L-1] is refused once the meeting has ended, and the text is safe', async () => {
    app.clock.set(inTime)
    const { got } = await reserve()
    const written = await ask(
      'mutation ($id: UUID!) { writeContribution(id: $id) { document { id } } }',
      { id: got.id },
      'contributor',
    )
    app.clock.set(afterIt)
    const refused = await handIn('submit', got.id, 2)
    expect(refused.code).toBe('CONTRIBUTION_MEETING_OVER')
    expect(refused.errors![0]!.message).toContain('Your text is safe as a draft')
    const { data } = await ask(
      'query ($id: UUID!) { document(id: $id) { viewerMay } }',
      written.data!.writeContribution.document,
      'contributor',
    )
    expect(data!.document.viewerMay).toContain('EDIT')
  })

  it('[CO-6, IP-4] needs the agreement to its words and an answer about patents', async () => {
    app.clock.set(inTime)
    const { got } = await reserve()
    const file = await send(got.id, aPdf(), 'text.pdf', 'contributor')
    const attempt = async (given: object) => (await handIn('submit', got.id, 1, { fileId: file.id, ...given })).code
    expect(await attempt({ consent: null })).toBe('CONSENT_NEEDED')
    expect(await attempt({ consent: 'of old' })).toBe('CONSENT_NEEDED')
    expect(await attempt({ patentsKnown: null })).toBe('PATENT_ANSWER_NEEDED')
    expect(await attempt({ patentsKnown: true, patentsNote: ' ' })).toBe('TEXT_MISSING')
    expect(await attempt({ patentsKnown: true, patentsNote: 'EP 1 234 567' })).toBeUndefined()
    expect(await find(got.number, undefined, 'patentsKnown patentsNote consentVersion')).toEqual({
      patentsKnown: true,
      patentsNote: 'EP 1 234 567',
      consentVersion: CONSENT_VERSION,
    })
  })

  it('[CN-2, CN-5] is the text as it was then, for all; the draft is for its source and the management', async () => {
    app.clock.set(inTime)
    const { got } = await reserve({ abstract: 'Water is counted twice.' })
    const { data } = await ask(
      'mutation ($id: UUID!) { writeContribution(id: $id) { revision document { id } } }',
      { id: got.id },
      'contributor',
    )
    const { revision, document } = data!.writeContribution
    const again = await ask(
      'mutation ($id: UUID!) { writeContribution(id: $id) { document { id } } }',
      { id: got.id },
      'chair',
    )
    expect(again.data!.writeContribution.document.id).toBe(document.id)
    const sees = async (who?: string) =>
      (await ask('query ($id: UUID!) { document(id: $id) { viewerMay } }', document, who)).data!.document
    expect((await sees('contributor')).viewerMay).toContain('EDIT')
    expect(await sees('chair')).not.toBeNull()
    for (const who of ['editor', 'participant', 'reader', undefined]) expect(await sees(who)).toBeNull()

    expect((await handIn('submit', got.id, revision)).got.standing).toBe('ON_TIME')
    const fields = 'document { id } revisions { citedAs isAfterDeadline sha256 clauses { title content } file { id } }'
    const read = await find(got.number, undefined, fields)
    expect(read.document).toBeNull()
    expect(read.revisions).toHaveLength(1)
    expect(read.revisions[0].clauses.map(({ title }: { title: string }) => title)).toEqual([
      'Abstract',
      'Introduction',
      'Discussion',
      'Proposal',
    ])
    expect(JSON.stringify(read.revisions[0].clauses[0].content)).toContain('Water is counted twice.')
    expect(read.revisions[0].sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('[CN-2] a text without words is not handed in, and nothing at all neither', async () => {
    app.clock.set(inTime)
    const { got } = await reserve()
    expect((await handIn('submit', got.id, 1)).code).toBe('CONTRIBUTION_EMPTY')
    await ask('mutation ($id: UUID!) { writeContribution(id: $id) { id } }', { id: got.id }, 'contributor')
    expect((await handIn('submit', got.id, 2)).code).toBe('CONTRIBUTION_EMPTY')
  })

  it('[D-L-3, CO-8] a revision after the deadline does not make it late, but is marked, and each stays readable', async () => {
    const first = await handedIn(lastMoment)
    app.clock.set(tooLate)
    const file = await send(first.id, aPdf(), 'again.pdf', 'contributor')
    const { got } = await handIn('revise', first.id, first.revision, { fileId: file.id, note: 'Figures mended.' })
    expect(got).toMatchObject({ standing: 'ON_TIME', citedAs: `${first.number}-R1`, submittedAt: first.submittedAt })
    const { revisions } = await find(
      `${first.number}-R1`,
      undefined,
      'revisions { number citedAs isAfterDeadline note file { mediaType url } }',
    )
    expect(revisions).toMatchObject([
      { number: 0, citedAs: first.number, isAfterDeadline: false, note: null },
      {
        number: 1,
        citedAs: `${first.number}-R1`,
        isAfterDeadline: true,
        note: 'Figures mended.',
        file: { mediaType: 'application/pdf' },
      },
    ])
  })
})

describe('a file', () => {
  it('[FI-9] is what it says or is refused with a sentence; macros are', async () => {
    app.clock.set(inTime)
    const { got } = await reserve()
    expect(await send(got.id, Buffer.from('<html>'), 'text.docx', 'contributor')).toMatchObject({
      status: 422,
      code: 'FILE_NOT_DOCUMENT',
    })
    expect((await send(got.id, aDocm(), 'text.docx', 'contributor')).code).toBe('FILE_NOT_DOCUMENT')
    for (const bytes of ['<!doctype html><script>alert(1)</script>', '%PD', 'GIF89a', ' '])
      expect((await send(got.id, Buffer.from(bytes), 'text.pdf', 'contributor')).code).toBe('FILE_NOT_DOCUMENT')
    expect((await send(got.id, aDocx(), 'text.docx', 'participant')).status).toBe(403)
    expect((await find(got.number, 'contributor', 'waitingFiles { id }')).waitingFiles).toEqual([])
  })

  it('[CN-2] is read by its source and the management until it is handed in, then by all, and saved rather than opened here', async () => {
    app.clock.set(inTime)
    const { got } = await reserve()
    const file = await send(got.id, aDocx(), '../Texte d’été.docm', 'contributor')
    const status = async (who?: string) =>
      (await fetch(app.url + file.url, { headers: who ? { cookie: cookies[who]! } : {} })).status
    expect([await status('contributor'), await status('chair'), await status('participant'), await status()]).toEqual([
      200, 200, 404, 404,
    ])
    await handIn('submit', got.id, 1, { fileId: file.id })
    const answer = await fetch(app.url + file.url)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toContain('attachment; filename="Texte dete.docx"')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  })

  it('[CN-2] is sent by a form, too, for browsers without script, which are led back to the page', async () => {
    app.clock.set(inTime)
    const { got } = await reserve()
    const form = new FormData()
    form.set('file', new File([new Uint8Array(aPdf())], 'by form.pdf'))
    form.set('back', '//elsewhere.example')
    const post = () =>
      fetch(`${app.url}/files?contribution=${got.id}`, {
        method: 'POST',
        body: form,
        headers: { cookie: cookies['contributor']!, origin: app.url },
        redirect: 'manual',
      })
    expect((await post()).headers.get('location')).toBe('/')
    form.set('back', '/groups/example/contributions')
    const answer = await post()
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/groups/example/contributions'])
    expect((await find(got.number, 'contributor', 'waitingFiles { name }')).waitingFiles).toEqual([
      { name: 'by form.pdf' },
    ])
  })
})

/** Puts documents under a new row of the second meeting; answers the row. */
const underARow = async (ids: readonly string[]) => {
  const { data } = await ask('{ meeting(group: "example", number: 2) { id } }')
  const meetingId = data!.meeting.id
  const row = await ask(
    'mutation ($input: AddAgendaItemInput!) { addAgendaItem(input: $input) { id } }',
    { input: { meetingId, title: 'What was handed in', idempotencyKey: `agenda-row-${(keys += 1)}` } },
    'chair',
  )
  const agendaItemId = row.data!.addAgendaItem.id
  await ask(
    'mutation ($input: AllocateDocumentsInput!) { allocateDocuments(input: $input) { count } }',
    { input: { meetingId, documents: ids, agendaItemId } },
    'chair',
  )
  return agendaItemId
}

describe('the way to what was handed in', () => {
  /** What a participant reads of a document on the list and under its row. */
  const listed = async (id: string, row: string) => {
    const { data } = await ask(
      `query ($id: UUID!) { meeting(group: "example", number: 2) {
         document(id: $id) { handedIn { citedAs isLateRevision file { name url } } }
         agenda { id documents { id href readHref file { name url } } } } }`,
      { id },
      'participant',
    )
    const { document, agenda } = data!.meeting
    return {
      ...document,
      atHand: agenda
        .find((one: { id: string }) => one.id === row)
        .documents.find((one: { id: string }) => one.id === id),
    }
  }
  it('[WA-1] leads a participant to the file, marked when a revision came after the deadline', async () => {
    const first = await handedIn(lastMoment)
    const row = await underARow([first.id])
    const before = await listed(first.id, row)
    expect(before.handedIn).toMatchObject({
      citedAs: first.number,
      isLateRevision: false,
      file: { name: 'text.docx' },
    })
    expect(before.atHand).toMatchObject({
      href: `/groups/example/meetings/2/documents/${first.id}`,
      readHref: `/groups/example/contributions/${first.number}#text`,
      file: before.handedIn.file,
    })
    const answer = await fetch(app.url + before.handedIn.file.url, { headers: { cookie: cookies['participant']! } })
    expect(answer.status).toBe(200)
    app.clock.set(tooLate)
    const file = await send(first.id, aPdf(), 'again.pdf', 'contributor')
    expect((await find(first.number, undefined, 'isRevisedLate')).isRevisedLate).toBe(false)
    await handIn('revise', first.id, first.revision, { fileId: file.id })
    expect((await find(first.number, undefined, 'isRevisedLate')).isRevisedLate).toBe(true)
    expect((await listed(first.id, row)).handedIn).toMatchObject({
      citedAs: `${first.number}-R1`,
      isLateRevision: true,
      file: { name: 'again.pdf' },
    })
  })

  it('[WA-1] leads to the words as they were handed in, never to the draft, and nowhere before there are any', async () => {
    app.clock.set(inTime)
    const { got } = await reserve({ abstract: 'Water is counted twice.' })
    const row = await underARow([got.id])
    expect(await listed(got.id, row)).toMatchObject({ handedIn: null, atHand: { readHref: null, file: null } })
    const { data } = await ask(
      'mutation ($id: UUID!) { writeContribution(id: $id) { revision document { id } } }',
      { id: got.id },
      'contributor',
    )
    await handIn('submit', got.id, data!.writeContribution.revision)
    const readHref = `/groups/example/contributions/${got.number}#text`
    expect(await listed(got.id, row)).toMatchObject({ handedIn: { file: null }, atHand: { readHref, file: null } })
  })
})

describe('about a clause of a draft', () => {
  const fields = 'concerns { clauseId document { id } clause { number title } }'
  const draftOfExample = async () => {
    const { data } = await ask(
      '{ group(slug: "example") { documents { id kind title clauses { id number title text } } } }',
    )
    type Draft = {
      id: string
      kind: string
      title: string
      clauses: { id: string; number: string; title: string; text: string }[]
    }
    const draft = (data!.group.documents as Draft[]).find(
      ({ kind, clauses }) => kind === 'REPORT' && clauses.length > 0,
    )!
    return { draft, clause: draft.clauses.find(({ number, text }) => number !== '' && text.trim() !== '')! }
  }

  it('[WA-3] names it on the cover by number and title, and refuses one that is not there', async () => {
    app.clock.set(inTime)
    const { draft, clause } = await draftOfExample()
    const { got } = await reserve({ concernsDocumentId: draft.id, concernsClauseId: clause.id })
    expect((await find(got.number, undefined, fields)).concerns).toEqual({
      clauseId: clause.id,
      document: { id: draft.id },
      clause: { number: clause.number, title: clause.title },
    })
    const refused = await reserve({ concernsDocumentId: draft.id, concernsClauseId: 'no-such-clause' })
    expect([refused.code, refused.errors![0]!.extensions.field]).toEqual(['NOT_FOUND', 'input.concernsClauseId'])
  })

  it('[WA-3] begins with its words', async () => {
    app.clock.set(inTime)
    const { draft, clause } = await draftOfExample()
    const { got } = await reserve({ concernsDocumentId: draft.id, concernsClauseId: clause.id })
    await ask('mutation ($id: UUID!) { writeContribution(id: $id) { id } }', { id: got.id }, 'contributor')
    const { document } = await find(got.number, 'contributor', 'document { clauses { title text } }')
    expect(document.clauses[0]).toEqual({
      title: `The clause as it stands: ${clause.number} ${clause.title}`,
      text: [`From “${draft.title}”:`, ...clause.text.split(/\n+/).filter((line) => line.trim() !== '')].join('\n'),
    })
    expect(document.clauses[1].title).toBe('Abstract')
  })
})

describe('what became of it', () => {
  it('[WA-2] stands on its page: its row, its result, and where it goes on; what a reader may not see is left out', async () => {
    const [one, two] = [await handedIn(lastMoment), await handedIn(lastMoment)]
    const row = await underARow([one.id])
    const { data } = await ask('{ meeting(group: "example", number: 2) { id } }')
    const settled = await ask(
      'mutation ($input: SettleDocumentsInput!) { settleDocuments(input: $input) { id } }',
      {
        input: {
          meetingId: data!.meeting.id,
          documents: [{ id: one.id, expectedRevision: 1 }],
          result: 'MERGED',
          mergedInto: two.id,
          note: 'Clause 3 goes on there.',
        },
      },
      'chair',
    )
    expect(settled.errors).toBeUndefined()
    const fields = `atMeetings { id result progress note meeting { number } agendaItem { id title } mergedInto { number } }`
    expect((await find(one.number, 'participant', fields)).atMeetings).toEqual([
      {
        id: one.id,
        result: 'MERGED',
        progress: null,
        note: 'Clause 3 goes on there.',
        meeting: { number: 2 },
        agendaItem: { id: row, title: 'What was handed in' },
        mergedInto: { number: two.number },
      },
    ])
    expect((await find(two.number, undefined, fields)).atMeetings).toMatchObject([
      { result: null, progress: 'OPEN', agendaItem: null },
    ])
    const hide = (visibility: string) =>
      app.app.get(DataSource).query('update agenda_item set visibility = $2 where id = $1', [row, visibility])
    await hide('MANAGEMENT')
    expect((await find(one.number, undefined, fields)).atMeetings).toMatchObject([{ agendaItem: null }])
    await hide('PUBLIC')
  })
})

describe('what is late', () => {
  it('[D-L-2, CN-3] is admitted by the chair with a reason, and by nobody else', async () => {
    const late = await handedIn(tooLate)
    expect((await settle('admit', late, 'We need it.', 'contributor')).code).toBe('FORBIDDEN')
    expect((await settle('admit', late, ' ', 'chair')).code).toBe('TEXT_MISSING')
    const { got } = await settle('admit', late, 'The meeting needs it for item 5.', 'chair')
    expect(got).toMatchObject({ standing: 'ADMITTED_LATE', submittedAt: late.submittedAt, number: late.number })
    expect(await find(late.number, undefined, 'settledBy { name } settledAt settledWhy')).toEqual({
      settledBy: { name: 'Charles Adeyemi' },
      settledAt: '2026-04-30T22:00:00.000Z',
      settledWhy: 'The meeting needs it for item 5.',
    })
    expect((await settle('admit', got, 'Again.', 'chair')).code).toBe('CONTRIBUTION_STATE')
  })

  it('[D-L-2, CN-3] is held for the next meeting, also after this one, and goes there once it is called, with number and instant', async () => {
    const late = await handedIn(tooLate)
    app.clock.set(afterIt)
    expect((await settle('admit', late, 'Too late for that.', 'chair')).code).toBe('CONTRIBUTION_MEETING_OVER')
    const { got } = await settle('hold', late, 'No time was left.', 'chair')
    // The session that comes next is hidden from people who saw this one, so it waits for a meeting that is not.
    expect(got).toMatchObject({
      standing: 'HELD_FOR_NEXT',
      number: late.number,
      meeting: null,
      heldFrom: { number: 2 },
    })
    await ask(
      'mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { number } }',
      {
        input: {
          group: 'example',
          title: 'Third',
          mode: 'REMOTE',
          zone: 'Europe/Zurich',
          startsOn: '2026-09-15',
          endsOn: '2026-09-16',
          idempotencyKey: 'the-third-one',
        },
      },
      'chair',
    )
    await app.app.get(ContributionSweeper).sweep()
    expect(await find(late.number)).toMatchObject({
      standing: 'HELD_FOR_NEXT',
      meeting: { number: 4 },
      heldFrom: { number: 2 },
      submittedAt: late.submittedAt,
    })
  })
})

describe('whom it concerns', () => {
  const toldTo = async (who: string) =>
    (await ask('{ viewer { notices(first: 20) { kind text href } cosigningInvitations { number } } }', {}, who)).data!
      .viewer as { notices: { kind: string; text: string; href: string }[]; cosigningInvitations: { number: string }[] }
  const noticesOf = async (who: string, about: string) =>
    (await toldTo(who)).notices.filter(({ href }) => href.endsWith(about)).map(({ text }) => text)

  it('[WA-4] tells whoever is asked to sign, who sees it waiting until they answer', async () => {
    app.clock.set(inTime)
    const { got } = await reserve({ title: 'Counted together' })
    const { data } = await ask('{ group(slug: "example") { roles { person { id name } } } }')
    const paul = data!.group.roles.find((role: { person: { name: string } }) => role.person.name === 'Paul Oduya')
    await done('inviteCosigner', 'InviteCosignerInput', { id: got.id, personId: paul.person.id }, 'contributor')
    expect(await noticesOf('participant', got.number)).toEqual([
      expect.stringContaining('“Counted together”, for Example Association of Users.'),
    ])
    expect((await toldTo('participant')).cosigningInvitations).toContainEqual({ number: got.number })
    expect((await toldTo('chair')).cosigningInvitations).toEqual([])
    await done('answerCosigning', 'AnswerCosigningInput', { id: got.id, accepts: false }, 'participant')
    expect((await toldTo('participant')).cosigningInvitations).not.toContainEqual({ number: got.number })
  })

  it('[WA-4] tells those who act for a late one that it was admitted or held, and why', async () => {
    const [one, two] = [await handedIn(tooLate), await handedIn(tooLate)]
    await settle('admit', one, 'Item 5 needs it.', 'chair')
    await settle('hold', two, 'No time is left.', 'chair')
    expect(await noticesOf('contributor', one.number)).toEqual([expect.stringContaining('Reason: Item 5 needs it.')])
    expect(await noticesOf('contributor', two.number)).toEqual([expect.stringContaining('Reason: No time is left.')])
    expect(await noticesOf('chair', one.number)).toEqual([])
  })

  it('[WA-4] tells whoever has to do something, when it is theirs, changed or passed on, and not of what they did themselves', async () => {
    app.clock.set(inTime)
    const { data } = await ask('{ group(slug: "example") { roles { person { id name } } } }')
    const personOf = (name: string) =>
      data!.group.roles.find((role: { person: { name: string } }) => role.person.name === name).person.id
    const [paul, camila] = [personOf('Paul Oduya'), personOf('Camila Novak')]
    const act = async (name: string, type: string, input: object, who: string) => {
      const answer = await ask(
        `mutation ($input: ${type}!) { ${name}(input: $input) { id number revision } }`,
        { input },
        who,
      )
      expect(answer.errors).toBeUndefined()
      return answer.data![name]
    }
    const action = await act(
      'recordAction',
      'RecordActionInput',
      { group: 'example', text: 'Write clause 4.', owner: paul, idempotencyKey: 'an-action-to-tell-of' },
      'chair',
    )
    const about = `/actions/${action.number}`
    const seen = { id: action.id, expectedRevision: action.revision }
    const moved = await act('moveAction', 'MoveActionInput', { ...seen, state: 'IN_PROCESS' }, 'participant')
    expect(await noticesOf('participant', about)).toHaveLength(1)
    await act(
      'updateAction',
      'UpdateActionInput',
      { id: action.id, expectedRevision: moved.revision, text: 'Write clause 5.', owner: camila },
      'chair',
    )
    expect(await noticesOf('participant', about)).toEqual([
      expect.stringContaining('is not yours any more'),
      expect.stringContaining('has given you'),
    ])
    expect(await noticesOf('contributor', about)).toEqual([expect.stringContaining('Write clause 5.')])
    expect(await noticesOf('chair', about)).toEqual([])
  })
})

describe('the list', () => {
  it('[CN-7] narrows by where they stand, meeting, purpose, source and words, and says what each choice would leave', async () => {
    app.clock.set(inTime)
    await reserve({ title: 'Rainwater in Malmö', sources: ['Rain Works'], purposes: ['INFORMATION'] })
    const { data } = await ask(
      `{ contributions(filter: { group: "example", meeting: 2, source: ["Rain Works"], search: "malmo rainWATER" }) {
           totalCount nodes { title } facets { phase { value count } meeting { value count } source { value count } purpose { value count } } }
         none: contributions(filter: { group: "example", search: "100%_" }) { totalCount } }`,
    )
    expect(data!.contributions).toMatchObject({
      totalCount: 1,
      nodes: [{ title: 'Rainwater in Malmö' }],
      facets: {
        phase: [{ value: 'RESERVED', count: 1 }],
        meeting: [{ value: '2', count: 1 }],
        source: [{ value: 'Rain Works', count: 1 }],
        purpose: [{ value: 'INFORMATION', count: 1 }],
      },
    })
    expect(data!.none.totalCount).toBe(0)
  })

  it('[GR-3] shows nothing of a meeting that is for participants to anybody else', async () => {
    app.clock.set(inTime)
    const { got } = await reserve({ meeting: 3, title: 'For the session' })
    expect(await find(got.number)).toBeNull()
    expect(await find(got.number, 'reader')).toBeNull()
    expect((await find(got.number, 'participant')).title).toBe('For the session')
    const { data } = await ask(
      '{ contributions(filter: { group: "example", search: "session" }) { totalCount facets { source { value } } } }',
    )
    expect(data!.contributions).toEqual({ totalCount: 0, facets: { source: [] } })
  })
})

describe('what is written about a draft', () => {
  it('[DL-7] goes under the row whose rule names its clause or a clause above it, by number or by id', async () => {
    app.clock.set(inTime)
    const { data } = await ask(
      '{ group(slug: "example") { meetings(when: ANY) { nodes { id number } } documents { id kind clauses { id number level } } } }',
      {},
      'chair',
    )
    const draft = data!.group.documents.find(({ kind }: { kind: string }) => kind === 'REPORT')
    type Clause = { id: string; number: string; level: number }
    const clauses = draft.clauses as Clause[]
    const below = clauses.findIndex(({ level, number }) => level > 1 && number !== '')
    const [clause, above] = [clauses[below]!, clauses.slice(0, below).findLast(({ level }) => level === 1)!]
    const other = clauses.find(({ level, id, number }) => level === 1 && id !== above.id && number !== '')!
    const meetingId = data!.group.meetings.nodes.find(({ number }: { number: number }) => number === 2).id
    const row = async (title: string) =>
      (
        await ask(
          'mutation ($input: AddAgendaItemInput!) { addAgendaItem(input: $input) { id } }',
          { input: { meetingId, title, idempotencyKey: `clause-row-${title}` } },
          'chair',
        )
      ).data!.addAgendaItem.id as string
    const rows = { above: await row('The chapter'), other: await row('Another chapter') }
    const rule = (pattern: string, agendaItemId: string) =>
      ask(
        'mutation ($input: AddAllocationRuleInput!) { addAllocationRule(input: $input) { id } }',
        { input: { meetingId, kind: 'CLAUSE', pattern, agendaItemId } },
        'chair',
      )
    expect(codeOf(await rule(above.number, rows.above))).toBeUndefined()
    expect(codeOf(await rule(other.id, rows.other))).toBeUndefined()
    const about = async (concernsClauseId: string | null) =>
      (await reserve({ title: 'About the draft', concernsDocumentId: draft.id, concernsClauseId })).got as {
        id: string
      }
    const onBelow = await about(clause.id)
    const onAbove = await about(above.id)
    const onOther = await about(other.id)
    const onAll = await about(null)
    await ask(
      'mutation ($input: ApplyAllocationRulesInput!) { applyAllocationRules(input: $input) { count } }',
      { input: { meetingId } },
      'chair',
    )
    const lines = (
      await ask('{ meeting(group: "example", number: 2) { documents(first: 200) { nodes { id agendaItemId } } } }')
    ).data!.meeting.documents.nodes as { id: string; agendaItemId: string | null }[]
    const rowOf = ({ id }: { id: string }) => lines.find((line) => line.id === id)!.agendaItemId
    expect([onBelow, onAbove, onOther, onAll].map(rowOf)).toEqual([rows.above, rows.above, rows.other, null])
  })
})
