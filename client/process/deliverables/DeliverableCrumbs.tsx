import type { DeliverableGroupFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Breadcrumb, useWords } from '../../ui/index.js'
import { deliverableHref, deliverablesHref } from './address.js'

/** Groups / the group / its deliverables / the deliverable / what one is doing with it. */
export function DeliverableCrumbs({
  group,
  deliverable,
  doing,
}: {
  group: DeliverableGroupFragment
  deliverable?: { id: string; code: string | null; title: string }
  doing?: string
}) {
  const words = useWords<Words>()
  const own = deliverable && {
    label: deliverable.code ?? deliverable.title,
    ...(doing !== undefined && { href: deliverableHref(group, deliverable) }),
  }
  const isList = !deliverable && doing === undefined
  return (
    <Breadcrumb
      crumbs={[
        { label: words('group.groups'), href: '/groups' },
        { label: group.acronym ?? group.name, href: `/groups/${group.slug}` },
        { label: words('deliverable.listTitle'), ...(!isList && { href: deliverablesHref(group) }) },
        ...(own ? [own] : []),
        ...(doing === undefined ? [] : [{ label: doing }]),
      ]}
    />
  )
}
