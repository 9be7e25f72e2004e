import { useLoaderData } from 'react-router'
import { ASSESSMENTS } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Breadcrumb,
  DefinitionList,
  EmptyState,
  Link,
  Notice,
  PageHeader,
  Prose,
  RadioGroup,
  Section,
  Stack,
  TextArea,
  TextField,
  Time,
  useWords,
} from '../../ui/index.js'
import {
  AsOfNotice,
  AssessmentChip,
  BodyLink,
  ChangeForm,
  factHref,
  itemHref,
  ItemLink,
  PrincipleLink,
  principleHref,
  ProvenanceFacts,
  Sourced,
  SourceFields,
  standHref,
  StateChip,
  UnreadNotice,
} from '../parts/index.js'
import type { StandPageData } from './stand.route.js'

/** How one item stands against one principle: who says so, where it shows; and the form for whoever may say. */
export function StandPage() {
  const words = useWords<Words>()
  const { principle, item, stand, asOf, unread } = useLoaderData<StandPageData>()
  const title = words('principle.standTitle', { item: item.designation, number: principle.number })
  const maySay = principle.viewerMay.includes('EDIT') && principle.withdrawnOn === null && asOf === null
  return (
    <>
      <PageHead title={title} canonical={standHref(principle.number, item.slug)} isPrivate={asOf !== null} />
      <Breadcrumb
        crumbs={[
          { label: words('principle.listTitle'), href: '/principles' },
          { label: principle.number, href: principleHref(principle.number) },
          { label: item.designation },
        ]}
      />
      <PageHeader
        eyebrow={words('principle.how')}
        title={<bdi>{title}</bdi>}
        marks={
          stand && (
            <Sourced confidence={stand.provenance.confidence}>
              <AssessmentChip assessment={stand.assessment} />
            </Sourced>
          )
        }
      />
      <Stack gap={6}>
        <AsOfNotice asOf={asOf} />
        <UnreadNotice unread={unread} />
        <Section id="both" title={words('principle.both')}>
          <DefinitionList
            isStacked
            facts={[
              {
                term: <PrincipleLink principle={principle} />,
                value: (
                  <Prose>
                    <p dir="auto">{principle.statement}</p>
                  </Prose>
                ),
              },
              {
                term: words('gap.column.item'),
                value: (
                  <>
                    <BodyLink body={item.body} /> <ItemLink item={item} isTitled /> <StateChip state={item.state} />
                  </>
                ),
              },
            ]}
          />
        </Section>
        <Section id="stand" title={words('principle.how')}>
          {stand === null || stand.assessment === 'NOT_ASSESSED' ? (
            <EmptyState title={words('register.assessment.NOT_ASSESSED')}>
              {words('principle.notAssessedText')}
            </EmptyState>
          ) : (
            <Said />
          )}
        </Section>
        {maySay && (
          <Section id="say" title={words('principle.say')} note={words('principle.sayNote')}>
            <Say />
          </Section>
        )}
      </Stack>
    </>
  )
}

function Said() {
  const words = useWords<Words>()
  const { stand } = useLoaderData<StandPageData>()
  if (stand === null) return null
  const { assertedBy, assertedAt, clause, evidence, note } = stand
  return (
    <Stack gap={4}>
      {stand.isOfEarlierWording && (
        <Notice kind="attention" title={words('principle.ofVersion', { version: stand.version })}>
          {words('principle.lookAgain')}
        </Notice>
      )}
      <DefinitionList
        facts={[
          { term: words('principle.how'), value: <AssessmentChip assessment={stand.assessment} /> },
          { term: words('relation.clause'), value: clause && <bdi>{clause}</bdi> },
          { term: words('principle.words'), value: evidence && <q dir="auto">{evidence}</q> },
          { term: words('relation.note'), value: note && <span dir="auto">{note}</span> },
          {
            term: words('gap.assertedBy'),
            value: <bdi>{assertedBy ? (assertedBy.name ?? words('fact.erased')) : words('gap.fromCatalogue')}</bdi>,
            note: <Time at={assertedAt} zone="UTC" isBare />,
          },
        ]}
      />
      <ProvenanceFacts provenance={stand.provenance} />
      <Link href={factHref('STAND', stand.id)}>{words('fact.check')}</Link>
    </Stack>
  )
}

function Say() {
  const words = useWords<Words>()
  const { item, stand } = useLoaderData<StandPageData>()
  return (
    <ChangeForm
      name="say"
      send={words('principle.say')}
      backTo={itemHref(item.slug)}
      revision={stand?.revision}
      now={stand && <AssessmentChip assessment={stand.assessment} />}
    >
      <RadioGroup
        name="assessment"
        label={words('principle.how')}
        defaultValue={stand?.assessment}
        choices={ASSESSMENTS.map((value) => ({
          value,
          label: words(`register.assessment.${value}`),
          hint: words(`principle.hint.${value}`),
        }))}
      />
      <TextField
        name="clause"
        label={words('principle.clause')}
        hint={words('principle.clauseHint')}
        defaultValue={stand?.clause ?? ''}
        maxLength={200}
      />
      <TextArea
        name="evidence"
        label={words('principle.words')}
        hint={words('relation.evidenceHint')}
        defaultValue={stand?.evidence ?? ''}
        maxLength={2000}
        rows={3}
      />
      <TextArea
        name="note"
        label={words('relation.note')}
        hint={words('relation.noteHint')}
        defaultValue={stand?.note ?? ''}
        maxLength={2000}
        rows={2}
      />
      <SourceFields />
    </ChangeForm>
  )
}
