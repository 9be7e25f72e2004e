import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { stranger, type Viewer } from '#server/platform/context/index.js'
import { aCurator } from './curators.js'
import { openRegister, type Register } from './register.js'

let register: Register
let ana: Viewer
let turn = 0

beforeAll(async () => {
  register = await openRegister()
  ana = await aCurator(register)
})
afterAll(() => register.stop())

const shown = `slug name acronym kind url role numbering dissolvedOn revision viewerMay parent { slug } coParent { slug } successor { slug }
  names { lang name acronym to }`
const record = `mutation ($input: RecordBodyInput!) { recordBody(input: $input) { ${shown} } }`
const update = `mutation ($input: UpdateBodyInput!) { updateBody(input: $input) { ${shown} } }`
const rename = `mutation ($input: RenameBodyInput!) { renameBody(input: $input) { ${shown} } }`

const aBody = async (acronym: string, more: object = {}, viewer = ana) =>
  register.ask(
    record,
    {
      input: {
        name: `Body ${acronym}`,
        acronym,
        kind: 'COMMITTEE',
        idempotencyKey: `the-body-${(turn += 1)}`,
        ...more,
      },
    },
    viewer,
  )
const found = async (search: string) =>
  (await register.ask('query ($s: String!) { bodies(filter: { search: $s }) { nodes { slug } } }', { s: search })).data
    .bodies.nodes

