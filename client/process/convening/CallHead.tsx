import type { ReactNode } from 'react'
import { PageHead } from '../../app/PageHead.js'
import { PageHeader } from '../../ui/index.js'
import { MeetingCrumbs, MeetingDays } from '../meetings/index.js'
import type { CallData } from './call.route.js'

/** Head of the pages of the letter. */
export function CallHead({
  meeting,
  title,
  lead,
  actions,
}: {
  meeting: CallData['meeting']
  title: string
  lead?: ReactNode
  actions?: ReactNode
}) {
  return (
    <>
      <PageHead
        title={`${title}, ${meeting.title}`}
        isPrivate={meeting.visibility !== 'PUBLIC' || meeting.group.isExample}
      />
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
