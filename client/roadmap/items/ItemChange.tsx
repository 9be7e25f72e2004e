import type { ReactNode } from 'react'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { Breadcrumb, PageHeader, useWords } from '../../ui/index.js'
import { ChangeForm, itemHref } from '../parts/index.js'
import type { ItemToChange } from './change-item.route.js'

/** Head of a page that changes an item: what is to be done, to which item. */
export function ItemChangeHead({ item, title, lead }: { item: ItemToChange; title: string; lead?: ReactNode }) {
  const words = useWords<Words>()
  return (
    <>
      <PageHead title={words('item.headTitle', { designation: item.designation, title })} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('item.listTitle'), href: '/roadmap' },
          { label: item.designation, href: itemHref(item.slug) },
          { label: title },
        ]}
      />
      <PageHeader eyebrow={<bdi>{item.designation}</bdi>} title={title} lead={lead} />
    </>
  )
}

/** The form of such a page; `name` is what its action answers to. Fields carry the item and the revision one has seen. */
export function ItemChangeForm({
  item,
  name,
  send,
  children,
}: {
  item: ItemToChange
  name: string
  send: string
  children?: ReactNode
}) {
  return (
    <ChangeForm name={name} send={send} backTo={itemHref(item.slug)} revision={item.revision}>
      <input type="hidden" name="item" value={item.slug} />
      {children}
    </ChangeForm>
  )
}
