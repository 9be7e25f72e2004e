import { useLoaderData, useLocation } from 'react-router'
import { callClauseKeys, type CallClauseKey } from '#schema/vocabulary/convening.js'
import type { Words } from '#schema/words/index.js'
import { useRunning } from '../../app/use-running.js'
import { LiveNotice } from '../../common/activity/index.js'
import {
  Chip,
  Cluster,
  Day,
  DefinitionList,
  Disclosure,
  EmptyState,
  Link,
  LinkButton,
  Notice,
  Section,
  useWords,
} from '../../ui/index.js'
import { meetingHref } from '../meetings/index.js'
import type { CallData } from './call.route.js'
import { CallHead } from './CallHead.js'
import { Changes } from './Changes.js'
import { ClauseText, Letter } from './Letter.js'
import { runningOf } from './running.js'

type LetterSeen = NonNullable<CallData['meeting']['conveningLetter']>

/** The convening letter: as issued and corrected; as first issued (`?issue=0`); as it would read now, for those who work on it (`?view=draft`). */
export function CallPage() {
  const words = useWords<Words>()
  const { search } = useLocation()
  const { meeting } = useLoaderData<CallData>()
  const { conveningLetter: letter } = meeting
  const asked = new URLSearchParams(search)
  const href = `${meetingHref(meeting.group, meeting.number)}/call`
  const wantsDraft = letter?.draft && (letter.issues.length === 0 || asked.get('view') === 'draft')
  useRunning(runningOf(meeting, words))
  return (
    <>
      <CallHead
        meeting={meeting}
        title={words('call.title')}
        actions={
          letter?.draft && (
            <>
              {letter.issues.length === 0 ? (
                <LinkButton href={`${href}/issue`} kind="primary">
                  {words('call.issue')}
                </LinkButton>
              ) : (
                <>
                  {letter.draft.changes.length > 0 && (
                    <LinkButton href={`${href}/issue`} kind="primary">
                      {words('call.issueCorrigendum')}
                    </LinkButton>
                  )}
                  <LinkButton href={wantsDraft ? href : `${href}?view=draft`}>
                    {words(wantsDraft ? 'call.toIssued' : 'call.toWorking')}
                  </LinkButton>
                </>
              )}
            </>
          )
        }
      />
      <LiveNotice objectId={meeting.id} />
      {!letter ? (
        <EmptyState title={words('call.notIssued')}>{words('call.notIssuedText')}</EmptyState>
      ) : wantsDraft ? (
        <DraftLetter letter={letter} href={href} />
      ) : (
        <IssuedLetter letter={letter} href={href} isFirst={asked.get('issue') === '0'} />
      )}
    </>
  )
}

function DraftLetter({ letter, href }: { letter: LetterSeen; href: string }) {
  const words = useWords<Words>()
  const draft = letter.draft!
  const isOut = letter.issues.length > 0
  const absent = callClauseKeys.filter((key) => !draft.clauses.some((clause) => clause.key === key))
  return (
    <>
      <div className="spaced">
        <Notice kind="attention" title={words(isOut ? 'call.working' : 'call.draft')}>
          {isOut ? words('call.workingText', { count: draft.changes.length }) : words('call.draftText')}
        </Notice>
      </div>
      <Letter
        clauses={draft.clauses}
        besideOf={(clause) => (
          <>
            {clause.isWorded && (
              <Chip tone={clause.isOutdated ? 'attention' : 'quiet'} shape={clause.isOutdated ? 'triangle' : 'ring'}>
                {words(clause.isOutdated ? 'call.outdated' : 'call.worded')}
              </Chip>
            )}
            <LinkButton
              size="small"
              href={wordingHref(href, clause.key)}
              aria-label={words('call.wordShortFor', { number: clause.number })}
            >
              {words('call.wordShort')}
            </LinkButton>
          </>
        )}
        belowOf={(clause) =>
          clause.isOutdated && (
            <Disclosure summary={words('call.outdatedShow')}>
              {clause.composed ? (
                <ClauseText clause={{ ...clause, text: clause.composed, dates: [] }} />
              ) : (
                <p>{words('call.nothingComposed')}</p>
              )}
            </Disclosure>
          )
        }
      />
      {absent.length > 0 && (
        <Section id="absent" title={words('call.absent')} note={words('call.absentNote')}>
          <Cluster>
            {absent.map((key) => (
              <LinkButton key={key} size="small" href={wordingHref(href, key)}>
                {words(`call.clause.${key}`)}
              </LinkButton>
            ))}
          </Cluster>
        </Section>
      )}
    </>
  )
}

const wordingHref = (letter: string, key: CallClauseKey): string =>
  `${letter}/clauses/${key.toLowerCase().replaceAll('_', '-')}`

function IssuedLetter({ letter, href, isFirst }: { letter: LetterSeen; href: string; isFirst: boolean }) {
  const words = useWords<Words>()
  const { issues } = letter
  const first = issues[0]!
  const last = issues.at(-1)!
  const shown = isFirst ? first : last
  const corrigenda = issues.slice(1)
  return (
    <>
      <DefinitionList
        facts={[
          { term: words('call.issuedAs'), value: <span dir="auto">{shown.reference}</span> },
          { term: words('call.issuedOn'), value: <Day on={shown.issuedOn} /> },
          { term: words('call.hash'), value: <code className="address">{shown.hash}</code> },
        ]}
      />
      {isFirst && corrigenda.length > 0 && (
        <div className="spaced">
          <Notice
            kind="attention"
            title={words('call.shownOriginal')}
            actions={<Link href={href}>{words('call.current')}</Link>}
          />
        </div>
      )}
      {letter.isBehind && !isFirst && (
        <div className="spaced">
          <Notice kind="attention" title={words('call.behind')}>
            {words(letter.draft ? 'call.behindForManagement' : 'call.behindForReaders')}{' '}
            {!letter.draft && <Link href={href.replace(/\/call$/, '')}>{words('call.toMeeting')}</Link>}
          </Notice>
        </div>
      )}
      <Letter clauses={shown.clauses} />
      {corrigenda.length > 0 && !isFirst && (
        <Section
          id="corrigenda"
          title={words('call.corrigenda')}
          note={words('call.corrigendaNote')}
          actions={
            <LinkButton size="small" href={`${href}?issue=0`}>
              {words('call.original')}
            </LinkButton>
          }
        >
          {corrigenda.toReversed().map((issue) => (
            <Section
              key={issue.number}
              level={3}
              id={`corrigendum-${issue.number}`}
              title={words('call.corrigendum', { number: issue.number })}
              note={<Day on={issue.issuedOn} />}
            >
              <p dir="auto">{issue.reason}</p>
              <Changes changes={issue.changes} />
            </Section>
          ))}
        </Section>
      )}
    </>
  )
}
