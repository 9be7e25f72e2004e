/** Small marks inside running text and cells: what state, whose, how sure, as of when. */
import type { ReactNode } from 'react'
import { classNames } from './class-names.js'
import { formatDay } from './instant.js'
import { Shape, type ShapeName } from './Shape.js'
import { Link, useWords } from './words.js'

export type Tone = 'good' | 'progress' | 'attention' | 'bad' | 'quiet'

/** A state: shape, word and hue, so that it is told three times over. */
export function Chip({
  tone = 'quiet',
  shape,
  children,
  title,
}: {
  tone?: Tone
  shape: ShapeName
  children: ReactNode
  title?: string
}) {
  return (
    <span className={classNames('chip', `tone-${tone}`)} title={title}>
      <Shape name={shape} />
      {children}
    </span>
  )
}

/** A word in its own system's spelling, such as a native stage: `60.60`, `AAP LC`. */
export const Native = ({ children, title }: { children: ReactNode; title?: string }) => (
  <span className="native" title={title} translate="no" dir="auto">
    {children}
  </span>
)

export type Hue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

/** A body, by acronym and its fixed hue. The full name is its title. */
export function BodyMark({ acronym, hue, name, href }: { acronym: string; hue: Hue; name?: string; href?: string }) {
  const className = classNames('body-mark', `hue-${hue}`)
  return href ? (
    <Link className={className} href={href} title={name} translate="no">
      <bdi>{acronym}</bdi>
    </Link>
  ) : (
    <abbr className={className} title={name} translate="no">
      <bdi>{acronym}</bdi>
    </abbr>
  )
}

/** A fact that nobody has checked against its source: dotted underline, a word, and the reason in the title. */
export function Unconfirmed({ children, note }: { children: ReactNode; note?: string }) {
  const words = useWords()
  return (
    <span className="unconfirmed" title={note ?? words('ui.unconfirmedNote')}>
      <span className="unconfirmed-fact">{children}</span>{' '}
      <span className="unconfirmed-word">{words('ui.unconfirmed')}</span>
    </span>
  )
}

/** Nobody knows: not zero, not none. */
export function Unknown({ children }: { children?: ReactNode }) {
  const words = useWords()
  return <span className="unknown">{children ?? words('ui.unknown')}</span>
}

/** A calendar day, or as much of one as is known (`2026-02-20`, `2025-02`, `2025`). */
export function Day({ on }: { on: string }) {
  const { locale } = useWords()
  return (
    <time dateTime={on} dir="auto" suppressHydrationWarning>
      {formatDay(on, locale)}
    </time>
  )
}

/** How old a figure is: stands beside every figure that comes from outside. */
export function AsOf({ on }: { on: string }) {
  const words = useWords()
  return (
    <time className="as-of" dateTime={on} dir="auto" suppressHydrationWarning>
      {words('ui.asOf', { date: formatDay(on, words.locale) })}
    </time>
  )
}
