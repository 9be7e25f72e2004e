import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Breadcrumb, DateField, PageHeader, Section, TextField, useWords } from '../../ui/index.js'
import { ChangeForm, SourceFields } from '../parts/index.js'
import { AboutFields, BodyFields, noFacts } from './ItemFields.js'
import type { NewItemData } from './new-item.route.js'
import { StageFields } from './StageFields.js'

/** Takes an item into the register: one form, of which only name, body and type are needed. */
export function NewItem() {
  const words = useWords<Words>()
  const { bodies, idempotencyKey } = useLoaderData<NewItemData>()
  const { refusals } = useFormAnswer('new')
  const title = words('item.new')
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb crumbs={[{ label: words('item.listTitle'), href: '/roadmap' }, { label: title }]} />
      <PageHeader title={title} lead={words('item.newLead')} />
      <ChangeForm name="new" send={title} backTo="/roadmap" idempotencyKey={idempotencyKey}>
        <TextField
          name="designation"
          label={words('item.column.designation')}
          hint={words('item.designationHint')}
          maxLength={200}
          autoComplete="off"
          isRequired
        />
        <TextField name="title" label={words('item.column.title')} hint={words('item.titleHint')} maxLength={1000} />
        <DateField name="namedOn" label={words('item.namedOn')} hint={words('item.renamedOnHint')} />
        <BodyFields facts={noFacts} bodies={bodies} />
        <StageFields />
        <AboutFields facts={noFacts} isOpen={refusals.length > 0} />
        <Section id="source" title={words('fact.provenance')}>
          <div className="form">
            <SourceFields />
          </div>
        </Section>
      </ChangeForm>
    </>
  )
}
