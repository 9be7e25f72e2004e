import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Breadcrumb,
  DateField,
  DefinitionList,
  Field,
  Form,
  Link,
  LinkButton,
  PageHeader,
  RadioGroup,
  Section,
  Stack,
  TextField,
  useWords,
} from '../../ui/index.js'
import type { NewImportData } from './imports.route.js'
import { TEMPLATE_HREF } from './template-href.js'

/** Columns that are read, as they are headed in our own files. */
const columns = [
  ['designation', 'designation'],
  ['formerly', 'formerly'],
  ['title, title_fr, language', 'title'],
  ['body, committee', 'body'],
  ['type', 'type'],
  ['stage, status', 'stage'],
  ['published, approved …', 'dates'],
  ['topics, lifecycleStages, impacts', 'topics'],
  ['url', 'url'],
] as const

/** Sends a file; what its rows mean is shown next. The form goes to the server as it is, with or without script. */
export function NewImport() {
  const words = useWords<Words>()
  const { today } = useLoaderData<NewImportData>()
  const { refusals, typed } = useFormAnswer('import')
  const title = words('import.new')
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('item.listTitle'), href: '/roadmap' },
          { label: words('import.listTitle'), href: '/admin/imports' },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={words('import.newLead')} />
      <Stack gap={8}>
        <Form
          id="import"
          method="post"
          action="/admin/imports/new"
          encType="multipart/form-data"
          refusals={refusals}
          values={typed}
          actions={
            <>
              <SubmitButton kind="primary">{words('import.send')}</SubmitButton>
              <LinkButton href="/admin/imports" kind="quiet">
                {words('import.back')}
              </LinkButton>
            </>
          }
        >
          <Field name="file" label={words('import.file')} hint={words('import.fileHint')} isRequired>
            {(control) => (
              <input {...control} type="file" className="input" accept=".csv,.tsv,.txt,.xlsx,.json,.yaml,.yml" />
            )}
          </Field>
          <TextField
            name="source"
            label={words('import.source')}
            hint={words('import.sourceHint')}
            maxLength={2000}
            isRequired
          />
          <RadioGroup
            name="confidence"
            label={words('import.confidence')}
            defaultValue="MEMORY"
            choices={[
              { value: 'VERIFIED', label: words('fact.readThere'), hint: words('fact.readThereHint') },
              { value: 'MEMORY', label: words('fact.notRead'), hint: words('fact.notReadHint') },
            ]}
          />
          <DateField name="asOf" label={words('import.asOf')} hint={words('import.asOfHint')} defaultValue={today} />
        </Form>
        <Section id="columns" title={words('import.columnsTitle')}>
          <p className="spaced">
            {words('import.columnsText')}{' '}
            <Link href={TEMPLATE_HREF} download>
              {words('import.template')}
            </Link>
          </p>
          <DefinitionList
            facts={columns.map(([heads, about]) => ({
              term: <code dir="ltr">{heads}</code>,
              value: words(`import.about.${about}`),
            }))}
          />
        </Section>
      </Stack>
    </>
  )
}
