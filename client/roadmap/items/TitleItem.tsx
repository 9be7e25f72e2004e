import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { DateField, TextField, useWords } from '../../ui/index.js'
import { SourceFields } from '../parts/index.js'
import type { ChangeItemData } from './change-item.route.js'
import { ItemChangeForm, ItemChangeHead } from './ItemChange.js'

/** Records the title of an item in another language. */
export function TitleItem() {
  const words = useWords<Words>()
  const { item } = useLoaderData<ChangeItemData>()
  return (
    <>
      <ItemChangeHead item={item} title={words('item.addTitle')} lead={words('item.addTitleLead')} />
      <ItemChangeForm item={item} name="title" send={words('item.addTitle')}>
        <TextField
          name="lang"
          label={words('item.lang')}
          hint={words('item.langHint')}
          className="field-short"
          dir="ltr"
          maxLength={35}
          autoComplete="off"
          isRequired
        />
        <TextField name="title" label={words('item.column.title')} maxLength={1000} isRequired />
        <DateField name="on" label={words('item.titleOn')} hint={words('item.renamedOnHint')} />
        <SourceFields />
      </ItemChangeForm>
    </>
  )
}
