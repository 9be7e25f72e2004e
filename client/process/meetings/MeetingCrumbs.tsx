import type { MeetingGroupFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Breadcrumb, useWords } from '../../ui/index.js'
import { meetingHref } from './meeting-address.js'

/** Groups / the group / the meeting / what one is doing with it. */
export function MeetingCrumbs({
  meeting: { group, number, title },
  doing,
}: {
  meeting: { group: MeetingGroupFragment; number: number; title: string }
  doing?: string
}) {
  const words = useWords<Words>()
  return (
    <Breadcrumb
      crumbs={[
        { label: words('group.groups'), href: '/groups' },
        { label: group.acronym ?? group.name, href: `/groups/${group.slug}` },
        doing ? { label: title, href: meetingHref(group, number) } : { label: title },
        ...(doing ? [{ label: doing }] : []),
      ]}
    />
  )
}
