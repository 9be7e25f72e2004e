/** What a person does to frames, tables, notes, entries and lists, in one clause of a view: the numbers choose among what is there. */
import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { schema } from '#schema/document/index.js'
import { listStyles } from '#schema/vocabulary/documents.js'
import {
  closed,
  evened,
  gridOf,
  merged,
  rectOf,
  slotsOf,
  split,
  withContents,
  withoutColumns,
  type Grid,
} from '../../client/editor/tables/grid.js'
import { replaceChanged } from '../../client/editor/tables/table-commands.js'
import type { Deed, DeedName } from './histories.js'

const at = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)]
const { frame, para, image, footnote, reference, math, table_cell: cell } = schema.nodes
const things = ['math', 'equation', 'footnote', 'citation', 'reference', 'image', 'line_break']

interface Found {
  readonly node: Node
  readonly pos: number
}

/** Does the deed in the clause at `start`, as the commands of the editor do it. */
export function doInFrame(
  tr: Transaction,
  start: number,
  deed: DeedName,
  [number, second, third]: Deed['where'],
  token: () => string,
): void {
  const clause = tr.doc.nodeAt(start)!
  const end = start + clause.nodeSize - 1
  const all: Found[] = []
  clause.descendants((node, pos) => void all.push({ node, pos: start + 1 + pos }))
  const found = (...names: readonly string[]) =>
    at(
      all.filter(({ node }) => names.includes(node.type.name)),
      second,
    )
  const aParagraph = found('para')
  const aFrame = found('frame')
  const inParagraph = (node: Node) =>
    aParagraph && tr.insert(aParagraph.pos + 1 + (third % (aParagraph.node.content.size + 1)), node)
  const inTable = (change: (grid: Grid) => Node | null) => {
    const table = found('table')
    const grid = table && gridOf(evened(table.node))
    const now = grid && grid.width > 0 && change(grid)
    if (table && now) replaceChanged(tr, table.pos, table.node, now)
  }
  const words = () => schema.text(token())
  switch (deed) {
    case 'insertFigure': {
      const parts = [
        image!.create({ alt: 'a' }),
        para!.create({ kind: 'KEY' }, words()),
        para!.create({ kind: 'CAPTION' }, words()),
      ]
      tr.insert(end, frame!.create({ kind: 'FIGURE', anchor: `f${number}` }, parts))
      return
    }
    case 'typeInFrame': {
      const inside: Found[] = []
      aFrame?.node.forEach((node, offset) => inside.push({ node, pos: aFrame.pos + 1 + offset }))
      const block = at(
        inside.filter(({ node }) => node.isTextblock),
        number,
      )
      if (block) tr.insert(block.pos + 1 + (third % (block.node.content.size + 1)), words())
      return
    }
    case 'addToFrame': {
      const kind = at(['NOTE', 'KEY', 'CAPTION'], number)
      if (aFrame) tr.insert(aFrame.pos + aFrame.node.nodeSize - 1, para!.create({ kind }, words()))
      return
    }
    case 'deleteColumn':
      return inTable((grid) => withoutColumns(grid, third % grid.width, (third % grid.width) + 1))
    case 'mergeCells':
      return inTable((grid) => {
        const [one, other] = [at(slotsOf(grid), number)!, at(slotsOf(grid), number + 1 + (third % 3))!]
        const [a, b] = [rectOf(one), rectOf(other)]
        const rect = {
          top: Math.min(a.top, b.top),
          left: Math.min(a.left, b.left),
          bottom: Math.max(a.bottom, b.bottom),
          right: Math.max(a.right, b.right),
        }
        return merged(grid, closed(grid, rect))
      })
    case 'splitCell':
      return inTable((grid) => {
        const wide = slotsOf(grid).find(({ rowspan, colspan }) => rowspan > 1 || colspan > 1)
        return wide ? split(grid, wide) : null
      })
    case 'pasteCells':
      return inTable((grid) => {
        const contents = [0, 1].map(() => [cell!.create(null, para!.create(null, words()))])
        return withContents(grid, number % grid.height, third % grid.width, contents)
      })
    case 'moveFrame':
    case 'deleteFrame': {
      const block = found('frame', 'equation')
      if (!block) return
      tr.delete(block.pos, block.pos + block.node.nodeSize)
      if (deed === 'moveFrame')
        tr.insert(number % 2 ? start + 1 + clause.firstChild!.nodeSize : tr.mapping.map(end), block.node)
      return
    }
    case 'insertNote':
      inParagraph(footnote!.create({ note: `note ${number}` }))
      return
    case 'insertReference':
      inParagraph(
        number % 2 ? reference!.create({ to: `f${third}`, target: 'FRAME' }) : math!.create({ tex: `z_${third}` }),
      )
      return
    case 'setAnchor': {
      const target = found('frame', 'equation', 'para')
      if (target) tr.setNodeAttribute(target.pos, 'anchor', `x${number}`)
      return
    }
    case 'setList':
      if (aParagraph) {
        tr.setNodeAttribute(aParagraph.pos, 'list', at(listStyles, number)!)
        tr.setNodeAttribute(aParagraph.pos, 'indent', third % 3)
      }
      return
    case 'makeEntry':
      tr.insert(
        end,
        para!.create({ kind: number % 2 ? 'TERM' : 'ABBREVIATION' }, schema.text(`${token()}: ${token()}`)),
      )
      return
    case 'deleteThing': {
      const thing = found(...things)
      if (thing) tr.delete(thing.pos, thing.pos + thing.node.nodeSize)
      return
    }
  }
}
