import type { DocumentLineFragment } from '#schema/generated/operations.js'
import type { DocumentProgress, DocumentResult } from '#schema/vocabulary/document-list.js'
import type { Words } from '#schema/words/index.js'
import { Chip, useWords, type ShapeName, type Tone } from '../../ui/index.js'

const looks: Readonly<Record<DocumentResult | DocumentProgress, readonly [ShapeName, Tone]>> = {
  OPEN: ['ring', 'quiet'],
  DISCUSSED: ['half', 'progress'],
  REPLY_AWAITED: ['half', 'attention'],
  BLOCK_APPROVAL: ['half', 'progress'],
  AGREED: ['full', 'good'],
  CONDITIONALLY_AGREED: ['half', 'good'],
  APPROVED: ['full', 'good'],
  ENDORSED: ['full', 'good'],
  NOTED: ['full', 'quiet'],
  REVISED: ['diamond', 'progress'],
  MERGED: ['diamond', 'progress'],
  POSTPONED: ['ring', 'attention'],
  WITHDRAWN: ['cross', 'bad'],
  NOT_HANDLED: ['ring', 'attention'],
  REPLIED_TO: ['full', 'good'],
}

/** Beside the standing of what is on time and was revised after the deadline. [D-L-3] */
export function LateRevisionChip() {
  const words = useWords<Words>()
  return (
    <Chip tone="progress" shape="half">
      {words('contribution.afterDeadline')}
    </Chip>
  )
}

/** What became of a document, or how far it has come: shape, word, hue. */
export function StandChip({ line }: { line: Pick<DocumentLineFragment, 'result' | 'progress' | 'state'> }) {
  const words = useWords<Words>()
  // What its source took back is withdrawn, whether the meeting said so or not.
  const result = line.result ?? (line.state === 'WITHDRAWN' ? 'WITHDRAWN' : null)
  const [shape, tone] = looks[result ?? line.progress ?? 'OPEN']
  return (
    <Chip
      shape={shape}
      tone={tone}
      title={words.dynamic(
        result ? `documentList.resultMeaning.${result}` : `documentList.progressMeaning.${line.progress ?? 'OPEN'}`,
      )}
    >
      {words.dynamic(result ? `documentList.result.${result}` : `documentList.progress.${line.progress ?? 'OPEN'}`)}
    </Chip>
  )
}
