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
  useEffect(() => {
    const from = here.current
    here.current = location
    if (!isOtherPage(from, location)) return
    announce(document.title)
    const main = document.querySelector<HTMLElement>('main')
    // A page that has put the focus in a field or on a message knows better; a link that stayed from the page before does not.
    if (!main || document.activeElement?.matches('main :is(input, select, textarea, [role=alert])')) return
    const anchor = location.hash && document.getElementById(decoded(location.hash.slice(1)))
    const goal = anchor || main.querySelector<HTMLElement>('h1') || main
    if (!goal.hasAttribute('tabindex')) goal.tabIndex = -1
    goal.focus({ preventScroll: true })
  }, [location, announce])
  return <ScrollRestoration />
}

/** An address that somebody mistyped may hold what cannot be decoded; then it names nothing here. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
