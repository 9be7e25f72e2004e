import type { ContributingGroupFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Button, Form, Select, useWords } from '../../ui/index.js'

/** Which draft it is about is in the address: with it come its clauses. What was typed beside it stays. [WA-3] */
export function WhichDraft({
  group,
  action,
  chosen,
  meeting = null,
}: {
  group: ContributingGroupFragment
  action: string
  /** Key of the draft. */
  chosen: string | null
  /** Number of the meeting that the address names. */
  meeting?: number | null
}) {
  const words = useWords<Words>()
  const drafts = group.documents.filter(({ kind }) => kind === 'REPORT')
  if (drafts.length === 0) return null
  return (
    <div className="spaced">
      <Form
        id="which-draft"
        method="get"
        action={action}
        actions={<Button type="submit">{words('contribution.showClauses')}</Button>}
      >
        {meeting !== null && <input type="hidden" name="meeting" value={meeting} />}
        <Select
          name="document"
          label={words('contribution.concernsText')}
          placeholder={words('contribution.concernsNone')}
          options={drafts.map(({ id, title }) => ({ value: id, label: title }))}
          defaultValue={chosen ?? ''}
        />
      </Form>
    </div>
  )
}
