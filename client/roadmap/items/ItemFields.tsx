import type { BodyChoiceFragment } from '#schema/generated/operations.js'
import {
  DATE_KINDS,
  IMPACTS,
  ITEM_TYPES,
  LIFECYCLE_STAGES,
  TOPICS,
  type DateKind,
} from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { CheckboxGroup, Disclosure, Select, TextArea, TextField, useWords } from '../../ui/index.js'

export interface ItemFacts {
  readonly body: string
  readonly committee: string
  readonly type: string
  readonly dates: readonly { readonly kind: DateKind; readonly on: string }[]
  readonly topics: readonly string[]
  readonly lifecycleStages: readonly string[]
  readonly impacts: readonly string[]
  readonly scopeNote: string
  readonly equivalents: readonly string[]
  readonly url: string
  readonly moreUrls: readonly string[]
}

export const noFacts: ItemFacts = {
  body: '',
  committee: '',
  type: '',
  dates: [],
  topics: [],
  lifecycleStages: [],
  impacts: [],
  scopeNote: '',
  equivalents: [],
  url: '',
  moreUrls: [],
}

/** Who publishes it and what kind of text it is. */
export function BodyFields({ facts, bodies }: { facts: ItemFacts; bodies: readonly BodyChoiceFragment[] }) {
  const words = useWords<Words>()
  const options = bodies.map(({ slug, name, acronym }) => ({
    value: slug,
    label: acronym ? words('item.bodyChoice', { acronym, name }) : name,
  }))
  return (
    <>
      <div className="side-by-side">
        <Select
          name="body"
          label={words('item.column.body')}
          options={options}
          placeholder={words('item.choose')}
          defaultValue={facts.body}
          isRequired
        />
        <Select
          name="committee"
          label={words('item.column.committee')}
          options={options}
          placeholder={words('item.notKnown')}
          defaultValue={facts.committee}
        />
      </div>
      <Select
        name="type"
        label={words('item.column.type')}
        options={ITEM_TYPES.map((type) => ({ value: type, label: words(`register.itemType.${type}`) }))}
        placeholder={words('item.choose')}
        defaultValue={facts.type}
        isRequired
      />
    </>
  )
}

/** What it is about, where it is found, when what happened. `isOpen` opens what is folded away, say because a refusal points there. */
export function AboutFields({ facts, isOpen }: { facts: ItemFacts; isOpen: boolean }) {
  const words = useWords<Words>()
  const on = new Map(facts.dates.map((date) => [date.kind, date.on]))
  return (
    <>
      <TextArea
        name="scopeNote"
        label={words('item.scope')}
        hint={words('item.scopeHint')}
        defaultValue={facts.scopeNote}
        rows={3}
      />
      <Terms name="topics" label={words('item.facet.topic')} list="topic" values={TOPICS} chosen={facts.topics} />
      <Terms
        name="lifecycleStages"
        label={words('item.facet.lifecycleStage')}
        list="lifecycleStage"
        values={LIFECYCLE_STAGES}
        chosen={facts.lifecycleStages}
      />
      <Terms
        name="impacts"
        label={words('item.facet.impact')}
        list="impact"
        values={IMPACTS}
        chosen={facts.impacts}
        hint={words('item.impactsHint')}
      />
      <TextField name="url" label={words('item.official')} type="url" defaultValue={facts.url} dir="ltr" />
      <TextArea
        name="moreUrls"
        label={words('item.moreUrls')}
        hint={words('item.onePerLine')}
        defaultValue={facts.moreUrls.join('\n')}
        rows={2}
        dir="ltr"
      />
      <TextArea
        name="equivalents"
        label={words('item.equivalents')}
        hint={words('item.equivalentsHint')}
        defaultValue={facts.equivalents.join('\n')}
        rows={2}
      />
      <Disclosure summary={words('item.dates')} isOpen={isOpen || facts.dates.length > 0}>
        <p className="field-hint">{words('item.datesHint')}</p>
        <div className="side-by-side">
          {DATE_KINDS.map((kind) => (
            <TextField
              key={kind}
              name={kind}
              label={words(`register.dateKind.${kind}`)}
              defaultValue={on.get(kind) ?? ''}
              dir="ltr"
              autoComplete="off"
            />
          ))}
        </div>
      </Disclosure>
    </>
  )
}

function Terms({
  name,
  label,
  list,
  values,
  chosen,
  hint,
}: {
  name: string
  label: string
  list: string
  values: readonly string[]
  chosen: readonly string[]
  hint?: string
}) {
  const words = useWords<Words>()
  return (
    <>
      {/* Says that the boxes were there: a form that comes back with none ticked is not one that was never sent. */}
      <input type="hidden" name={name} value="" />
      <CheckboxGroup
        name={name}
        label={label}
        hint={hint}
        isCompact
        className="item-terms"
        defaultValues={chosen}
        choices={values.map((value) => ({ value, label: words.dynamic(`register.${list}.${value}`) }))}
      />
    </>
  )
}
