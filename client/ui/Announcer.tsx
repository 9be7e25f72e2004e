import { createContext, useCallback, useContext, useRef, type ReactNode } from 'react'

export type Announce = (sentence: string, urgency?: 'polite' | 'assertive') => void

const AnnouncerContext = createContext<Announce>(() => {})

/** Two live regions that stand empty from the first byte on: a region that arrives together with its text is often not read. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const polite = useRef<HTMLDivElement>(null)
  const assertive = useRef<HTMLDivElement>(null)
  const announce = useCallback<Announce>((sentence, urgency = 'polite') => {
    const region = (urgency === 'polite' ? polite : assertive).current
    if (!region) return
    // The same sentence twice is news twice: a new node is read, an unchanged text is not.
    const line = document.createElement('p')
    line.textContent = sentence
    region.replaceChildren(line)
  }, [])
  return (
    <AnnouncerContext value={announce}>
      {children}
      <div ref={polite} className="visually-hidden" role="status" aria-live="polite" />
      <div ref={assertive} className="visually-hidden" role="alert" aria-live="assertive" />
    </AnnouncerContext>
  )
}

/** Speaks to a screen reader: `announce('12 items match')`. Does nothing on the server. */
export const useAnnounce = (): Announce => useContext(AnnouncerContext)
