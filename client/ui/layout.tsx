/** Where things stand. No component below has a border, a shadow or a colour of its own beyond a hairline. */
import type { ElementType, ReactNode } from 'react'
import { classNames } from './class-names.js'
import { useWords } from './words.js'

export type Gap = 1 | 2 | 3 | 4 | 6 | 8 | 12

interface BoxProps {
  /** Steps of the 4 px grid between the children. */
  gap?: Gap
  as?: ElementType
  className?: string
  children: ReactNode
}

/** One under the other. */
export function Stack({ gap = 4, as: Tag = 'div', className, children }: BoxProps) {
  return <Tag className={classNames('stack', `gap-${gap}`, className)}>{children}</Tag>
}

/** Side by side, wrapping. `justify="between"` pushes the last to the far end. */
export function Cluster({
  gap = 2,
  as: Tag = 'div',
  align = 'center',
  justify = 'start',
  className,
  children,
}: BoxProps & { align?: 'center' | 'baseline' | 'start'; justify?: 'start' | 'between' | 'end' }) {
  return (
    <Tag className={classNames('cluster', `gap-${gap}`, `align-${align}`, `justify-${justify}`, className)}>
      {children}
    </Tag>
  )
}

/**
 * A narrow column beside the main one. At the start (filters, contents) it also comes first to whoever reads from top to bottom; at the end
 * (facts) it comes after what the page is about, and below it where there is no room.
 */
export function Split({
  aside,
  children,
  side = 'start',
}: {
  aside: ReactNode
  children: ReactNode
  side?: 'start' | 'end'
}) {
  return (
    <div className={classNames('split', `split-${side}`)}>
      {side === 'start' && <div className="split-aside">{aside}</div>}
      <div className="split-main">{children}</div>
      {side === 'end' && <div className="split-aside">{aside}</div>}
    </div>
  )
}

/** Text to be read: the serif, 66 characters a line. `kind="plain"` keeps the interface's sans. */
export function Prose({
  kind = 'report',
  lang,
  children,
}: {
  kind?: 'report' | 'plain'
  lang?: string
  children: ReactNode
}) {
  return (
    <div className={classNames('prose', kind === 'report' && 'prose-report')} lang={lang} dir="auto">
      {children}
    </div>
  )
}

/** The head of a page: its one h1. `eyebrow` says what kind of thing it is; `marks` are chips; `actions` stand at the end of the line. */
export function PageHeader({
  eyebrow,
  title,
  marks,
  lead,
  actions,
  isCompact = false,
}: {
  eyebrow?: ReactNode
  title: ReactNode
  marks?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** Smaller, for pages on which people work all day. */
  isCompact?: boolean
}) {
  return (
    <header className="page-header" data-compact={isCompact || undefined}>
      <div className="page-header-words">
        {eyebrow && <p className="eyebrow">{eyebrow}</p>}
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {marks && <div className="cluster gap-2 align-center">{marks}</div>}
        {lead && <p className="lead">{lead}</p>}
      </div>
      {actions && <div className="cluster gap-2 align-center page-header-actions">{actions}</div>}
    </header>
  )
}

/** A part of a page under a hairline, with a heading that names its landmark. */
export function Section({
  id,
  title,
  level = 2,
  note,
  actions,
  children,
}: {
  /** Also the address of the part (`#id`); required, since the heading names the landmark by it. */
  id: string
  title: ReactNode
  level?: 2 | 3
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  const Heading = `h${level}` as const
  return (
    <section className="section" id={id} aria-labelledby={`${id}-title`}>
      <div className="section-head">
        <Heading id={`${id}-title`}>{title}</Heading>
        {note && <span className="section-note">{note}</span>}
        {actions && <div className="cluster gap-2 align-center section-actions">{actions}</div>}
      </div>
      {children}
    </section>
  )
}

export const VisuallyHidden = ({ children }: { children: ReactNode }) => (
  <span className="visually-hidden">{children}</span>
)

/** First in the page; leads past the navigation to `#content`. */
export function SkipLink({ target = 'content' }: { target?: string }) {
  const words = useWords()
  return (
    <a className="skip-link" href={`#${target}`}>
      {words('ui.skipToContent')}
    </a>
  )
}
