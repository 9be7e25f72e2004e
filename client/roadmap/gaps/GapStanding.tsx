/** How a gap moves: what the register asks, how the work goes, and the decisions that closed it. */
import type { Words } from '#schema/words/index.js'
import {
  Day,
  DefinitionList,
  EmptyState,
  LinkButton,
  Notice,
  Section,
  Stack,
  Timeline,
  useWords,
  type Fact,
} from '../../ui/index.js'
import { gapHref, ItemLink, Linked } from '../parts/index.js'
import type { GapOnPage } from './gaps.route.js'

/** Prompts, never acts. Whoever may not close a gap is told only that a closed one is in question. [GA-3] */
export function GapQuestions({ gap, mayEdit }: { gap: GapOnPage; mayEdit: boolean }) {
  const words = useWords<Words>()
  const shown = gap.questions.filter(({ kind }) => mayEdit || kind === 'IS_IT_OPEN_AGAIN')
  return shown.map(({ kind, item }) => (
    <Notice
      key={item.slug}
      kind="attention"
      title={words(kind === 'IS_IT_CLOSED' ? 'gap.askClosed' : 'gap.askOpenAgain')}
      actions={
        mayEdit && (
          <LinkButton size="small" href={`${gapHref(gap.number)}/${kind === 'IS_IT_CLOSED' ? 'close' : 'reopen'}`}>
            {words(kind === 'IS_IT_CLOSED' ? 'gap.close' : 'gap.reopen')}
          </LinkButton>
        )
      }
    >
      <ItemLink item={item} isTitled />
    </Notice>
  ))
}

/** Dated updates, newest first. [GA-2] */
export function GapProgressList({ gap, mayEdit }: { gap: GapOnPage; mayEdit: boolean }) {
  const words = useWords<Words>()
  return (
    <Section
      id="progress"
      title={words('gap.progress')}
      note={words('gap.progressListNote')}
      actions={
        mayEdit && (
          <LinkButton href={`${gapHref(gap.number)}/progress`} size="small">
            {words('gap.tellProgress')}
          </LinkButton>
        )
      }
    >
      {gap.isProgressStale && (
        <Notice kind="attention" title={words('gap.progressStale')}>
          {words('gap.progressStaleText')}
        </Notice>
      )}
      {gap.progressUpdates.length === 0 ? (
        <EmptyState title={words('gap.noProgress')}>{words('gap.noProgressText')}</EmptyState>
      ) : (
        <Timeline
          label={words('gap.progress')}
          entries={gap.progressUpdates.map(({ id, on, progress, note, source, toldBy, isStale }) => ({
            id,
            when: <Day on={on} />,
            title: isStale
              ? words('gap.staleProgress', { progress: words.dynamic(`register.gapProgress.${progress}`) })
              : words.dynamic(`register.gapProgress.${progress}`),
            body: (
              <>
                <p dir="auto">{note}</p>
                <p className="as-of">
                  <Linked text={source} /> {toldBy && <bdi>{toldBy.name ?? words('fact.erased')}</bdi>}
                </p>
              </>
            ),
          }))}
        />
      )}
    </Section>
  )
}

/** The decisions that closed it, also those that a reopening followed. [GA-3] */
export function GapClosings({ gap }: { gap: GapOnPage }) {
  const words = useWords<Words>()
  if (gap.closures.length === 0) return null
  return (
    <Section id="closing" title={words('gap.closings', { count: gap.closures.length })}>
      <Stack gap={4}>
        {gap.closures.map((closure) => (
          <DefinitionList key={closure.id} facts={closingFacts(words, closure)} />
        ))}
      </Stack>
    </Section>
  )
}

const closingFacts = (words: Words, closure: GapOnPage['closures'][number]): Fact[] => [
  {
    term: words('gap.decision'),
    value: <bdi>{closure.decision}</bdi>,
    note: closure.source && <Linked text={closure.source} />,
  },
  { term: words('gap.decidedBy'), value: <bdi>{closure.decidedBy}</bdi> },
  { term: words('gap.decidedOn'), value: <Day on={closure.decidedOn} /> },
  {
    term: words('gap.closedBy'),
    value: (
      <ul className="lines">
        {closure.items.map((item) => (
          <li key={item.slug}>
            <ItemLink item={item} isTitled />
          </li>
        ))}
        {closure.closedByText && <li dir="auto">{closure.closedByText}</li>}
      </ul>
    ),
  },
  ...(closure.reopenedOn
    ? [{ term: words('gap.reopenedOn'), value: <Day on={closure.reopenedOn} />, note: closure.reopenedReason }]
    : []),
]
