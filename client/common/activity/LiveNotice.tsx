import { useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { ActivityAddedDocument, type ActivityFilter } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { listen, type LineState } from '../../api/index.js'
import { Notice, useWords } from '../../ui/index.js'

/** Several events of one act come together; the page asks once for all of them. */
const gatherMs = 300

/**
 * Keeps the page as others change it: on each event that fits, the loaders run again, and a quiet line says so. A lost line is said too, because
 * the page may be older than it looks. Without scripts the page is as old as its address bar.
 */
export function LiveNotice({ group, objectId }: { group?: string; objectId?: string }) {
  const words = useWords<Words>()
  const { revalidate } = useRevalidator()
  const again = useRef(revalidate)
  const [line, setLine] = useState<LineState>('opening')
  const [updatedAt, setUpdatedAt] = useState<string | null>(null)
  useEffect(() => {
    again.current = revalidate
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        setUpdatedAt(new Date().toISOString())
        void again.current()
      }, gatherMs)
    }
    const filter: ActivityFilter = { ...(group && { group }), ...(objectId && { objectId }) }
    const end = listen(ActivityAddedDocument, { filter }, { onNews: refresh, onBack: refresh, onLine: setLine })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [group, objectId])
  return (
    <div role="status" className="live">
      {line === 'lost' ? (
        <Notice kind="attention">{words('live.lineLost')}</Notice>
      ) : (
        updatedAt && <p className="soft">{words('live.updated', { time: clock(updatedAt, words.locale) })}</p>
      )}
    </div>
  )
}

/** The reader's own clock: the line is about now and here. */
const clock = (at: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at))
