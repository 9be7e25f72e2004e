/** The text alone: everything else of the page steps back. Lasts until it is left, in this tab also over pages. [MN-9] */
import { useCallback, useEffect, useState } from 'react'

const name = 'rapporteur.focus'

const read = (): boolean => {
  try {
    return sessionStorage.getItem(name) === 'on'
  } catch {
    // Where nothing may be stored, it begins anew on each page.
    return false
  }
}
const keep = (isOn: boolean): void => {
  try {
    if (isOn) sessionStorage.setItem(name, 'on')
    else sessionStorage.removeItem(name)
  } catch {
    // It lasts as long as the page: that is all this browser allows.
  }
}

/** Whether the text is alone, and how to change that. The style sheet goes by `data-focus` on the page. */
export function useFocusMode(): readonly [isOn: boolean, turn: (isOn: boolean) => void] {
  const [isOn, setOn] = useState(read)
  useEffect(() => {
    const page = document.documentElement
    page.toggleAttribute('data-focus', isOn)
    return () => page.removeAttribute('data-focus')
  }, [isOn])
  const turn = useCallback((now: boolean) => {
    keep(now)
    setOn(now)
  }, [])
  return [isOn, turn]
}
