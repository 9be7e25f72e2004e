import { useLoaderData } from 'react-router'
import type { ActivityPageQuery } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { PageHeader, Pager, Stack, useWords, withParams } from '../../ui/index.js'
import { ActivityLines } from './ActivityLines.js'

/** The public record: what was done to the register and in public groups, newest first. */
export function ActivityPage() {
  const words = useWords<Words>()
  const { activity } = useLoaderData<ActivityPageQuery>()
  const { hasNextPage, endCursor } = activity.pageInfo
  return (
    <>
      <PageHead title={words('activity.title')} description={words('activity.lead')} canonical="/activity" />
      <PageHeader title={words('activity.title')} lead={words('activity.lead')} />
      <Stack gap={6}>
        <ActivityLines events={activity.nodes} />
        <Pager nextHref={hasNextPage ? withParams('/activity', { after: endCursor }) : null} />
      </Stack>
    </>
  )
}
