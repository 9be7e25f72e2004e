import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { Reviews } from '#server/roadmap/editions/reviews.service.js'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp
let db: DataSource
let secretariat: { cookie: string }
let reader: { cookie: string }
let slug: string
let turn = 0

/* eslint-disable @typescript-eslint/no-explicit-any -- answers are as different as the questions */
const ask = async (query: string, variables = {}, who: { cookie?: string } = {}) => {
  const { data, errors } = await app.query<any>(query, variables, who)
  if (errors?.[0]?.extensions.code === 'INTERNAL') throw new Error(JSON.stringify(errors))
  return { ...data, refusal: errors?.[0]?.extensions.code, field: errors?.[0]?.extensions.field }
}
const change = (verb: string, type: string, input: object, who: object, fields: string) =>
  ask(`mutation ($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`, { input }, who)
const open = async (input: object, who: object = secretariat) =>
  change('openReview', 'OpenReviewInput', input, who, 'slug state revision review { standing opensAt closesAt zone }')
const comment = (input: object, who = {}) =>
  change('commentOnEdition', 'CommentOnEditionInput', { slug, ...input }, who, 'state slug')
const settle = (input: object, who: object = secretariat) =>
  change('settleComment', 'SettleCommentInput', input, who, 'id state reason revision by')
const comments = async (who = {}) =>
  (
    await ask(
      'query ($slug: String!) { edition(slug: $slug) { comments { totalCount nodes { id text by about href state reason answer revision } } } }',
      { slug },
      who,
    )
  ).edition?.comments
const lastLink = async () => {
  const [mail] = (await db.query(`select recipient, body from outgoing_mail order by id desc limit 1`)) as {
    recipient: string
    body: string
  }[]
  return { to: mail!.recipient, secret: /secret=([\w-]+)/.exec(mail!.body)![1]! }
}
const confirm = (secret: string) =>
  ask('mutation ($secret: String!) { confirmComment(secret: $secret) { state slug } }', { secret })

const aDraft = async () => {
  const { createEdition } = await change(
    'createEdition',
    'CreateEditionInput',
    { label: `Draft ${(turn += 1)}`, idempotencyKey: `draft-of-test-${turn}` },
    secretariat,
    'slug revision',
  )
  return createEdition as { slug: string; revision: number }
}
const days = { opensOn: '2026-03-01', closesOn: '2026-03-20', zone: 'Europe/Zurich' }

beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase(), env: { REQUESTS_PER_MINUTE: '99999' } })
  db = app.app.get(DataSource)
  secretariat = { cookie: await app.signIn('secretariat@example.org') }
  reader = { cookie: await app.signIn('reader@example.org') }
  const draft = await aDraft()
  slug = draft.slug
})
afterAll(() => app.stop())

describe('the days of a review', () => {
  it('[ED-10] are whole days of a zone; what lies behind or upside down is refused', async () => {
    const { revision } = (await ask(`{ edition(slug: "${slug}") { revision } }`, {}, secretariat)).edition
    const step = { slug, expectedRevision: revision }
    expect((await open({ ...step, ...days, zone: 'Mars/Olympus' })).refusal).toBe('NO_SUCH_ZONE')
    expect((await open({ ...step, ...days, closesOn: '2026-02-20' })).refusal).toBe('ENDS_BEFORE_START')
    expect((await open({ ...step, ...days, opensOn: '2026-01-01', closesOn: '2026-02-20' })).refusal).toBe('BAD_INPUT')
    expect((await open({ ...step, ...days }, reader)).refusal).toBe('NOT_FOUND')
    expect((await comments())?.totalCount).toBeUndefined()
    expect((await open({ ...step, ...days })).openReview).toMatchObject({
      state: 'REVIEW',
      review: {
        standing: 'OPEN',
        opensAt: '2026-02-28T23:00:00.000Z',
        closesAt: '2026-03-20T23:00:00.000Z',
        zone: 'Europe/Zurich',
      },
    })
    expect((await comments()).totalCount).toBe(0)
    expect((await open({ ...step, ...days, expectedRevision: revision + 1 }, reader)).refusal).toBe('FORBIDDEN')
  })
})

