import { readNumber } from '#schema/vocabulary/numbers.js'
import { tableAt } from '#server/platform/database/index.js'
import { narrowItemsBy } from '#server/roadmap/items/index.js'

// Items by gap: those that were named for one of the gaps, unless they were looked at and found not to answer it.
narrowItemsBy('gap', (texts, asOf, params) => {
  const numbers = texts.map((text) => readNumber('G', text)).filter((number) => number !== null)
  return `exists (select from ${tableAt('gap_coverage', 'gc', asOf, params)}
    join ${tableAt('gap', 'g', asOf, params)} on g.id = gc.gap_id
    where gc.item_id = i.id and gc.degree <> 'NONE' and gc.withdrawn_at is null and g.replacement_id is null and g.number = any(${params.add(numbers)}::int[]))`
})
