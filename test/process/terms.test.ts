import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { system } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { openSite, type Asker, type Site } from './site.js'

let site: Site
beforeAll(async () => {
  site = await openSite()
  site.at('2027-01-10T09:00:00Z')
})
afterAll(() => site.stop())

const write = (
  group: { slug: string },
  expectedVersion: number,
  sections: object[],
  asker: Asker = system,
  more = {},
) =>
  site.ask(
    `mutation ($input: RecordTermsInput!) { recordTerms(input: $input) {
       version approvedOn sections { number key text see } deadlines { section obligation count unit text } provenance { source confidence } } }`,
    { input: { group: group.slug, expectedVersion, sections, idempotencyKey: newId(), ...more } },
    asker,
  )

const notice = (count: number) => ({
  key: 'MEETINGS',
  text: 'Announced electronically.',
  deadlines: [{ obligation: 'ANNOUNCEMENT', count, unit: 'WEEKS' }],
})

it('[FG-3, GS-5] keep every version, and the last one holds', async () => {
  const group = await site.group()
  await site.meeting(group)
  const first = await write(group, 0, [notice(4), { key: 'PATENT_POLICY', see: 'A.7 clause 9' }], system, {
    approvedOn: '2026-05-22',
    source: 'TSB Circular 191, Annex 1',
  })
  expect(first.codes).toEqual([])
  expect(first.data.recordTerms).toMatchObject({
    version: 1,
    approvedOn: '2026-05-22',
    deadlines: [{ section: 11, obligation: 'ANNOUNCEMENT', count: 4, unit: 'WEEKS', text: '4 weeks' }],
    provenance: { source: 'TSB Circular 191, Annex 1', confidence: 'VERIFIED' },
  })
  expect(first.data.recordTerms.sections[18]).toMatchObject({ number: 19, text: null, see: 'A.7 clause 9' })
  await write(group, 1, [notice(8)])
  const { data } = await site.ask(
    `{ group(slug: "${group.slug}") { termsOfReference { version } termsVersions { version deadlines { count } } }
       meeting(group: "${group.slug}", number: 1) { keyDates { obligation effectiveOn provenance } } }`,
  )
  expect(data.group.termsOfReference.version).toBe(2)
  expect(data.group.termsVersions).toEqual([
    { version: 2, deadlines: [{ count: 8 }] },
    { version: 1, deadlines: [{ count: 4 }] },
  ])
  expect(data.meeting.keyDates.find((one: { obligation: string }) => one.obligation === 'ANNOUNCEMENT')).toMatchObject({
    effectiveOn: '2027-04-20',
    provenance: 'TERMS_OF_REFERENCE',
  })
})

it('[GS-5] are not written over a version that came in between, nor again with the same words', async () => {
  const group = await site.group()
  await write(group, 0, [notice(4)])
  const late = await write(group, 0, [notice(6)])
  expect(late.codes).toEqual(['STALE'])
  expect(late.errors[0]!.extensions.details).toMatchObject({ current: { version: 1 } })
  expect((await write(group, 1, [notice(4)])).codes).toEqual(['BAD_INPUT'])
  expect((await write(group, 1, [notice(4)], system, { approvedOn: '2026-09-01' })).codes).toEqual([])
})

it('[GS-5] refuse sections that are none, lengths that are none, and to say nothing', async () => {
  const group = await site.group()
  expect((await write(group, 0, [{ key: 'WEATHER', text: 'Fine.' }])).codes).toEqual(['BAD_INPUT'])
  expect((await write(group, 0, [notice(401)])).codes).toEqual(['BAD_INPUT'])
  expect((await write(group, 0, [{ key: 'OBJECTIVES', text: '  ' }])).codes).toEqual(['BAD_INPUT'])
  expect((await write(group, 0, [notice(4), notice(6)])).codes).toEqual(['BAD_INPUT'])
  const long = await write(group, 0, [{ key: 'OBJECTIVES', text: 'x'.repeat(20_001) }])
  expect(long.errors[0]!.extensions).toMatchObject({ code: 'TEXT_TOO_LONG', field: 'input.sections.OBJECTIVES' })
})

it('[GS-5] are entered by administrators', async () => {
  const group = await site.group()
  expect((await write(group, 0, [notice(4)], await site.member(group, 'CHAIR'))).codes).toEqual(['FORBIDDEN'])
  expect((await write(group, 0, [notice(4)], null)).codes).toEqual(['SIGN_IN_REQUIRED'])
})
