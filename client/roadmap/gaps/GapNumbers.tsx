/** Where numbers lead: that this one leads elsewhere, and which ones lead here. [GA-13] */
import type { Words } from '#schema/words/index.js'
import { Day, Link, LinkButton, Notice, Section, useWords } from '../../ui/index.js'
import { gapHref, GapLink } from '../parts/index.js'
import type { GapOnPage } from './gaps.route.js'

/** At the head of a page whose number leads elsewhere, and of one to which somebody was led. */
export function NumberNotice({ gap, was, mayEdit }: { gap: GapOnPage; was: string | null; mayEdit: boolean }) {
  const words = useWords<Words>()
  const { replacement } = gap
  if (replacement) {
    const isMerge = replacement.kind === 'MERGE'
    return (
      <Notice
        kind="attention"
        title={words(isMerge ? 'gap.wasMerged' : 'gap.wasSplit', { number: gap.number })}
        actions={
          mayEdit && (
            <LinkButton size="small" href={`${gapHref(gap.number)}/undo`}>
              {words('gap.undo')}
            </LinkButton>
          )
        }
      >
        <p>
          <Day on={replacement.on} /> <span dir="auto">{replacement.reason}</span>
        </p>
        <ul className="lines">
          {replacement.into.map((into) => (
            <li key={into.number}>
              <GapLink gap={into} />
            </li>
          ))}
        </ul>
        <p>{words('gap.asItWas')}</p>
      </Notice>
    )
  }
  const step = gap.arrivals.find(({ from }) => from.some(({ number }) => number === was))
  return (
    step &&
    was && (
      <Notice title={words('gap.ledHere', { number: was })}>
        <Day on={step.on} /> <span dir="auto">{step.reason}</span>{' '}
        <Link href={`${gapHref(was)}?own=true`}>{words('gap.seeOld', { number: was })}</Link>
      </Notice>
    )
  )
}

/** For good: the numbers under which this gap, or a part of it, was known. */
export function NumbersThatLeadHere({ gap }: { gap: GapOnPage }) {
  const words = useWords<Words>()
  if (gap.arrivals.length === 0) return null
  return (
    <Section id="numbers" title={words('gap.numbersHere')}>
      <ul className="lines">
        {gap.arrivals.flatMap(({ id, kind, on, reason, from }) =>
          from.map((old) => (
            <li key={`${id} ${old.number}`}>
              <Link href={`${gapHref(old.number)}?own=true`}>
                {old.number} <span dir="auto">{old.title}</span>
              </Link>{' '}
              {words(kind === 'MERGE' ? 'gap.mergedHere' : 'gap.splitHere')} <Day on={on} />:{' '}
              <span dir="auto">{reason}</span>
            </li>
          )),
        )}
      </ul>
    </Section>
  )
}
