import type { Words } from '#schema/words/index.js'
import { EmptyState, LinkButton, Section, Stack, useWords } from '../../ui/index.js'
import { MeetingTable } from '../meetings/index.js'
import type { GroupData } from './groups.route.js'

/** Meetings to come and past ones, so many as the page holds. */
export function GroupMeetings({ group }: { group: GroupData['group'] }) {
  const words = useWords<Words>()
  const { upcoming, past } = group
  const parts = [
    { id: 'upcoming', title: words('group.upcoming'), page: upcoming },
    { id: 'past', title: words('group.past'), page: past },
  ].filter(({ page }) => page.nodes.length > 0)
  return (
    <Section
      id="meetings"
      title={words('meeting.meetings')}
      actions={
        <LinkButton size="small" href={`/groups/${group.slug}/calendar.ics`}>
          {words('calendar.file')}
        </LinkButton>
      }
    >
      {parts.length === 0 ? (
        <EmptyState title={words('group.noMeetings')}>{words('group.noMeetingsText')}</EmptyState>
      ) : (
        <Stack gap={6}>
          {parts.map(({ id, title, page }) => (
            <div key={id}>
              <h3>{title}</h3>
              <MeetingTable caption={title} group={group} meetings={page.nodes} />
              {page.totalCount > page.nodes.length && (
                <p className="soft">{words('group.shownOf', { shown: page.nodes.length, count: page.totalCount })}</p>
              )}
            </div>
          ))}
        </Stack>
      )}
    </Section>
  )
}
