import type { FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import type { Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import type { Feed, FeedPage } from './feed.js'
import { csvFile } from './stream.js'

interface CommentRow {
  readonly text: string
  readonly about: string | null
  readonly by: string | null
  readonly state: string
  readonly sentAt: string
  readonly reason: string | null
  readonly answer: string | null
}

export const commentsQuery = `query CommentsFile($slug: String!, $first: Int, $after: String) {
  list: edition(slug: $slug) {
    comments(first: $first, after: $after) {
      nodes { text about by state sentAt reason answer } pageInfo { hasNextPage endCursor }
    }
  }
}`

/** What the query answers; null for an edition that the sender may not see. */
export type CommentsAnswer = { readonly comments: FeedPage<CommentRow> } | null

const columns: Feed<CommentRow>['columns'] = {
  comment: ({ text }) => text,
  subject: ({ about }) => about ?? '',
  by: ({ by }) => by,
  state: ({ state }) => state,
  sentAt: ({ sentAt }) => sentAt,
  reason: ({ reason }) => reason ?? '',
  answer: ({ answer }) => answer ?? '',
}

/**
 * `/editions/<slug>/comments.csv`: the comments of its review as the sender may see them, administrators those that wait as well. Kept by nobody.
 * Addresses of senders are in no answer. Refuses: NOT_FOUND. [ED-11]
 */
export async function commentsFile(
  ask: (variables: Record<string, unknown>) => Promise<CommentsAnswer>,
  { language, now }: Ctx,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { slug } = request.params as { slug: string }
  const page = async (after: string | null): Promise<FeedPage<CommentRow>> => {
    const answer = await ask({ slug, first: 200, after })
    if (answer === null) throw refuse('NOT_FOUND')
    return answer.comments
  }
  const first = await page(null)
  const feed = { columns } as Feed<CommentRow>
  const options = { origin: '', language, asOf: now.toISOString(), page: request.url }
  return reply
    .type('text/csv; charset=utf-8; header=present')
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename="rapporteur-${slug.replace(/[^a-z0-9-]/g, '')}-comments.csv"`)
    .send(Readable.from(csvFile(feed, first, page, options)))
}
