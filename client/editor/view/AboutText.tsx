import type { FormEvent } from 'react'
import { setForm, type TextForm } from '#schema/document/index.js'
import { labelModes, textTypes } from '#schema/vocabulary/documents.js'
import type { Words } from '#schema/words/index.js'
import type * as Y from 'yjs'
import { Button, Dialog, RadioGroup, useWords } from '../../ui/index.js'

/**
 * What the text as a whole is, and how its tables and figures are counted. Only what was changed here is written: somebody else may have the same
 * dialog open. [TF-1]
 */
export function AboutText({ doc, form, onClose }: { doc: Y.Doc; form: TextForm; onClose(): void }) {
  const words = useWords<Words>()
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget)
    const type = textTypes.find((one) => one === chosen.get('type')) ?? form.type
    const labels = labelModes.find((one) => one === chosen.get('labels')) ?? form.labels
    setForm(doc, { ...(type !== form.type && { type }), ...(labels !== form.labels && { labels }) })
    onClose()
  }
  return (
    <Dialog title={words('form.title')} isOpen onClose={onClose}>
      <form className="stack gap-4" onSubmit={save}>
        <RadioGroup
          name="type"
          label={words('form.type')}
          defaultValue={form.type}
          choices={textTypes.map((value) => ({
            value,
            label: words(`form.type.${value}`),
            hint: words(`form.typeHint.${value}`),
          }))}
        />
        <RadioGroup
          name="labels"
          label={words('form.labels')}
          hint={words('form.labelsHint')}
          defaultValue={form.labels}
          choices={labelModes.map((value) => ({
            value,
            label: words(`form.labels.${value}`),
            hint: words(`form.labelsHint.${value}`),
          }))}
        />
        <p className="soft">{words('form.everybody')}</p>
        <div className="cluster gap-2">
          <Button kind="primary" type="submit">
            {words('form.save')}
          </Button>
          <Button onClick={onClose}>{words('form.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
