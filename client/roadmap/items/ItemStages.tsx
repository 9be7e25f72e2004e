import type { Words } from '#schema/words/index.js'
import { AsOf, Day, LinkButton, Section, Timeline, Unknown, useWords } from '../../ui/index.js'
import { Evidence, itemHref, NativeStage, Sourced, StateChip, stateLook } from '../parts/index.js'
import type { ItemOnPage } from './items.route.js'

/** How far it has come, and since when, each step in its body's own words. */
export function ItemStages({ item }: { item: ItemOnPage }) {
  const words = useWords<Words>()
  return (
    <Section
      id="stages"
      title={words('item.stages')}
      note={words('item.stagesNote')}
      actions={
        item.viewerMay.includes('EDIT') && (
          <LinkButton size="small" href={`${itemHref(item.slug)}/stage`}>
            {words('item.recordStage')}
          </LinkButton>
        )
      }
    >
      <Timeline
        label={words('item.stages')}
        entries={item.stages.map((stage, at) => ({
          id: String(at),
          when: <When stage={stage} />,
          ...stateLook[stage.state],
          title: (
            <span className="cluster gap-2 align-center">
              <NativeStage stage={stage.nativeStage} body={item.body.slug} />
              <Sourced confidence={stage.provenance.confidence}>
                <StateChip state={stage.state} basis={stage.stateBasis} />
              </Sourced>
            </span>
          ),
          body: (
            <>
              {stage.correction && <p>{words('item.corrected', { reason: stage.correction })}</p>}
              {words.dynamic(`register.stateBasis.${stage.stateBasis}`)}. {words('item.noted')}{' '}
              <Day on={stage.notedAt.slice(0, 10)} />
              <Evidence provenance={stage.provenance} fact={at === 0 ? { kind: 'STAGE', id: stage.id } : undefined} />
            </>
          ),
        }))}
      />
    </Section>
  )
}

/** When it got there; else as of when somebody saw it there. */
function When({ stage: { on, provenance } }: { stage: ItemOnPage['stages'][number] }) {
  if (on) return <Day on={on} />
  return provenance.asOf ? <AsOf on={provenance.asOf} /> : <Unknown />
}
