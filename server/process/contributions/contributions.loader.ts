import { groupBy, listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows, someColumnsOf } from '#server/platform/database/index.js'
import { Contribution } from './contribution.entity.js'
import { ContributionContact } from './contribution-contact.entity.js'
import { ContributionRevision } from './contribution-revision.entity.js'
import { ContributionSource } from './contribution-source.entity.js'
import { contributionColumns, visibleContributions } from './contributions.reads.js'
import { Cosigner } from './cosigner.entity.js'

/** Contributions by id; null for those that the viewer may not see. */
export const contributionsById = loader<string, Contribution>(async (ctx, ids) => {
  const p = new Params()
  const { from, where } = visibleContributions(ctx.viewer, p)
  const sql = `select ${contributionColumns(ctx, p)} from ${from} where ${where} and c.id = any(${p.add(ids)}::uuid[])`
  return new Map((await selectRows<Contribution>(ctx.db, sql, p, null)).map((row) => [row.id, row]))
})

/** Contributions to a meeting that the viewer may see, by number. */
export const contributionsByMeeting = listLoader<string, Contribution>(async (ctx, ids) => {
  const p = new Params()
  const { from, where } = visibleContributions(ctx.viewer, p)
  const sql = `select ${contributionColumns(ctx, p)} from ${from}
    where ${where} and c.meeting_id = any(${p.add(ids)}::uuid[]) order by c.sequence, c.id`
  return groupBy(await selectRows<Contribution>(ctx.db, sql, p, null), ({ meetingId }) => meetingId!)
})

/** What hangs from contributions, in its order. Reached through a contribution that the viewer sees. */
const partsOf = async <Part extends { contributionId: string }>(
  ctx: Ctx,
  ids: readonly string[],
  sql: string,
): Promise<Map<string, Part[]>> => {
  const rows = (await ctx.db.query(sql, [ids])) as Part[]
  return groupBy(rows, ({ contributionId }) => contributionId)
}

export const sourcesByContribution = listLoader<string, ContributionSource>((ctx, ids) =>
  partsOf(
    ctx,
    ids,
    `select ${columnsOf(ctx.db, ContributionSource, 's')} from contribution_source s
     where s.contribution_id = any($1::uuid[]) order by s.contribution_id, s.position`,
  ),
)

export const contactsByContribution = listLoader<string, ContributionContact>((ctx, ids) =>
  partsOf(
    ctx,
    ids,
    `select ${columnsOf(ctx.db, ContributionContact, 'k')} from contribution_contact k
     where k.contribution_id = any($1::uuid[]) order by k.contribution_id, k.position`,
  ),
)

export const cosignersByContribution = listLoader<string, Cosigner>((ctx, ids) =>
  partsOf(
    ctx,
    ids,
    `select ${columnsOf(ctx.db, Cosigner, 'k')} from contribution_cosigner k
     where k.contribution_id = any($1::uuid[]) order by k.contribution_id, k.id`,
  ),
)

/** Contributions that wait for the viewer's answer whether they sign, what was asked first first. One that nobody can sign any more waits for nothing. [WA-4] */
export async function waitingInvitations(ctx: Ctx): Promise<Contribution[]> {
  if (ctx.viewer.personId === null) return []
  const p = new Params()
  const { from, where } = visibleContributions(ctx.viewer, p)
  return selectRows<Contribution>(
    ctx.db,
    `select ${contributionColumns(ctx, p)} from ${from} join contribution_cosigner k on k.contribution_id = c.id
     where ${where} and k.person_id = ${p.add(ctx.viewer.personId)}::uuid and k.state = 'INVITED'
       and c.state in ('RESERVED', 'SUBMITTED')
       and (cm.id is null or cm.ends_on >= (${p.add(ctx.now.toISOString())}::timestamptz at time zone cm.zone)::date)
     order by k.invited_at, c.id`,
    p,
    null,
  )
}

/** A revision without its text, which is large and read one at a time. */
export type RevisionRow = Omit<ContributionRevision, 'text'>
const withoutText: readonly (keyof RevisionRow)[] = [
  'id',
  'contributionId',
  'number',
  'title',
  'submittedAt',
  'submittedBy',
  'isAfterDeadline',
  'note',
  'consentVersion',
  'documentId',
  'textVersion',
  'fileId',
  'sha256',
]

/** What was handed in, the first first. */
export const revisionsByContribution = listLoader<string, RevisionRow>((ctx, ids) =>
  partsOf(
    ctx,
    ids,
    `select ${someColumnsOf(ctx.db, ContributionRevision, 'r', withoutText)} from contribution_revision r
     where r.contribution_id = any($1::uuid[]) order by r.contribution_id, r.number`,
  ),
)

/** The clauses of revisions that were written here. */
export const textsOfRevisions = loader<string, NonNullable<ContributionRevision['text']>>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    'select id, text from contribution_revision where id = any($1::uuid[]) and text is not null',
    [ids],
  )) as { id: string; text: NonNullable<ContributionRevision['text']> }[]
  return new Map(rows.map(({ id, text }) => [id, text]))
})
