import type { TextHeadFragment } from '#schema/generated/operations.js'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Notice, Time, useWords } from '../../ui/index.js'

/** That a text is a draft, and of when. */
export function DraftNotice({ text }: { text: TextHeadFragment & { group: { deadlineZone: string } } }) {
  const words = useWords<Words>()
  const zone = text.group.deadlineZone
  return (
    <div className="spaced">
      <Notice kind="info" title={words('reading.draftTitle')}>
        {words('reading.draftText')}{' '}
        {text.textChangedAt && (
          <>
            {words('reading.changed')} <Time at={text.textChangedAt} zone={zone} place={zoneLabel(zone, words)} />.
          </>
        )}
      </Notice>
    </div>
  )
}

/** Whether the reader may hand in a contribution about it: it is a draft of a group in which they contribute. [WA-3] */
export const mayContributeOn = ({ kind, group }: TextHeadFragment): boolean =>
  kind === 'REPORT' && group?.viewerMayContribute === true

/** For which deliverables it is written: `D.WG1-02 · Technical report`. */
export const writtenFor = ({ deliverables }: TextHeadFragment, words: Words): string =>
  deliverables
    .map(({ code, type }) =>
      [code, type === 'UNKNOWN' ? null : words(`deliverable.type.${type}`)].filter(Boolean).join(' · '),
    )
    .join(', ')
