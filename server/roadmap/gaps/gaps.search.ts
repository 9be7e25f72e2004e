import { writeNumber } from '#schema/vocabulary/numbers.js'
import type { SearchArea } from '#server/common/search/index.js'
import { countGaps, listGaps } from './gaps.list.js'
import type { GapFilter } from './gaps.query.js'

/** Gaps by number and by the words of title, description, topic and stage. [SE-1] */
export const gapSearch: SearchArea = {
  kind: 'GAP',
  async find(ctx, { words, least, asOf }, first) {
    const filter: GapFilter = { search: words.join(' '), leastWords: least }
    const page = { size: first, cursor: null, backwards: false }
    const { nodes, asked, pageInfo } = await listGaps(ctx, filter, { by: 'RELEVANCE', direction: 'DESC' }, page, asOf)
    return {
      count: pageInfo.hasNextPage ? await countGaps(ctx, asked) : nodes.length,
      hits: nodes.map(({ id, number, title, description }) => {
        const name = writeNumber('G', number)
        return { id, label: `${name} ${title}`, href: `/gaps/${name}`, note: description }
      }),
    }
  },
}