describe('a body', () => {
  it('[BO-1, BO-3] is recorded with what is known of it, and found by each of its names', async () => {
    const { data } = await aBody('TC 99', {
      url: 'https://example.org/tc99',
      role: 'Measures of warmth.',
      numbering: 'TC99-nnnn:yyyy',
      names: [{ lang: 'FR', name: 'Comité de la chaleur', acronym: 'CT 99' }],
    })
    expect(data.recordBody).toMatchObject({
      slug: 'tc-99',
      role: 'Measures of warmth.',
      numbering: 'TC99-nnnn:yyyy',
      names: [{ lang: 'fr', name: 'Comité de la chaleur', acronym: 'CT 99', to: null }],
      viewerMay: ['READ', 'EDIT'],
    })
    expect(await found('chaleur')).toEqual([{ slug: 'tc-99' }])
    expect((await aBody('TC 99')).errors[0]!.extensions).toMatchObject({ code: 'ALREADY_THERE', field: 'input.slug' })
    expect((await aBody('TC 99', { slug: 'another-tc-99' })).codes).toEqual([])
    for (const slug of ['new', 'Two Words', '-', 'x'.repeat(201)])
      expect((await aBody('TC 98', { slug })).errors[0]!.extensions).toMatchObject({ field: 'input.slug' })
  })

  it('[BO-2] never stands under itself, also when two people move two bodies at once', async () => {
    for (const [acronym, parent] of [
      ['Top', null],
      ['Middle', 'top'],
      ['Low', 'middle'],
      ['Left', null],
      ['Right', null],
    ])
      await aBody(acronym!, { parent })
    const move = (body: string, parent: string, more: object = {}) =>
      register.ask(update, { input: { body, expectedRevision: 1, kind: 'COMMITTEE', parent, ...more } }, ana)
    expect((await move('top', 'low')).errors[0]!.extensions).toMatchObject({
      code: 'BODY_UNDER_ITSELF',
      field: 'input.parent',
    })
    expect((await move('top', 'top')).codes).toEqual(['BODY_UNDER_ITSELF'])
    expect((await move('top', 'left', { coParent: 'low' })).codes).toEqual(['BODY_UNDER_ITSELF'])
    expect((await move('top', 'left', { coParent: 'left' })).codes).toEqual(['BAD_INPUT'])
    const both = await Promise.all([move('left', 'right'), move('right', 'left')])
    expect(both.flatMap(({ codes }) => codes)).toEqual(['BODY_UNDER_ITSELF'])
  })

  it('[BO-4] ends on a day, goes on in another, and never in itself', async () => {
    await aBody('Old group')
    await aBody('New group')
    const end = (body: string, successor: string, more: object = { dissolvedOn: '2025-06-30' }) =>
      register.ask(update, { input: { body, expectedRevision: 1, kind: 'COMMITTEE', successor, ...more } }, ana)
    expect((await end('old-group', 'new-group', {})).codes).toEqual(['BODY_NOT_DISSOLVED'])
    expect((await end('old-group', 'old-group')).codes).toEqual(['BODY_FOLLOWS_ITSELF'])
    expect((await end('old-group', 'new-group', { dissolvedOn: '2025-06-31' })).codes).toEqual(['NO_SUCH_DAY'])
    expect((await end('old-group', 'new-group')).data.updateBody).toMatchObject({
      dissolvedOn: '2025-06-30',
      successor: { slug: 'new-group' },
    })
    expect((await end('new-group', 'old-group')).codes).toEqual(['BODY_FOLLOWS_ITSELF'])
    const { data } = await register.ask('{ body(id: "new-group") { predecessors { slug } } }')
    expect(data.body.predecessors).toEqual([{ slug: 'old-group' }])
  })

  it('[BO-3] is renamed; the old name goes on finding it, a mistake does not, and as of then it had the old one', async () => {
    await aBody('WG 7')
    const before = await register.instant()
    const input = { body: 'wg-7', expectedRevision: 1, name: 'Group on heat', acronym: 'WG 7H', on: '2026-01-15' }
    expect((await register.ask(rename, { input }, ana)).data.renameBody).toMatchObject({
      slug: 'wg-7',
      name: 'Group on heat',
      names: [{ lang: null, name: 'Body WG 7', acronym: 'WG 7', to: '2026-01-15' }],
    })
    expect(await found('Body WG 7')).toEqual([{ slug: 'wg-7' }])
    const mend = { ...input, expectedRevision: 2, name: 'Group on reused heat', isCorrection: true }
    expect((await register.ask(rename, { input: mend }, ana)).data.renameBody.names).toHaveLength(1)
    expect((await register.ask(rename, { input: { ...mend, expectedRevision: 3 } }, ana)).codes).toEqual(['SAME_NAME'])
    expect((await register.ask(rename, { input }, ana)).codes).toEqual(['STALE'])
    const then = await register.ask('query ($at: DateTime) { body(id: "wg-7", asOf: $at) { name names { name } } }', {
      at: before,
    })
    expect(then.data.body).toEqual({ name: 'Body WG 7', names: [] })
  })

  it('[BO-3] has one name a language: another one ends it, and so does leaving it out', async () => {
    await aBody('SC 5', {
      names: [
        { lang: 'fr', name: 'Un' },
        { lang: 'es', name: 'Uno' },
      ],
    })
    const say = (expectedRevision: number, names: object[]) =>
      register.ask(update, { input: { body: 'sc-5', expectedRevision, kind: 'COMMITTEE', names } }, ana)
    const { data } = await say(1, [{ lang: 'fr', name: 'Deux' }])
    expect(
      data.updateBody.names.map((one: { name: string; to: string | null }) => [one.name, one.to !== null]),
    ).toEqual(
      expect.arrayContaining([
        ['Deux', false],
        ['Un', true],
        ['Uno', true],
      ]),
    )
    expect((await say(2, [{ lang: 'fr', name: 'Deux' }])).data.updateBody.revision).toBe(2)
    expect(
      (
        await say(2, [
          { lang: 'fr', name: 'A' },
          { lang: 'FR', name: 'B' },
        ])
      ).codes,
    ).toEqual(['BAD_INPUT'])
    expect((await say(2, [{ lang: 'no language', name: 'A' }])).errors[0]!.extensions).toMatchObject({
      field: 'input.names.0.lang',
    })
  })

  it('is changed by editors of the register alone, with addresses that are addresses', async () => {
    expect((await aBody('TC 1', {}, stranger)).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await aBody('TC 1', {}, { ...stranger, accountId: 'somebody' })).codes).toEqual(['FORBIDDEN'])
    expect((await aBody('TC 1', { url: 'javascript:alert(1)' })).errors[0]!.extensions).toMatchObject({
      code: 'BAD_INPUT',
      field: 'input.url',
    })
    expect((await aBody('TC 1', { parent: 'nobody' })).errors[0]!.extensions).toMatchObject({ field: 'input.parent' })
  })
})
