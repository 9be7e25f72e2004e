import { ITEM_STATUSES } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { Select, TextField, useWords } from '../../ui/index.js'

/** How far an item has come: in its body's own words, or by a coarse status where those are not known. */
export function StageFields() {
  const words = useWords<Words>()
  return (
    <div className="side-by-side">
      <TextField
        name="nativeStage"
        label={words('item.column.stage')}
        hint={words('item.stageHint')}
        maxLength={200}
        autoComplete="off"
      />
      <Select
        name="status"
        label={words('item.status')}
        hint={words('item.statusHint')}
        options={ITEM_STATUSES.map((status) => ({ value: status, label: words(`item.status.${status}`) }))}
        placeholder={words('item.notKnown')}
      />
    </div>
  )
}
