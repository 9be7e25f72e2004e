import { useLoaderData } from 'react-router'
import type { ConsensusLineFragment } from '#schema/generated/operations.js'
import { decisionKinds, type ConsensusState } from '#schema/vocabulary/decisions.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { LiveNotice } from '../../common/activity/index.js'
import { ChangeForm } from '../../roadmap/parts/index.js'
import {
  CheckboxGroup,
  Chip,
  DataTable,
  DateField,
  Day,
  DefinitionList,
  Disclosure,
  EmptyState,
  Link,
  LinkButton,
  Notice,
  PageHeader,
  RadioGroup,
  Section,
  Select,
  Stack,
  TextArea,
  TextField,
  useWords,
  type Column,
  type ShapeName,
  type Tone,
} from '../../ui/index.js'
import { ClosingTime } from '../deadlines/index.js'
import type { CallOnPage, ConsensusListData, ConsensusPageData, OpenConsensusData } from './consensus.route.js'
import {
  consensusHref,
  consensusListHref,
  decisionHref,
  GroupCrumbs,
  holderOf,
  ReservationCard,
  SubjectLink,
} from './parts/index.js'

const look: Readonly<Record<ConsensusState, { tone: Tone; shape: ShapeName }>> = {
  OPEN: { tone: 'progress', shape: 'ring' },
  CLOSED: { tone: 'attention', shape: 'half' },
  RATIFIED: { tone: 'good', shape: 'full' },
  WITHDRAWN: { tone: 'quiet', shape: 'cross' },
}

function StateChip({ state }: { state: ConsensusState }) {
  const words = useWords<Words>()
  return (
    <Chip {...look[state]} title={words(`consensus.stateMeaning.${state}`)}>
      {words(`consensus.state.${state}`)}
    </Chip>
  )
}

/** The questions that were put to a group between meetings, the latest first. */
export function ConsensusList() {
  const words = useWords<Words>()
  const { group } = useLoaderData<ConsensusListData>()
  const name = group.acronym ?? group.name
  const columns: Column<ConsensusLineFragment>[] = [
    {
      id: 'question',
      header: words('consensus.column.question'),
      isRowHeader: true,
      isLong: true,
      cell: ({ number, question }) => (
        <Link href={consensusHref(group, number)}>
          {number} <span dir="auto">{question}</span>
        </Link>
      ),
    },
    { id: 'closes', header: words('consensus.column.closes'), cell: ({ closesOn }) => <Day on={closesOn} /> },
    { id: 'state', header: words('consensus.column.state'), cell: ({ state }) => <StateChip state={state} /> },
  ]
  return (
    <>
      <PageHead
        title={words('consensus.listTitle', { group: name })}
        description={words('consensus.listLead')}
        canonical={consensusListHref(group)}
        isPrivate={group.visibility !== 'PUBLIC' || group.isExample}
      />
      <GroupCrumbs group={group} crumbs={[{ label: words('consensus.title') }]} />
      <PageHeader
        eyebrow={name}
        title={words('consensus.title')}
        lead={words('consensus.listLead')}
        actions={
          group.decisionsViewerMay.includes('RECORD') && (
            <LinkButton href={`${consensusListHref(group)}/new`} kind="primary">
              {words('consensus.open')}
            </LinkButton>
          )
        }
      />
      <DataTable
        isMain
        caption={words('consensus.count', { count: group.consensusCalls.length })}
        rows={group.consensusCalls}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<EmptyState title={words('consensus.none')}>{words('consensus.noneText')}</EmptyState>}
      />
    </>
  )
}

