import { useLoaderData } from 'react-router'
import type { EdgeOnFormFragment } from '#schema/generated/operations.js'
import { COVERAGE_DEGREES } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import {
  DefinitionList,
  Notice,
  Section,
  Select,
  Stack,
  TextArea,
  TextField,
  Time,
  useWords,
} from '../../../ui/index.js'
import { useFormAnswer } from '../../../app/use-form-answer.js'
import { DegreeChip, ItemLink, Linked } from '../../parts/index.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import type { AddCoverageData, ChangeCoverageData } from './coverage.route.js'
import { EvidenceFields, optionsOf } from './GapFields.js'

/** Names an item for a gap, and says how far it answers it, with the words that show it. */
export function AddCoverage() {
  const words = useWords<Words>()
  const { gap, idempotencyKey, item } = useLoaderData<AddCoverageData>()
  return (
    <>
      <ChangeHead gap={gap} title={words('gap.addCoverage')} lead={words('gap.addCoverageLead')} />
      <ChangeForm gap={gap} name="add" send={words('gap.addCoverage')} idempotencyKey={idempotencyKey}>
        <TextField
          name="item"
          label={words('gap.column.item')}
          hint={words('gap.itemHint')}
          defaultValue={item}
          isRequired
        />
        <EdgeFields edge={null} />
      </ChangeForm>
    </>
  )
}

/** One edge: what it says, who said so, and what can be done with it. */
export function ChangeCoverage() {
  const words = useWords<Words>()
  const { gap, edge } = useLoaderData<ChangeCoverageData>()
  const review = useFormAnswer('review')
  const mayReview = edge.viewerMay.includes('REVIEW') && edge.degree !== 'UNKNOWN' && edge.reviewedAt === null
  return (
    <>
      <ChangeHead gap={gap} title={words('gap.changeCoverage')} lead={<ItemLink item={edge.item} isTitled />} />
      <Stack gap={6}>
        <AsItStands edge={edge} />
        {mayReview || review.refusals.length > 0 ? (
          <Section id="review-part" title={words('gap.reviewCoverage')} note={words('gap.reviewNote')}>
            <ChangeForm gap={gap} name="review" send={words('gap.reviewCoverage')} revision={edge.revision} />
          </Section>
        ) : (
          edge.reviewedAt === null &&
          edge.degree !== 'UNKNOWN' && <Notice title={words('gap.waitsForReview')}>{words('gap.waitsForOther')}</Notice>
        )}
        <Section id="change-part" title={words('gap.changeCoverage')} note={words('gap.changeCoverageNote')}>
          <ChangeForm
            gap={gap}
            name="change"
            send={words('gap.save')}
            kind={mayReview ? 'plain' : 'primary'}
            revision={edge.revision}
          >
            <EdgeFields edge={edge} />
          </ChangeForm>
        </Section>
        <Section id="withdraw-part" title={words('gap.withdrawCoverage')} note={words('gap.withdrawNote')}>
          <ChangeForm
            gap={gap}
            name="withdraw"
            send={words('gap.withdrawCoverage')}
            kind="danger"
            revision={edge.revision}
          >
            <TextArea
              name="reason"
              label={words('gap.withdrawReason')}
              hint={words('gap.publicReason')}
              rows={2}
              isRequired
            />
          </ChangeForm>
        </Section>
      </Stack>
    </>
  )
}

function AsItStands({ edge }: { edge: EdgeOnFormFragment }) {
  const words = useWords<Words>()
  const { assertedAt, assertedBy, reviewedAt, reviewedBy, clause, quote, provenance } = edge
  const who = (person: { name: string | null } | null) => (
    <bdi>{person ? (person.name ?? words('fact.erased')) : words('gap.fromCatalogue')}</bdi>
  )
  return (
    <DefinitionList
      facts={[
        { term: words('gap.column.degree'), value: <DegreeChip degree={edge.degree} /> },
        { term: words('gap.clause'), value: clause && <bdi>{clause}</bdi> },
        { term: words('gap.quote'), value: quote && <q dir="auto">{quote}</q> },
        { term: words('gap.source'), value: provenance.source && <Linked text={provenance.source} /> },
        {
          term: words('gap.assertedBy'),
          value: who(assertedBy),
          note: assertedAt && <Time at={assertedAt} zone="UTC" isBare />,
        },
        {
          term: words('gap.reviewedBy'),
          value: reviewedAt ? who(reviewedBy) : words('fact.nobody'),
          note: reviewedAt && <Time at={reviewedAt} zone="UTC" isBare />,
        },
      ]}
    />
  )
}

function EdgeFields({ edge }: { edge: EdgeOnFormFragment | null }) {
  const words = useWords<Words>()
  return (
    <>
      <Select
        name="degree"
        label={words('gap.column.degree')}
        options={optionsOf(words, 'coverageDegree', COVERAGE_DEGREES)}
        defaultValue={edge?.degree ?? 'UNKNOWN'}
      />
      <TextField
        name="clause"
        label={words('gap.clause')}
        hint={words('gap.clauseHint')}
        defaultValue={edge?.clause ?? ''}
      />
      <TextArea
        name="quote"
        label={words('gap.quote')}
        hint={words('gap.quoteHint')}
        maxLength={2000}
        defaultValue={edge?.quote ?? ''}
      />
      <EvidenceFields provenance={edge?.provenance} />
    </>
  )
}
