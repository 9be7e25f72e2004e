import { useLoaderData, useLocation } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { LiveNotice } from '../../common/activity/index.js'
import { ChangeForm } from '../../roadmap/parts/index.js'
import {
  Breadcrumb,
  Day,
  DefinitionList,
  Disclosure,
  EmptyState,
  LinkButton,
  PageHeader,
  Pager,
  RadioGroup,
  Section,
  Stack,
  Tabs,
  TextArea,
  Timeline,
  useWords,
  withParams,
} from '../../ui/index.js'
import { ActionFields, noAction } from './ActionFields.js'
import type { ActionListData, ActionPageData, HandOutData, MyActionsData } from './actions.route.js'
import {
  ActionChips,
  actionHref,
  actionsHref,
  ActionTable,
  decisionHref,
  Due,
  GroupCrumbs,
  meetingPage,
  Origin,
  ownerOf,
} from './parts/index.js'

/** The actions of a group: those to be done first. */
export function ActionList() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { group, actions, which } = useLoaderData<ActionListData>()
  const address = pathname + search
  const name = group.acronym ?? group.name
  const { nodes, totalCount, pageInfo } = actions
  const count = words('action.count', { count: totalCount })
  return (
    <>
      <PageHead
        title={words('action.listTitle', { group: name })}
        description={words('action.listLead')}
        canonical={actionsHref(group)}
        isPrivate={group.visibility !== 'PUBLIC' || group.isExample || search !== ''}
      />
      <GroupCrumbs group={group} crumbs={[{ label: words('action.title') }]} />
      <PageHeader
        eyebrow={name}
        title={words('action.title')}
        lead={words('action.listLead')}
        actions={
          group.decisionsViewerMay.includes('RECORD') && (
            <LinkButton href={`${actionsHref(group)}/new`} kind="primary">
              {words('action.handOut')}
            </LinkButton>
          )
        }
      />
      <Tabs
        label={words('action.which')}
        tabs={(['open', 'done', 'all'] as const).map((one) => ({
          href: one === 'open' ? actionsHref(group) : `${actionsHref(group)}?show=${one}`,
          label: words(`action.${one}`),
          isCurrent: which === one,
        }))}
      />
      <Stack gap={4}>
        <ActionTable
          isMain
          actions={nodes}
          groupOf={() => group}
          caption={count}
          empty={<EmptyState title={words('action.none')}>{words('action.noneText')}</EmptyState>}
        />
        {(pageInfo.hasNextPage || pageInfo.hasPreviousPage) && (
          <Pager
            summary={count}
            previousHref={
              pageInfo.hasPreviousPage ? withParams(address, { before: pageInfo.startCursor, after: null }) : undefined
            }
            nextHref={
              pageInfo.hasNextPage ? withParams(address, { after: pageInfo.endCursor, before: null }) : undefined
            }
          />
        )}
      </Stack>
    </>
  )
}

