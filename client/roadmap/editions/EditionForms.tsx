import type { ReactNode } from 'react'
import { useLoaderData } from 'react-router'
import { EDITION_KINDS } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Breadcrumb,
  Checkbox,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  Prose,
  RadioGroup,
  Select,
  Stack,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.js'
import type { EditionFormData, NewEditionData } from './change-edition.route.js'
import { writeContributors } from './contributor-lines.js'
import type { EditionOnPage } from './editions.route.js'
import { editionHref, EditionMarks, NotAgreed } from './marks.js'

/** Head of a page on which an edition is made. */
export function EditionHead({
  edition,
  title,
  lead,
}: {
  edition?: Pick<EditionOnPage, 'slug' | 'label' | 'state' | 'kind' | 'isExample'>
  title: string
  lead?: string
}) {
  const words = useWords<Words>()
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('edition.listTitle'), href: '/editions' },
          ...(edition ? [{ label: edition.label, href: editionHref(edition.slug) }] : []),
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={lead} marks={edition && <EditionMarks edition={edition} />} />
      {edition && <NotAgreed kind={edition.kind} />}
    </>
  )
}

/** The form of such a page; `name` is what its action answers to. */
export function EditionForm({
  edition,
  name,
  send,
  kind = 'primary',
  children,
}: {
  edition?: Pick<EditionOnPage, 'slug' | 'revision'>
  name: string
  send: string
  kind?: 'primary' | 'danger'
  children: ReactNode
}) {
  const words = useWords<Words>()
  const { refusals, codes, typed } = useFormAnswer(name)
  return (
    <>
      {codes.includes('STALE') && (
        <div role="alert" className="spaced">
          <Notice kind="attention" title={words('edition.staleTitle')}>
            {words('edition.staleText')}
          </Notice>
        </div>
      )}
      <Form
        id={name}
        method="post"
        refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
        values={typed}
        actions={
          <>
            <SubmitButton kind={kind}>{send}</SubmitButton>
            <LinkButton href={edition ? editionHref(edition.slug) : '/editions'} kind="quiet">
              {words('edition.back')}
            </LinkButton>
          </>
        }
      >
        {edition && <input type="hidden" name="expectedRevision" value={edition.revision} />}
        {children}
      </Form>
    </>
  )
}

/** What an edition prints about itself. */
function PrintedFields({ edition }: { edition?: EditionOnPage }) {
  const words = useWords<Words>()
  return (
    <>
      <TextField
        name="label"
        label={words('edition.label')}
        hint={words('edition.labelHint')}
        defaultValue={edition?.label}
        maxLength={200}
        isRequired
      />
      <TextField
        name="datedOn"
        label={words('edition.date')}
        hint={words('edition.dateHint')}
        defaultValue={edition?.datedOn ?? ''}
        maxLength={10}
      />
      <TextField
        name="occasion"
        label={words('edition.occasion')}
        hint={words('edition.occasionHint')}
        defaultValue={edition?.occasion ?? ''}
        maxLength={500}
      />
      <TextField
        name="lead"
        label={words('edition.lead')}
        hint={words('edition.leadHint')}
        defaultValue={edition?.lead ?? ''}
        maxLength={300}
      />
      <TextArea
        name="partners"
        label={words('edition.partners')}
        hint={words('edition.partnersHint')}
        defaultValue={edition?.partners.join('\n') ?? ''}
        rows={4}
      />
      <TextArea
        name="summary"
        label={words('edition.summary')}
        defaultValue={edition?.summary ?? ''}
        maxLength={5000}
        rows={4}
      />
      <TextArea
        name="contributors"
        label={words('edition.contributors')}
        hint={words('edition.contributorsHint')}
        defaultValue={edition ? writeContributors(edition.contributors) : ''}
        rows={8}
      />
    </>
  )
}

/** `/editions/new` */
export function NewEdition() {
  const words = useWords<Words>()
  const { idempotencyKey } = useLoaderData<NewEditionData>()
  const { typed } = useFormAnswer('new')
  return (
    <>
      <EditionHead title={words('edition.new')} lead={words('edition.newLead')} />
      <EditionForm name="new" send={words('edition.begin')}>
        <input type="hidden" name="idempotencyKey" value={String(typed['idempotencyKey'] ?? idempotencyKey)} />
        <RadioGroup
          name="kind"
          label={words('edition.kind')}
          defaultValue="EDITION"
          choices={EDITION_KINDS.map((kind) => ({
            value: kind,
            label: words(`edition.kind.${kind}`),
            hint: words(`edition.kindMeaning.${kind}`),
          }))}
        />
        <PrintedFields />
      </EditionForm>
    </>
  )
}

/** `/editions/:slug/edit` */
export function EditEdition() {
  const words = useWords<Words>()
  const { edition } = useLoaderData<EditionFormData>()
  return (
    <>
      <EditionHead edition={edition} title={words('edition.edit')} />
      <EditionForm edition={edition} name="edit" send={words('edition.save')}>
        <PrintedFields edition={edition} />
      </EditionForm>
    </>
  )
}

/** `/editions/:slug/freeze`: what it means, and once more whether it is meant. */
export function FreezeEdition() {
  const words = useWords<Words>()
  const { edition } = useLoaderData<EditionFormData>()
  const isNumbered = edition.kind === 'EDITION' && !edition.isExample
  return (
    <>
      <EditionHead
        edition={edition}
        title={words('edition.freezeTitle', { label: edition.label })}
        lead={words('edition.freezeLead')}
      />
      <Stack gap={6}>
        <Prose kind="plain">
          <h2>{words('edition.freezeWhat')}</h2>
          <ul>
            <li>{words('edition.freezeDoes.register')}</li>
            <li>{words('edition.freezeDoes.print')}</li>
            <li>{words(isNumbered ? 'edition.freezeDoes.number' : 'edition.freezeDoes.noNumber')}</li>
          </ul>
        </Prose>
        <EditionForm edition={edition} name="freeze" send={words('edition.freezeNow')} kind="danger">
          <Checkbox name="isSure" value="true" label={words('edition.freezeSure')} />
        </EditionForm>
      </Stack>
    </>
  )
}

/** `/editions/:slug/note` */
export function AnnotateEdition() {
  const words = useWords<Words>()
  const { edition } = useLoaderData<EditionFormData>()
  const { contributors } = edition
  return (
    <>
      <EditionHead edition={edition} title={words('edition.annotateTitle')} lead={words('edition.annotateLead')} />
      <EditionForm edition={edition} name="note" send={words('edition.annotate')}>
        <Select
          name="contributor"
          label={words('edition.annotateAbout')}
          placeholder={words('edition.annotateEdition')}
          options={contributors.flatMap(({ id, name }) => (name === null ? [] : [{ value: id, label: name }]))}
        />
        <TextArea
          name="text"
          label={words('edition.note')}
          hint={words('edition.noteHint')}
          maxLength={2000}
          rows={4}
          isRequired
        />
      </EditionForm>
    </>
  )
}
