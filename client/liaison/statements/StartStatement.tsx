import { useLoaderData } from 'react-router'
import { STATEMENT_PURPOSES } from '#schema/vocabulary/statements.js'
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
  RadioGroup,
  Section,
  Select,
  Split,
  TextField,
  useWords,
} from '../../ui/index.js'
import type { StartStatementData } from './statements.route.js'

type Body = StartStatementData['bodies'][number]

/** Starts the draft of a statement from a case: from whom, to whom, for what, by when. */
export function StartStatement() {
  const words = useWords<Words>()
  const { overlap, groups, bodies, idempotencyKey } = useLoaderData<StartStatementData>()
  const { refusals, typed } = useFormAnswer('start')
  const title = words('statement.start')
  const href = `/overlaps/${overlap.number}`
  const names = new Intl.ListFormat(words.locale).format(overlap.items.map(({ item }) => item.designation))
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('overlap.listTitle'), href: '/overlaps' },
          { label: overlap.number, href },
          { label: title },
        ]}
      />
      <PageHeader
        eyebrow={
          <>
            {overlap.number} <span dir="auto">{overlap.title}</span>
          </>
        }
        title={title}
        lead={words('statement.startLead')}
      />
      <Split side="end" aside={<Quoted overlap={overlap} />}>
        <Form
          id="start"
          method="post"
          refusals={refusals}
          values={typed}
          actions={
            <>
              <SubmitButton kind="primary">{words('statement.send')}</SubmitButton>
              <LinkButton href={href} kind="quiet">
                {words('statement.back')}
              </LinkButton>
            </>
          }
        >
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <Select
            name="group"
            label={words('statement.group')}
            hint={words('statement.groupHint')}
            options={groups.map(({ slug, name, acronym }) => ({ value: slug, label: acronym ?? name }))}
            defaultValue={groups[0]!.slug}
          />
          <Select
            name="to"
            label={words('statement.to')}
            hint={words('statement.toHint')}
            placeholder={words('statement.toPlaceholder')}
            options={concernedFirst(overlap, bodies).map((body) => ({ value: body.slug, label: nameOf(words, body) }))}
            defaultValue=""
          />
          <TextField
            name="title"
            label={words('statement.titleLabel')}
            defaultValue={words('statement.titleSuggested', { names }).slice(0, 300)}
            isRequired
            maxLength={300}
            dir="auto"
          />
          <RadioGroup
            name="purpose"
            label={words('statement.purpose')}
            defaultValue="FOR_INFORMATION"
            choices={STATEMENT_PURPOSES.map((value) => ({
              value,
              label: words(`statement.purpose.${value}`),
              hint: words(`statement.purposeHint.${value}`),
            }))}
          />
          <DateField name="replyBy" label={words('statement.replyBy')} hint={words('statement.replyByHint')} />
        </Form>
      </Split>
    </>
  )
}

const nameOf = (words: Words, { name, acronym }: Body) => (acronym ? words('gap.bodyOption', { acronym, name }) : name)

/** The bodies of the items stand first: it is they who are concerned. */
function concernedFirst({ items }: StartStatementData['overlap'], bodies: readonly Body[]): Body[] {
  const concerned = new Map(items.map(({ item }) => [item.body.slug, item.body]))
  return [...concerned.values(), ...bodies.filter(({ slug }) => !concerned.has(slug))]
}

/** Whose words will stand in the draft. */
function Quoted({ overlap }: { overlap: StartStatementData['overlap'] }) {
  const words = useWords<Words>()
  return (
    <Section id="quoted" title={words('statement.quoted')}>
      <ul className="lines">
        {overlap.items.map(({ id, scope, item: { designation, scopeNote } }) => {
          const said = scope !== null ? 'quotedOwn' : scopeNote !== null ? 'quotedNote' : 'quotedNothing'
          return (
            <li key={id}>
              {words(`statement.${said}`, { designation })}
              {(scope ?? scopeNote) && (
                <blockquote className="scope-words" dir="auto">
                  {scope ?? scopeNote}
                </blockquote>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
