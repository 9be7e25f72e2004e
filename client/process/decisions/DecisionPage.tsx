import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ActivityLines, LiveNotice } from '../../common/activity/index.js'
import { citation, Cite, gapHref } from '../../roadmap/parts/index.js'
import {
  Day,
  DefinitionList,
  EmptyState,
  Link,
  LinkButton,
  Notice,
  PageHeader,
  Prose,
  Section,
  Split,
  Stack,
  Timeline,
  useWords,
} from '../../ui/index.js'
import type { DecisionOnPage, DecisionPageData } from './decisions.route.js'
import {
  actionsHref,
  ActionTable,
  decisionHref,
  decisionsHref,
  GroupCrumbs,
  KindChip,
  meetingPage,
  ReservationCard,
  reservationsHref,
  ReversedChip,
  SubjectLink,
} from './parts/index.js'

/** One decision at its address for good: its words, what it is about, what is held against it, what became of it. */
export function DecisionPage() {
  const words = useWords<Words>()
  const { decision, href, readAt, mayEditRegister } = useLoaderData<DecisionPageData>()
  const { group, number, text, kind, isStanding, reservations, viewerMay, subject } = decision
  const name = group.acronym ?? group.name
  const what = words('decision.name', { group: name, number })
  const mayRecord = viewerMay.includes('RECORD')
  return (
    <>
      <PageHead
        title={what}
        description={text}
        canonical={decisionHref(group, number)}
        isPrivate={decision.visibility !== 'PUBLIC' || group.isExample}
      />
      <GroupCrumbs
        group={group}
        crumbs={[
          { label: words('decision.title'), href: decisionsHref(group) },
          { label: words('decision.one', { number }) },
        ]}
      />
      <PageHeader
        eyebrow={words('decision.eyebrow', { number, group: name })}
        title={words('decision.one', { number })}
        marks={
          <>
            <KindChip kind={kind} />
            {!isStanding && <ReversedChip />}
          </>
        }
        actions={
          <>
            {mayEditRegister && isStanding && subject?.kind === 'GAP' && subject.label && (
              <LinkButton href={closingHref(words, decision, href)}>{words('decision.closeGap')}</LinkButton>
            )}
            {mayRecord && isStanding && (
              <LinkButton href={`${decisionsHref(group)}/new?reverses=${number}`}>
                {words('decision.reverse')}
              </LinkButton>
            )}
            {mayRecord && (
              <LinkButton href={`${decisionHref(group, number)}/correct`} kind="quiet">
                {words('decision.correct')}
              </LinkButton>
            )}
          </>
        }
      />
      <LiveNotice objectId={decision.id} />
      <Stack gap={6}>
        {!isStanding && (
          <Notice kind="attention" title={words('decision.reversedTitle')}>
            {decision.reversedBy ? (
              <>
                {words('decision.reversedBy')} <Other group={group} decision={decision.reversedBy} />
              </>
            ) : (
              words('decision.reversedHidden')
            )}
          </Notice>
        )}
        <Split side="end" aside={<Aside decision={decision} href={href} readAt={readAt} what={what} />}>
          <Prose>
            <p dir="auto" className="decision-text">
              {text}
            </p>
          </Prose>
          <p className="as-of spaced">{words('decision.byConsensus')}</p>
          <Section
            id="reservations"
            title={words('decision.heldTitle')}
            actions={
              viewerMay.includes('RESERVE') && (
                <LinkButton size="small" href={`${reservationsHref(group)}/new?decision=${number}`}>
                  {words('decision.enter')}
                </LinkButton>
              )
            }
          >
            {reservations.length === 0 ? (
              <EmptyState title={words('decision.heldNone')}>{words('decision.heldNoneText')}</EmptyState>
            ) : (
              <Stack gap={4}>
                {reservations.map((held) => (
                  <ReservationCard key={held.id} held={held} />
                ))}
              </Stack>
            )}
          </Section>
          {(decision.actions.length > 0 || mayRecord) && (
            <Section
              id="actions"
              title={words('action.title')}
              actions={
                mayRecord && (
                  <LinkButton size="small" href={`${actionsHref(group)}/new?decision=${number}`}>
                    {words('action.handOut')}
                  </LinkButton>
                )
              }
            >
              <ActionTable
                actions={decision.actions}
                groupOf={() => group}
                caption={words('action.count', { count: decision.actions.length })}
                empty={<EmptyState title={words('action.none')}>{words('action.noneText')}</EmptyState>}
              />
            </Section>
          )}
          <Corrections corrections={decision.corrections} />
          <Section id="history" title={words('decision.history')}>
            <ActivityLines events={decision.activity.nodes} />
          </Section>
        </Split>
      </Stack>
    </>
  )
}

