import type { ReactNode } from 'react'
import { Link } from '../../ui/index.js'

/** A link to a clause: on the same page the browser's own, of which a long text has hundreds, else one that the router takes over. */
export function PlaceLink({ href, children }: { href: string; children: ReactNode }) {
  return href.startsWith('#') ? <a href={href}>{children}</a> : <Link href={href}>{children}</Link>
}
