/** How a table is drawn: in a box that scrolls when the table is wider than the sheet, with the widths of its columns where somebody set them. [TB-3] */
import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import { widthsOf } from './widths.js'

export function tableView(first: Node): NodeView {
  const dom = Object.assign(document.createElement('div'), { className: 'table-scroll' })
  const table = document.createElement('table')
  const columns = document.createElement('colgroup')
  const contentDOM = document.createElement('tbody')
  table.append(columns, contentDOM)
  dom.append(table)
  let drawn = ''
  const draw = (node: Node) => {
    const widths = widthsOf(node)
    const now = widths?.join(' ') ?? ''
    if (now === drawn) return
    drawn = now
    table.classList.toggle('is-sized', widths !== null)
    if (widths) table.setAttribute('width', String(widths.reduce((sum, width) => sum + width, 0)))
    else table.removeAttribute('width')
    columns.replaceChildren(
      ...(widths ?? []).map((width) => {
        const column = document.createElement('col')
        column.setAttribute('width', String(width))
        return column
      }),
    )
  }
  draw(first)
  let node = first
  return {
    dom,
    contentDOM,
    update(now) {
      if (now.type !== node.type) return false
      if (now !== node) draw(now)
      node = now
      return true
    },
    // What is around the rows is drawn here and read by nobody.
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
  }
}
