/** Ways to lay out facts: where one is, what is known of a thing, what happened to it, more of them. */
import type { ReactNode } from 'react'
import { classNames } from './class-names.js'
import type { Tone } from './marks.js'
import { Shape, type ShapeName } from './Shape.js'
import { Link, useWords } from './words.js'

export interface Crumb {
  label: string
  /** Absent for the page one is on. */
  href?: string
}

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const words = useWords()
  return (
    <nav className="crumbs" aria-label={words('ui.breadcrumb')}>
      <ol>
        {crumbs.map(({ label, href }, at) => (
          <li key={at}>
            {href ? (
              <Link href={href}>
                <bdi>{label}</bdi>
              </Link>
            ) : (
              <bdi aria-current="page">{label}</bdi>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export interface Fact {
  term: ReactNode
  /** Null and empty facts are left out: say Unknown where nobody knows. */
  value: ReactNode
  /** Source, as-of date, a remark. */
  note?: ReactNode
}

export function DefinitionList({ facts, isStacked = false }: { facts: readonly Fact[]; isStacked?: boolean }) {
  return (
    <dl className={classNames('facts', isStacked && 'facts-stacked')}>
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ term, value, note }, at) => (
          <div key={at}>
            <dt>{term}</dt>
            <dd>
              {value}
              {note && <span className="fact-note">{note}</span>}
            </dd>
          </div>
        ))}
    </dl>
  )
}

export interface Figure {
  label: ReactNode
  value: ReactNode
  note?: ReactNode
  href?: string
}

/** A row of figures at the head of a page, each with what it counts. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="figures">
      {figures.map(({ label, value, note, href }, at) => (
        <div key={at}>
          <dt>{label}</dt>
          <dd className="figure-value">{href ? <Link href={href}>{value}</Link> : value}</dd>
          {note && <dd className="figure-note">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}

export interface TimelineEntry {
  id: string
  /** A Day or a Time. */
  when: ReactNode
  title: ReactNode
  body?: ReactNode
  shape?: ShapeName
  tone?: Tone
  /** Still to come: drawn open. */
  isPlanned?: boolean
}

/** What happened, in order; the caller decides which end comes first. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map(({ id, when, title, body, shape, tone = 'quiet', isPlanned = false }) => (
        <li key={id} className={classNames(`tone-${tone}`, isPlanned && 'is-planned')}>
          <Shape name={shape ?? (isPlanned ? 'ring' : 'full')} />
          <span className="timeline-when">{when}</span>
          <div className="timeline-what">
            <div className="timeline-title">{title}</div>
            {body && <div className="timeline-body">{body}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Keyset pages: there is a next one and a previous one, and no number of pages to promise. */
export function Pager({
  previousHref,
  nextHref,
  summary,
}: {
  previousHref?: string | null
  nextHref?: string | null
  summary?: ReactNode
}) {
  const words = useWords()
  if (!previousHref && !nextHref && !summary) return null
  return (
    <nav className="pager" aria-label={words('ui.pages')}>
      <span className="pager-summary">{summary}</span>
      {previousHref && (
        <Link className="btn btn-plain btn-small" rel="prev" href={previousHref}>
          {words('ui.previous')}
        </Link>
      )}
      {nextHref && (
        <Link className="btn btn-plain btn-small" rel="next" href={nextHref}>
          {words('ui.next')}
        </Link>
      )}
    </nav>
  )
}

/** Says more when asked, without scripts: an explanation, a source, an older name. */
export function Disclosure({
  summary,
  isOpen,
  children,
}: {
  summary: ReactNode
  isOpen?: boolean
  children: ReactNode
}) {
  return (
    <details className="disclosure" open={isOpen}>
      <summary>{summary}</summary>
      <div className="disclosure-body">{children}</div>
    </details>
  )
}
