import { useCallback, useEffect, useRef, useState } from 'react'
import { useFetcher, useRevalidator } from 'react-router'
import { DocumentsChangedDocument } from '#schema/generated/operations.js'
import { writeDocumentFilter } from '#schema/vocabulary/document-address.js'
import type { Words } from '#schema/words/index.js'
import { listen, type LineState } from '../../api/index.js'
import { useAnnounce, useWords } from '../../ui/index.js'
import { documentsHref } from './documents-address.js'
import type { DocumentListData } from './documents.route.js'
import { takenIn, type LineChanges, type Lines } from './live-lines.js'

/** Changes of one act come together; the list asks once for all of them. */
const gatherMs = 80

const linesOf = ({ meeting }: DocumentListData): Lines => ({
  lines: meeting.documents.nodes,
  totalCount: meeting.documents.totalCount,
  since: meeting.documents.since,
  agenda: meeting.agenda,
})

/**
 * The list as others change it. A message says that something changed; then the lines that changed since the last answer are asked for, and
 * nothing else. `ask` does so at once, after something was done here. [DL-9]
 */
export function useLiveLines(data: DocumentListData): { now: Lines; line: LineState; ask(): void } {
  const words = useWords<Words>()
  const announce = useAnnounce()
  const { revalidate } = useRevalidator()
  const { load, state, data: changes } = useFetcher<LineChanges>()
  const [line, setLine] = useState<LineState>('opening')
  const [held, setHeld] = useState({ from: data, now: linesOf(data), taken: changes })
  // New data of the page take the place of what was put together from the old.
  const current = held.from === data ? held.now : linesOf(data)
  const isWanted = useRef(false)
  const withAgenda = useRef(false)
  const latest = useRef({ current, data, state })
  useEffect(() => {
    latest.current = { current, data, state }
  })

  const ask = useCallback(() => {
    const { current: now, data: of, state: isAsking } = latest.current
    isWanted.current = true
    if (isAsking !== 'idle') return
    isWanted.current = false
    const asked = writeDocumentFilter(of.view.filter)
    asked.set('since', now.since)
    if (withAgenda.current) asked.set('agenda', 'true')
    withAgenda.current = false
    void load(`${documentsHref(of.meeting.group, of.meeting.number)}/changes?${asked.toString()}`)
  }, [load])

  useEffect(() => {
    if (!changes || changes === held.taken) return
    const now = takenIn(current, changes, data.view, words.locale)
    setHeld({ from: data, now: now ?? current, taken: changes })
    if (!now) void revalidate()
    else if (changes.changed.length > 0)
      announce(words('documentList.changed', { count: changes.changed.length + changes.gone.length }))
  }, [changes, held.taken, current, data, words, announce, revalidate])

  // What was told while the last question was under way.
  useEffect(() => {
    if (state === 'idle' && isWanted.current) ask()
  }, [state, ask])

  const meetingId = data.meeting.id
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(ask, gatherMs)
    }
    const end = listen(
      DocumentsChangedDocument,
      { meetingId },
      {
        onNews: ({ meetingDocumentsChanged }) => {
          withAgenda.current ||= meetingDocumentsChanged.isAgendaChanged
          soon()
        },
        onBack: () => {
          withAgenda.current = true
          soon()
        },
        onLine: setLine,
      },
    )
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [meetingId, ask])
  return { now: current, line, ask }
}
