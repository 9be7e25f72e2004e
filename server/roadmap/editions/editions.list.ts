import type { Viewer } from '#server/platform/context/index.js'
import { listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { EditionContributor } from './edition-contributor.entity.js'
import { EditionNote } from './edition-note.entity.js'
import { Edition } from './edition.entity.js'

export type EditionList = Connection<Edition>

/** Drafts count as of the day on which they were begun; what has no date is the oldest. */
const shownOn = `coalesce(e.dated_on, case when e.is_elsewhere then '' else to_char(coalesce(e.frozen_at, e.created_at), 'YYYY-MM-DD') end)`
const newestFirst: Keyset = {
  name: 'editions',
  terms: [
    { expr: shownOn, direction: 'DESC', type: 'text' },
    { expr: 'e.id', direction: 'DESC', type: 'uuid' },
  ],
}

/** The same as `edition.read`, in SQL. */
const visible = ({ isAdministrator }: Viewer) => (isAdministrator ? 'true' : `e.state <> 'DRAFT'`)

/** A page of editions, newest first. Refuses: BAD_CURSOR. */
export async function listEditions(ctx: Ctx, page: Page): Promise<EditionList> {
  const p = new Params()
  const { where, orderBy, limit } = pageInto(newestFirst, page, p)
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, Edition, 'e')}, ${shownOn} as "shownOn" from edition e
     where ${visible(ctx.viewer)} and ${where} order by ${orderBy} limit ${limit}`,
    p.values,
  )) as (Edition & { shownOn: string })[]
  return toConnection(rows, page, newestFirst, (row) => [row.shownOn, row.id])
}

export async function countEditions(ctx: Ctx): Promise<number> {
  const [row] = (await ctx.db.query(`select count(*)::int as count from edition e where ${visible(ctx.viewer)}`)) as [
    { count: number },
  ]
  return row.count
}

/** Editions by address, whoever may see them. */
export const editionsBySlug = loader<string, Edition>(async (ctx, slugs) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, Edition, 'e')} from edition e where e.slug = any($1::text[])`,
    [slugs.map((slug) => slug.replaceAll('\0', ''))],
  )) as Edition[]
  return new Map(rows.map((row) => [row.slug, row]))
})

/** Editions by number. */
export const editionsByNumber = loader<number, Edition>(async (ctx, numbers) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, Edition, 'e')} from edition e where e.number = any($1::int[])`,
    [numbers],
  )) as Edition[]
  return new Map(rows.map((row) => [row.number!, row]))
})

/** Editions by id, whoever may see them. */
export const editionsById = loader<string, Edition>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, Edition, 'e')} from edition e where e.id = any($1::uuid[])`,
    [ids],
  )) as Edition[]
  return new Map(rows.map((row) => [row.id, row]))
})

/** Who contributed to an edition, by surname; the erased stand last. [ED-3] */
export const contributorsOf = listLoader<string, EditionContributor>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, EditionContributor, 'c')} from edition_contributor c where c.edition_id = any($1::uuid[])
     order by c.sort_name collate natural_name nulls last, c.id`,
    [ids],
  )) as EditionContributor[]
  return Map.groupBy(rows, ({ editionId }) => editionId)
})

/** What was added to an edition later, those on contributors too, in the order of adding. */
export const notesOf = listLoader<string, EditionNote>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, EditionNote, 'n')} from edition_note n where n.edition_id = any($1::uuid[]) order by n.told_at, n.id`,
    [ids],
  )) as EditionNote[]
  return Map.groupBy(rows, ({ editionId }) => editionId)
})
