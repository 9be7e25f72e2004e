import { useLoaderData } from 'react-router'
import type { GapFormFieldsFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../../app/PageHead.js'
import { Breadcrumb, DefinitionList, PageHeader, useWords } from '../../../ui/index.js'
import { ChangeForm as AnyChangeForm, PriorityChip, StandingChip } from '../../parts/index.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import { ticked } from './gap-form.js'
import { GapFields } from './GapFields.js'
import type { EditGapData, NewGapData } from './edit-gap.route.js'

/** Takes a gap in; the register gives it its number. */
export function NewGap() {
  const words = useWords<Words>()
  const { choices, idempotencyKey } = useLoaderData<NewGapData>()
  const title = words('gap.new')
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb crumbs={[{ label: words('gap.listTitle'), href: '/gaps' }, { label: title }]} />
      <PageHeader title={title} lead={words('gap.newLead')} />
      <AnyChangeForm name="new" send={title} backTo="/gaps" idempotencyKey={idempotencyKey} ticks={ticked}>
        <GapFields gap={null} choices={choices} />
      </AnyChangeForm>
    </>
  )
}

/** Changes what curators have written about a gap. Its number stays; it is closed elsewhere, by a decision. */
export function EditGap() {
  const words = useWords<Words>()
  const { gap, choices } = useLoaderData<EditGapData>()
  return (
    <>
      <ChangeHead gap={gap} title={words('gap.edit')} />
      <ChangeForm gap={gap} name="edit" send={words('gap.save')} ticks={ticked} now={<AsItStands gap={gap} />}>
        <GapFields gap={gap} choices={choices} />
      </ChangeForm>
    </>
  )
}

/** What somebody else has saved meanwhile, to compare with what one typed. */
function AsItStands({ gap }: { gap: GapFormFieldsFragment }) {
  const words = useWords<Words>()
  return (
    <DefinitionList
      facts={[
        { term: words('gap.titleLabel'), value: <bdi>{gap.title}</bdi> },
        { term: words('gap.descriptionLabel'), value: <bdi>{gap.description}</bdi> },
        { term: words('gap.recommendation'), value: gap.recommendation && <bdi>{gap.recommendation}</bdi> },
        { term: words('gap.column.standing'), value: <StandingChip standing={gap.standing} /> },
        {
          term: words('gap.column.priority'),
          value: <PriorityChip priority={gap.priority} />,
          note: gap.priorityReason,
        },
      ]}
    />
  )
}
