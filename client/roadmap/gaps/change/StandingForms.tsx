import { useLoaderData } from 'react-router'
import { GAP_PROGRESS, GAP_STANDINGS } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import {
  CheckboxGroup,
  DateField,
  Notice,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  useWords,
} from '../../../ui/index.js'
import { StandingChip } from '../../parts/index.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import { optionsOf } from './GapFields.js'
import type { StandingData } from './standing.route.js'

/** One more dated, sourced update. Those before it stay as they are. */
export function RecordProgress() {
  const words = useWords<Words>()
  const { gap, today, idempotencyKey } = useLoaderData<StandingData>()
  return (
    <>
      <ChangeHead gap={gap} title={words('gap.tellProgress')} lead={words('gap.tellProgressLead')} />
      <ChangeForm gap={gap} name="progress" send={words('gap.tellProgress')} idempotencyKey={idempotencyKey}>
        <RadioGroup
          name="progress"
          label={words('gap.progress')}
          choices={GAP_PROGRESS.map((value) => ({
            value,
            label: words.dynamic(`register.gapProgress.${value}`),
            hint: words.dynamic(`register.gapProgressMeaning.${value}`),
          }))}
        />
        <DateField name="on" label={words('gap.progressOn')} max={today} defaultValue={today} isRequired />
        <TextArea name="note" label={words('gap.progressNote')} hint={words('gap.progressNoteHint')} isRequired />
        <TextField name="source" label={words('gap.source')} hint={words('gap.sourceHint')} isRequired />
      </ChangeForm>
    </>
  )
}

/** The decision that closes a gap, and what it names as the reason. [GA-3] */
export function CloseGap() {
  const words = useWords<Words>()
  const { gap, today, decided } = useLoaderData<StandingData>()
  const asked = gap.questions.map(({ item }) => item.slug)
  if (gap.standing === 'CLOSED') return <NotNow title={words('gap.close')} says={words('gap.alreadyClosed')} />
  return (
    <>
      <ChangeHead gap={gap} title={words('gap.close')} lead={words('gap.closeLead')} />
      <ChangeForm gap={gap} name="close" send={words('gap.close')} ticks={['named']} now={<Stands />}>
        <TextField
          name="decision"
          label={words('gap.decision')}
          hint={words('gap.decisionHint')}
          defaultValue={decided.decision ?? ''}
          maxLength={500}
          isRequired
        />
        <TextField
          name="decidedBy"
          label={words('gap.decidedBy')}
          hint={words('gap.decidedByHint')}
          defaultValue={decided.decidedBy ?? ''}
          maxLength={300}
          isRequired
        />
        <DateField
          name="decidedOn"
          label={words('gap.decidedOn')}
          max={today}
          defaultValue={decided.decidedOn ?? ''}
          isRequired
        />
        {gap.coverageEdges.length > 0 && (
          <CheckboxGroup
            name="named"
            label={words('gap.closedByNamed')}
            isCompact
            defaultValues={asked}
            choices={gap.coverageEdges.map(({ item, degree }) => ({
              value: item.slug,
              label: words('gap.closingItem', {
                item: item.designation,
                state: words.dynamic(`register.itemState.${item.state}`),
                degree: words.dynamic(`register.coverageDegree.${degree}`),
              }),
            }))}
          />
        )}
        <TextArea name="items" label={words('gap.closedByOthers')} hint={words('gap.closedByOthersHint')} rows={2} />
        <TextArea
          name="closedByText"
          label={words('gap.closedByText')}
          hint={words('gap.closedByTextHint')}
          maxLength={2000}
          rows={2}
        />
        <TextField
          name="source"
          label={words('gap.decisionSource')}
          hint={words('gap.decisionSourceHint')}
          defaultValue={decided.source ?? ''}
        />
      </ChangeForm>
    </>
  )
}

/** Opens a closed gap again; the decision stays to be seen. [GA-3] */
export function ReopenGap() {
  const words = useWords<Words>()
  const { gap, today } = useLoaderData<StandingData>()
  if (gap.standing !== 'CLOSED') return <NotNow title={words('gap.reopen')} says={words('gap.alreadyOpen')} />
  return (
    <>
      <ChangeHead gap={gap} title={words('gap.reopen')} lead={words('gap.reopenLead')} />
      <ChangeForm gap={gap} name="reopen" send={words('gap.reopen')} now={<Stands />}>
        <DateField name="on" label={words('gap.reopenedOn')} max={today} defaultValue={today} isRequired />
        <TextArea
          name="reason"
          label={words('gap.reopenReason')}
          hint={words('gap.publicReason')}
          maxLength={2000}
          isRequired
        />
        <Select
          name="standing"
          label={words('gap.column.standing')}
          placeholder={words('gap.asBefore')}
          options={optionsOf(
            words,
            'gapStanding',
            GAP_STANDINGS.filter((standing) => standing !== 'CLOSED'),
          )}
        />
      </ChangeForm>
    </>
  )
}

const Stands = () => <StandingChip standing={useLoaderData<StandingData>().gap.standing} />

/** The page was opened for a gap that stands otherwise. */
function NotNow({ title, says }: { title: string; says: string }) {
  const { gap } = useLoaderData<StandingData>()
  return (
    <>
      <ChangeHead gap={gap} title={title} />
      <Notice kind="attention" title={says}>
        <StandingChip standing={gap.standing} />
      </Notice>
    </>
  )
}
