import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { Checkbox, DefinitionList, TextArea, TextField, useWords } from '../../ui/index.js'
import { NativeStage, SourceFields, StateChip } from '../parts/index.js'
import type { ChangeItemData } from './change-item.route.js'
import { ItemChangeForm, ItemChangeHead } from './ItemChange.js'
import { StageFields } from './StageFields.js'

/** Records how far an item has come, in its body's own words. */
export function StageItem() {
  const words = useWords<Words>()
  const { item } = useLoaderData<ChangeItemData>()
  return (
    <>
      <ItemChangeHead item={item} title={words('item.recordStage')} lead={words('item.recordStageLead')} />
      <div className="spaced">
        <DefinitionList
          facts={[
            {
              term: words('item.stageNow'),
              value: (
                <span className="cluster gap-2 align-center">
                  <NativeStage stage={item.nativeStage} body={item.body.slug} /> <StateChip state={item.state} />
                </span>
              ),
            },
          ]}
        />
      </div>
      <ItemChangeForm item={item} name="stage" send={words('item.recordStage')}>
        <StageFields />
        <TextField
          name="on"
          label={words('item.stageOn')}
          hint={words('fact.asOfHint')}
          className="field-short"
          dir="ltr"
          autoComplete="off"
        />
        <SourceFields />
        <Checkbox name="isCorrection" label={words('item.isCorrection')} hint={words('item.isCorrectionHint')} />
        <TextArea
          name="reason"
          label={words('item.reason')}
          hint={words('item.reasonHint')}
          maxLength={1000}
          rows={2}
        />
      </ItemChangeForm>
    </>
  )
}
