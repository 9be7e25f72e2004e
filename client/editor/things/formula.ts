import { parseFormula, type FormulaFault, type MathTree, type Temml } from '#schema/report/index.js'

/**
 * LaTeX as MathML. The text comes from anybody, so nothing of it becomes markup: the tree that `temml` makes is built element by element, from a list of
 * what a formula may consist of, and styles go in one by one, which the page's security policy allows.
 */

/** What a formula became: an element to be shown, or why it cannot be. */
export type Formula = { readonly dom: Element } | { readonly fault: FormulaFault }

function build(tree: MathTree): globalThis.Node {
  if (tree.type === undefined) return document.createTextNode(tree.text ?? '')
  const element = document.createElementNS('http://www.w3.org/1998/Math/MathML', tree.type) as MathMLElement
  for (const [name, value] of Object.entries(tree.attributes ?? {})) element.setAttribute(name, value)
  if (tree.classes?.length) element.setAttribute('class', tree.classes.join(' '))
  for (const [name, value] of Object.entries(tree.style ?? {}))
    element.style.setProperty(
      name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      value,
    )
  element.append(...(tree.children ?? []).map(build))
  return element
}

let loading: Promise<Temml> | null = null
/** The parser is loaded with the first formula. */
const temmlOf = (): Promise<Temml> =>
  (loading ??= import('temml').then(
    ({ default: temml }) => temml as unknown as Temml,
    (fault: unknown) => {
      loading = null
      throw fault
    },
  ))

/** Renders a formula. Rejects only when the parser cannot be loaded. */
export async function renderFormula(tex: string, isDisplay: boolean): Promise<Formula> {
  const parsed = parseFormula(await temmlOf(), tex, isDisplay)
  return 'why' in parsed ? { fault: parsed } : { dom: build(parsed) as Element }
}
