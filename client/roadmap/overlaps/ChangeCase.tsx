import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Breadcrumb, DefinitionList, Form, LinkButton, Notice, PageHeader, useWords } from '../../ui/index.js'
import { UnreadNotice, caseHref, VerdictChip } from '../parts/index.js'
import { CaseFields, emptyCase, type FormItem } from './CaseFields.js'
import type { EditCaseData, NewCaseData } from './change-case.route.js'

const ticks = ['isConfirmed']

/** Opens a case; the items may come with the address. */
export function NewCase() {
  const words = useWords<Words>()
  const { items, bodies, idempotencyKey, unread } = useLoaderData<NewCaseData>()
  const { refusals, typed } = useFormAnswer('new')
  const title = words('overlap.new')
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb crumbs={[{ label: words('overlap.listTitle'), href: '/overlaps' }, { label: title }]} />
      <PageHeader title={title} lead={words('overlap.newLead')} />
      <UnreadNotice unread={unread} />
      <Form
        id="new"
        method="post"
        refusals={refusals}
        values={withEmptyTicks(typed)}
        actions={
          <>
            <SubmitButton kind="primary">{title}</SubmitButton>
            <LinkButton href="/overlaps" kind="quiet">
              {words('overlap.back')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <CaseFields given={{ ...emptyCase, items }} bodies={bodies} isNew />
      </Form>
    </>
  )
}

/** Changes all that is said in a case. */
export function EditCase() {
  const words = useWords<Words>()
  const { overlap, bodies } = useLoaderData<EditCaseData>()
  const { refusals, codes, typed } = useFormAnswer('edit')
  const { number, provenance } = overlap
  const title = words('overlap.edit')
  const items = overlap.items.map(({ item, scope, clause, source, asOf }): FormItem => ({
    name: item.designation,
    title: item.title,
    scopeNote: item.scopeNote,
    scope,
    clause,
    source,
    asOf,
  }))
  const given = {
    ...overlap,
    items,
    source: provenance.source,
    evidenceOn: provenance.asOf,
    isConfirmed: provenance.confidence === 'VERIFIED',
    owner: overlap.owner?.slug ?? null,
  }
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('overlap.listTitle'), href: '/overlaps' },
          { label: number, href: caseHref(number) },
          { label: title },
        ]}
      />
      <PageHeader
        eyebrow={
          <>
            {number} <span dir="auto">{overlap.title}</span>
          </>
        }
        title={title}
      />
      {codes.includes('STALE') && (
        <div role="alert" className="spaced">
          <Notice kind="attention" title={words('overlap.staleTitle')}>
            {words('overlap.staleText')}
            <DefinitionList
              facts={[
                { term: words('overlap.title'), value: <bdi>{overlap.title}</bdi> },
                {
                  term: words('overlap.itemsPart'),
                  value: <bdi>{overlap.items.map(({ item }) => item.designation).join(', ')}</bdi>,
                },
                { term: words('overlap.verdict'), value: <VerdictChip verdict={overlap.verdict} /> },
                { term: words('overlap.evidence'), value: overlap.evidence && <bdi>{overlap.evidence}</bdi> },
              ]}
            />
          </Notice>
        </div>
      )}
      <Form
        id="edit"
        method="post"
        refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
        values={withEmptyTicks(typed)}
        actions={
          <>
            <SubmitButton kind="primary">{words('overlap.save')}</SubmitButton>
            <LinkButton href={caseHref(number)} kind="quiet">
              {words('overlap.back')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="expectedRevision" value={overlap.revision} />
        <CaseFields given={given} bodies={bodies} isNew={false} />
      </Form>
    </>
  )
}

/** Once the form was sent, a tick that is missing was empty. */
const withEmptyTicks = (typed: Readonly<Record<string, string | readonly string[]>>) =>
  Object.keys(typed).length > 0 ? { ...Object.fromEntries(ticks.map((tick) => [tick, []])), ...typed } : {}
