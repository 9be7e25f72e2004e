import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { useAnnounce } from '../ui/index.js'

const key = (entry: string) => `rapporteur.scroll.${entry}`

/** On the server nothing is laid out. */
const useLayout = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * What a browser does by itself when pages are loaded: a new page begins at its top (or at the part that the address names) and is read out by
 * its title; going back finds the place one had left. Filters and sorting change the query only and leave the reader where they are.
 */
export function useScrollAndFocus(): void {
  const { pathname, hash, key: entry } = useLocation()
  const how = useNavigationType()
  const announce = useAnnounce()
  const before = useRef<string | null>(null)

  useEffect(() => {
    history.scrollRestoration = 'manual'
    const remember = () => sessionStorage.setItem(key(entry), String(Math.round(scrollY)))
    addEventListener('scrollend', remember)
    addEventListener('pagehide', remember)
    return () => {
      removeEventListener('scrollend', remember)
      removeEventListener('pagehide', remember)
    }
  }, [entry])

  useLayout(() => {
    const isFirst = before.current === null
    const isOtherPage = before.current !== pathname
    before.current = pathname
    const left = Number(sessionStorage.getItem(key(entry)) ?? Number.NaN)
    if ((how === 'POP' || isFirst) && Number.isFinite(left)) {
      scrollTo(0, left)
    } else if (hash) {
      document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView()
    } else if (isOtherPage && !isFirst) {
      scrollTo(0, 0)
      document.getElementById('content')?.focus({ preventScroll: true })
      announce(document.title)
    }
  }, [pathname, hash, entry, how, announce])
}
