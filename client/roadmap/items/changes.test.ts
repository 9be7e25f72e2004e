import { describe, expect, it } from '@jest/globals'
import { aPage, refusedWith, textOf } from '../../app/testing/pages.js'

const body = { slug: 'iso', name: 'International Organization for Standardization', acronym: 'ISO' }
const provenance = { source: null, confidence: 'MEMORY', asOf: null, checkAgainOn: null, checkedBy: null }
const item = {
  slug: 'iso-1',
  designation: 'ISO 1:2026',
  title: 'A title',
  type: 'STANDARD',
  state: 'IN_DEVELOPMENT',
  nativeStage: '30.60',
  body,
  committee: null,
  topics: ['WATER'],
  lifecycleStages: [],
  impacts: [],
  scopeNote: 'Our words',
  equivalents: [],
  url: null,
  moreUrls: [],
  dates: [{ kind: 'DRAFT', on: '2026-03' }],
  names: [],
  titles: [],
  provenance,
  revision: 3,
  viewerMay: ['READ', 'EDIT'],
}
const answers = {
  ItemToChange: { item },
  BodyChoices: { bodies: { nodes: [body], pageInfo: { hasNextPage: false, endCursor: null } } },
  NewItemPage: { viewer: { viewerMay: ['REGISTER_EDIT'] } },
}
const seen = { item: 'iso-1', expectedRevision: '3' }

describe('the pages that change an item, without scripts', () => {
  it('are not shown to whoever may not change it', async () => {
    const reader = { ...answers, ItemToChange: { item: { ...item, viewerMay: ['READ'] } } }
    for (const page of ['edit', 'rename', 'title', 'stage', 'plan'])
      expect([page, (await aPage(`/items/iso-1/${page}`, reader)).status]).toEqual([page, 403])
    expect((await aPage('/items/new', { ...answers, NewItemPage: { viewer: { viewerMay: [] } } })).status).toBe(403)
    expect((await aPage('/items/iso-1/edit', { ...answers, ItemToChange: { item: null } })).status).toBe(404)
  })

  it('send what was typed, and lead back to the item', async () => {
    const sent = {
      ...seen,
      body: 'iso',
      committee: '',
      type: 'GUIDE',
      topics: ['', 'CARBON', 'NOT_A_TOPIC'],
      lifecycleStages: '',
      impacts: '',
      scopeNote: 'New words',
      moreUrls: 'https://a.example\r\n\r\nhttps://b.example',
      PUBLISHED: ' 2026-05 ',
      DRAFT: '',
      confidence: 'MEMORY',
    }
    const { location, asked } = await aPage('/items/iso-1/edit', { ...answers, UpdateItem: {} }, { sent })
    expect(location).toBe('/items/iso-1')
    expect(asked.find(({ name }) => name === 'UpdateItem')!.variables).toEqual({
      input: {
        item: 'iso-1',
        expectedRevision: 3,
        body: 'iso',
        committee: null,
        type: 'GUIDE',
        dates: [{ kind: 'PUBLISHED', on: '2026-05' }],
        topics: ['CARBON'],
        lifecycleStages: [],
        impacts: [],
        scopeNote: 'New words',
        equivalents: [],
        url: null,
        moreUrls: ['https://a.example', 'https://b.example'],
      },
    })
  })

  it('keep all that was typed when somebody was faster, and carry the new revision', async () => {
    const sent = {
      ...seen,
      form: 'edit',
      body: 'iso',
      type: 'GUIDE',
      topics: '',
      scopeNote: 'Typed for an hour',
      PUBLISHED: '2026-05',
    }
    const later = { ...answers, ItemToChange: { item: { ...item, revision: 4 } }, UpdateItem: refusedWith('STALE') }
    const { status, html } = await aPage('/items/iso-1/edit', later, { sent })
    expect(status).toBe(422)
    expect(textOf(html)).toContain('This was changed while you worked on it.')
    expect(html).toContain('Typed for an hour')
    expect(html).toContain('value="2026-05"')
    expect(html).toContain('name="expectedRevision" value="4"')
    // The topic that was unticked stays so.
    expect(html).not.toMatch(/checked=""[^>]*value="WATER"|value="WATER"[^>]*checked/)
  })

  it('put a refusal beside its field, here a date that does not exist', async () => {
    const refused = refusedWith('NO_SUCH_DATE', { args: { date: '2026-13' }, field: 'input.dates.PUBLISHED' })
    const { html } = await aPage(
      '/items/iso-1/edit',
      { ...answers, UpdateItem: refused },
      { sent: { ...seen, form: 'edit', PUBLISHED: '2026-13' } },
    )
    expect(html).toMatch(/id="edit-PUBLISHED-refusal"[^>]*>There is no such date as 2026-13/)
    expect(html).toContain('value="2026-13"')
  })

  it('name the item that has a designation already, and the codes near one that is not official', async () => {
    const taken = { designation: 'ISO 2', item: 'ISO 2:2020', slug: 'iso-2-2020', isFormer: 'true' }
    const sent = { form: 'new', designation: 'ISO 2', body: 'iso', type: 'STANDARD', idempotencyKey: 'k'.repeat(32) }
    const recorded = { ...answers, RecordItem: refusedWith('NAME_TAKEN', { args: taken, field: 'input.designation' }) }
    const { html } = await aPage('/items/new', recorded, { sent })
    expect(textOf(html)).toContain('“ISO 2” was once the name of another item, ISO 2:2020.')
    expect(html).toContain(`value="${'k'.repeat(32)}"`)
    const unofficial = refusedWith('UNOFFICIAL_STAGE', {
      args: { code: '29.20', near: '20.99, 30.00' },
      field: 'nativeStage',
    })
    const stage = await aPage(
      '/items/iso-1/stage',
      { ...answers, RecordItemStage: unofficial },
      { sent: { ...seen, form: 'stage', nativeStage: '29.20', reason: 'Kept' } },
    )
    expect(textOf(stage.html)).toContain('Near it are 20.99, 30.00.')
    expect(stage.html).toContain('Kept')
  })

  it('show before a rename what it does to address and search', async () => {
    const preview = {
      designation: 'ISO 9:2027',
      oldNames: ['ISO 1:2026'],
      takenBy: null,
      shared: [
        {
          name: 'iso 9',
          items: [
            { slug: 'iso-9', designation: 'ISO 9:2020', title: null, titleConfidence: 'MEMORY', state: 'PUBLISHED' },
          ],
        },
      ],
    }
    const at = '/items/iso-1/rename?designation=ISO+9%3A2027&title=New'
    const { html } = await aPage(at, { ...answers, ItemRenamePreview: { itemRename: preview } })
    const text = textOf(html)
    for (const said of ['/items/iso-1', 'Stays, whatever', 'ISO 1:2026', '“iso 9”:', 'ISO 9:2020'])
      expect(text).toContain(said)
    expect(html).toContain('name="title" value="New"')
    const taken = { ...preview, takenBy: preview.shared[0]!.items[0] }
    const none = await aPage(at, { ...answers, ItemRenamePreview: { itemRename: taken } })
    expect(textOf(none.html)).toContain('Another item is or was called so.')
    expect(none.html).not.toContain('Rename it</')
  })
})
