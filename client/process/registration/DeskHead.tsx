import type { MeetingAtDeskFragment } from '#schema/generated/operations.js'
import type { ReactNode } from 'react'
import { PageHead } from '../../app/PageHead.js'
import { PageHeader } from '../../ui/index.js'
import { MeetingCrumbs, MeetingDays } from '../meetings/index.js'

/** Head of a page on registering and being there. */
export function DeskHead({
  meeting,
  title,
  lead,
  actions,
}: {
  meeting: MeetingAtDeskFragment
  title: string
  lead?: ReactNode
  actions?: ReactNode
}) {
  return (
    <>
      <PageHead title={`${title}, ${meeting.title}`} isPrivate />
      <MeetingCrumbs meeting={meeting} doing={title} />
      <PageHeader
        eyebrow={
          <>
            <span dir="auto">{meeting.title}</span>, <MeetingDays meeting={meeting} />
          </>
        }
        title={title}
        lead={lead}
        actions={actions}
      />
    </>
  )
}