/** One call: the question, what was answered, and what came of it. Nothing here is counted. [CC-1] */
export function ConsensusPage() {
  const words = useWords<Words>()
  const { call } = useLoaderData<ConsensusPageData>()
  const { group, number, question, state, subject, openedBy, decision, outcome } = call
  const title = words('consensus.one', { number })
  return (
    <>
      <PageHead
        title={`${title}, ${group.acronym ?? group.name}`}
        description={question}
        canonical={consensusHref(group, number)}
        isPrivate={call.visibility !== 'PUBLIC' || group.isExample}
      />
      <GroupCrumbs
        group={group}
        crumbs={[{ label: words('consensus.title'), href: consensusListHref(group) }, { label: title }]}
      />
      <PageHeader
        eyebrow={words('consensus.eyebrow', { number, group: group.acronym ?? group.name })}
        title={<bdi>{question}</bdi>}
        marks={<StateChip state={state} />}
      />
      <LiveNotice objectId={call.id} />
      <Stack gap={6}>
        <Notice kind="info">{words('consensus.notAVote')}</Notice>
        <DefinitionList
          facts={[
            { term: words('consensus.about'), value: subject && <SubjectLink subject={subject} /> },
            { term: words('consensus.opened'), value: <Day on={call.opensAt.slice(0, 10)} /> },
            { term: words('consensus.closes'), value: <ClosingTime closesAt={call.closesAt} zone={call.zone} /> },
            {
              term: words('consensus.openedBy'),
              value: (
                <bdi>{openedBy ? (openedBy.name ?? words('decision.formerMember')) : words('decision.system')}</bdi>
              ),
            },
            {
              term: words('consensus.became'),
              value: decision && (
                <Link href={decisionHref(group, decision.number)}>
                  {words('decision.one', { number: decision.number })}
                </Link>
              ),
            },
          ]}
        />
        {outcome && (
          <Section id="outcome" title={words('consensus.outcomeTitle')}>
            <p dir="auto" className="decision-text">
              {outcome}
            </p>
          </Section>
        )}
        <Answers call={call} />
        {state === 'OPEN' && call.viewerMay.includes('RESERVE') && <Answer />}
        {state === 'CLOSED' && call.viewerMay.includes('RATIFY') && <Ratify call={call} />}
        {(state === 'OPEN' || state === 'CLOSED') && call.viewerMay.includes('RECORD') && <Withdraw call={call} />}
      </Stack>
    </>
  )
}

