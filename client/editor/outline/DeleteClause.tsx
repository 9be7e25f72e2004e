import type { Words } from '#schema/words/index.js'
import { Button, Dialog, useWords } from '../../ui/index.js'
import { nameOfRow } from './names.js'
import type { OutlineRow } from './rows.js'

export interface ToBeDeleted {
  readonly row: OutlineRow
  /** Clauses below it. */
  readonly below: number
}

/** Asked before words go: of one clause, or of all below it too. */
export function DeleteClause({
  question,
  onAnswer,
  onClose,
}: {
  question: ToBeDeleted | null
  onAnswer(row: OutlineRow, withChildren: boolean): void
  onClose(): void
}) {
  const words = useWords<Words>()
  if (!question) return null
  const { row, below } = question
  return (
    <Dialog
      title={words('editor.deleteTitle', { clause: nameOfRow(row, words) })}
      isOpen
      mustDecide
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {words('ui.cancel')}
          </Button>
          {below > 0 && (
            <Button kind="danger" onClick={() => onAnswer(row, true)}>
              {words('editor.deleteWithBelow', { below })}
            </Button>
          )}
          <Button kind="danger" onClick={() => onAnswer(row, false)}>
            {words(below > 0 ? 'editor.deleteAlone' : 'editor.delete')}
          </Button>
        </>
      }
    >
      <p>{words(below > 0 ? 'editor.deleteTextBelow' : 'editor.deleteText', { below })}</p>
    </Dialog>
  )
}
