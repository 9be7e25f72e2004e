import type { EditionCommentState } from '#schema/vocabulary/register.js'
import type { Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { EditionComment } from './edition-comment.entity.js'

/** A comment with the name that its sender gave, if they have no account, and what it is about. */
export type CommentRow = EditionComment & {
  readonly senderName: string | null
  readonly about: string | null
  readonly href: string | null
}

export interface CommentList extends Connection<CommentRow> {
  readonly asked: { readonly editionId: string; readonly state: readonly EditionCommentState[] }
}

const inOrder: Keyset = {
  name: 'edition-comments',
  terms: [{ expr: 'c.id', direction: 'ASC', type: 'uuid' }],
}

/** Everybody reads what is published, authors what they sent, administrators all but what was never confirmed. [ED-11] */
function visible({ viewer }: Ctx, p: Params): string {
  if (viewer.isAdministrator) return `c.state <> 'UNCONFIRMED'`
  const own = viewer.personId === null ? '' : ` or c.person_id = ${p.add(viewer.personId)}`
  return `(c.state = 'PUBLISHED'${own})`
}

const joined = `edition_comment c left join edition_comment_sender s on s.comment_id = c.id
  left join item i on c.subject = 'ITEM' and i.id = c.subject_id
  left join gap g on c.subject = 'GAP' and g.id = c.subject_id
  left join principle p on c.subject = 'PRINCIPLE' and p.id = c.subject_id`
const labels = `s.name as "senderName",
  coalesce(i.designation, 'G-' || lpad(g.number::text, greatest(2, length(g.number::text)), '0'), 'P-' || lpad(p.number::text, greatest(2, length(p.number::text)), '0')) as about,
  coalesce('/items/' || i.slug, '/gaps/G-' || lpad(g.number::text, greatest(2, length(g.number::text)), '0'), '/principles#P-' || lpad(p.number::text, greatest(2, length(p.number::text)), '0')) as href`

function narrowing(ctx: Ctx, { editionId, state }: CommentList['asked'], p: Params): string[] {
  return [
    `c.edition_id = ${p.add(editionId)}`,
    visible(ctx, p),
    ...(state.length > 0 ? [`c.state = any(${p.add(state)}::text[])`] : []),
  ]
}

/** A page of the comments on an edition, oldest first. Refuses: BAD_CURSOR. */
export async function listComments(ctx: Ctx, asked: CommentList['asked'], page: Page): Promise<CommentList> {
  const p = new Params()
  const conditions = narrowing(ctx, asked, p)
  const { where, orderBy, limit } = pageInto(inOrder, page, p)
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, EditionComment, 'c')}, ${labels} from ${joined}
     where ${[...conditions, where].join(' and ')} order by ${orderBy} limit ${limit}`,
    p.values,
  )) as CommentRow[]
  return { ...toConnection(rows, page, inOrder, (row) => [row.id]), asked }
}

export async function countComments(ctx: Ctx, asked: CommentList['asked']): Promise<number> {
  const p = new Params()
  const [row] = (await ctx.db.query(
    `select count(*)::int as count from edition_comment c where ${narrowing(ctx, asked, p).join(' and ')}`,
    p.values,
  )) as [{ count: number }]
  return row.count
}

/** One comment, whoever may see it. */
export async function commentRow(ctx: Ctx, id: string): Promise<CommentRow> {
  const [row] = (await ctx.db.query(
    `select ${columnsOf(ctx.db, EditionComment, 'c')}, ${labels} from ${joined} where c.id = $1`,
    [id],
  )) as [CommentRow]
  return row
}
