import { useLoaderData } from 'react-router'
import { DATE_KINDS } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { Select, TextField, useWords } from '../../ui/index.js'
import { SourceFields } from '../parts/index.js'
import type { ChangeItemData } from './change-item.route.js'
import { ItemChangeForm, ItemChangeHead } from './ItemChange.js'

/** Records a date that the body of an item has planned, or that it names none any more. */
export function PlanItem() {
  const words = useWords<Words>()
  const { item } = useLoaderData<ChangeItemData>()
  return (
    <>
      <ItemChangeHead item={item} title={words('item.recordPlan')} lead={words('item.recordPlanLead')} />
      <ItemChangeForm item={item} name="plan" send={words('item.recordPlan')}>
        <div className="side-by-side">
          <Select
            name="kind"
            label={words('item.plan.kind')}
            options={DATE_KINDS.map((kind) => ({ value: kind, label: words(`register.dateKind.${kind}`) }))}
            defaultValue="PUBLISHED"
          />
          <TextField
            name="plannedOn"
            label={words('item.plan.plannedOn')}
            hint={words('item.plan.plannedOnHint')}
            dir="ltr"
            autoComplete="off"
          />
        </div>
        <SourceFields />
      </ItemChangeForm>
    </>
  )
}
