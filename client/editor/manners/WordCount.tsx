import { useSyncExternalStore } from 'react'
import type { Words } from '#schema/words/index.js'
import { useWords } from '../../ui/index.js'
import type { WordCounter } from './word-counter.js'

/** In the foot line: words of the clause, of the text, and of what is selected. */
export function WordCount({ counter }: { counter: WordCounter }) {
  const words = useWords<Words>()
  const { text, clause, selection } = useSyncExternalStore(counter.subscribe, counter.get)
  return (
    <p className="word-count">
      {selection !== null && <span>{words('writing.wordsSelected', { count: selection })}</span>}
      {selection === null && clause !== null && (
        <span className="word-count-clause">{words('writing.wordsClause', { count: clause })}</span>
      )}
      <span>{words('writing.wordsText', { count: text })}</span>
    </p>
  )
}
