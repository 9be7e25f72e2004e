import { createElement, type CSSProperties, type ReactNode } from 'react'
import type { Words } from '#schema/words/index.js'
import type { MathTree } from '#schema/report/index.js'
import { useWords } from '../../ui/index.js'
import { PlaceLink } from './PlaceLink.js'
import type { HrefOf } from './InlineText.js'
import type { NodeJson } from './node-json.js'

/** What the server computed for the reader: numbers, targets, formulas. */
export interface Told {
  readonly kind?: string
  readonly number?: string
  readonly clause?: string
  readonly math?: MathTree
}

export const toldOf = ({ attrs }: NodeJson): Told => (attrs?.['told'] ?? {}) as Told
const text = ({ attrs }: NodeJson, name: string): string => String(attrs?.[name] ?? '')

/** A formula, built element by element; its source where it cannot be read. */
export function Formula({ node, isDisplay = false }: { node: NodeJson; isDisplay?: boolean }) {
  const { math } = toldOf(node)
  return math ? (
    <span dir="ltr">
      <Tree tree={math} />
    </span>
  ) : (
    <code dir="ltr" className={isDisplay ? 'formula-source' : undefined}>
      {text(node, 'tex')}
    </code>
  )
}

function Tree({ tree }: { tree: MathTree }): ReactNode {
  if (tree.type === undefined) return tree.text ?? ''
  const { class: _, style: __, ...attributes } = tree.attributes ?? {}
  return createElement(
    tree.type,
    { ...attributes, className: tree.classes?.join(' ') || undefined, style: tree.style as CSSProperties | undefined },
    ...(tree.children ?? []).map((child, i) => <Tree key={i} tree={child} />),
  )
}

/** "clause 6.2", "Table 3": where a cross-reference leads, or that it leads nowhere any more. */
export function Reference({ node, hrefOf }: { node: NodeJson; hrefOf: HrefOf }) {
  const words = useWords<Words>()
  const { kind, number = '', clause } = toldOf(node)
  if (clause === undefined) return <bdi className="broken">{words('reading.brokenReference')}</bdi>
  const shown = words.dynamic(`reading.to.${kind ?? 'BODY'}`, { number })
  return (
    <PlaceLink href={hrefOf(clause)}>
      <bdi>{shown}</bdi>
    </PlaceLink>
  )
}

/** What stands between brackets, and leads to the item where the register has it. */
export function Citation({ node }: { node: NodeJson }) {
  const [key, item] = [text(node, 'key'), text(node, 'item')]
  const shown = `[${text(node, 'use') === 'BIBLIOGRAPHY' ? 'b-' : ''}${key}]`
  const isolated = <bdi>{shown}</bdi>
  return item === '' ? isolated : <PlaceLink href={`/items/${encodeURIComponent(item)}`}>{isolated}</PlaceLink>
}

/** Its number; what it says follows the clause. */
export function FootnoteSign({ node }: { node: NodeJson }) {
  const { number = '' } = toldOf(node)
  return (
    <sup>
      <a id={`note-sign-${number}`} href={`#note-${number}`}>
        {number}
      </a>
    </sup>
  )
}

/** All footnotes in these nodes, in order. */
export const footnotesIn = (nodes: readonly NodeJson[]): NodeJson[] =>
  nodes.flatMap((node) => (node.type === 'footnote' ? [node] : footnotesIn(node.content ?? [])))

export function Footnotes({ notes }: { notes: readonly NodeJson[] }) {
  return (
    <ol className="footnotes">
      {notes.map((note) => {
        const { number = '' } = toldOf(note)
        return (
          <li key={number} id={`note-${number}`} value={Number(number) || undefined} dir="auto">
            {text(note, 'note')} <a href={`#note-sign-${number}`}>↩</a>
          </li>
        )
      })}
    </ol>
  )
}

/** A picture of the files of the text, or the words that stand for it. */
export function Picture({ node }: { node: NodeJson }) {
  const [file, alt] = [text(node, 'file'), text(node, 'alt')]
  return /^[0-9a-f-]{36}$/i.test(file) ? (
    <img src={`/files/${file}`} alt={alt} loading="lazy" />
  ) : (
    <p dir="auto">{alt}</p>
  )
}