describe('a comment', () => {
  it('[ED-11] by account waits for a moderator, and is seen by its author and moderators until it is published', async () => {
    const text = 'The water figures lack a unit.'
    expect((await comment({ text, about: 'g2' }, reader)).commentOnEdition).toEqual({ state: 'WAITING', slug })
    // The same again is the same comment.
    await comment({ text, about: 'G-02' }, reader)
    expect((await comments()).totalCount).toBe(0)
    const [own] = (await comments(reader)).nodes
    expect(own).toMatchObject({ text, about: 'G-02', href: '/gaps/G-02', state: 'WAITING' })
    expect((await settle({ id: own.id, expectedRevision: own.revision, isPublished: true }, reader)).refusal).toBe(
      'FORBIDDEN',
    )
    const published = await settle({ id: own.id, expectedRevision: own.revision, isPublished: true })
    expect(published.settleComment).toMatchObject({ state: 'PUBLISHED' })
    expect((await comments()).nodes).toMatchObject([{ text, by: own.by }])
    const late = { id: own.id, expectedRevision: own.revision, answer: 'It will get one.' }
    const fields = 'answer revision'
    expect((await change('answerComment', 'AnswerCommentInput', late, secretariat, fields)).refusal).toBe('STALE')
    const answer = { ...late, expectedRevision: published.settleComment.revision }
    await change('answerComment', 'AnswerCommentInput', answer, secretariat, fields)
    expect((await comments()).nodes[0].answer).toBe('It will get one.')
  })

  it('[ED-11] by name and e-mail counts once the mailed link is opened, once; the address is shown to nobody', async () => {
    const given = {
      text: 'Heat is missing.',
      about: 'ISO/IEC 21031:2024',
      name: 'Ada Stranger',
      email: 'ada@example.net',
    }
    expect((await comment({ ...given, name: '' })).field).toBe('input.name')
    expect((await comment({ ...given, email: 'nobody' })).field).toBe('input.email')
    expect((await comment(given)).commentOnEdition.state).toBe('UNCONFIRMED')
    expect((await comments(secretariat)).nodes.map(({ text }: any) => text)).not.toContain(given.text)
    const { to, secret } = await lastLink()
    expect(to).toBe('ada@example.net')
    expect((await confirm('x'.repeat(43))).refusal).toBe('LINK_EXPIRED')
    expect((await confirm(secret)).confirmComment).toEqual({ state: 'WAITING', slug })
    expect((await confirm(secret)).refusal).toBe('LINK_EXPIRED')
    const waiting = (await comments(secretariat)).nodes.find(({ text }: any) => text === given.text)
    expect(waiting).toMatchObject({ state: 'WAITING', by: 'Ada Stranger', about: 'ISO/IEC 21031:2024' })
    expect((await settle({ id: waiting.id, expectedRevision: waiting.revision, isPublished: false })).refusal).toBe(
      'REASON_MISSING',
    )
    await settle({ id: waiting.id, expectedRevision: waiting.revision, isPublished: true })
    const everything = JSON.stringify([await comments(), await comments(secretariat)])
    expect(everything).toContain('Ada Stranger')
    expect(everything).not.toContain('ada@example.net')
    const record = (await db.query(`select args::text as args, verb from event where verb like 'edition.%'`)) as any[]
    expect(JSON.stringify(record)).not.toMatch(/Stranger|ada@/)
  })

  it('[ED-11] comments are exported as the sender may see them, without addresses', async () => {
    const csv = async (who: { cookie?: string } = {}) =>
      (
        await fetch(`${app.url}/editions/${slug}/comments.csv`, { headers: who.cookie ? { cookie: who.cookie } : {} })
      ).text()
    await comment({ text: '=1+1' }, reader)
    expect(await csv()).toContain('Ada Stranger')
    expect(await csv()).not.toContain('1+1')
    expect(await csv(secretariat)).toContain("'=1+1")
    expect(await csv(secretariat)).not.toContain('@example')
    expect((await fetch(`${app.url}/editions/none/comments.csv`)).status).toBe(404)
  })

  it('[ED-11] that is declined shows its reason to its author, and to nobody else', async () => {
    const text = 'Buy my product.'
    await comment({ text }, reader)
    const { id, revision } = (await comments(reader)).nodes.find((one: any) => one.text === text)
    await settle({ id, expectedRevision: revision, isPublished: false, reason: 'An advertisement.' })
    expect(JSON.stringify(await comments(reader))).toContain('An advertisement.')
    expect(JSON.stringify(await comments())).not.toContain(text)
  })

  it('[ED-11] is taken from one sender up to a bound, and mail to one address seldom', async () => {
    for (let at = 0; at < 19; at += 1) await comment({ text: `Number ${at}` }, reader)
    expect((await comment({ text: 'One more' }, reader)).refusal).toBe('COMMENTS_FULL')
    const refusals: string[] = []
    for (let at = 0; at < 6; at += 1) {
      refusals.push((await comment({ text: `Mail ${at}`, name: 'B', email: 'b@example.net' })).refusal)
    }
    expect(refusals).toContain('TOO_MANY_REQUESTS')
    expect((await comment({ text: '  ' }, reader)).refusal).toBe('TEXT_MISSING')
    expect((await comment({ text: 'x', about: 'G-99' }, secretariat)).refusal).toBe('NOT_FOUND')
  })

  it('[ED-10] after the closing moment is refused; one that was sent in time may still be confirmed; what nobody confirms is thrown away', async () => {
    app.clock.set('2026-03-20T22:59:59.999Z')
    const given = { name: 'C', email: 'c@example.net' }
    await comment({ ...given, text: 'In time' })
    const { secret } = await lastLink()
    await comment({ name: 'D', email: 'd@example.net', text: 'Never confirmed' })
    app.clock.set('2026-03-20T23:00:00Z')
    expect((await comment({ ...given, text: 'Too late' })).refusal).toBe('REVIEW_CLOSED')
    expect((await confirm(secret)).confirmComment.state).toBe('WAITING')
    app.clock.set('2026-03-22T00:00:00Z')
    await app.app.get(Reviews).sweep()
    const [left] = (await db.query(
      `select count(*)::int as count from edition_comment c left join edition_comment_sender s on s.comment_id = c.id
       where c.text = 'Never confirmed' or s.email = 'd@example.net'`,
    )) as [{ count: number }]
    expect(left.count).toBe(0)
    app.clock.set('2026-03-02T09:00:00Z')
  })
})

it('[ED-5] [ED-10] a draft can be taken back from review, and its comments stay with it when it is frozen', async () => {
  const step = async () => ({
    slug,
    expectedRevision: (await ask(`{ edition(slug: "${slug}") { revision } }`, {}, secretariat)).edition.revision,
  })
  const back = await change('endReview', 'EditionStepInput', await step(), secretariat, 'state')
  expect(back.endReview.state).toBe('DRAFT')
  expect(await comments()).toBeUndefined()
  expect((await comment({ text: 'Now' }, reader)).refusal).toBe('NOT_FOUND')
  expect((await change('endReview', 'EditionStepInput', await step(), secretariat, 'state')).refusal).toBe('NOT_A_STEP')
  const frozen = await change('freezeEdition', 'EditionStepInput', await step(), secretariat, 'state')
  expect(frozen.freezeEdition.state).toBe('FROZEN')
  expect((await comments()).nodes.map(({ state }: any) => state)).toEqual(['PUBLISHED', 'PUBLISHED'])
  expect((await comment({ text: 'Now' }, reader)).refusal).toBe('REVIEW_CLOSED')
})
