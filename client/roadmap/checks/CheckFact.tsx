import { useLoaderData } from 'react-router'
import type { FactLineFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Breadcrumb,
  DateField,
  Day,
  DefinitionList,
  Form,
  Link,
  LinkButton,
  Notice,
  PageHeader,
  RadioGroup,
  Section,
  Split,
  Stack,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.js'
import { factHref, Linked, ProvenanceFacts } from '../parts/index.js'
import type { CheckFactData } from './checks.route.js'
import { Said, Why } from './ToCheck.js'

/** Facts that are a thing of their own, named by its label alone. */
const things: ReadonlySet<FactLineFragment['kind']> = new Set(['ITEM', 'GAP', 'BODY', 'PRINCIPLE'])

/** One fact: what is recorded and on what it rests, what others found, and what one found oneself. */
export function CheckFact() {
  const words = useWords<Words>()
  const { fact, today } = useLoaderData<CheckFactData>()
  const what = things.has(fact.kind)
    ? fact.label
    : words('fact.kindOf', { kind: words(`fact.kind.${fact.kind}`), label: fact.label })
  const title = words('fact.checkTitle', { what })
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('item.listTitle'), href: '/roadmap' },
          { label: words('fact.toCheck'), href: '/roadmap/to-check' },
          { label: what },
        ]}
      />
      <PageHeader title={title} lead={words('fact.checkLead')} marks={<Why fact={fact} />} />
      <Split side="end" aside={<Recorded fact={fact} />}>
        <Stack gap={6}>
          {fact.reports.length > 0 && <Reports fact={fact} />}
          <Section id="found" title={words('fact.found')}>
            {fact.viewerMay.includes('CHECK') ? (
              <Found fact={fact} today={today} />
            ) : (
              <LinkButton href={`/sign-in?to=${factHref(fact.kind, fact.id)}`}>{words('fact.signIn')}</LinkButton>
            )}
          </Section>
        </Stack>
      </Split>
    </>
  )
}

function Recorded({ fact }: { fact: FactLineFragment }) {
  const words = useWords<Words>()
  return (
    <Section id="recorded" title={words('fact.factNow')}>
      <DefinitionList
        isStacked
        facts={[
          {
            term: words('fact.column.about'),
            value: (
              <Link href={fact.href}>
                <bdi>{fact.label}</bdi>
              </Link>
            ),
          },
          { term: words('fact.column.said'), value: <Said fact={fact} /> },
        ]}
      />
      <ProvenanceFacts provenance={fact.provenance} />
    </Section>
  )
}

/** Pages on which an editor records the change of a fact of an item, by its kind. */
const changes: Readonly<Partial<Record<FactLineFragment['kind'], string>>> = {
  ITEM: 'edit',
  NAME: 'rename',
  TITLE: 'title',
  STAGE: 'stage',
  PLAN: 'plan',
}

function Found({ fact, today }: CheckFactData) {
  const words = useWords<Words>()
  const { refusals, codes, typed } = useFormAnswer('check')
  const mayConfirm = fact.viewerMay.includes('CONFIRM')
  const change = changes[fact.kind]
  return (
    <>
      {codes.includes('STALE') && (
        <div role="alert" className="spaced">
          <Notice kind="attention" title={words('fact.staleFactTitle')}>
            {words('fact.staleFactText')}
          </Notice>
        </div>
      )}
      {!mayConfirm && <p className="spaced">{words('fact.waits')}</p>}
      <Form
        id="check-fact"
        method="post"
        refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
        values={typed}
        actions={
          <>
            <SubmitButton kind="primary">{words(mayConfirm ? 'fact.confirm' : 'fact.say')}</SubmitButton>
            {mayConfirm && change && <LinkButton href={`${fact.href}/${change}`}>{words('fact.changeIt')}</LinkButton>}
            <LinkButton href="/roadmap/to-check" kind="quiet">
              {words('item.back')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="expectedRevision" value={fact.revision} />
        <RadioGroup
          name="outcome"
          label={words('fact.found')}
          isLabelHidden
          defaultValue="STILL_SO"
          choices={[
            { value: 'STILL_SO', label: words('fact.outcome.STILL_SO') },
            {
              value: 'CHANGED',
              label: words('fact.outcome.CHANGED'),
              hint: words(mayConfirm ? 'fact.changedHintEditor' : 'fact.changedHint'),
            },
          ]}
        />
        <TextField
          name="source"
          label={words('fact.lookedAt')}
          hint={words('fact.sourceHint')}
          defaultValue={fact.provenance.source ?? ''}
          maxLength={2000}
          isRequired
        />
        <div className="side-by-side">
          <DateField name="on" label={words('fact.lookedOn')} defaultValue={today} />
          <DateField name="checkAgainOn" label={words('fact.checkAgainOn')} />
        </div>
        <TextArea name="note" label={words('fact.note')} hint={words('fact.noteHint')} maxLength={1000} rows={3} />
      </Form>
    </>
  )
}

function Reports({ fact }: { fact: FactLineFragment }) {
  const words = useWords<Words>()
  return (
    <Section id="reports" title={words('fact.reports')}>
      <ul className="lines">
        {fact.reports.map((report) => (
          <li key={report.id}>
            <Report report={report} maySettle={fact.viewerMay.includes('CONFIRM')} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Report({ report, maySettle }: { report: FactLineFragment['reports'][number]; maySettle: boolean }) {
  const words = useWords<Words>()
  const { refusals } = useFormAnswer(`settle-${report.id}`)
  const { id, outcome, source, on, checkAgainOn, note, saidBy } = report
  return (
    <Stack gap={2}>
      <p>
        <strong>{words(`fact.outcome.${outcome}`)}</strong> <bdi>{saidBy.name ?? words('fact.erased')}</bdi>,{' '}
        <Day on={on} />
      </p>
      {note && <p dir="auto">{note}</p>}
      <p className="fact-note">
        <Linked text={source} />
        {checkAgainOn && (
          <>
            {' '}
            {words('fact.checkAgainOn')} <Day on={checkAgainOn} />
          </>
        )}
      </p>
      {maySettle && (
        <Form
          id={`settle-${id}`}
          method="post"
          refusals={refusals}
          actions={
            <>
              <SubmitButton name="isTaken" value="true" size="small">
                {words('fact.take')}
              </SubmitButton>
              <SubmitButton name="isTaken" value="false" size="small" kind="quiet">
                {words('fact.decline')}
              </SubmitButton>
            </>
          }
        >
          <input type="hidden" name="settle" value={id} />
        </Form>
      )}
    </Stack>
  )
}
