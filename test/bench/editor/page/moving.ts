/** Subtrees that go half a report away, and come back by undo. */
import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { Moved } from './api.js'
import type { Editor } from './bindings.js'
import { nextFrame } from './frame.js'

const levels = (doc: Node) => doc.children.map(({ attrs }) => Number(attrs['level']))
const ids = (doc: Node) => doc.children.map(({ attrs }) => `${attrs['id']} ${attrs['level']}`)

/** The clauses of the second level that are so many with all below them. */
function subtreesOf(doc: Node, size: number): number[] {
  const all = levels(doc)
  return all.flatMap((level, i) => {
    const end = all.findIndex((other, k) => k > i && other <= level)
    return level === 2 && (end < 0 ? all.length : end) - i === size ? [i] : []
  })
}

async function timed(act: () => void): Promise<Moved> {
  await nextFrame()
  const began = performance.now()
  act()
  const work = performance.now() - began
  return { work, frame: (await nextFrame()) - began }
}

export async function moveAway(
  { view, move, undo, stopCapturing }: Editor,
  times: number,
  size: number,
): Promise<{ moves: Moved[]; undos: Moved[] }> {
  const found = subtreesOf(view.state.doc, size)
  const moves: Moved[] = []
  const undos: Moved[] = []
  for (let i = 0; i < times; i++) {
    // In turn down and up.
    const half = Math.floor(found.length / 2)
    const near = found[(i >> 1) % half]!
    const far = found[((i >> 1) % half) + half]!
    const [from, other] = i % 2 === 0 ? [near, far] : [far, near]
    const all = levels(view.state.doc)
    const end = all.findIndex((level, k) => k > other && level === 1)
    const to = end < 0 ? all.length : end
    const before = ids(view.state.doc)
    const wanted = before.toSpliced(from, size)
    wanted.splice(to > from ? to - size : to, 0, ...before.slice(from, from + size))
    goTo(view, from)
    await nextFrame()
    await nextFrame()

    stopCapturing()
    moves.push(await timed(() => move(from, size, to)))
    check(view.state.doc, wanted, 'after a move')
    await nextFrame()
    stopCapturing()
    undos.push(await timed(undo))
    check(view.state.doc, before, 'after undoing it')
  }
  return { moves, undos }
}

/** Whoever moves a clause looks at it. */
function goTo(view: Editor['view'], index: number): void {
  const { doc, tr } = view.state
  let at = 0
  for (let i = 0; i < index; i++) at += doc.child(i).nodeSize
  view.focus()
  view.dispatch(tr.setSelection(TextSelection.create(doc, at + 2)))
  ;(view.nodeDOM(at) as Element).scrollIntoView()
}

function check(doc: Node, wanted: readonly string[], when: string): void {
  if (ids(doc).join() !== wanted.join()) throw new Error(`The clauses are in another order ${when}.`)
}
