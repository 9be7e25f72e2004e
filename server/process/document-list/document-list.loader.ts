import type { ContributionState } from '#schema/vocabulary/contributions.js'
import type { DocumentProgress, DocumentResult } from '#schema/vocabulary/document-list.js'
import { contributionHref } from '#schema/vocabulary/contribution-address.js'
import { groupBy, listLoader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params } from '#server/platform/database/index.js'
import { agendaItemsById } from '#server/process/agenda/index.js'
import { meetingsById } from '#server/process/meetings/index.js'
import { contributionsById, visibleContributions, type Contribution } from '#server/process/contributions/index.js'
import { contributed, type LastHandedIn } from './contributed.reads.js'
import { documentsOf, type DocumentLine } from './document-list.reads.js'
import { DocumentStep } from './document-step.entity.js'

/** A document at hand under a row. */
export interface DocumentAtHand {
  readonly agendaItemId: string
  /** The row is where it is treated; otherwise it is only pointed to. */
  readonly isPrimary: boolean
  readonly contribution: Contribution
}

/** Documents under rows of the agenda in their order, as far as the viewer may see both. For the room where a meeting is held. [ME-10, DL-5] */
export const documentsByAgendaItem = listLoader<string, DocumentAtHand>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select a.agenda_item_id as "agendaItemId", a.is_primary as "isPrimary", a.contribution_id as id
     from allocation a join listed_document d on d.meeting_id = a.meeting_id and d.contribution_id = a.contribution_id and d.is_listed
     where a.agenda_item_id = any($1::uuid[]) order by a.position, a.id`,
    [ids],
  )) as { agendaItemId: string; isPrimary: boolean; id: string }[]
  const items = agendaItemsById(ctx)
  const seen = new Set((await Promise.all(ids.map((id) => items.load(id)))).flatMap((item) => (item ? [item.id] : [])))
  const contributions = contributionsById(ctx)
  const found = await Promise.all(
    rows
      .filter(({ agendaItemId }) => seen.has(agendaItemId))
      .map(async ({ id, ...row }) => ({ ...row, contribution: await contributions.load(id) })),
  )
  const visible = found.filter((row): row is DocumentAtHand => row.contribution !== null)
  return groupBy(visible, ({ agendaItemId }) => agendaItemId)
})

/** A document on the table while a row is treated, as the room of the meeting shows it. */
export interface DocumentOnTable {
  readonly id: string
  readonly number: string
  readonly title: string
  /** Its sources in their order; null while none is recorded. */
  readonly source: string | null
  /** Its page on the list of the meeting. */
  readonly href: string
  /** Where what was handed in is read; null while nothing was. [WA-1] */
  readonly readHref: string | null
  /** The key of its file; null when it was written here. */
  readonly fileId: string | null
  readonly progress: DocumentProgress | null
  readonly result: DocumentResult | null
  readonly state: ContributionState
  /** Of its line on the list. */
  readonly revision: number
}

/** Rows of agendas → their documents in the order in which they are treated, those that only point to them last. As far as the viewer may see. */
export async function documentsAtHand(ctx: Ctx, itemIds: readonly string[]): Promise<Map<string, DocumentOnTable[]>> {
  const items = agendaItemsById(ctx)
  const seen = (await Promise.all(itemIds.map((id) => items.load(id)))).flatMap((item) => (item ? [item.id] : []))
  const p = new Params()
  const { from, where } = visibleContributions(ctx.viewer, p)
  const rows = (await ctx.db.query(
    `select a.agenda_item_id as "itemId", c.id, c.number, c.title, nullif(array_to_string(${contributed.sources}, ', '), '') as source,
       '/groups/' || g.slug || '/meetings/' || m.number || '/documents/' || c.id as href, g.slug, c.state, d.progress, d.result, d.revision, ${contributed.handedIn} as "handedIn"
     from allocation a join listed_document d on d.meeting_id = a.meeting_id and d.contribution_id = a.contribution_id and d.is_listed
     join meeting m on m.id = a.meeting_id join (${from}) on c.id = a.contribution_id
     where ${where} and a.agenda_item_id = any(${p.add(seen)}::uuid[]) order by not a.is_primary, a.position, a.id`,
    p.values,
  )) as (Omit<DocumentOnTable, 'readHref' | 'fileId'> & {
    itemId: string
    slug: string
    handedIn: LastHandedIn | null
  })[]
  const onTable = ({ itemId: _, slug, handedIn, ...row }: (typeof rows)[number]): DocumentOnTable => ({
    ...row,
    readHref: handedIn && `${contributionHref(slug, row.number)}#text`,
    fileId: handedIn?.fileId ?? null,
  })
  return new Map([...groupBy(rows, ({ itemId }) => itemId)].map(([id, some]) => [id, some.map(onTable)]))
}

/** Contribution → its line on the list of each meeting that the viewer may see, the latest meeting first. [WA-2] */
export const linesByContribution = listLoader<string, DocumentLine>(async (ctx, ids) => {
  const listed = (await ctx.db.query(
    `select d.meeting_id as "meetingId", d.contribution_id as id from listed_document d join meeting m on m.id = d.meeting_id
     where d.is_listed and d.contribution_id = any($1::uuid[]) order by m.starts_on desc, m.number desc`,
    [ids],
  )) as { meetingId: string; id: string }[]
  const lines = await Promise.all(
    [...groupBy(listed, ({ meetingId }) => meetingId)].map(async ([meetingId, some]) => {
      const isSeen = (await meetingsById(ctx).load(meetingId)) !== null
      return isSeen
        ? documentsOf(
            ctx,
            meetingId,
            some.map(({ id }) => id),
          )
        : []
    }),
  )
  return groupBy(lines.flat(), ({ id }) => id)
})

/** What was said of listed documents, by the id of their line, the latest first. Reached through a line that the viewer sees. */
export const stepsByListed = listLoader<string, DocumentStep>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, DocumentStep, 's')} from document_step s
     where s.listed_document_id = any($1::uuid[]) order by s.position desc`,
    [ids],
  )) as DocumentStep[]
  return groupBy(rows, ({ listedDocumentId }) => listedDocumentId)
})
