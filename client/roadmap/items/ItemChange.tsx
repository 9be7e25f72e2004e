import type { ReactNode } from 'react'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Breadcrumb, Form, LinkButton, Notice, PageHeader, useWords } from '../../ui/index.js'
import { itemHref } from '../parts/index.js'
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
  const words = useWords<Words>()
  const { refusals, codes, typed } = useFormAnswer(name)
  return (
    <>
      {codes.includes('STALE') && (
        <div role="alert" className="spaced">
          <Notice kind="attention" title={words('item.staleTitle')}>
            {words('item.staleText')}
          </Notice>
        </div>
      )}
      <Form
        id={`${name}-item`}
        method="post"
        // That somebody was faster is said above; the other refusals keep their places.
        refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
        values={typed}
        actions={
          <>
            <SubmitButton kind="primary">{send}</SubmitButton>
            <LinkButton href={itemHref(item.slug)} kind="quiet">
              {words('item.back')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="item" value={item.slug} />
        <input type="hidden" name="expectedRevision" value={item.revision} />
        {children}
      </Form>
    </>
  )
}
