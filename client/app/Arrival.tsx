import { useEffect, useRef } from 'react'
import { ScrollRestoration, useLocation } from 'react-router'
import { useAnnounce } from '../ui/index.js'
import { isOtherPage } from './walk.js'

/**
 * What a browser does by itself when a page is loaded, for pages that are walked to: the view starts at the top or at the anchor, back and
 * forward find the place where one was, the focus is at the heading, and a screen reader hears the title. [PG-3]
 */
export function Arrival() {
  const location = useLocation()
  const announce = useAnnounce()
  const here = useRef(location)
  const wasAt = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const from = here.current
    here.current = location
    const main = document.querySelector<HTMLElement>('main')
    // On the same page only what was pressed may be gone, as a form is after its answer: who works by keyboard must not begin at the top of all.
    const isLost = wasAt.current !== null && !wasAt.current.isConnected && document.activeElement === document.body
    if (isLost) wasAt.current = null
    if (!isOtherPage(from, location)) {
      if (isLost) headingOf(main)?.focus({ preventScroll: true })
      return
    }
    announce(document.title)
    // A page that has put the focus in a field or on a message knows better; a link that stayed from the page before does not.
    if (!main || document.activeElement?.matches('main :is(input, select, textarea, [role=alert])')) return
    const anchor = location.hash && document.getElementById(decoded(location.hash.slice(1)))
    const goal = anchor || headingOf(main)!
    if (!goal.hasAttribute('tabindex')) goal.tabIndex = -1
    goal.focus({ preventScroll: true })
  }, [location, announce])
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      wasAt.current = target instanceof HTMLElement && target.closest('main') ? target : null
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  return <ScrollRestoration />
}

/** What a page is called, or all of it: where one begins to read. */
function headingOf(main: HTMLElement | null): HTMLElement | null {
  const heading = main?.querySelector<HTMLElement>('h1') ?? main
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1
  return heading
}

/** An address that somebody mistyped may hold what cannot be decoded; then it names nothing here. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
