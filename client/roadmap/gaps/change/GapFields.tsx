import type { GapFormChoicesQuery, GapFormFieldsFragment } from '#schema/generated/operations.js'
import {
  GAP_BODY_ROLES,
  GAP_KINDS,
  GAP_STANDINGS,
  LIFECYCLE_STAGES,
  PRIORITIES,
  READINESS,
  TOPICS,
} from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import {
  Checkbox,
  CheckboxGroup,
  Section,
  Select,
  Stack,
  TextArea,
  TextField,
  useWords,
  type Option,
} from '../../../ui/index.js'
import { needsResearch, scoreParts, spareRows } from './gap-form.js'

export type Choices = Pick<GapFormChoicesQuery, 'bodies' | 'principles'>

/** The closed list as options, in its order, with the words of the catalogue. */
export const optionsOf = (words: Words, list: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, label: words.dynamic(`register.${list}.${value}`) }))

/** All curated fields of a gap; empty ones for a gap that is not there yet. */
export function GapFields({ gap, choices }: { gap: GapFormFieldsFragment | null; choices: Choices }) {
  const words = useWords<Words>()
  return (
    <Stack gap={6}>
      <What gap={gap} />
      <Weight gap={gap} />
      <Section id="about" title={words('gap.partAbout')}>
        <Stack gap={4}>
          <CheckboxGroup
            name="topics"
            label={words('gap.facet.topic')}
            isCompact
            defaultValues={gap?.topics ?? []}
            choices={optionsOf(words, 'topic', TOPICS)}
          />
          <CheckboxGroup
            name="lifecycleStages"
            label={words('gap.facet.lifecycleStage')}
            isCompact
            defaultValues={gap?.lifecycleStages ?? []}
            choices={optionsOf(words, 'lifecycleStage', LIFECYCLE_STAGES)}
          />
          <CheckboxGroup
            name="principles"
            label={words('gap.principles')}
            isCompact
            defaultValues={gap?.principles.map(({ number }) => number) ?? []}
            choices={choices.principles.nodes.map(({ number, title }) => ({
              value: number,
              label: (
                <bdi>
                  {number} {title}
                </bdi>
              ),
            }))}
          />
        </Stack>
      </Section>
      <Actors gap={gap} choices={choices} />
      <Section id="sources" title={words('gap.partSource')}>
        <Stack gap={4}>
          <TextArea
            name="statedIn"
            label={words('gap.statedIn')}
            hint={words('gap.statedInHint')}
            defaultValue={gap?.statedIn.join('\n') ?? ''}
          />
          <SourceFields provenance={gap?.provenance} />
        </Stack>
      </Section>
    </Stack>
  )
}

function What({ gap }: { gap: GapFormFieldsFragment | null }) {
  const words = useWords<Words>()
  return (
    <Section id="what" title={words('gap.description')}>
      <Stack gap={4}>
        <TextField
          name="title"
          label={words('gap.titleLabel')}
          hint={words('gap.titleHint')}
          defaultValue={gap?.title ?? ''}
          isRequired
        />
        <TextArea
          name="description"
          label={words('gap.descriptionLabel')}
          hint={words('gap.descriptionHint')}
          rows={6}
          defaultValue={gap?.description ?? ''}
          isRequired
        />
        <TextArea
          name="recommendation"
          label={words('gap.recommendation')}
          hint={words('gap.recommendationHint')}
          defaultValue={gap?.recommendation ?? ''}
        />
        <Select
          name="kind"
          label={words('gap.kind')}
          options={optionsOf(words, 'gapKind', GAP_KINDS)}
          defaultValue={gap?.kind ?? 'UNKNOWN'}
        />
        {gap?.standing !== 'CLOSED' && (
          <Select
            name="standing"
            label={words('gap.column.standing')}
            hint={words('gap.standingHint')}
            options={optionsOf(
              words,
              'gapStanding',
              GAP_STANDINGS.filter((standing) => standing !== 'CLOSED'),
            )}
            defaultValue={gap?.standing ?? 'OPEN'}
          />
        )}
        <Select
          name="readiness"
          label={words('gap.readiness')}
          options={optionsOf(words, 'readiness', READINESS)}
          defaultValue={gap?.readiness ?? 'UNKNOWN'}
        />
        <Select
          name="needsResearch"
          label={words('gap.needsResearch')}
          options={needsResearch.map((value) => ({
            value,
            label: words(value === 'UNKNOWN' ? 'gap.needsResearchUnknown' : `gap.needsResearch.${value}`),
          }))}
          defaultValue={gap?.needsResearch ?? 'UNKNOWN'}
        />
      </Stack>
    </Section>
  )
}

