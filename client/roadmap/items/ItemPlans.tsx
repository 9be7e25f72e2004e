import type { Words } from '#schema/words/index.js'
import { Chip, DataTable, Day, DefinitionList, LinkButton, Section, Unknown, useWords } from '../../ui/index.js'
import { Evidence, itemHref, Sourced } from '../parts/index.js'
import type { ItemOnPage } from './items.route.js'
import { slipInWords } from './slip-words.js'

/** Dates that its body planned, as they were said, with how far each slipped. Not there when none is known and none can be recorded. */
export function ItemPlans({ item }: { item: ItemOnPage }) {
  const words = useWords<Words>()
  const mayEdit = item.viewerMay.includes('EDIT')
  if (item.plans.length === 0 && !mayEdit) return null
  return (
    <Section
      id="plans"
      title={words('item.plans')}
      note={words('item.plansNote')}
      actions={
        mayEdit && (
          <LinkButton size="small" href={`${itemHref(item.slug)}/plan`}>
            {words('item.recordPlan')}
          </LinkButton>
        )
      }
    >
      {item.planned.length > 0 && <Planned item={item} />}
      {item.plans.length > 0 && <Said item={item} />}
    </Section>
  )
}

function Planned({ item }: { item: ItemOnPage }) {
  const words = useWords<Words>()
  return (
    <DefinitionList
      facts={item.planned.map(({ kind, lastOn, reachedOn, slip, changes, isOverdue }) => ({
        term: words(`register.dateKind.${kind}`),
        value: (
          <span className="cluster gap-2 align-center">
            {reachedOn ? <Day on={reachedOn} /> : lastOn ? <Day on={lastOn} /> : words('item.plan.dropped')}
            {isOverdue && (
              <Chip tone="attention" shape="triangle">
                {words('item.plan.overdue')}
              </Chip>
            )}
          </span>
        ),
        note: slip && words('item.plan.sum', { slip: slipInWords(words, slip), changes }),
      }))}
    />
  )
}

function Said({ item }: { item: ItemOnPage }) {
  const words = useWords<Words>()
  return (
    <DataTable
      caption={words('item.plans')}
      isCaptionHidden
      rows={item.plans}
      rowKey={(plan) => plan.id}
      columns={[
        {
          id: 'planned',
          header: words('item.plan.plannedOn'),
          isRowHeader: true,
          cell: ({ plannedOn, provenance }) => (
            <Sourced confidence={provenance.confidence}>
              {plannedOn ? <Day on={plannedOn} /> : words('item.plan.dropped')}
            </Sourced>
          ),
        },
        { id: 'kind', header: words('item.plan.kind'), cell: ({ kind }) => words(`register.dateKind.${kind}`) },
        {
          id: 'said',
          header: words('item.plan.saidOn'),
          cell: ({ provenance }) => (provenance.asOf ? <Day on={provenance.asOf} /> : <Unknown />),
        },
        {
          id: 'slip',
          header: words('item.plan.slip'),
          cell: ({ slip }) => (slip ? slipInWords(words, slip) : words('item.plan.noSlip')),
        },
        {
          id: 'source',
          header: words('fact.source'),
          cell: ({ id, kind, provenance }) => {
            const holds = item.plans.find((plan) => plan.kind === kind)?.id === id
            return <Evidence provenance={provenance} fact={holds ? { kind: 'PLAN', id } : undefined} />
          },
        },
      ]}
    />
  )
}
