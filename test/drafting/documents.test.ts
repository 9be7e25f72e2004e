import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Documents } from '#server/drafting/documents/index.js'
import { openDraftingSite, type DraftingSite } from './site.js'

let site: DraftingSite

beforeAll(async () => {
  site = await openDraftingSite()
})
afterAll(() => site.stop())

const asked = 'query ($id: UUID!) { document(id: $id) { id title kind schemaVersion visibility viewerMay revision } }'
const ask = async (id: string, who: { token?: string } = {}) => (await site.query(asked, { id }, who)).data!.document

describe('a shared text', () => {
  it('[CS-1] is shown to whoever may see it, and says what they may do', async () => {
    const group = await site.group()
    const { id } = await site.document(group, 'PARTICIPANTS')
    const editor = await site.person('EDITOR', group)
    const participant = await site.person('PARTICIPANT', group)
    const other = await site.person()

    expect(await ask(id, editor)).toEqual({
      id,
      title: 'A report',
      kind: 'REPORT',
      schemaVersion: 1,
      visibility: 'PARTICIPANTS',
      viewerMay: ['READ', 'EDIT'],
      revision: 1,
    })
    expect(await ask(id, participant)).toMatchObject({ viewerMay: ['READ'] })
    expect(await ask(id, other)).toBeNull()
    expect(await ask(id)).toBeNull()
  })

  it('[CS-1] is never more visible than its group', async () => {
    const group = await site.group('PARTICIPANTS')
    await expect(site.document(group, 'PUBLIC')).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await site.document(group, 'MANAGEMENT')
  })

  const start = 'mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { id title kind visibility } }'
  const startBy = async (who: { token?: string }, group: { id: string }, input: object = {}) => {
    const given = {
      groupId: group.id,
      title: 'Energy of training',
      kind: 'CONTRIBUTION',
      visibility: 'PUBLIC',
      idempotencyKey: 'a-text-of-the-test',
      ...input,
    }
    const answer = await site.query<{ createDocument: { id: string } }>(start, { input: given }, who)
    return answer.data?.createDocument ?? answer.errors?.[0]?.extensions.code
  }

  it('is started by those who may write in the texts of a group, once however often it is asked for', async () => {
    const group = await site.group()
    const editor = await site.person('EDITOR', group)
    const made = await startBy(editor, group)
    expect(made).toMatchObject({ title: 'Energy of training', kind: 'CONTRIBUTION', visibility: 'PUBLIC' })
    expect(await startBy(editor, group)).toEqual(made)
    expect(await startBy(editor, group, { title: 'Another' })).toBe('ALREADY_DONE')

    expect(await startBy(await site.person('PARTICIPANT', group), group)).toBe('FORBIDDEN')
    expect(await startBy({}, group)).toBe('SIGN_IN_REQUIRED')
    const key = { idempotencyKey: 'another-text-of-the-test' }
    expect(await startBy(editor, group, { ...key, title: ' ' })).toBe('TEXT_MISSING')
    expect(await startBy(editor, await site.group('PARTICIPANTS'), key)).toBe('FORBIDDEN')
    expect(await startBy(editor, { id: '01a00000-0000-7000-8000-000000000000' }, key)).toBe('FORBIDDEN')
  })

  it('[CS-1] is started no more visible than its group', async () => {
    const group = await site.group('PARTICIPANTS')
    expect(await startBy(await site.person('CHAIR', group), group)).toBe('BAD_INPUT')
  })

  it('is an example when its group is one, whoever starts it', async () => {
    const group = await site.group()
    await site.dataSource.query('update standards_group set is_example = true where id = $1', [group.id])
    const { id } = (await startBy(await site.person('CHAIR', group), group)) as { id: string }
    const { data } = await site.query('query ($id: UUID!) { document(id: $id) { isExample } }', { id })
    expect(data).toEqual({ document: { isExample: true } })
  })

  it('gets another title from those who may write in it, at the revision that they saw', async () => {
    const group = await site.group()
    const { id } = await site.document(group)
    const editor = await site.person('EDITOR', group)
    const reader = await site.person('PARTICIPANT', group)
    const rename = async (who: { token: string }, title: string, expectedRevision = 1) => {
      const answer = await site.query<{ renameDocument: { title: string; revision: number } }>(
        'mutation ($input: RenameDocumentInput!) { renameDocument(input: $input) { title revision } }',
        { input: { id, expectedRevision, title } },
        who,
      )
      return answer.data?.renameDocument ?? answer.errors?.[0]?.extensions.code
    }
    expect(await rename(reader, 'Mine')).toBe('FORBIDDEN')
    expect(await rename(editor, '  ')).toBe('TEXT_MISSING')
    expect(await rename(editor, 'x'.repeat(501))).toBe('TEXT_TOO_LONG')
    expect(await rename(editor, 'Energy of inference')).toEqual({ title: 'Energy of inference', revision: 2 })
    expect(await rename(editor, 'Too late')).toBe('STALE')
  })

  it('[CS-6] needs a newer document schema from a moment on, and never an older one again', async () => {
    const { id } = await site.document(await site.group())
    const raise = (schemaVersion: number) =>
      site.write((tx) => site.app.get(Documents).raiseSchema(tx, { id, schemaVersion }))
    expect(await raise(3)).toMatchObject({ schemaVersion: 3 })
    expect(await raise(2)).toMatchObject({ schemaVersion: 3 })
  })
})
