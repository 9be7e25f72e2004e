import type { ReactNode } from 'react'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, LinkButton, Notice, PageHeader, useWords } from '../../ui/index.js'
import type { MeetingToChange } from './change-meeting.route.js'
import { meetingHref } from './meeting-address.js'
import { MeetingCrumbs } from './MeetingCrumbs.js'
import { MeetingDays } from './MeetingDays.js'

/** Head of a page that changes a meeting: what is to be done, to which meeting, on which days. */
export function ChangeHead({
  meeting,
  title,
  lead,
}: {
  meeting: Omit<MeetingToChange, 'audience' | 'closingConditions'>
  title: string
  lead?: ReactNode
}) {
  return (
    <>
      <PageHead title={title} isPrivate />
      <MeetingCrumbs meeting={meeting} doing={title} />
      <PageHeader
        eyebrow={
          <>
            <span dir="auto">{meeting.title}</span>, <MeetingDays meeting={meeting} />
          </>
        }
        title={title}
        lead={lead}
      />
    </>
  )
}

/** Somebody else was faster: what one typed is kept, and what stands above is the meeting as it is now. */
export function StaleNotice({ codes }: { codes: readonly string[] }) {
  const words = useWords<Words>()
  if (!codes.includes('STALE')) return null
  return (
    <div role="alert" className="spaced">
      <Notice kind="attention" title={words('meeting.staleTitle')}>
        {words('meeting.staleText')}
      </Notice>
    </div>
  )
}

/** The form of such a page. `name` is what its action answers to; fields carry the meeting and the revision one has seen. */
export function ChangeForm({
  meeting,
  name,
  send,
  kind = 'primary',
  children,
}: {
  meeting: MeetingToChange
  name: string
  send: string
  kind?: 'primary' | 'danger'
  children?: ReactNode
}) {
  const words = useWords<Words>()
  const { refusals, codes, typed } = useFormAnswer(name)
  return (
    <>
      <StaleNotice codes={codes} />
      <Form
        id={`${name}-meeting`}
        method="post"
        // That somebody was faster is said above, where the new state is; the other refusals keep their places.
        refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
        values={typed}
        actions={
          <>
            <SubmitButton kind={kind}>{send}</SubmitButton>
            <LinkButton href={meetingHref(meeting.group, meeting.number)} kind="quiet">
              {words('meeting.back')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="id" value={meeting.id} />
        <input type="hidden" name="expectedRevision" value={meeting.revision} />
        {children}
      </Form>
    </>
  )
}