/** The form that closes a gap, filled in with where this decision is recorded. [GA-3] */
function closingHref(words: Words, { subject, group, number, decidedOn }: DecisionOnPage, href: string): string {
  const [gap = ''] = subject!.label!.split(' ')
  const query = new URLSearchParams({
    decision: words('decision.closingDecision', { number, group: group.acronym ?? group.name }),
    decidedBy: group.name,
    decidedOn,
    source: href,
  })
  return `${gapHref(gap)}/close?${query.toString()}`
}

function Other({
  group,
  decision: { number, text },
}: {
  group: { slug: string }
  decision: { number: number; text: string }
}) {
  const words = useWords<Words>()
  return (
    <Link href={decisionHref(group, number)}>
      {words('decision.one', { number })}: <span dir="auto">{text}</span>
    </Link>
  )
}

function Aside({
  decision,
  href,
  readAt,
  what,
}: {
  decision: DecisionOnPage
  href: string
  readAt: string
  what: string
}) {
  const words = useWords<Words>()
  const { group, meeting, agendaItem, subject, reverses, enteredBy, challengeBy, documentHash } = decision
  return (
    <Stack gap={6}>
      <Section id="facts" title={words('decision.facts')}>
        <DefinitionList
          isStacked
          facts={[
            { term: words('decision.decidedOn'), value: <Day on={decision.decidedOn} /> },
            {
              term: words('decision.decidedAt'),
              value: meeting ? (
                <Link href={meetingPage(group, meeting.number)} dir="auto">
                  {meeting.title}
                </Link>
              ) : (
                words('decision.between')
              ),
            },
            {
              term: words('decision.agendaItem'),
              value: agendaItem && (
                <>
                  {agendaItem.number} <bdi>{agendaItem.title}</bdi>
                </>
              ),
            },
            { term: words('decision.about'), value: subject && <SubjectLink subject={subject} /> },
            {
              term: words('decision.hash'),
              value: documentHash && <code className="hash">{documentHash}</code>,
            },
            { term: words('decision.reverses'), value: reverses && <Other group={group} decision={reverses} /> },
            {
              term: words('decision.challengeBy'),
              value: challengeBy && <Day on={challengeBy} />,
              note: challengeBy && words('decision.challengeNote'),
            },
            { term: words('decision.presence'), value: words(`decision.presence.${decision.presence}`) },
            {
              term: words('decision.enteredBy'),
              value: (
                <bdi>{enteredBy ? (enteredBy.name ?? words('decision.formerMember')) : words('decision.system')}</bdi>
              ),
            },
          ]}
        />
      </Section>
      <Section id="cite" title={words('decision.cite')}>
        <Cite href={href} text={citation(words, { what, asOf: readAt, href })} />
      </Section>
    </Stack>
  )
}

function Corrections({ corrections }: { corrections: DecisionOnPage['corrections'] }) {
  const words = useWords<Words>()
  if (corrections.length === 0) return null
  return (
    <Section id="corrections" title={words('decision.corrections')} note={words('decision.correctionsNote')}>
      <Timeline
        label={words('decision.corrections')}
        entries={corrections.map(({ id, reason, textBefore, correctedAt, correctedBy }) => ({
          id,
          when: <Day on={correctedAt.slice(0, 10)} />,
          title: <bdi>{reason}</bdi>,
          body: (
            <>
              <p dir="auto">{words('decision.before', { text: textBefore })}</p>
              {correctedBy && (
                <p className="as-of">{<bdi>{correctedBy.name ?? words('decision.formerMember')}</bdi>}</p>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}
