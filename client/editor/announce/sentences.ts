/** News as sentences in the reader's language. A rule. */
import type { Words } from '#schema/words/index.js'
import type { Company } from './company.js'
import type { News } from './news.js'
import type { Rearranged } from './rearranged.js'

const yes = (isSo: boolean): string => (isSo ? 'yes' : 'no')
const nameOf = (key: string, words: Words): string => (words.has(key) ? words.dynamic(key) : '')

/** `clauseName` answers the number and heading of a clause, as they are now. */
export function sentenceOf(news: News, words: Words, clauseName: (id: string) => string): string {
  switch (news.code) {
    case 'clause':
    case 'wholeClause':
      return words(`say.${news.code}`, { clause: clauseName(news.clause) })
    case 'title':
      return words('say.title')
    case 'block': {
      const { kind, label } = news
      return words('say.block', { hasLabel: yes(label !== ''), label, kind: nameOf(`editor.block.${kind}`, words) })
    }
    case 'item':
      return words('say.item', { list: nameOf(`editor.list.${news.list}`, words), level: news.level })
    case 'thing': {
      const { kind, label } = news
      return words('say.thing', { kind: nameOf(`thing.kind.${kind}`, words), hasLabel: yes(label !== ''), label })
    }
    case 'frame': {
      const { kind, label, caption, rows, columns } = news.frame
      return words('say.frame', {
        hasLabel: yes(label !== ''),
        label,
        kind: nameOf(`say.frameKind.${kind}`, words),
        rows,
        columns,
        hasCaption: yes(caption !== ''),
        caption,
      })
    }
    case 'cell': {
      const { row, column, isHead, heads } = news.cell
      return words('say.cell', {
        row,
        column,
        isHead: yes(isHead),
        heads: heads.length,
        names: heads.join(words('say.nameGap')),
      })
    }
    case 'cells':
      return words('say.cells', { rows: news.rows, columns: news.columns })
  }
}

/** What was done to a clause; `wasNamed` is its name before, for one that is gone. */
export function rearrangedSentence(
  { what, id, where }: Rearranged,
  words: Words,
  clauseName: (id: string) => string,
  wasNamed: (id: string) => string,
): string {
  if (what === 'DELETED') return words('say.deleted', { clause: wasNamed(id) })
  if (what !== 'MOVED') return words(what === 'PROMOTED' ? 'say.promoted' : 'say.demoted', { clause: clauseName(id) })
  if (!where) return words('say.moved', { clause: clauseName(id) })
  const key = ({ BEFORE: 'say.movedBefore', AFTER: 'say.movedAfter', BELOW: 'say.movedBelow' } as const)[where.side]
  return words(key, { clause: clauseName(id), other: clauseName(where.id) })
}

export function companySentences({ came, left }: Company, words: Words): string[] {
  const said = (key: 'say.came' | 'say.left', names: readonly string[]) =>
    names.length === 0 ? [] : [words(key, { names: names.join(words('say.nameGap')), count: names.length })]
  return [...said('say.came', came), ...said('say.left', left)]
}