/** One action: who, by when, where it stands and stood. */
export function ActionPage() {
  const words = useWords<Words>()
  const { action } = useLoaderData<ActionPageData>()
  const { group, number, text, viewerMay, enteredBy, agendaItem } = action
  const title = words('action.one', { number })
  return (
    <>
      <PageHead
        title={`${title}, ${group.acronym ?? group.name}`}
        description={text}
        canonical={actionHref(group, number)}
        isPrivate={action.visibility !== 'PUBLIC' || group.isExample}
      />
      <GroupCrumbs
        group={group}
        crumbs={[{ label: words('action.title'), href: actionsHref(group) }, { label: title }]}
      />
      <PageHeader
        eyebrow={words('action.eyebrow', { number, group: group.acronym ?? group.name })}
        title={<bdi>{text}</bdi>}
        marks={<ActionChips action={action} />}
      />
      <LiveNotice objectId={action.id} />
      <DefinitionList
        facts={[
          { term: words('action.column.owner'), value: <bdi>{ownerOf(words, action)}</bdi> },
          { term: words('action.column.due'), value: <Due action={action} group={group} /> },
          {
            term: words('action.column.from'),
            value: <Origin action={action} group={group} />,
            note: agendaItem && `${agendaItem.number} ${agendaItem.title}`,
          },
          {
            term: words('action.enteredOn'),
            value: <Day on={action.enteredAt.slice(0, 10)} />,
            note: (
              <bdi>{enteredBy ? (enteredBy.name ?? words('decision.formerMember')) : words('decision.system')}</bdi>
            ),
          },
        ]}
      />
      {viewerMay.includes('MOVE') && <Move />}
      {viewerMay.includes('EDIT') && (
        <Disclosure summary={words('action.edit')}>
          <ChangeForm
            name="edit"
            send={words('action.editSend')}
            backTo={actionHref(group, number)}
            revision={action.revision}
          >
            <input type="hidden" name="id" value={action.id} />
            <ActionFields group={group} action={action} />
          </ChangeForm>
        </Disclosure>
      )}
      <Section id="history" title={words('action.history')}>
        <Timeline
          label={words('action.history')}
          entries={action.steps.map(({ id, from, to, note, toldAt, toldBy }) => ({
            id,
            when: <Day on={toldAt.slice(0, 10)} />,
            title: from === null ? words('action.began') : words(`action.state.${to}`),
            body: (
              <>
                {note && <p dir="auto">{note}</p>}
                {toldBy && <p className="as-of">{<bdi>{toldBy.name ?? words('decision.formerMember')}</bdi>}</p>}
              </>
            ),
          }))}
        />
      </Section>
    </>
  )
}

function Move() {
  const words = useWords<Words>()
  const { action } = useLoaderData<ActionPageData>()
  return (
    <Section id="move" title={words('action.move')}>
      <ChangeForm
        name="move"
        send={words('action.moveSend')}
        backTo={actionsHref(action.group)}
        revision={action.revision}
      >
        <input type="hidden" name="id" value={action.id} />
        <RadioGroup
          name="state"
          label={words('action.moveState')}
          defaultValue={action.mayBecome[0]}
          choices={action.mayBecome.map((value) => ({
            value,
            label: words(`action.state.${value}`),
            hint: words(`action.stateMeaning.${value}`),
          }))}
        />
        <TextArea name="note" label={words('action.note')} hint={words('action.noteHint')} rows={2} maxLength={2000} />
      </ChangeForm>
    </Section>
  )
}

/** Hands an action out: at a meeting, from a decision, or between meetings. */
export function HandOutAction() {
  const words = useWords<Words>()
  const { group, meeting, decision, item, idempotencyKey } = useLoaderData<HandOutData>()
  const title = words('action.handOut')
  const name = group.acronym ?? group.name
  return (
    <>
      <PageHead title={title} isPrivate />
      <GroupCrumbs
        group={group}
        crumbs={[{ label: words('action.title'), href: actionsHref(group) }, { label: title }]}
      />
      <PageHeader eyebrow={name} title={title} lead={words('action.handOutLead', { group: name })} />
      <ChangeForm
        name="handOut"
        send={words('action.handOutSend')}
        backTo={
          decision !== null
            ? decisionHref(group, decision)
            : meeting !== null
              ? `${meetingPage(group, meeting)}${item ? '/room' : ''}`
              : actionsHref(group)
        }
        idempotencyKey={idempotencyKey}
      >
        {meeting !== null && <input type="hidden" name="meeting" value={meeting} />}
        {item !== null && <input type="hidden" name="agendaItem" value={item} />}
        {decision !== null && <input type="hidden" name="decision" value={decision} />}
        <ActionFields group={group} action={noAction} />
      </ChangeForm>
    </>
  )
}

/** What one has to do oneself, in whatever group. */
export function MyActions() {
  const words = useWords<Words>()
  const { actions } = useLoaderData<MyActionsData>()
  const title = words('action.mine')
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb crumbs={[{ label: words('identity.me'), href: '/me' }, { label: title }]} />
      <PageHeader title={title} lead={words('action.mineLead')} />
      <ActionTable
        isMain
        isOfSeveral
        actions={actions}
        groupOf={({ group }) => group}
        caption={words('action.count', { count: actions.length })}
        empty={<EmptyState title={words('action.mineNone')}>{words('action.mineNoneText')}</EmptyState>}
      />
    </>
  )
}
