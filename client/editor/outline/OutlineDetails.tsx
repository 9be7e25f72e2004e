import { useSyncExternalStore } from 'react'
import type { Words } from '#schema/words/index.js'
import { useWords } from '../../ui/index.js'
import type { WordCounter } from '../manners/index.js'
import { statusOf } from './names.js'
import type { OutlineRow } from './rows.js'

/** Of the row that is meant: how far the group is with it, who said so, and its words with all below. [MN-8, MN-12] */
export function OutlineDetails({
  row,
  counter,
  nameOf,
}: {
  row: OutlineRow
  counter: WordCounter
  nameOf(personId: string): string | null
}) {
  const words = useWords<Words>()
  const count = useSyncExternalStore(counter.subscribe, () => counter.countBelow(row.id))
  return (
    <p className="outline-details">
      <span>{statusOf(row.status, row.statusBy === '' ? null : nameOf(row.statusBy), words)}</span>{' '}
      <span>{words('writing.wordsBelow', { count })}</span>
    </p>
  )
}
