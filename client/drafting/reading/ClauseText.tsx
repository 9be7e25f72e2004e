import type { ReactNode } from 'react'
import { columnWidths } from '#schema/document/column-widths.js'
import { isRecordKind } from '#schema/vocabulary/documents.js'
import type { Words } from '#schema/words/index.js'
import { classNames, useWords } from '../../ui/index.js'
import { entriesInOrder, entryParts } from '#schema/report/entry-order.js'
import { placeIdOf } from './addresses.js'
import { partsOf, type List, type Part } from './blocks.js'
import { directionIn } from './direction.js'
import { Lead, NothingHere, ReferenceList, toldOfClause } from './Generated.js'
import { InlineText, type HrefOf } from './InlineText.js'
import { blocksOf, wordsIn, type NodeJson } from './node-json.js'
import { RecordFactsRead } from './RecordFactsRead.js'
import { headRows, span } from './table-shape.js'
import { footnotesIn, Footnotes, Formula, Picture } from './Things.js'
import { toldOf } from './told.js'

/** Names of people by id; null for one who was erased. */
export type NamesOf = ReadonlyMap<string, string | null>

/**
 * What stands in a clause below its heading, as it is read: from the node of the document schema, element by element. Nothing in it is taken for
 * HTML; a node or mark that this program does not know is shown as its words. [CL-12]
 */
export function ClauseText({
  content,
  hrefOf,
  names,
}: {
  /** A `clause` node. */
  content: unknown
  hrefOf: HrefOf
  /** Whose words were brought back. */
  names?: NamesOf
}) {
  const blocks = inReadingOrder(blocksOf(content as NodeJson))
  const notes = footnotesIn(blocks)
  const told = toldOfClause(content as NodeJson)
  return (
    <>
      {told?.lead && <Lead line={told.lead} type={told.type} />}
      <Blocks blocks={blocks} hrefOf={hrefOf} names={names} />
      {told?.list && <ReferenceList list={told.list} hrefOf={hrefOf} />}
      {told?.isNone && <NothingHere />}
      {notes.length > 0 && <Footnotes notes={notes} />}
    </>
  )
}

const entryKinds: ReadonlySet<unknown> = new Set(['TERM', 'ABBREVIATION'])

/** Entries stand in alphabetical order, however they are stored. [GE-4] */
const inReadingOrder = (blocks: readonly NodeJson[]): readonly NodeJson[] =>
  entriesInOrder(blocks, (block) =>
    block.type === 'para' && entryKinds.has(block.attrs?.['kind']) ? entryParts(wordsIn(block)).name : null,
  )

interface Read {
  readonly hrefOf: HrefOf
  readonly names: NamesOf | undefined
}

const Blocks = ({ blocks, ...read }: Read & { blocks: readonly NodeJson[] }) =>
  partsOf(blocks).map((part, at, parts) => (
    // The lines of a key are one key: its word stands before the first of them.
    <PartText key={at} part={part} goesOn={part.kind === 'KEY' && parts[at - 1]?.kind === 'KEY'} {...read} />
  ))

const nodesOf = ({ block, lists }: Part): readonly NodeJson[] => (block ? [block] : lists.flatMap(nodesIn))
const nodesIn = ({ items }: List): NodeJson[] => items.flatMap(({ block, lists }) => [block, ...lists.flatMap(nodesIn)])

/** What is read as running text; all else is set apart. */
const plain: ReadonlySet<string> = new Set(['BODY', 'TERM', 'ABBREVIATION', 'CODE', 'CAPTION'])

interface PartTextProps {
  part: Part
  /** It is the same thing as the part before it. */
  goesOn: boolean
  hrefOf: HrefOf
  names: NamesOf | undefined
}

function PartText({ part, goesOn, hrefOf, names }: PartTextProps) {
  const words = useWords<Words>()
  const { kind, number, block, lists } = part
  const isNoted = !plain.has(kind)
  const told = block && kind === 'REQUIREMENT' ? toldOf(block).number : undefined
  const said = words.dynamic(`reading.block.${kind}`, { number: told ?? number ?? 0 })
  const label = isNoted && !goesOn && said !== '' && (
    <>
      {/* Isolated, and no word of the paragraph: it does not say how that is read. */}
      <bdi className="noted-label">{said}</bdi>{' '}
    </>
  )
  const inside: ReactNode = block ? (
    <BlockText block={block} label={label} hrefOf={hrefOf} names={names} />
  ) : (
    <>
      {label && <p>{label}</p>}
      <Lists lists={lists} hrefOf={hrefOf} />
    </>
  )
  if (!isNoted) return inside
  return (
    <div className={classNames('noted', `noted-${kind.toLowerCase()}`)} dir={directionIn(nodesOf(part))}>
      {inside}
    </div>
  )
}

