import { Fragment, type ReactNode } from 'react'
import { safeHref } from '#schema/document/links.js'
import { PlaceLink } from './PlaceLink.js'
import { Citation, FootnoteSign, Formula, Reference } from './Things.js'
import type { MarkJson, NodeJson } from './node-json.js'

/** Where a link to a clause of the same text leads; `at` names a table, figure or equation in it, for which a page of the whole text has a place of its own. */
export type HrefOf = (clauseId: string, at?: string) => string

/** Words of a heading or paragraph with their marks. What is not known is shown as its words. [CL-12] */
export function InlineText({ nodes, hrefOf }: { nodes: readonly NodeJson[]; hrefOf: HrefOf }) {
  // Plain words stay strings: a long report has thousands of them, and each component would cost the server time.
  return nodes.map((node, at) => {
    const words = thing(node, hrefOf, at) ?? wordsOf(node)
    if (!node.marks?.length) return words
    // The first mark is the outermost.
    const shown = node.marks.reduceRight<ReactNode>((inner, mark) => marked(inner, mark, hrefOf), words)
    return <Fragment key={at}>{shown}</Fragment>
  })
}

/** What stands in the line and is no word; null for words. */
function thing(node: NodeJson, hrefOf: HrefOf, at: number): ReactNode | null {
  switch (node.type) {
    case 'math':
      return <Formula key={at} node={node} />
    case 'citation':
      return <Citation key={at} node={node} />
    case 'reference':
      return <Reference key={at} node={node} hrefOf={hrefOf} />
    case 'footnote':
      return <FootnoteSign key={at} node={node} />
    case 'line_break':
      return <br key={at} />
    default:
      return null
  }
}

const wordsOf = ({ text, attrs }: NodeJson): string => text ?? String(attrs?.['text'] ?? '')

function marked(inner: ReactNode, { type, attrs }: MarkJson, hrefOf: HrefOf): ReactNode {
  switch (type) {
    case 'strong':
      return <strong>{inner}</strong>
    case 'em':
      return <em>{inner}</em>
    case 'code':
      return (
        <code dir="ltr" translate="no">
          {inner}
        </code>
      )
    case 'sub':
      return <sub>{inner}</sub>
    case 'sup':
      return <sup>{inner}</sup>
    case 'ins':
      return <ins>{inner}</ins>
    case 'del':
      return <del>{inner}</del>
    case 'link':
      return linked(inner, safeHref(attrs?.['href']), hrefOf)
    default:
      return inner
  }
}

function linked(inner: ReactNode, href: string | null, hrefOf: HrefOf): ReactNode {
  if (href === null) return inner
  if (href.startsWith('#')) return <PlaceLink href={hrefOf(href.slice(1))}>{inner}</PlaceLink>
  return (
    <a href={href} rel="noopener nofollow">
      {inner}
    </a>
  )
}
