import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { Deliverables } from '#server/process/deliverables/index.js'
import { openDraftingSite, type DraftingSite } from '../drafting/site.js'

let site: DraftingSite
let group: Awaited<ReturnType<DraftingSite['group']>>

beforeAll(async () => {
  site = await openDraftingSite()
  group = await site.group()
})
afterAll(() => site.stop())

const aDeliverable = (code: string) =>
  site.write((tx) =>
    site.app
      .get(Deliverables)
      .record(tx, { groupId: group.id, code, title: code, type: 'TECHNICAL_REPORT', provenance: { source: 'a test' } }),
  )
const link = (deliverableId: string, documentId: string) =>
  site.write((tx) => site.app.get(Deliverables).linkText(tx, { deliverableId, documentId }))

it('[DE-10] a deliverable points to its text, and both to the group, as far as one may see them', async () => {
  const [open, inner] = [await site.document(group), await site.document(group, 'PARTICIPANTS')]
  const [one, two] = [await aDeliverable('D.1'), await aDeliverable('D.2')]
  await link(one.id, inner.id)
  await link(one.id, open.id)
  await link(one.id, open.id)
  await link(two.id, inner.id)
  const participant = await site.person('PARTICIPANT', group)
  const query = `query ($slug: String!, $id: UUID!) {
    group(slug: $slug) { documents { id group { slug } } deliverables { code document { id deliverables { code } } } }
    document(id: $id) { group { slug } deliverables { code } }
    activity(first: 1, filter: { objectType: "document" }) { nodes { label href } }
  }`
  const seen = async (who: { token?: string }) =>
    (await site.query(query, { slug: group.slug, id: inner.id }, who)).data as Record<string, never>

  const texts = (...ids: string[]) => ids.sort().map((id) => ({ id, group: { slug: group.slug } }))
  expect(await seen({})).toMatchObject({
    group: {
      documents: texts(open.id),
      deliverables: [
        { code: 'D.1', document: { id: open.id, deliverables: [{ code: 'D.1' }] } },
        { code: 'D.2', document: null },
      ],
    },
    document: null,
    activity: { nodes: [{ label: 'A report', href: `/groups/${group.slug}/documents/${open.id}/read` }] },
  })
  expect(await seen(participant)).toMatchObject({
    group: { documents: texts(open.id, inner.id), deliverables: [{}, { document: { id: inner.id } }] },
    document: { group: { slug: group.slug }, deliverables: [{ code: 'D.2' }] },
  })
})

it('[DE-10] takes no text of another group', async () => {
  const elsewhere = await site.document(await site.group())
  const { id } = await aDeliverable('D.3')
  await expect(link(id, elsewhere.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
