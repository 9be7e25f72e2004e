import type { ReactNode } from 'react'
import type { Words } from '#schema/words/index.js'
import { classNames, useWords } from '../../ui/index.js'
import { partsOf, type List, type Part } from './blocks.js'
import { InlineText, type HrefOf } from './InlineText.js'
import { blocksOf, type NodeJson } from './node-json.js'

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
  return partsOf(blocksOf(content as NodeJson)).map((part, at) => (
    <PartText key={at} part={part} hrefOf={hrefOf} names={names} />
  ))
}

function PartText({ part, hrefOf, names }: { part: Part; hrefOf: HrefOf; names: NamesOf | undefined }) {
  const words = useWords<Words>()
  const { kind, number, block, lists } = part
  const isNoted = kind !== 'BODY'
  const label = isNoted && (
    <>
      <span className="noted-label">{words(`reading.block.${kind}`, { number: number ?? 0 })}</span>{' '}
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
  return isNoted ? <div className={classNames('noted', `noted-${kind.toLowerCase()}`)}>{inside}</div> : inside
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
  if (type !== 'para') {
    return (
      <p className="unknown-block" dir="auto" title={words('reading.unknownBlock')}>
        {label}
        {String(attrs?.['text'] ?? '')}
      </p>
    )
  }
  const paragraph = (
    <p dir="auto">
      {label}
      <InlineText nodes={content} hrefOf={hrefOf} />
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

/** Letters and numbers are the browser's: `type` says which. */
const types = { NUMBER: '1', LETTER: 'a' } as const

function Lists({ lists, hrefOf }: { lists: readonly List[]; hrefOf: HrefOf }) {
  return lists.map(({ style, items }, at) => {
    const inside = items.map(({ block, lists: below }, i) => (
      <li key={i} dir="auto">
        <InlineText nodes={block.content ?? []} hrefOf={hrefOf} />
        {below.length > 0 && <Lists lists={below} hrefOf={hrefOf} />}
      </li>
    ))
    return style === 'BULLET' ? (
      <ul key={at}>{inside}</ul>
    ) : (
      <ol key={at} type={types[style]}>
        {inside}
      </ol>
    )
  })
}