/** The four scores, and a person's word against what they suggest. [GA-1] */
function Weight({ gap }: { gap: GapFormFieldsFragment | null }) {
  const words = useWords<Words>()
  const isOverridden = gap !== null && gap.priority !== gap.suggestedPriority
  return (
    <Section id="weight" title={words('gap.column.priority')} note={words('gap.scoreNote')}>
      <Stack gap={4}>
        <div className="score-fields">
          {scoreParts.map((part) => (
            <Select
              key={part}
              name={part}
              label={words(`gap.score.${part}`)}
              placeholder={words('gap.notScored')}
              options={['1', '2', '3'].map((value) => ({ value, label: value }))}
              defaultValue={gap?.score ? String(gap.score[part]) : ''}
            />
          ))}
        </div>
        <Select
          name="priority"
          label={words('gap.column.priority')}
          hint={words('gap.priorityHint')}
          placeholder={words('gap.asSuggested')}
          options={optionsOf(words, 'priority', PRIORITIES)}
          defaultValue={isOverridden ? (gap.priority ?? '') : ''}
        />
        <TextArea
          name="priorityReason"
          label={words('gap.priorityReason')}
          hint={words('gap.priorityReasonHint')}
          rows={2}
          defaultValue={gap?.priorityReason ?? ''}
        />
      </Stack>
    </Section>
  )
}

function Actors({ gap, choices }: { gap: GapFormFieldsFragment | null; choices: Choices }) {
  const words = useWords<Words>()
  const named = gap?.bodies ?? []
  const options = choices.bodies.nodes.map(({ slug, name, acronym }) => ({
    value: slug,
    label: acronym ? words('gap.bodyOption', { acronym, name }) : name,
  }))
  return (
    <Section id="actors" title={words('gap.column.who')} note={words('gap.actorsNote')}>
      <Stack gap={4}>
        {Array.from({ length: named.length + spareRows }, (_, at) => (
          <div key={at} className="actor-fields">
            <Select
              name={`body-${at}`}
              label={words('gap.actor', { number: at + 1 })}
              placeholder={words('gap.nobodyHere')}
              options={options}
              defaultValue={named[at]?.body.slug ?? ''}
            />
            <Select
              name={`role-${at}`}
              label={words('gap.column.role')}
              options={optionsOf(words, 'gapBodyRole', GAP_BODY_ROLES)}
              defaultValue={named[at]?.role ?? 'CANDIDATE'}
            />
          </div>
        ))}
      </Stack>
    </Section>
  )
}

interface Rests {
  readonly source: string | null
  readonly asOf: string | null
}

/** Where a fact was read, and as of when. */
export function EvidenceFields({ provenance }: { provenance?: Rests }) {
  const words = useWords<Words>()
  return (
    <>
      <TextField
        name="source"
        label={words('gap.source')}
        hint={words('gap.sourceHint')}
        defaultValue={provenance?.source ?? ''}
      />
      <TextField
        name="evidenceOn"
        label={words('gap.evidenceOn')}
        hint={words('gap.evidenceOnHint')}
        className="field-short"
        defaultValue={provenance?.asOf ?? ''}
      />
    </>
  )
}

/** The same, and whether whoever writes it down has read it there. */
export function SourceFields({ provenance }: { provenance?: Rests & { readonly confidence: string } }) {
  const words = useWords<Words>()
  return (
    <>
      <EvidenceFields provenance={provenance} />
      <Checkbox
        name="isConfirmed"
        label={words('gap.isConfirmed')}
        hint={words('gap.isConfirmedHint')}
        defaultChecked={provenance?.confidence === 'VERIFIED'}
      />
    </>
  )
}
