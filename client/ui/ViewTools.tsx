import { carriedParams, densityOf } from './address.js'
import { CheckboxGroup, RadioGroup } from './Choice.js'
import { Button } from './Button.js'
import { useDismiss } from './dismiss.js'
import { FormElement, useWords } from './words.js'

interface AnyColumn {
  id: string
  header: string
  isRowHeader?: boolean
}

/** The reader's choice of columns and density: a GET form, so that the choice is in the address and works without scripts. */
export function ViewTools({
  address,
  columns,
  shown,
}: {
  address: string
  columns: readonly AnyColumn[]
  shown: readonly AnyColumn[]
}) {
  const words = useWords()
  const details = useDismiss()
  const { path, fields } = carriedParams(address, ['columns', 'density'])
  return (
    <details className="pop" ref={details}>
      <summary className="btn btn-plain btn-small btn-menu">{words('ui.view')}</summary>
      {/* A new address is a new form: what is ticked follows it. */}
      <FormElement key={address} method="get" action={path} className="popover pop-form">
        {fields.map(([name, value], at) => (
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <CheckboxGroup
          name="columns"
          label={words('ui.columns')}
          isCompact
          defaultValues={shown.map((column) => column.id)}
          choices={columns
            .filter((column) => !column.isRowHeader)
            .map((column) => ({ value: column.id, label: column.header }))}
        />
        <RadioGroup
          name="density"
          label={words('ui.density')}
          isCompact
          defaultValue={densityOf(address)}
          choices={[
            { value: 'comfortable', label: words('ui.comfortable') },
            { value: 'compact', label: words('ui.compact') },
          ]}
        />
        <Button type="submit" size="small" kind="primary">
          {words('ui.apply')}
        </Button>
      </FormElement>
    </details>
  )
}
