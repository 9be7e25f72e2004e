import { createElement, type ReactNode } from 'react'
import type { Words } from '#schema/words/index.js'
import type { MathTree } from '#schema/report/index.js'
import { useWords } from '../../ui/index.js'
import { clauseHref } from './addresses.js'
import { clauseNameOf } from './clause-name.js'
import { mathAttributes, mathClasses, setMathStyle } from './math-look.js'
import { PlaceLink } from './PlaceLink.js'
import { toldOf } from './told.js'
import { placeElsewhere, useSurroundings } from './surroundings.js'
import type { HrefOf } from './InlineText.js'
import type { NodeJson } from './node-json.js'

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
  const { style } = tree
  const isStyled = style !== undefined && Object.keys(style).length > 0
  return createElement(
    tree.type,
    {
      ...mathAttributes(style),
      ...attributes,
      className: [...(tree.classes ?? []), ...mathClasses(style)].join(' ') || undefined,
      ...(isStyled && { ref: (element: Element | null) => setMathStyle(element, style) }),
    },
    ...(tree.children ?? []).map((child, i) => <Tree key={i} tree={child} />),
  )
}

/** "clause 6.2", "Table 3": where a cross-reference leads, or that it leads nowhere any more. */
export function Reference({ node, hrefOf }: { node: NodeJson; hrefOf: HrefOf }) {
  const words = useWords<Words>()
  const { kind, number = '', clause, at } = toldOf(node)
  const document = text(node, 'document')
  if (document !== '') return <ReferenceElsewhere document={document} clause={text(node, 'to')} />
  if (clause === undefined) return <bdi className="broken">{words('reading.brokenReference')}</bdi>
  const shown = words.dynamic(`reading.to.${kind ?? 'BODY'}`, { number })
  return (
    <PlaceLink href={hrefOf(clause, at)}>
      <bdi>{shown}</bdi>
    </PlaceLink>
  )
}

/** "Title, clause 6.2", where the other text is one that the reader may see; else no more than that it points somewhere. [TH-5] */
function ReferenceElsewhere({ document, clause }: { document: string; clause: string }) {
  const words = useWords<Words>()
  const found = useSurroundings().elsewhere.get(placeElsewhere(document, clause))
  if (!found) return <bdi className="broken">{words('reading.notForYou')}</bdi>
  const { title, group, id } = found.document
  if (!found.clause) return <bdi className="broken">{words('reading.goneElsewhere', { title })}</bdi>
  const { series, number } = found.clause
  const named =
    number === ''
      ? words('reading.to.NONE', { number: clauseNameOf(found.clause, words) })
      : words(`reading.to.${series}`, { number })
  const shown = <bdi>{words('reading.elsewhere', { title, clause: named })}</bdi>
  return group ? <PlaceLink href={clauseHref({ id, group }, clause)}>{shown}</PlaceLink> : shown
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

/** In px, as whoever put it in wanted it; the page never lets it grow over the column. */
function widthOf({ attrs }: NodeJson): number | undefined {
  const width = Math.round(Number(attrs?.['width'] ?? 0))
  return width >= 16 && width <= 4000 ? width : undefined
}

/** A picture of the files of the text, or the words that stand for it. */
export function Picture({ node }: { node: NodeJson }) {
  const [file, alt] = [text(node, 'file'), text(node, 'alt')]
  return /^[0-9a-f-]{36}$/i.test(file) ? (
    <img src={`/files/${file}`} alt={alt} width={widthOf(node)} loading="lazy" />
  ) : (
    <p dir="auto">{alt}</p>
  )
}
