import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { ActivityLines } from '../../common/activity/index.js'
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
  Prose,
  RadioGroup,
  Section,
  Split,
  Stack,
  TextArea,
  Timeline,
  useWords,
  withParams,
} from '../../ui/index.js'
import {
  AsOfNotice,
  BodyLink,
  citation,
  Cite,
  ProvenanceFacts,
  Sourced,
  UnreadNotice,
  caseLook,
  caseHref,
  CaseStateChip,
  VerdictChip,
} from '../parts/index.js'
import type { CaseOnPage, CasePageData } from './overlaps.route.js'
import { Scopes, sharedFacts } from './Scopes.js'

/** One case: the scopes side by side, what was concluded on what evidence, where it stands, and every step. */
export function CasePage() {
  const words = useWords<Words>()
  const { overlap, mayDraft, isTable, asOf, unread, href, readAt, today } = useLoaderData<CasePageData>()
  const { number, title, state, verdict, evidence, provenance } = overlap
  // What the past was like is looked at, not changed.
  const mayEdit = asOf === null && overlap.viewerMay.includes('EDIT')
  const isLive = !overlap.mayBecome.includes('OPEN')
  const here = withParams(caseHref(number), { asOf })
  const what = words('overlap.name', { number, title })
  return (
    <>
      <PageHead title={what} description={evidence ?? what} canonical={caseHref(number)} isPrivate={asOf !== null} />
      <Breadcrumb crumbs={[{ label: words('overlap.listTitle'), href: '/overlaps' }, { label: number }]} />
      <PageHeader
        eyebrow={words('overlap.eyebrow', { number })}
        title={<bdi>{title}</bdi>}
        marks={
          <>
            <CaseStateChip state={state} />
            <span className="labelled">
              {words('overlap.verdict')}{' '}
              {verdict === null ? (
                <VerdictChip verdict={null} />
              ) : (
                <Sourced confidence={provenance.confidence}>
                  <VerdictChip verdict={verdict} />
                </Sourced>
              )}
            </span>
          </>
        }
        actions={
          <>
            {mayDraft && asOf === null && (
              <LinkButton href={`${caseHref(number)}/statement`} kind="primary">
                {words('statement.start')}
              </LinkButton>
            )}
            {mayEdit && isLive && <LinkButton href={`${caseHref(number)}/edit`}>{words('overlap.edit')}</LinkButton>}
          </>
        }
      />
      <Stack gap={6}>
        <AsOfNotice asOf={asOf} />
        <UnreadNotice unread={unread} />
        <Section id="scopes" title={words('overlap.scopes')}>
          <Scopes
            sides={overlap.items}
            isTable={isTable}
            addresses={{ columns: here, table: withParams(here, { as: 'table' }) }}
          />
        </Section>
        <Split side="end" aside={<Aside overlap={overlap} href={href} readAt={readAt} what={what} />}>
          <Section id="evidence" title={words('overlap.evidence')}>
            {evidence === null ? (
              <p>{words('overlap.noEvidence')}</p>
            ) : (
              <Prose>
                <p>{evidence}</p>
              </Prose>
            )}
            {evidence !== null && <ProvenanceFacts provenance={provenance} />}
          </Section>
          <Section id="shared" title={words('overlap.shared')} note={words('overlap.sharedNote')}>
            <DefinitionList
              facts={sharedFacts(
                words,
                overlap.items.map(({ item }) => item),
              )}
            />
          </Section>
          <Statements statements={overlap.statements} />
          <Section id="steps" title={words('overlap.steps')} note={words('overlap.stepsNote')}>
            <Stack gap={4}>
              <Steps steps={overlap.steps} />
              {mayEdit && <Move overlap={overlap} today={today} />}
            </Stack>
          </Section>
          <Section id="history" title={words('overlap.history')}>
            <ActivityLines events={overlap.activity.nodes} />
          </Section>
        </Split>
      </Stack>
    </>
  )
}

