import type { Words } from '#schema/words/index.js'
import { Day, Section, Timeline, Unknown, useWords } from '../../ui/index.js'
import { NativeStage, Sourced, StateChip, stateLook } from '../parts/index.js'
import type { ItemOnPage } from './items.route.js'

/** How far it has come, and since when, each step in its body's own words. */
export function ItemStages({ item }: { item: ItemOnPage }) {
  const words = useWords<Words>()
  return (
    <Section id="stages" title={words('item.stages')} note={words('item.stagesNote')}>
      <Timeline
        label={words('item.stages')}
        entries={item.stages.map((stage, at) => ({
          id: String(at),
          when: stage.provenance.asOf ? <Day on={stage.provenance.asOf} /> : <Unknown />,
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
              {words.dynamic(`register.stateBasis.${stage.stateBasis}`)}. {words('item.noted')}{' '}
              <Day on={stage.notedAt.slice(0, 10)} />
            </>
          ),
        }))}
      />
    </Section>
  )
}
