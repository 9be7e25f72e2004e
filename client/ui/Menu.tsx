import { lazy, Suspense, type ReactNode } from 'react'
import { classNames } from './class-names.js'
import { useHydrated } from './hydrated.js'
import { Link } from './words.js'

export interface MenuAction {
  id: string
  label: string
  /** Goes there; also without scripts. */
  href?: string
  /** A file or a feed: fetched, never taken over by the router. */
  isFile?: boolean
  /** Does this; not offered without scripts. */
  onAction?: () => void
  isDanger?: boolean
  isDisabled?: boolean
}

export interface MenuProps {
  label: ReactNode
  items: readonly MenuAction[]
  kind?: 'plain' | 'quiet'
  size?: 'normal' | 'small'
}

const AriaMenu = lazy(() => import('./AriaMenu.js'))

/** A button with a list of actions. Until scripts run it is a <details> with the links. */
export function Menu(props: MenuProps) {
  const { kind = 'plain', size = 'normal' } = props
  const look = classNames('btn', `btn-${kind}`, size === 'small' && 'btn-small', 'btn-menu')
  const plain = <StaticMenu {...props} look={look} />
  if (!useHydrated()) return plain
  return (
    <Suspense fallback={plain}>
      <AriaMenu {...props} look={look} />
    </Suspense>
  )
}

function StaticMenu({ label, items, look }: MenuProps & { look: string }) {
  return (
    <details className="static-menu">
      <summary className={look}>{label}</summary>
      <ul className="menu popover">
        {items.map(({ id, href, isFile, label: text }) =>
          href ? (
            <li key={id}>
              {isFile ? (
                <a className="menu-item" href={href}>
                  {text}
                </a>
              ) : (
                <Link className="menu-item" href={href}>
                  {text}
                </Link>
              )}
            </li>
          ) : null,
        )}
      </ul>
    </details>
  )
}
