import { useLocation } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { EmptyState, LinkButton, Pager, Section, Stack, useWords, withParams } from '../../ui/index.js'
import { MeetingTable } from '../meetings/index.js'
import type { GroupData } from './groups.route.js'

/** Meetings to come and past ones, a page at a time; which, the address says. */
export function GroupMeetings({ group }: { group: GroupData['group'] }) {
  const words = useWords<Words>()
  const { upcoming, past } = group
  const { pathname, search } = useLocation()
  const asked = new URLSearchParams(search)
  const page = (part: string, cursor: string | null) => `${withParams(pathname + search, { [part]: cursor })}#meetings`
  const parts = [
    { id: 'upcoming', title: words('group.upcoming'), page: upcoming },
    { id: 'past', title: words('group.past'), page: past },
  ].filter(({ id, page: { nodes } }) => nodes.length > 0 || asked.has(id))
  return (
    <Section
      id="meetings"
      title={words('meeting.meetings')}
      actions={
        <>
          {group.viewerMay.includes('CALL_MEETING') && (
            <LinkButton size="small" href={`/groups/${group.slug}/meetings/series`}>
              {words('series.call')}
            </LinkButton>
          )}
          <LinkButton size="small" href={`/groups/${group.slug}/calendar.ics`}>
            {words('calendar.file')}
          </LinkButton>
        </>
      }
    >
      {parts.length === 0 ? (
        <EmptyState title={words('group.noMeetings')}>{words('group.noMeetingsText')}</EmptyState>
      ) : (
        <Stack gap={6}>
          {parts.map(({ id, title, page: { nodes, pageInfo, totalCount } }) => (
            <div key={id}>
              <h3>{title}</h3>
              <MeetingTable caption={title} group={group} meetings={nodes} />
              {totalCount > nodes.length && (
                <Pager
                  summary={words('group.shownOf', { shown: nodes.length, count: totalCount })}
                  // Pages are left one after the other; the way back is the first one.
                  previousHref={asked.has(id) ? page(id, null) : undefined}
                  nextHref={pageInfo.hasNextPage ? page(id, pageInfo.endCursor) : undefined}
                />
              )}
            </div>
          ))}
        </Stack>
      )}
    </Section>
  )
}
