import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { readMoment } from '#schema/vocabulary/address.js'
import { formatInstant } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { useWords } from '../ui/index.js'

/** On paper only: what site this is, under which address, and as of when; paper outlives the page. */
export function PrintLine({ origin }: { origin: string }) {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  // Known in the browser only: a page that is kept must not differ from one moment to the next.
  const [at, setAt] = useState<string | null>(null)
  useEffect(() => setAt(new Date().toISOString()), [pathname, search])
  const { asOf } = readMoment(new URLSearchParams(search))
  const values = { site: words('shell.name'), address: origin + pathname + search }
  return (
    <p className="print-only fact-note">
      {asOf
        ? words('shell.printedAsOf', { ...values, at: formatInstant(asOf, 'UTC', words) })
        : at
          ? words('shell.printed', { ...values, at: formatInstant(at, 'UTC', words) })
          : words('shell.printedWhere', values)}
    </p>
  )
}
