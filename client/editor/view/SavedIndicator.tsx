import { useEffect, useRef } from 'react'
import type { Words } from '#schema/words/index.js'
import { Shape, useAnnounce, useWords, type ShapeName } from '../../ui/index.js'
import { savedOf, type ConnectionState, type Saved } from '../connection/index.js'

const shapes: Record<Saved['kind'], ShapeName> = {
  OPENING: 'dash',
  READING: 'ring',
  SAVED: 'full',
  SAVING: 'half',
  STORING_FAILS: 'triangle',
  OFFLINE: 'triangle',
  CHOICE: 'triangle',
  REFUSED: 'cross',
  ENDED: 'cross',
}

/** The reader's own clock: the line is about here and now. */
const clock = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(
    at,
  )

function sentenceOf(saved: Saved, words: Words): string {
  switch (saved.kind) {
    case 'SAVED':
      return saved.at === null
        ? words('editor.saved.BARE')
        : words('editor.saved.SAVED', { time: clock(saved.at, words.locale) })
    case 'SAVING':
    case 'STORING_FAILS':
      return words(`editor.saved.${saved.kind}`, { waiting: saved.waiting })
    case 'OFFLINE':
      return words(saved.isKept ? 'editor.saved.OFFLINE_KEPT' : 'editor.saved.OFFLINE', { waiting: saved.waiting })
    case 'CHOICE':
      return words('editor.saved.CHOICE', { waiting: saved.waiting, clauses: saved.clauses })
    case 'ENDED':
      return words('editor.saved.ENDED', { waiting: saved.waiting })
    case 'OPENING':
    case 'READING':
    case 'REFUSED':
      return words(`editor.saved.${saved.kind}`)
  }
}

/** Worth hearing; the others follow each key that is pressed. */
const troubles: ReadonlySet<Saved['kind']> = new Set(['STORING_FAILS', 'OFFLINE', 'CHOICE', 'REFUSED', 'ENDED'])

/** "Saved 14:02:31": all that was written here is on the server's disk. Spoken only when trouble begins, and when it is over. */
export function SavedIndicator({ state }: { state: ConnectionState }) {
  const words = useWords<Words>()
  const announce = useAnnounce()
  const saved = savedOf(state)
  const sentence = sentenceOf(saved, words)
  const trouble = useRef<Saved['kind'] | null>(null)
  useEffect(() => {
    if (troubles.has(saved.kind)) {
      if (trouble.current !== saved.kind) announce(sentence)
      trouble.current = saved.kind
    } else if (trouble.current !== null && (saved.kind === 'SAVED' || saved.kind === 'READING')) {
      trouble.current = null
      announce(sentence)
    }
  }, [announce, saved.kind, sentence])
  return (
    <p className={`saved saved-${saved.kind}`}>
      <Shape name={shapes[saved.kind]} /> {sentence}
      {!state.isKept && state.phase === 'LIVE' && state.standing?.mayEdit && (
        <span className="saved-note">{words('offline.nothingKept')}</span>
      )}
    </p>
  )
}