function Aside({ overlap, href, readAt, what }: { overlap: CaseOnPage; href: string; readAt: string; what: string }) {
  const words = useWords<Words>()
  const { state, mode, owner } = overlap
  return (
    <Stack gap={6}>
      <Section id="facts" title={words('overlap.facts')}>
        <DefinitionList
          isStacked
          facts={[
            { term: words('overlap.state'), value: <CaseStateChip state={state} /> },
            {
              term: words('overlap.mode'),
              value: mode ? words.dynamic(`register.cooperationMode.${mode}`) : words('overlap.noMode'),
              note: mode && words.dynamic(`register.cooperationModeMeaning.${mode}`),
            },
            {
              term: words('overlap.owner'),
              value: owner ? <BodyLink body={owner} /> : words('overlap.noOwner'),
              note: owner && <bdi>{owner.name}</bdi>,
            },
          ]}
        />
      </Section>
      <Section id="cite" title={words('fact.cite')}>
        <Cite href={href} text={citation(words, { what, asOf: readAt, href })} />
      </Section>
    </Stack>
  )
}

/** What was drafted from it. The drafts belong to groups, whose rooms are elsewhere. */
function Statements({ statements }: { statements: CaseOnPage['statements'] }) {
  const words = useWords<Words>()
  return (
    <Section id="statements" title={words('statement.ofCase')} note={words('statement.ofCaseNote')}>
      {statements.length === 0 ? (
        <p>{words('statement.ofCaseNone')}</p>
      ) : (
        <ul className="lines">
          {statements.map(({ id, title, purpose, draftedAt, to, group, document }) => (
            <li key={id}>
              <Link
                href={
                  document
                    ? `/groups/${group.slug}/documents/${document.id}${document.viewerMay.includes('EDIT') ? '' : '/read'}`
                    : `/groups/${group.slug}/liaison`
                }
                dir="auto"
              >
                {title}
              </Link>{' '}
              <span className="fact-note">
                {words('statement.line', {
                  purpose: words(`statement.purpose.${purpose}`),
                  to: to.acronym ?? to.name,
                })}
                {', '}
                <Link href={`/groups/${group.slug}/liaison`}>
                  <bdi>{group.acronym ?? group.name}</bdi>
                </Link>
                {', '}
                <Day on={draftedAt.slice(0, 10)} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Steps({ steps }: { steps: CaseOnPage['steps'] }) {
  const words = useWords<Words>()
  const stateName = (state: CaseOnPage['state']) => words.dynamic(`register.caseState.${state}`)
  return (
    <Timeline
      label={words('overlap.steps')}
      entries={steps.map(({ id, from, to, on, note, toldBy }) => ({
        id,
        when: <Day on={on} />,
        title:
          from === null ? words('overlap.began') : words('overlap.step', { from: stateName(from), to: stateName(to) }),
        ...caseLook[to],
        body: (
          <>
            {note && <p dir="auto">{note}</p>}
            {toldBy && <p className="as-of">{<bdi>{toldBy.name ?? words('fact.erased')}</bdi>}</p>}
          </>
        ),
      }))}
    />
  )
}

/** The form in which a case is taken a step on. */
function Move({ overlap, today }: { overlap: CaseOnPage; today: string }) {
  const words = useWords<Words>()
  const { refusals, codes, typed } = useFormAnswer('move')
  return (
    <section aria-labelledby="move-title">
      <h3 id="move-title" className="spaced">
        {words('overlap.move')}
      </h3>
      {codes.includes('STALE') && (
        <div role="alert" className="spaced">
          <Notice kind="attention" title={words('overlap.staleTitle')}>
            {words('overlap.staleText')}
          </Notice>
        </div>
      )}
      <Form
        id="move"
        method="post"
        refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
        values={typed}
        actions={<SubmitButton>{words('overlap.moveSend')}</SubmitButton>}
      >
        <input type="hidden" name="expectedRevision" value={overlap.revision} />
        <RadioGroup
          name="state"
          label={words('overlap.moveState')}
          defaultValue={overlap.mayBecome[0]}
          choices={overlap.mayBecome.map((value) => ({
            value,
            label: words.dynamic(`register.caseState.${value}`),
          }))}
        />
        <DateField name="on" label={words('overlap.moveOn')} max={today} defaultValue={today} />
        <TextArea name="note" label={words('overlap.moveNote')} hint={words('overlap.moveNoteHint')} rows={3} />
      </Form>
    </section>
  )
}
