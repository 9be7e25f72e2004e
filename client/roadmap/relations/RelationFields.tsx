import type { Words } from '#schema/words/index.js'
import { DateField, TextArea, TextField, useWords } from '../../ui/index.js'

interface Said {
  readonly since: string | null
  readonly clause: string | null
  readonly evidence: string | null
  readonly note: string | null
}

/** Since when it holds, and in which words of which clause. */
export function RelationFields({ said }: { said?: Said }) {
  const words = useWords<Words>()
  return (
    <>
      <div className="side-by-side">
        <TextField
          name="clause"
          label={words('relation.clause')}
          hint={words('relation.clauseHint')}
          defaultValue={said?.clause ?? ''}
          maxLength={200}
        />
        <DateField
          name="since"
          label={words('relation.since')}
          hint={words('relation.sinceHint')}
          defaultValue={said?.since ?? ''}
        />
      </div>
      <TextArea
        name="evidence"
        label={words('relation.evidence')}
        hint={words('relation.evidenceHint')}
        defaultValue={said?.evidence ?? ''}
        maxLength={2000}
        rows={3}
      />
      <TextArea
        name="note"
        label={words('relation.note')}
        hint={words('relation.noteHint')}
        defaultValue={said?.note ?? ''}
        maxLength={2000}
        rows={2}
      />
    </>
  )
}
