import { readGapList } from '#schema/vocabulary/address.js'
import { readNumber } from '#schema/vocabulary/numbers.js'
import type { Concerns } from '#server/common/activity/index.js'
import { gapsByNumber } from './gaps.loader.js'
import { narrowing } from './gaps.query.js'

const ofGaps = (ids: string) => `e.object_type = 'gap' and e.object_id in (${ids})`

/** Which events concern a gap, those on which a body could act, those on a topic, and those of a list with its filters. */
export function tellOfGaps(concerns: Concerns): void {
  concerns.findWith('GAP', async (ctx, name) => {
    const number = readNumber('G', name)
    return number === null ? null : ((await gapsByNumber(ctx).load(number))?.id ?? null)
  })
  concerns.tell('GAP', (id, p) => `e.object_type = 'gap' and e.object_id = ${p.add(id)}::uuid`)
  concerns.tell('BODY', (id, p) => ofGaps(`select gb.gap_id from gap_body gb where gb.body_id = ${p.add(id)}::uuid`))
  concerns.tell('TOPIC', (topic, p) => ofGaps(`select g.id from gap g where g.topics && ${p.add([topic])}::text[]`))
  concerns.tellList('/gaps', (asked, p) => {
    const narrowed = narrowing(readGapList(asked).filter, null, p)
    const conditions = [...narrowed.always, ...Object.values(narrowed.byFacet)]
    return ofGaps(`select g.id from gap g where ${conditions.join(' and ')}`)
  })
}
