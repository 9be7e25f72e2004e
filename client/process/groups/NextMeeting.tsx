import type { Words } from '#schema/words/index.js'
import { EmptyState, Link, LinkButton, Section, Stack, useWords } from '../../ui/index.js'
import { KeyDateList } from '../deadlines/index.js'
import { MeetingChip, MeetingDays, meetingHref } from '../meetings/index.js'
import type { GroupData } from './groups.route.js'

/** So many dates ahead are shown; the meeting's own page has all. */
const shown = 4

/** What is due next, each date with its rule. */
export function NextMeeting({ group, now }: { group: GroupData['group']; now: string }) {
  const words = useWords<Words>()
  const next = group.next.nodes[0]
  const due = next?.keyDates.filter(({ hasPassed }) => !hasPassed).slice(0, shown) ?? []
  return (
    <Section
      id="next"
      title={words('group.nextMeeting')}
      actions={
        next && (
          <LinkButton size="small" href={`${meetingHref(group, next.number)}#key-dates`}>
            {words('group.allDates')}
          </LinkButton>
        )
      }
    >
      {next ? (
        <Stack gap={4}>
          <p>
            <Link href={meetingHref(group, next.number)}>
              <strong dir="auto">{next.title}</strong>
            </Link>{' '}
            <MeetingChip state={next.state} />
            <span className="block">
              <MeetingDays meeting={next} withTime />
            </span>
          </p>
          {due.length > 0 ? <KeyDateList dates={due} now={now} /> : <p className="soft">{words('group.nothingDue')}</p>}
        </Stack>
      ) : (
        <EmptyState
          title={words('group.noNext')}
          action={
            group.viewerMay.includes('CALL_MEETING') && (
              <LinkButton href={`/groups/${group.slug}/meetings/new`}>{words('meeting.call')}</LinkButton>
            )
          }
        >
          {words(group.state === 'CONCLUDED' ? 'group.noNextConcluded' : 'group.noNextText')}
        </EmptyState>
      )}
    </Section>
  )
}
