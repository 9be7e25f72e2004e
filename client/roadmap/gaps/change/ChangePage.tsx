import type { ReactNode } from 'react'
import type { GapOnFormFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../../app/PageHead.js'
import { Breadcrumb, PageHeader, useWords } from '../../../ui/index.js'
import { ChangeForm as AnyChangeForm, gapHref, type ChangeFormProps } from '../../parts/index.js'

/** Head of a page that changes a gap: what is to be done, to which gap. */
export function ChangeHead({ gap, title, lead }: { gap: GapOnFormFragment; title: string; lead?: ReactNode }) {
  const words = useWords<Words>()
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('gap.listTitle'), href: '/gaps' },
          { label: gap.number, href: gapHref(gap.number) },
          { label: title },
        ]}
      />
      <PageHeader
        eyebrow={
          <>
            {gap.number} <span dir="auto">{gap.title}</span>
          </>
        }
        title={title}
        lead={lead}
      />
    </>
  )
}

/** The form of such a page; one comes back to the gap without sending, if nowhere else. */
export function ChangeForm({
  gap,
  revision = gap.revision,
  backTo = gapHref(gap.number),
  ...form
}: Omit<ChangeFormProps, 'backTo'> & {
  gap: Pick<GapOnFormFragment, 'number' | 'revision'>
  backTo?: string
}) {
  return <AnyChangeForm {...form} revision={revision} backTo={backTo} />
}
