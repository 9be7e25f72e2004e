/** The pages on which a principle is recorded, reworded and withdrawn. */
import { useLoaderData } from 'react-router'
import { PRINCIPLE_ORIGINS } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../../app/PageHead.js'
import { Breadcrumb, DateField, Notice, PageHeader, Select, TextArea, TextField, useWords } from '../../../ui/index.js'
import { ChangeForm, principleHref, SourceFields } from '../../parts/index.js'
import type { ChangePrincipleData, NewPrincipleData } from './change.route.js'

interface Wording {
  readonly title: string
  readonly statement: string
  readonly rationale: string | null
  readonly origin: string
}

/** The next number is given when it is recorded. */
export function NewPrinciple() {
  const words = useWords<Words>()
  const { idempotencyKey } = useLoaderData<NewPrincipleData>()
  const title = words('principle.new')
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb crumbs={[{ label: words('principle.listTitle'), href: '/principles' }, { label: title }]} />
      <PageHeader title={title} lead={words('principle.newLead')} />
      <ChangeForm name="new" send={title} backTo="/principles" idempotencyKey={idempotencyKey}>
        <WordingFields />
        <DateField name="on" label={words('principle.wordedOn')} hint={words('principle.wordedOnHint')} />
        <SourceFields />
      </ChangeForm>
    </>
  )
}

/** New words; those of today stay to be read as the version before. */
export function RewordPrinciple() {
  const words = useWords<Words>()
  const { principle } = useLoaderData<ChangePrincipleData>()
  return (
    <>
      <Head title={words('principle.reword')} lead={words('principle.rewordLead')} />
      {principle.withdrawnOn !== null ? (
        <Notice title={words('principle.isWithdrawn')} />
      ) : (
        <ChangeForm
          name="reword"
          send={words('principle.reword')}
          backTo={principleHref(principle.number)}
          revision={principle.revision}
        >
          <WordingFields wording={principle} />
          <DateField name="on" label={words('principle.wordedOn')} hint={words('principle.wordedOnHint')} />
          <TextArea
            name="reason"
            label={words('principle.reason')}
            hint={words('relation.reasonHint')}
            maxLength={2000}
            rows={2}
            isRequired
          />
          <SourceFields />
        </ChangeForm>
      )}
    </>
  )
}

/** Ends a principle; its number, words and all that was said of it stay. */
export function WithdrawPrinciple() {
  const words = useWords<Words>()
  const { principle, today } = useLoaderData<ChangePrincipleData>()
  return (
    <>
      <Head title={words('principle.withdraw')} lead={words('principle.withdrawLead')} />
      {principle.withdrawnOn !== null ? (
        <Notice title={words('principle.isWithdrawn')} />
      ) : (
        <ChangeForm
          name="withdraw"
          send={words('principle.withdraw')}
          kind="danger"
          backTo={principleHref(principle.number)}
          revision={principle.revision}
        >
          <DateField name="on" label={words('principle.withdrawnFrom')} defaultValue={today} isRequired />
          <TextArea
            name="reason"
            label={words('relation.reason')}
            hint={words('relation.reasonHint')}
            maxLength={2000}
            rows={2}
            isRequired
          />
        </ChangeForm>
      )}
    </>
  )
}

function Head({ title, lead }: { title: string; lead: string }) {
  const words = useWords<Words>()
  const { principle } = useLoaderData<ChangePrincipleData>()
  const { number } = principle
  return (
    <>
      <PageHead title={words('principle.headTitle', { number, title })} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('principle.listTitle'), href: '/principles' },
          { label: number, href: principleHref(number) },
          { label: title },
        ]}
      />
      <PageHeader
        eyebrow={
          <>
            {number} <bdi>{principle.title}</bdi>
          </>
        }
        title={title}
        lead={lead}
      />
    </>
  )
}

function WordingFields({ wording }: { wording?: Wording }) {
  const words = useWords<Words>()
  return (
    <>
      <TextField
        name="title"
        label={words('item.column.title')}
        hint={words('principle.titleHint')}
        defaultValue={wording?.title ?? ''}
        maxLength={300}
        isRequired
      />
      <TextArea
        name="statement"
        label={words('principle.statement')}
        hint={words('principle.statementHint')}
        defaultValue={wording?.statement ?? ''}
        rows={5}
        isRequired
      />
      <TextArea
        name="rationale"
        label={words('principle.rationale')}
        hint={words('principle.rationaleHint')}
        defaultValue={wording?.rationale ?? ''}
        rows={3}
      />
      <Select
        name="origin"
        label={words('principle.origin')}
        options={PRINCIPLE_ORIGINS.map((value) => ({ value, label: words(`register.principleOrigin.${value}`) }))}
        defaultValue={wording?.origin ?? 'ROADMAP'}
      />
    </>
  )
}
