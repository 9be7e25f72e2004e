import type { ReactNode } from 'react'
import type { DeliverableHeadFragment } from '#schema/generated/operations.js'
import { PageHead } from '../../app/PageHead.js'
import { ChangeForm as AnyChangeForm, type ChangeFormProps } from '../../roadmap/parts/index.js'
import { PageHeader } from '../../ui/index.js'
import { deliverableHref } from './address.js'
import { DeliverableCrumbs } from './DeliverableCrumbs.js'

/** Head of a page that changes a deliverable: what is to be done, to which one. */
export function ChangeHead({
  deliverable,
  title,
  lead,
}: {
  deliverable: DeliverableHeadFragment
  title: string
  lead?: ReactNode
}) {
  return (
    <>
      <PageHead title={title} isPrivate />
      <DeliverableCrumbs group={deliverable.group} deliverable={deliverable} doing={title} />
      <PageHeader
        eyebrow={
          <>
            {deliverable.code} <span dir="auto">{deliverable.title}</span>
          </>
        }
        title={title}
        lead={lead}
      />
    </>
  )
}

/** The form of such a page: about the deliverable, unless another thing is named with the revision that its sender saw. */
export function ChangeForm({
  deliverable,
  id = deliverable.id,
  revision = deliverable.revision,
  children,
  ...form
}: Omit<ChangeFormProps, 'backTo'> & { deliverable: DeliverableHeadFragment; id?: string }) {
  return (
    <AnyChangeForm {...form} revision={revision} backTo={deliverableHref(deliverable.group, deliverable)}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="deliverableId" value={deliverable.id} />
      {children}
    </AnyChangeForm>
  )
}
