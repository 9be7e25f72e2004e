import type { Words } from '#schema/words/index.js'
import { Button, Notice, useWords } from '../../ui/index.js'
import type { Dropped } from '../paste/index.js'

export interface PasteNewsProps {
  readonly dropped: readonly Dropped[]
  /** Makes blocks of pasted Markdown; null where none was pasted. */
  readonly take: (() => void) | null
  onClose(): void
}

/** What a paste left out, and what it can be made into. */
export function PasteNews({ dropped, take, onClose }: PasteNewsProps) {
  const words = useWords<Words>()
  return (
    <Notice kind="info" title={words(dropped.length > 0 ? 'thing.droppedTitle' : 'thing.markdownOffer')}>
      {dropped.length > 0 && (
        <ul>
          {dropped.map(({ sort, count }) => (
            <li key={sort}>{words(`thing.dropped.${sort}`, { count })}</li>
          ))}
        </ul>
      )}
      <div className="cluster gap-2">
        {take && (
          <Button size="small" onClick={take}>
            {words('thing.markdownTake')}
          </Button>
        )}
        <Button size="small" kind="quiet" onClick={onClose}>
          {words('thing.close')}
        </Button>
      </div>
    </Notice>
  )
}
