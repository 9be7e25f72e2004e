import type { ReactNode } from 'react'
import type { GapOnFormFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../../app/PageHead.js'
import { SubmitButton } from '../../../app/SubmitButton.js'
import { useFormAnswer } from '../../../app/use-form-answer.js'
import { Breadcrumb, Form, LinkButton, Notice, PageHeader, useWords } from '../../../ui/index.js'
import { gapHref } from '../../parts/index.js'

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

/** Somebody else was faster: what one typed is kept, and `now` shows how things stand. */
export function StaleNotice({ codes, now }: { codes: readonly string[]; now?: ReactNode }) {
  const words = useWords<Words>()
  if (!codes.includes('STALE')) return null
  return (
    <div role="alert" className="spaced">
      <Notice kind="attention" title={words('gap.staleTitle')}>
        {words('gap.staleText')}
        {now}
      </Notice>
    </div>
  )
}

/**
 * The form of such a page. `name` is what its action answers to. `ticks` names its ticks: once the form was sent, one that is missing was empty.
 */
export function ChangeForm({
  gap,
  name,
  send,
  kind = 'primary',
  ticks = [],
  revision = gap.revision,
  backTo = gapHref(gap.number),
  now,
  children,
}: {
  gap: Pick<GapOnFormFragment, 'number' | 'revision'>
  name: string
  send: string
  kind?: 'primary' | 'danger' | 'plain'
  ticks?: readonly string[]
  /** Of the thing that is changed, where that is not the gap itself. */
  revision?: number
  backTo?: string
  now?: ReactNode
  children?: ReactNode
}) {
  const words = useWords<Words>()
  const { refusals, codes, typed } = useFormAnswer(name)
  const wasSent = Object.keys(typed).length > 0
  return (
    <>
      <StaleNotice codes={codes} now={now} />
      <Form
        id={name}
        method="post"
        // That somebody was faster is said above, where the new state is; the other refusals keep their places.
        refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
        values={wasSent ? { ...Object.fromEntries(ticks.map((tick) => [tick, []])), ...typed } : {}}
        actions={
          <>
            <SubmitButton kind={kind}>{send}</SubmitButton>
            <LinkButton href={backTo} kind="quiet">
              {words('gap.back')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="form" value={name} />
        <input type="hidden" name="expectedRevision" value={revision} />
        {children}
      </Form>
    </>
  )
}
