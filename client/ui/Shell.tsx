import type { ReactNode } from 'react'
import { SkipLink } from './layout.js'
import { Link, useWords } from './words.js'

export interface NavItem {
  href: string
  label: string
  isCurrent?: boolean
}

export interface ShellProps {
  brand: { href: string; label: string }
  nav: readonly NavItem[]
  /** At the end of the bar: search, account. */
  tools?: ReactNode
  /** Between bar and content, on every page of a place: "example", "offline". */
  banner?: ReactNode
  footer?: ReactNode
  children: ReactNode
}

/** The frame of every page: bar, main, footer, each a landmark. On a small screen the navigation scrolls inside its own strip. */
export function Shell({ brand, nav, tools, banner, footer, children }: ShellProps) {
  const words = useWords()
  return (
    <div className="shell">
      <SkipLink />
      <header className="bar">
        <div className="bar-inner">
          <Link className="brand" href={brand.href}>
            {brand.label}
          </Link>
          <nav className="bar-nav" aria-label={words('ui.mainNavigation')}>
            <ul>
              {nav.map((item) => (
                <li key={item.href}>
                  <Link href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
                    {item.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {tools && <div className="bar-tools">{tools}</div>}
        </div>
        {banner}
      </header>
      <main id="content" className="page" tabIndex={-1}>
        {children}
      </main>
      {footer && (
        <footer className="foot">
          <div className="foot-inner">{footer}</div>
        </footer>
      )}
    </div>
  )
}
