import type { Stretch } from '#schema/words/word-diff.js'
import type { Words } from '#schema/words/index.js'
import { EmptyState, Stack, useWords, VisuallyHidden } from '../../../ui/index.js'
import { compareTerms, type ComparedSection } from './compare-terms.js'
import type { TermsOfGroup } from './terms.route.js'

/** Two versions beside each other, the sections that differ; what only one of them has is marked, and said to be. */
export function ComparedTerms({ from, to }: { from: TermsOfGroup; to: TermsOfGroup }) {
  const words = useWords<Words>()
  const sections = compareTerms(from, to)
  const changed = sections.filter(({ isChanged }) => isChanged)
  const title = words('termsPage.comparing', { from: from.version, to: to.version })
  return (
    <div id="compare" role="group" aria-label={title}>
      <h3>{title}</h3>
      {changed.length === 0 ? (
        <EmptyState title={words('termsPage.sameTitle')}>{words('termsPage.sameText')}</EmptyState>
      ) : (
        <Stack gap={6}>
          <p className="soft">
            {words('termsPage.unchanged', { changed: changed.length, same: sections.length - changed.length })}
          </p>
          {changed.map((section) => (
            <div key={section.number}>
              <h4>
                {words('termsPage.heading', {
                  number: section.number,
                  title: words.dynamic(`group.terms.${section.key}`),
                })}
              </h4>
              <div className="compared">
                {[from, to].map(({ version }, side) => (
                  <div key={version}>
                    <p className="eyebrow">{words('group.termsVersion', { version })}</p>
                    <Side section={section} side={side as 0 | 1} />
                  </div>
                ))}
              </div>
            </div>
          ))}
        </Stack>
      )}
    </div>
  )
}

function Side({ section, side }: { section: ComparedSection; side: 0 | 1 }) {
  const words = useWords<Words>()
  const stretches = side === 0 ? section.one : section.other
  const see = section.see[side]
  const deadlines = section.deadlines[side]
  const isSilent = stretches.every(({ text }) => text === '') && !see && deadlines.length === 0
  return (
    <>
      {isSilent && <p className="soft">{words('termsPage.silent')}</p>}
      <p className="prose as-typed" dir="auto">
        <Marked stretches={stretches} isGone={side === 0} />
      </p>
      {see && <p className="soft">{words('group.see', { clause: see })}</p>}
      {deadlines.map(({ obligation, text }) => (
        <p key={obligation} className="soft">
          {words('termsPage.deadlineLine', { what: words(`deadline.obligation.${obligation}`), length: text })}
        </p>
      ))}
    </>
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
