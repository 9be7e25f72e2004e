import { useLocation } from 'react-router'
import type { ImportRowLineFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, useWords } from '../../ui/index.js'

/** What a doubtful row is: one button each for the items that it may be, for a new one, and for leaving it out. */
export function DecideRow({ row }: { row: ImportRowLineFragment }) {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { refusals } = useFormAnswer(`decide-${row.number}`)
  return (
    <Form
      id={`decide-${row.number}`}
      method="post"
      action={pathname + search}
      refusals={refusals}
      actions={
        row.choice === null ? (
          <>
            {row.candidates.map(({ slug, designation, title }) => (
              <SubmitButton
                key={slug}
                size="small"
                name="choice"
                value={`SAME_ITEM ${slug}`}
                title={title ?? undefined}
              >
                {words('import.isItem', { designation })}
              </SubmitButton>
            ))}
            <SubmitButton size="small" name="choice" value="NEW_ITEM">
              {words('import.choice.NEW_ITEM')}
            </SubmitButton>
            <SubmitButton size="small" kind="quiet" name="choice" value="SKIP">
              {words('import.choice.SKIP')}
            </SubmitButton>
          </>
        ) : (
          <>
            <span>{words('import.decided', { choice: words(`import.choice.${row.choice}`) })}</span>
            <SubmitButton size="small" kind="quiet" name="choice" value="">
              {words('import.redecide')}
            </SubmitButton>
          </>
        )
      }
    >
      <input type="hidden" name="step" value="decide" />
      <input type="hidden" name="number" value={row.number} />
    </Form>
  )
}