function BlockText({
  block,
  label,
  hrefOf,
  names,
}: {
  block: NodeJson
  label: ReactNode
  hrefOf: HrefOf
  names: NamesOf | undefined
}) {
  const words = useWords<Words>()
  const { type, attrs, content = [] } = block
  if (type === 'frame') return <Frame node={block} hrefOf={hrefOf} names={names} />
  if (type === 'table') return <Table node={block} hrefOf={hrefOf} names={names} />
  if (type === 'image') return <Picture node={block} />
  if (type === 'equation') {
    return (
      <p className="equation" id={idOf(block)}>
        <Formula node={block} isDisplay />
        <span className="equation-number">
          {words('reading.equationNumber', { number: toldOf(block).number ?? '' })}
        </span>
      </p>
    )
  }
  if (type !== 'para') {
    return (
      <p className="unknown-block" dir="auto" title={words('reading.unknownBlock')}>
        {label}
        {String(attrs?.['text'] ?? '')}
      </p>
    )
  }
  if (attrs?.['kind'] === 'CODE') {
    return (
      // Long lines scroll, also by keyboard.
      <pre dir="ltr" translate="no" tabIndex={0}>
        <code>
          <InlineText nodes={content} hrefOf={hrefOf} />
        </code>
      </pre>
    )
  }
  const keyFigure = String(attrs?.['keyFigure'] ?? '')
  const term = attrs?.['kind'] === 'TERM' ? toldOf(block).number : undefined
  const paragraph = (
    <p dir="auto" id={idOf(block)}>
      {label}
      {term !== undefined && <span className="term-number">{words('reading.termNumber', { number: term })} </span>}
      {keyFigure !== '' && <strong className="key-figure">{keyFigure} </strong>}
      <InlineText nodes={content} hrefOf={hrefOf} />
      {isRecordKind(attrs?.['kind']) && <RecordFactsRead kind={attrs['kind']} attrs={attrs} />}
    </p>
  )
  if (attrs?.['rescued'] !== true) return paragraph
  const person = names?.get(String(attrs['rescuedBy']))
  return (
    <div className="rescued" role="note">
      <p className="rescued-why">{person ? words('reading.rescuedFrom', { person }) : words('reading.rescued')}</p>
      {paragraph}
    </div>
  )
}

/** Where links to a table, figure, equation or requirement lead; nothing for what has no number. */
function idOf(node: NodeJson): string | undefined {
  const { at } = toldOf(node)
  return at === undefined ? undefined : placeIdOf(at)
}

/** A table or figure with its number, caption, notes and key, each where it stands in the text. */
function Frame({ node, hrefOf, names }: Read & { node: NodeJson }) {
  const words = useWords<Words>()
  const { kind = 'TABLE', number = '' } = toldOf(node)
  const inside = node.content ?? []
  const isCaption = ({ attrs }: NodeJson) => attrs?.['kind'] === 'CAPTION'
  const at = inside.findIndex(isCaption)
  // A caption in which nothing is written yet is a number without a dash.
  const isSaid = (inside[at]?.content ?? []).length > 0
  const caption = (
    <figcaption dir="auto">
      <bdi className="noted-label">{words.dynamic(`reading.to.${kind}`, { number })}</bdi>
      {isSaid && (
        <>
          {words('reading.captionGap')}
          <InlineText nodes={inside[at]!.content ?? []} hrefOf={hrefOf} />
        </>
      )}
    </figcaption>
  )
  const before = inside.slice(0, Math.max(0, at))
  const after = inside.slice(at + 1)
  // A caption that is not written yet has its number all the same, on its side.
  const isAbove = at >= 0 ? before.length === 0 : kind === 'TABLE'
  return (
    <figure id={idOf(node)} className={`frame frame-${kind.toLowerCase()}`}>
      {isAbove && caption}
      <Blocks blocks={before} hrefOf={hrefOf} names={names} />
      {!isAbove && at >= 0 && caption}
      <Blocks blocks={after} hrefOf={hrefOf} names={names} />
      {!isAbove && at < 0 && caption}
    </figure>
  )
}

function Table({ node, hrefOf, names }: Read & { node: NodeJson }) {
  const rows = node.content ?? []
  const widths = columnWidths(rows.map(({ content = [] }) => content.map(({ attrs = {} }) => attrs)))
  const heads = headRows(rows)
  const shown = rows.map(({ content: cells = [] }, i) => (
    <tr key={i}>
      {cells.map(({ attrs, content = [] }, j) => {
        const Cell = attrs?.['head'] === true ? 'th' : 'td'
        return (
          <Cell key={j} colSpan={span(attrs?.['colspan'])} rowSpan={span(attrs?.['rowspan'])} dir="auto">
            <Blocks blocks={content} hrefOf={hrefOf} names={names} />
          </Cell>
        )
      })}
    </tr>
  ))
  return (
    <div className="table-scroll" tabIndex={0} role="group">
      {/* Its columns run as its first words are read. */}
      <table dir={directionIn(rows)} className={widths ? 'has-widths' : undefined}>
        {widths && (
          <colgroup>
            {widths.map((width, i) => (
              <col key={i} width={width} />
            ))}
          </colgroup>
        )}
        {heads > 0 && <thead>{shown.slice(0, heads)}</thead>}
        <tbody>{shown.slice(heads)}</tbody>
      </table>
    </div>
  )
}

/** Letters and numbers are the browser's: `type` says which. */
const types = { NUMBER: '1', LETTER: 'a' } as const

function Lists({ lists, hrefOf }: { lists: readonly List[]; hrefOf: HrefOf }) {
  return lists.map((list, at) => {
    const { style, items } = list
    // Signs and numbers stand where one begins to read.
    const dir = directionIn(nodesIn(list))
    const inside = items.map(({ block, lists: below }, i) => (
      <li key={i} dir="auto">
        <InlineText nodes={block.content ?? []} hrefOf={hrefOf} />
        {below.length > 0 && <Lists lists={below} hrefOf={hrefOf} />}
      </li>
    ))
    return style === 'BULLET' ? (
      <ul key={at} dir={dir}>
        {inside}
      </ul>
    ) : (
      <ol key={at} type={types[style]} dir={dir}>
        {inside}
      </ol>
    )
  })
}
