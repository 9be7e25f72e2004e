import type { OverlapFormChoicesQuery } from '#schema/generated/operations.js'
import { COOPERATION_MODES, OVERLAP_VERDICTS } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { Checkbox, Section, Select, Stack, TextArea, TextField, useWords } from '../../ui/index.js'
import { spareRows } from './case-form.js'

/** An item in a row of the form, with what is known of it. */
export interface FormItem {
  /** What stands in the field. */
  readonly name: string
  readonly title: string | null
  readonly scopeNote: string | null
  readonly scope: string | null
  readonly clause: string | null
  readonly source: string | null
  readonly asOf: string | null
}

export interface CaseInForm {
  readonly title: string
  readonly items: readonly FormItem[]
  readonly verdict: string | null
  readonly evidence: string | null
  readonly source: string | null
  readonly evidenceOn: string | null
  readonly isConfirmed: boolean
  readonly mode: string | null
  readonly owner: string | null
}

export const emptyCase: Omit<CaseInForm, 'items'> = {
  title: '',
  verdict: null,
  evidence: null,
  source: null,
  evidenceOn: null,
  isConfirmed: false,
  mode: null,
  owner: null,
}

const emptyItem: FormItem = {
  name: '',
  title: null,
  scopeNote: null,
  scope: null,
  clause: null,
  source: null,
  asOf: null,
}

/** All that is said in a case. */
export function CaseFields({
  given,
  bodies,
  isNew,
}: {
  given: CaseInForm
  bodies: OverlapFormChoicesQuery['bodies']['nodes']
  isNew: boolean
}) {
  const words = useWords<Words>()
  const spare = Math.max(spareRows, 2 - given.items.length)
  const rows = [...given.items, ...Array.from({ length: spare }, () => emptyItem)]
  return (
    <Stack gap={6}>
      <Section id="items" title={words('overlap.itemsPart')} note={words('overlap.itemsNote')}>
        <Stack gap={6}>
          {rows.map((item, at) => (
            <ItemRow key={at} at={at} item={item} />
          ))}
        </Stack>
      </Section>
      <Section id="conclusion" title={words('overlap.conclusion')}>
        <Stack gap={4}>
          <TextField
            name="title"
            label={words('overlap.title')}
            hint={words(isNew ? 'overlap.titleHint' : 'overlap.titleHintEdit')}
            defaultValue={given.title}
            isRequired={!isNew}
            dir="auto"
          />
          <Select
            name="verdict"
            label={words('overlap.verdict')}
            hint={words('overlap.verdictHint')}
            placeholder={words('overlap.noVerdict')}
            options={OVERLAP_VERDICTS.map((value) => ({
              value,
              label: words.dynamic(`register.overlapVerdict.${value}`),
            }))}
            defaultValue={given.verdict ?? ''}
          />
          <TextArea
            name="evidence"
            label={words('overlap.evidence')}
            hint={words('overlap.evidenceHint')}
            rows={4}
            defaultValue={given.evidence ?? ''}
          />
          <TextField
            name="source"
            label={words('overlap.evidenceSource')}
            hint={words('overlap.sourceHint')}
            defaultValue={given.source ?? ''}
          />
          <TextField
            name="evidenceOn"
            label={words('overlap.evidenceOn')}
            hint={words('overlap.readOnHint')}
            className="field-short"
            defaultValue={given.evidenceOn ?? ''}
          />
          <Checkbox
            name="isConfirmed"
            label={words('overlap.isConfirmed')}
            hint={words('overlap.isConfirmedHint')}
            defaultChecked={given.isConfirmed}
          />
          <Select
            name="mode"
            label={words('overlap.mode')}
            hint={words('overlap.modeHint')}
            placeholder={words('overlap.noMode')}
            options={COOPERATION_MODES.map((value) => ({
              value,
              label: words.dynamic(`register.cooperationMode.${value}`),
            }))}
            defaultValue={given.mode ?? ''}
          />
          <Select
            name="owner"
            label={words('overlap.owner')}
            hint={words('overlap.ownerHint')}
            placeholder={words('overlap.noOwner')}
            options={bodies.map(({ slug, name, acronym }) => ({
              value: slug,
              label: acronym ? words('gap.bodyOption', { acronym, name }) : name,
            }))}
            defaultValue={given.owner ?? ''}
          />
        </Stack>
      </Section>
    </Stack>
  )
}

function ItemRow({ at, item }: { at: number; item: FormItem }) {
  const words = useWords<Words>()
  return (
    <div className="case-item" role="group" aria-label={words('overlap.itemNumber', { number: at + 1 })}>
      <TextField
        name={`item-${at}`}
        label={words('overlap.itemNumber', { number: at + 1 })}
        hint={item.title ? words('overlap.itemNow', { title: item.title }) : words('overlap.itemHint')}
        defaultValue={item.name}
      />
      <TextArea
        name={`scope-${at}`}
        label={words('overlap.scope')}
        hint={item.scopeNote ? words('overlap.scopeHint', { note: item.scopeNote }) : words('overlap.scopeHintNone')}
        rows={3}
        defaultValue={item.scope ?? ''}
      />
      <div className="actor-fields">
        <TextField name={`clause-${at}`} label={words('overlap.clause')} defaultValue={item.clause ?? ''} />
        <TextField name={`source-${at}`} label={words('overlap.source')} defaultValue={item.source ?? ''} />
        <TextField name={`asOf-${at}`} label={words('overlap.readOn')} defaultValue={item.asOf ?? ''} />
      </div>
    </div>
  )
}
