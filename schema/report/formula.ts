/**
 * LaTeX as MathML. The text comes from anybody, so nothing of it becomes markup: the tree that `temml` makes is cut down to a list of what a formula may
 * consist of, and whoever shows it builds it element by element.
 */

/** Longer ones are shown as they are written. */
export const longestFormula = 5000
const largestTree = 20_000

/** They would hold for other formulas too, and let a short text grow without bound. */
const definition = /\\(?:[gex]?def|(?:re)?newcommand|providecommand|let|futurelet)(?![a-z])/i

export type FormulaFault =
  | { readonly why: 'EMPTY' | 'TOO_LONG' | 'DEFINITION' | 'TOO_LARGE' }
  | { readonly why: 'SYNTAX'; readonly message: string }

/** The tree of temml, as far as it is read here. */
export interface MathTree {
  readonly type?: string
  readonly text?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly classes?: readonly string[]
  readonly style?: Readonly<Record<string, string>>
  readonly children?: readonly MathTree[]
}

const elements = new Set(
  `math mrow mi mn mo mtext ms mspace mfrac msqrt mroot mstyle merror mpadded mphantom mfenced menclose msub msup msubsup munder mover munderover
  mmultiscripts mprescripts none mtable mtr mtd mlabeledtr`.split(/\s+/),
)
const attributes = new Set(
  `display mathvariant stretchy form fence separator lspace rspace minsize maxsize movablelimits symmetric largeop accent accentunder width height
  depth voffset linethickness columnalign rowalign rowspacing columnspacing columnlines rowlines frame columnspan rowspan scriptlevel displaystyle
  mathcolor mathbackground mathsize dir notation side`.split(/\s+/),
)

/** A tree with what a formula may not hold taken out; null when it is too large. Pure. */
export function cleaned(tree: MathTree): MathTree | null {
  let size = 0
  const clean = (node: MathTree): MathTree[] => {
    if (++size > largestTree) return []
    if (node.type === undefined && node.text !== undefined) return [{ text: node.text }]
    const children = (node.children ?? []).flatMap(clean)
    if (node.type === undefined || !elements.has(node.type)) return children
    const own = Object.entries(node.attributes ?? {}).filter(([name]) => attributes.has(name))
    const written = node.attributes?.['style'] ?? ''
    const styles = Object.fromEntries(
      [
        ...Object.entries(node.style ?? {}),
        ...written.split(';').map((one) => one.split(':').map((part) => part.trim()) as [string, string]),
      ].filter(([name, value]) => name !== '' && value !== undefined && /^[\w .%#+-]*$/.test(value)),
    )
    const classes = (node.classes ?? []).filter((name) => /^tml-[\w-]+$/.test(name))
    return [{ type: node.type, attributes: Object.fromEntries(own), classes, style: styles, children }]
  }
  const nodes = clean(tree)
  if (size > largestTree) return null
  return nodes.length === 1 && nodes[0]!.type === 'math' ? nodes[0]! : { type: 'math', children: nodes }
}

/** What is used of the library. */
export interface Temml {
  __renderToMathMLTree(tex: string, options: object): MathTree
}

/** The tree of a formula that may be shown, or what is wrong with it. */
export function parseFormula(temml: Temml, tex: string, isDisplay: boolean): MathTree | FormulaFault {
  if (tex.trim() === '') return { why: 'EMPTY' }
  if (tex.length > longestFormula) return { why: 'TOO_LONG' }
  if (definition.test(tex)) return { why: 'DEFINITION' }
  try {
    const tree = temml.__renderToMathMLTree(tex, {
      displayMode: isDisplay,
      throwOnError: true,
      strict: false,
      trust: false,
      maxExpand: 300,
      maxSize: [20, 400],
    })
    return cleaned(tree) ?? { why: 'TOO_LARGE' }
  } catch (fault) {
    // A formula nested so deep that the parser gives up is a fault of the formula too.
    if (fault instanceof RangeError) return { why: 'TOO_LARGE' }
    if (!(fault instanceof Error)) throw fault
    return { why: 'SYNTAX', message: fault.message.replaceAll(/[\u0332]/g, '').replace(/^\w*Error: /, '') }
  }
}
