import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../../app/PageHead.js'
import { Breadcrumb, Checkbox, DateField, PageHeader, Section, Stack, TextField, useWords } from '../../../ui/index.js'
import { bodyHref, ChangeForm, ProvenanceFacts, SourceFields } from '../../parts/index.js'
import { BodyFields } from './BodyFields.js'
import type { EditBodyData, NewBodyData } from './change.route.js'

/** Takes a body or committee into the register; only its name is needed. */
export function NewBody() {
  const words = useWords<Words>()
  const { bodies, parent, idempotencyKey } = useLoaderData<NewBodyData>()
  const title = words('body.new')
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb crumbs={[{ label: words('body.listTitle'), href: '/bodies' }, { label: title }]} />
      <PageHeader title={title} lead={words('body.newLead')} />
      <ChangeForm name="new" send={title} backTo="/bodies" idempotencyKey={idempotencyKey}>
        <NameFields />
        <TextField
          name="slug"
          label={words('body.slug')}
          hint={words('body.slugHint')}
          maxLength={200}
          dir="ltr"
          autoComplete="off"
        />
        <BodyFields bodies={bodies} parent={parent} />
        <SourceFields />
      </ChangeForm>
    </>
  )
}

/** What is known of a body; and apart from it its name, for the old one goes on finding it. */
export function EditBody() {
  const words = useWords<Words>()
  const { body, bodies } = useLoaderData<EditBodyData>()
  const { slug, name, acronym, revision } = body
  const title = words('body.edit')
  const backTo = bodyHref(slug)
  return (
    <>
      <PageHead title={words('body.headTitle', { acronym: acronym ?? name, name: title })} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('body.listTitle'), href: '/bodies' },
          { label: acronym ?? name, href: backTo },
          { label: title },
        ]}
      />
      <PageHeader eyebrow={<bdi>{name}</bdi>} title={title} />
      <Stack gap={6}>
        <Section id="edit-part" title={words('body.facts')}>
          <div className="spaced">
            <ProvenanceFacts provenance={body.provenance} />
          </div>
          <ChangeForm name="edit" send={words('fact.save')} backTo={backTo} revision={revision}>
            <BodyFields body={body} bodies={bodies} />
            <SourceFields isOptional />
          </ChangeForm>
        </Section>
        <Section id="rename-part" title={words('body.rename')} note={words('body.renameNote')}>
          <ChangeForm
            name="rename"
            send={words('body.rename')}
            kind="plain"
            backTo={backTo}
            revision={revision}
            ticks={['isCorrection']}
          >
            <NameFields name={name} acronym={acronym} />
            <DateField name="on" label={words('item.renamedOn')} hint={words('item.renamedOnHint')} />
            <Checkbox name="isCorrection" label={words('body.isCorrection')} hint={words('body.isCorrectionHint')} />
            <SourceFields />
          </ChangeForm>
        </Section>
      </Stack>
    </>
  )
}

function NameFields({ name = '', acronym = '' }: { name?: string; acronym?: string | null }) {
  const words = useWords<Words>()
  return (
    <>
      <TextField name="name" label={words('body.name')} defaultValue={name} maxLength={500} isRequired />
      <TextField
        name="acronym"
        label={words('body.acronym')}
        hint={words('fact.optional')}
        className="field-short"
        defaultValue={acronym ?? ''}
        maxLength={100}
        autoComplete="off"
      />
    </>
  )
}
