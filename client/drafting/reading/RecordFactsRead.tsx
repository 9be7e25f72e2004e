import type { RecordKind } from '#schema/vocabulary/documents.js'
import { outcomeOf, recordsWithDue, recordsWithHolder } from '#schema/vocabulary/records.js'
import type { Words } from '#schema/words/index.js'
import { useWords } from '../../ui/index.js'

/** What a record of minutes says besides its words: what came of it, whose it is, by when. */
export function RecordFactsRead({ kind, attrs }: { kind: RecordKind; attrs: Readonly<Record<string, unknown>> }) {
  const words = useWords<Words>()
  const said = (name: string) => (typeof attrs[name] === 'string' ? attrs[name] : '')
  const outcome = words.dynamic(`record.outcome.${kind}.${outcomeOf(kind, said('outcome'))}`)
  const holder = recordsWithHolder.includes(kind) && said('holder')
  const due = recordsWithDue.includes(kind) && said('due')
  return (
    <span className="record-read">
      {' '}
      ({outcome}
      {holder && (
        <>
          {', '}
          <bdi>{holder}</bdi>
        </>
      )}
      {due && `, ${words('record.by', { due })}`})
    </span>
  )
}