/** Objections first, for they are to be answered; then words of support, by name. */
function Answers({ call: { answers } }: { call: CallOnPage }) {
  const words = useWords<Words>()
  const objections = answers.flatMap(({ objection }) => (objection ? [objection] : []))
  const supports = answers.filter(({ objection }) => !objection)
  return (
    <Section id="answers" title={words('consensus.answers')}>
      {answers.length === 0 && <p>{words('consensus.answersNone')}</p>}
      {objections.length > 0 && (
        <Stack gap={4}>
          <h3>{words('consensus.objections')}</h3>
          {objections.map((held) => (
            <ReservationCard key={held.id} held={held} />
          ))}
        </Stack>
      )}
      {supports.length > 0 && (
        <>
          <h3>{words('consensus.supports')}</h3>
          <ul className="lines">
            {supports.map(({ id, holder, affiliation, words: said }) => (
              <li key={id}>
                <bdi>{[holder.name ?? words('decision.formerMember'), affiliation].filter(Boolean).join(', ')}</bdi>
                {said && (
                  <p dir="auto" className="held-text">
                    {said}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Answer() {
  const words = useWords<Words>()
  const { call, me } = useLoaderData<ConsensusPageData>()
  const mine = call.answers.find(({ holder }) => holder.id === me)
  if (mine?.objection) return null
  return (
    <Section id="answer" title={words('consensus.answer')}>
      <ChangeForm name="answer-call" send={words('consensus.answerSend')} backTo={consensusListHref(call.group)}>
        <input type="hidden" name="id" value={call.id} />
        <RadioGroup
          name="isObjection"
          label={words('consensus.which')}
          defaultValue="false"
          choices={[
            { value: 'false', label: words('consensus.support'), hint: words('consensus.supportHint') },
            { value: 'true', label: words('consensus.object'), hint: words('consensus.objectHint') },
          ]}
        />
        <TextArea
          name="text"
          label={words('consensus.text')}
          defaultValue={mine?.words ?? ''}
          rows={3}
          maxLength={5000}
        />
        <TextField
          name="organisation"
          label={words('consensus.organisation')}
          hint={words('consensus.organisationHint')}
          maxLength={300}
        />
      </ChangeForm>
    </Section>
  )
}

function Ratify({ call }: { call: CallOnPage }) {
  const words = useWords<Words>()
  const objections = call.answers.flatMap(({ objection }) => (objection?.kind === 'OBJECTION' ? [objection] : []))
  const open = objections.filter(({ state }) => state === 'OPEN')
  const standing = objections.filter(({ state }) => state === 'SUSTAINED')
  if (open.length > 0) {
    return (
      <Section id="ratify" title={words('consensus.ratify')}>
        <Notice kind="attention">{words('consensus.answerFirst', { count: open.length })}</Notice>
      </Section>
    )
  }
  return (
    <Section id="ratify" title={words('consensus.ratify')} note={words('consensus.ratifyNote')}>
      <ChangeForm
        name="ratify"
        send={words('consensus.ratifySend')}
        backTo={consensusListHref(call.group)}
        revision={call.revision}
        ticks={['asReservations']}
      >
        <input type="hidden" name="id" value={call.id} />
        <Select
          name="kind"
          label={words('decision.whatBecame')}
          defaultValue="AGREED"
          options={decisionKinds.map((value) => ({ value, label: words(`decision.kind.${value}`) }))}
        />
        <TextArea name="outcome" label={words('consensus.outcome')} rows={3} maxLength={5000} isRequired />
        {standing.length > 0 && (
          <CheckboxGroup
            name="asReservations"
            label={words('decision.objections')}
            hint={words('decision.objectionsHint')}
            choices={standing.map((held) => ({
              value: held.id,
              label: words('decision.objectionOf', { holder: holderOf(words, held), text: held.text }),
              hint: words(`decision.heldState.${held.state}`),
            }))}
          />
        )}
      </ChangeForm>
    </Section>
  )
}

function Withdraw({ call }: { call: CallOnPage }) {
  const words = useWords<Words>()
  return (
    <Disclosure summary={words('consensus.withdraw')}>
      <ChangeForm
        name="withdraw"
        send={words('consensus.withdraw')}
        kind="danger"
        backTo={consensusHref(call.group, call.number)}
        revision={call.revision}
      >
        <input type="hidden" name="id" value={call.id} />
        <TextArea name="reason" label={words('consensus.reason')} rows={2} maxLength={5000} isRequired />
      </ChangeForm>
    </Disclosure>
  )
}

/** Puts a question to the group. */
export function OpenConsensus() {
  const words = useWords<Words>()
  const { group, contributions, earliest, idempotencyKey } = useLoaderData<OpenConsensusData>()
  const title = words('consensus.open')
  return (
    <>
      <PageHead title={title} isPrivate />
      <GroupCrumbs
        group={group}
        crumbs={[{ label: words('consensus.title'), href: consensusListHref(group) }, { label: title }]}
      />
      <PageHeader
        eyebrow={group.acronym ?? group.name}
        title={title}
        lead={words('consensus.openLead', { days: group.consensusCallDays, zone: group.deadlineZone })}
      />
      <ChangeForm
        name="open-call"
        send={words('consensus.send')}
        backTo={consensusListHref(group)}
        idempotencyKey={idempotencyKey}
      >
        <TextArea
          name="question"
          label={words('consensus.question')}
          hint={words('consensus.questionHint')}
          rows={3}
          maxLength={5000}
          isRequired
        />
        <Select
          name="about"
          label={words('decision.aboutGroups')}
          placeholder={words('decision.nothing')}
          defaultValue=""
          options={[
            ...contributions.map(({ number, title: called }) => ({
              value: `CONTRIBUTION ${number}`,
              label: `${number} ${called}`,
            })),
            ...group.deliverables.map(({ id, code, title: called }) => ({
              value: `DELIVERABLE ${id}`,
              label: code ? `${code} ${called}` : called,
            })),
            ...group.documents.map(({ id, title: called }) => ({ value: `DOCUMENT ${id}`, label: called })),
          ]}
        />
        <TextField
          name="subject"
          label={words('decision.aboutRegister')}
          hint={words('decision.aboutRegisterHint')}
          spellCheck={false}
        />
        <DateField
          name="closesOn"
          label={words('consensus.closesOn')}
          min={earliest}
          defaultValue={earliest}
          isRequired
        />
      </ChangeForm>
    </>
  )
}
