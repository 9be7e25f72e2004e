/** The name of a term or abbreviation, up to its colon, drawn bold: nobody has to mark it, and nothing of it is stored. [ST-3] */
import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

const entryKinds: ReadonlySet<unknown> = new Set(['TERM', 'ABBREVIATION'])

/** Where the name of an entry ends: before its first colon. 0 where there is none. */
function endOfName(para: Node): number {
  let end = 0
  para.forEach((child, offset) => {
    const at = end === 0 && child.isText ? child.text!.indexOf(':') : -1
    if (at >= 0) end = offset + at
  })
  return end
}

function namesIn(clause: Node, pos: number): Decoration[] {
  const names: Decoration[] = []
  clause.forEach((block, offset) => {
    const end = entryKinds.has(block.attrs['kind']) && block.type.name === 'para' ? endOfName(block) : 0
    const start = pos + 1 + offset + 1
    if (end > 0) names.push(Decoration.inline(start, start + end, { class: 'entry-name' }))
  })
  return names
}

const all = (doc: Node): DecorationSet => {
  const names: Decoration[] = []
  doc.forEach((clause, pos) => void names.push(...namesIn(clause, pos)))
  return DecorationSet.create(doc, names)
}

export const entryNames = (): Plugin<DecorationSet> => {
  const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    state: {
      init: (_, { doc }) => all(doc),
      apply(tr, held) {
        if (!tr.docChanged) return held
        // Only clauses that changed are looked at.
        const before = new Set(tr.before.children)
        let now = held.map(tr.mapping, tr.doc)
        tr.doc.forEach((clause, pos) => {
          if (before.has(clause)) return
          now = now.remove(now.find(pos, pos + clause.nodeSize)).add(tr.doc, namesIn(clause, pos))
        })
        return now
      },
    },
    props: { decorations: (state) => plugin.getState(state) },
  })
  return plugin
}
