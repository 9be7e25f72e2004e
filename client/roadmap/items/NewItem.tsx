import { useLoaderData } from 'react-router'
import { ITEM_STATUSES } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Breadcrumb,
  DateField,
  Form,
  LinkButton,
  PageHeader,
  Section,
  Select,
  TextField,
  useWords,
} from '../../ui/index.js'
import { SourceFields } from '../parts/index.js'
import { AboutFields, BodyFields, noFacts } from './ItemFields.js'
import type { NewItemData } from './new-item.route.js'

/** Takes an item into the register: one form, of which only name, body and type are needed. */
export function NewItem() {
  const words = useWords<Words>()
  const { bodies, idempotencyKey } = useLoaderData<NewItemData>()
  const { refusals, typed } = useFormAnswer('new')
  const title = words('item.new')
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb crumbs={[{ label: words('item.listTitle'), href: '/roadmap' }, { label: title }]} />
      <PageHeader title={title} lead={words('item.newLead')} />
      <Form
        id="new-item"
        method="post"
        action="/items/new"
        refusals={refusals}
        values={typed}
        actions={
          <>
            <SubmitButton kind="primary">{title}</SubmitButton>
            <LinkButton href="/roadmap" kind="quiet">
              {words('item.back')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="idempotencyKey" value={String(typed['idempotencyKey'] ?? idempotencyKey)} />
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
        <div className="side-by-side">
          <TextField
            name="nativeStage"
            label={words('item.column.stage')}
            hint={words('item.stageHint')}
            maxLength={200}
            autoComplete="off"
          />
          <Select
            name="status"
            label={words('item.status')}
            hint={words('item.statusHint')}
            options={ITEM_STATUSES.map((status) => ({ value: status, label: words(`item.status.${status}`) }))}
            placeholder={words('item.notKnown')}
          />
        </div>
        <AboutFields facts={noFacts} isOpen={refusals.length > 0} />
        <Section id="source" title={words('fact.provenance')}>
          <div className="form">
            <SourceFields />
          </div>
        </Section>
      </Form>
    </>
  )
}
