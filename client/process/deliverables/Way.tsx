import type { Words } from '#schema/words/index.js'
import { DataTable, Day, Disclosure, Section, Shape, useWords, VisuallyHidden, type Column } from '../../ui/index.js'
import type { DeliverableOnPage } from './deliverables.route.js'
import { deliverableMarks } from './marks.js'
import { wayOf, type WayPart } from './way.js'

type Step = DeliverableOnPage['steps'][number]

const said = {
  DONE: 'deliverable.wayDone',
  HERE: 'deliverable.wayHere',
  TO_COME: 'deliverable.wayToCome',
  ASIDE: 'deliverable.wayAside',
} as const satisfies Record<WayPart, string>

/** The way so far and to come as steps, and every step that was taken as a table. [DE-5] */
export function Way({ deliverable: { state, steps } }: { deliverable: DeliverableOnPage }) {
  const words = useWords<Words>()
  const columns: Column<Step>[] = [
    {
      id: 'step',
      header: words('deliverable.step'),
      isRowHeader: true,
      cell: ({ from, to }) => `${words(`deliverable.state.${from}`)} → ${words(`deliverable.state.${to}`)}`,
    },
    { id: 'on', header: words('deliverable.on'), isUnbroken: true, cell: ({ on }) => <Day on={on} /> },
    { id: 'why', header: words('deliverable.why'), cell: ({ reason }) => reason && <span dir="auto">{reason}</span> },
    { id: 'who', header: words('deliverable.who'), cell: ({ by }) => by && (by.name ?? words('deliverable.former')) },
  ]
  return (
    <Section id="way" title={words('deliverable.way')} note={words('deliverable.wayNote')}>
      <ol className="way">
        {wayOf(state, steps).map(({ state: one, part, on }) => (
          <li key={one} data-part={part} aria-current={part === 'HERE' || part === 'ASIDE' ? 'step' : undefined}>
            <Shape name={part === 'TO_COME' ? 'ring' : deliverableMarks[one].shape} />{' '}
            {words(`deliverable.state.${one}`)} <VisuallyHidden>{words(said[part])}</VisuallyHidden>
            {on && (
              <span className="block soft weak">
                <Day on={on} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {steps.length === 0 ? (
        <p className="soft">{words('deliverable.noSteps')}</p>
      ) : (
        <Disclosure summary={words('deliverable.wayTable')}>
          <DataTable
            caption={words('deliverable.wayTable')}
            isCaptionHidden
            columns={columns}
            rows={steps}
            rowKey={({ id }) => id}
          />
        </Disclosure>
      )}
    </Section>
  )
}
