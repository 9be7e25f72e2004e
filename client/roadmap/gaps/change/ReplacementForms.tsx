import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import {
  CheckboxGroup,
  DateField,
  DefinitionList,
  Notice,
  Section,
  Stack,
  TextArea,
  TextField,
  useWords,
} from '../../../ui/index.js'
import { GapLink } from '../../parts/index.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import { partsOnForm } from './parts-on-form.js'
import type { ReplacementData } from './replacement.route.js'

/** Lets this number lead to another gap, which stays. [GA-13] */
export function MergeGap() {
  const words = useWords<Words>()
  const { gap } = useLoaderData<ReplacementData>()
  if (gap.replacement) return <LeadsElsewhere title={words('gap.merge')} />
  return (
    <>
      <ChangeHead gap={gap} title={words('gap.merge')} lead={words('gap.mergeLead', { number: gap.number })} />
      <ChangeForm gap={gap} name="merge" send={words('gap.merge')} ticks={['carry']}>
        <TextField
          name="into"
          label={words('gap.into')}
          hint={words('gap.intoHint')}
          className="field-short"
          spellCheck={false}
          isRequired
        />
        <CarryField name="carry" defaultValues={['coverage', 'bodies', 'progress']} />
        <WhenAndWhy />
      </ChangeForm>
    </>
  )
}

/** Makes new gaps to which this number leads. [GA-13] */
export function SplitGap() {
  const words = useWords<Words>()
  const { gap } = useLoaderData<ReplacementData>()
  if (gap.replacement) return <LeadsElsewhere title={words('gap.split')} />
  const rows = Array.from({ length: partsOnForm }, (_, at) => at)
  return (
    <>
      <ChangeHead gap={gap} title={words('gap.split')} lead={words('gap.splitLead', { number: gap.number })} />
      <ChangeForm gap={gap} name="split" send={words('gap.split')} ticks={rows.map((at) => `carry-${at}`)}>
        <Stack gap={6}>
          {rows.map((at) => (
            <Section
              key={at}
              id={`part-${at}`}
              title={words('gap.part', { number: at + 1 })}
              note={at < 2 ? undefined : words('gap.partOptional')}
            >
              <Stack gap={4}>
                <TextField
                  name={`title-${at}`}
                  label={words('gap.titleLabel')}
                  defaultValue={at === 0 ? gap.title : ''}
                  isRequired={at < 2}
                />
                <TextArea
                  name={`description-${at}`}
                  label={words('gap.descriptionLabel')}
                  defaultValue={at === 0 ? gap.description : ''}
                  isRequired={at < 2}
                />
                <CarryField name={`carry-${at}`} defaultValues={at === 0 ? ['coverage', 'bodies', 'progress'] : []} />
              </Stack>
            </Section>
          ))}
          <WhenAndWhy />
        </Stack>
      </ChangeForm>
    </>
  )
}

/** Lets a number stand for itself again. [GA-13] */
export function UndoReplacement() {
  const words = useWords<Words>()
  const { gap } = useLoaderData<ReplacementData>()
  const { replacement } = gap
  const title = words('gap.undo')
  if (!replacement) {
    return (
      <>
        <ChangeHead gap={gap} title={title} />
        <Notice title={words('gap.nothingToUndo')} />
      </>
    )
  }
  return (
    <>
      <ChangeHead
        gap={gap}
        title={title}
        lead={words(replacement.kind === 'MERGE' ? 'gap.undoMergeLead' : 'gap.undoSplitLead', { number: gap.number })}
      />
      <Stack gap={6}>
        <DefinitionList
          facts={[
            {
              term: words('gap.leadsTo'),
              value: (
                <ul className="lines">
                  {replacement.into.map((into) => (
                    <li key={into.number}>
                      <GapLink gap={into} />
                    </li>
                  ))}
                </ul>
              ),
            },
            { term: words('gap.why'), value: <bdi>{replacement.reason}</bdi> },
          ]}
        />
        <ChangeForm gap={gap} name="undo" send={title} kind="danger">
          <TextArea name="reason" label={words('gap.undoReason')} hint={words('gap.publicReason')} isRequired />
        </ChangeForm>
      </Stack>
    </>
  )
}

/** What goes along; what there is none of is offered all the same, for the form need not know. */
function CarryField({ name, defaultValues }: { name: string; defaultValues: readonly string[] }) {
  const words = useWords<Words>()
  const { gap } = useLoaderData<ReplacementData>()
  return (
    <CheckboxGroup
      name={name}
      label={words('gap.carry')}
      hint={words('gap.carryHint')}
      defaultValues={defaultValues}
      choices={[
        { value: 'coverage', label: words('gap.carryCoverage', { count: gap.coverageEdges.length }) },
        { value: 'bodies', label: words('gap.carryBodies', { count: gap.bodies.length }) },
        { value: 'progress', label: words('gap.carryProgress', { count: gap.progressUpdates.length }) },
      ]}
    />
  )
}

function WhenAndWhy() {
  const words = useWords<Words>()
  const { today } = useLoaderData<ReplacementData>()
  return (
    <>
      <DateField name="on" label={words('gap.stepOn')} max={today} defaultValue={today} isRequired />
      <TextArea name="reason" label={words('gap.why')} hint={words('gap.publicReason')} rows={2} isRequired />
    </>
  )
}

function LeadsElsewhere({ title }: { title: string }) {
  const words = useWords<Words>()
  const { gap } = useLoaderData<ReplacementData>()
  return (
    <>
      <ChangeHead gap={gap} title={title} />
      <Notice kind="attention" title={words('gap.leadsElsewhere', { number: gap.number })}>
        {gap.replacement?.into.map((into) => (
          <p key={into.number}>
            <GapLink gap={into} />
          </p>
        ))}
      </Notice>
    </>
  )
}
