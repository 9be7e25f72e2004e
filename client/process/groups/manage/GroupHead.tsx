import type { ReactNode } from 'react'
import type { GroupHeadFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../../app/PageHead.js'
import { Breadcrumb, PageHeader, useWords } from '../../../ui/index.js'

/** Where the page of a group is. */
export const groupHref = ({ slug }: { slug: string }): string => `/groups/${slug}`

/** Head of a page below a group: what it is, and of which group. `canonical` is the path below the group of a page that strangers may find. */
export function GroupHead({
  group,
  title,
  lead,
  canonical,
  actions,
  parent,
}: {
  group: GroupHeadFragment
  title: string
  lead?: ReactNode
  canonical?: string
  actions?: ReactNode
  /** The page between the group and this one. */
  parent?: { label: string; href: string }
}) {
  const words = useWords<Words>()
  const name = group.acronym ?? group.name
  return (
    <>
      <PageHead
        title={words('group.pageOf', { title, group: name })}
        {...(canonical && { canonical: `${groupHref(group)}/${canonical}` })}
        isPrivate={!canonical || group.visibility !== 'PUBLIC' || group.isExample}
      />
      <Breadcrumb
        crumbs={[
          { label: words('group.groups'), href: '/groups' },
          { label: name, href: groupHref(group) },
          ...(parent ? [parent] : []),
          { label: title },
        ]}
      />
      <PageHeader eyebrow={<bdi>{group.name}</bdi>} title={title} lead={lead} actions={actions} />
    </>
  )
}
