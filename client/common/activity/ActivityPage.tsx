import { useLoaderData } from 'react-router'
import type { ActivityPageQuery } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { Link, PageHeader, Pager, Stack, useWords, withParams } from '../../ui/index.js'
import { ActivityLines } from './ActivityLines.js'

/** The public record: what was done to the register and in public groups, newest first. */
export function ActivityPage() {
  const words = useWords<Words>()
  const { activity } = useLoaderData<ActivityPageQuery>()
  const { hasNextPage, endCursor } = activity.pageInfo
  return (
    <>
      <PageHead
        title={words('activity.title')}
        description={words('activity.lead')}
        canonical="/activity"
        alternates={[{ type: 'application/atom+xml', href: '/activity.atom', title: words('fact.atom') }]}
      />
      <PageHeader
        title={words('activity.title')}
        lead={words('activity.lead')}
        actions={
          <>
            {words('fact.news')} <Link href="/activity.atom">{words('fact.atom')}</Link>
          </>
        }
      />
      <Stack gap={6}>
        <ActivityLines events={activity.nodes} />
        <Pager nextHref={hasNextPage ? withParams('/activity', { after: endCursor }) : null} />
      </Stack>
    </>
  )
}
