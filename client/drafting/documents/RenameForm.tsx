import { useEffect, useRef } from 'react'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, TextField, useWords } from '../../ui/index.js'
import type { RoomData } from './room.route.js'

/** Gives the text another title. What was typed stays when somebody else was faster. */
export function RenameForm({ document, onDone }: { document: RoomData['document']; onDone?: () => void }) {
  const words = useWords<Words>()
  const { refusals, typed } = useFormAnswer('rename')
  const seen = useRef(document.revision)
  useEffect(() => {
    if (document.revision !== seen.current && refusals.length === 0) onDone?.()
  }, [document.revision, refusals, onDone])
  return (
    <Form
      id="rename"
      method="post"
      refusals={refusals}
      values={typed}
      actions={<SubmitButton kind="primary">{words('document.saveTitle')}</SubmitButton>}
    >
      <input type="hidden" name="expectedRevision" value={document.revision} />
      <TextField
        name="title"
        label={words('document.title')}
        defaultValue={document.title}
        isRequired
        maxLength={500}
      />
    </Form>
  )
}
