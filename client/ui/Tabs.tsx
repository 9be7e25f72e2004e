import { classNames } from './class-names.js'
import { Link } from './words.js'

export interface Tab {
  href: string
  label: string
  count?: number | string
  isCurrent?: boolean
}

/** Views of one thing, each with an address of its own; so they are links, and the current one says so. */
export function Tabs({
  label,
  tabs,
  kind = 'line',
}: {
  label: string
  tabs: readonly Tab[]
  kind?: 'line' | 'segments'
}) {
  return (
    <nav className={kind === 'line' ? 'tabs' : undefined} aria-label={label}>
      <ul className={kind === 'line' ? 'tab-list' : 'segments'}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              className={classNames(kind === 'line' ? 'tab' : 'segment')}
              aria-current={tab.isCurrent ? 'page' : undefined}
            >
              {tab.label}
              {tab.count !== undefined && <span className="tab-count">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
