import type { WordingFragment } from '#schema/generated/operations.js'
import { compareWords, type Stretch } from '#schema/words/word-diff.js'
import type { Words } from '#schema/words/index.js'
import {
  Button,
  Chip,
  Day,
  Form,
  Prose,
  Section,
  Select,
  Stack,
  Timeline,
  Unknown,
  useWords,
  VisuallyHidden,
} from '../../ui/index.js'
import { Evidence, Sourced } from '../parts/index.js'
import type { PrinciplePageData } from './principles.route.js'

/** All wordings of a principle, newest first, and two of them side by side. [PR-4] */
export function Wordings({ principle, compared }: Pick<PrinciplePageData, 'principle' | 'compared'>) {
  const words = useWords<Words>()
  const { wordings } = principle
  const [from, to] = [compared?.from, compared?.to].map((version) => wordings.find((one) => one.version === version))
  return (
    <Section id="wordings" title={words('principle.wordings')} note={words('principle.wordingsNote')}>
      <Stack gap={6}>
        <Timeline
          label={words('principle.wordings')}
          entries={wordings.map((wording) => ({
            id: String(wording.version),
            when: wording.on ? <Day on={wording.on} /> : <Unknown />,
            title: (
              <>
                {words('principle.version', { version: wording.version })}{' '}
                {wording.isCurrent && principle.withdrawnOn === null && (
                  <Chip tone="good" shape="full">
                    {words('principle.current')}
                  </Chip>
                )}
              </>
            ),
            body: <Wording wording={wording} />,
            shape: wording.isCurrent ? 'full' : 'ring',
          }))}
        />
        {wordings.length > 1 && (
          <Form
            id="compare-wordings"
            method="get"
            action="#compare"
            actions={<Button type="submit">{words('principle.compare')}</Button>}
          >
            <div className="side-by-side">
              {(['from', 'to'] as const).map((name) => (
                <Select
                  key={`${name} ${compared?.[name] ?? ''}`}
                  name={name}
                  label={words(`principle.compare.${name}`)}
                  options={wordings.map(({ version }) => ({
                    value: String(version),
                    label: words('principle.version', { version }),
                  }))}
                  defaultValue={String(compared?.[name] ?? principle.version - (name === 'from' ? 1 : 0))}
                />
              ))}
            </div>
          </Form>
        )}
        {from && to && <Compared from={from} to={to} />}
      </Stack>
    </Section>
  )
}

function Wording({ wording }: { wording: WordingFragment }) {
  const words = useWords<Words>()
  return (
    <>
      <Sourced confidence={wording.provenance.confidence}>
        <strong dir="auto">{wording.title}</strong>
      </Sourced>
      <p dir="auto">{wording.statement}</p>
      {wording.reason && <p className="fact-note">{words('principle.because', { reason: wording.reason })}</p>}
      <Evidence provenance={wording.provenance} />
    </>
  )
}

/** Two wordings beside each other; what only one of them has is marked, and said to be. */
function Compared({ from, to }: { from: WordingFragment; to: WordingFragment }) {
  const words = useWords<Words>()
  const parts = (['title', 'statement', 'rationale'] as const).map((part) => ({
    part,
    ...compareWords(from[part] ?? '', to[part] ?? ''),
  }))
  return (
    <div id="compare" className="compared" role="group" aria-label={words('principle.compare')}>
      {([from, to] as const).map((wording, side) => (
        <div key={wording.version}>
          <p className="eyebrow">{words('principle.version', { version: wording.version })}</p>
          <Prose>
            {parts.map(({ part, one, other }) => (
              <p key={part} dir="auto">
                <Marked stretches={side === 0 ? one : other} isGone={side === 0} />
              </p>
            ))}
          </Prose>
        </div>
      ))}
    </div>
  )
}

function Marked({ stretches, isGone }: { stretches: readonly Stretch[]; isGone: boolean }) {
  const words = useWords<Words>()
  const Mark = isGone ? 'del' : 'ins'
  return stretches.map(({ text, isOwn }, at) =>
    isOwn && text.trim() ? (
      <Mark key={at} className="word-own">
        <VisuallyHidden>{words(isGone ? 'principle.goneBegin' : 'principle.newBegin')} </VisuallyHidden>
        {text}
        <VisuallyHidden> {words('principle.markEnd')}</VisuallyHidden>
      </Mark>
    ) : (
      text
    ),
  )
}
