import type { Words } from '#schema/words/index.js'
import { Breadcrumb, useWords, type Crumb } from '../../../ui/index.js'

/** Groups / the group / what one is looking at. */
export function GroupCrumbs({
  group,
  crumbs,
}: {
  group: { slug: string; name: string; acronym?: string | null }
  crumbs: readonly Crumb[]
}) {
  const words = useWords<Words>()
  return (
    <Breadcrumb
      crumbs={[
        { label: words('group.groups'), href: '/groups' },
        { label: group.acronym ?? group.name, href: `/groups/${group.slug}` },
        ...crumbs,
      ]}
    />
  )
}
