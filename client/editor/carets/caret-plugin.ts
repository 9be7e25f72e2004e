/** Others' carets and selections, drawn over the text, and one's own, told to others. */
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import { bindingOf, type ClausePlace } from '../binding/index.js'
import { movedEnds } from './moved.js'
import { peopleIn, type SharedPlace } from './people.js'

/** Somebody's caret, found in the view. */
interface Caret {
  readonly client: number
  readonly name: string
  readonly hue: number
  readonly anchor: number
  readonly head: number
  /** It has not moved for a while. */
  readonly isIdle: boolean
}

interface Drawn {
  readonly carets: readonly Caret[]
  readonly decorations: DecorationSet
  /** What is drawn is where `carets` say. */
  readonly isSure: boolean
}

const caretKey = new PluginKey<Drawn>('carets')
const nothing: Drawn = { carets: [], decorations: DecorationSet.empty, isSure: true }

/** How often one's own caret is told to others at most. */
const tellEveryMs = 120
const idleAfterMs = 20_000

const element = (name: string, className: string): HTMLElement =>
  Object.assign(document.createElement(name), { className })

/** A line between two letters, and the name at the edge of the sheet, on the same line of text: no letter is covered. */
function drawCaret({ name, hue, isIdle }: Caret): HTMLElement {
  const caret = element('span', `caret caret-hue-${hue}${isIdle ? ' caret-idle' : ''}`)
  // Screen readers hear who is where from the outline; in the middle of a sentence a name would be a word too many.
  caret.setAttribute('aria-hidden', 'true')
  caret.title = name
  const label = element('span', 'caret-name')
  label.append(Object.assign(document.createElement('bdi'), { textContent: name }))
  caret.append(label)
  return caret
}

function draw(state: EditorState, carets: readonly Caret[]): Drawn {
  const decorations = carets.flatMap((caret) => {
    const { client, name, hue, isIdle, anchor, head } = caret
    const line = Decoration.widget(head, () => drawCaret(caret), {
      key: `${client} ${hue} ${isIdle} ${name}`,
      side: 10,
      ignoreSelection: true,
    })
    const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)]
    const range = from < to ? [Decoration.inline(from, to, { class: `caret-range caret-hue-${hue}` })] : []
    return [line, ...range]
  })
  return { carets, decorations: DecorationSet.create(state.doc, decorations), isSure: true }
}

const isSame = (one: Caret, other: Caret) =>
  one.client === other.client &&
  one.head === other.head &&
  one.anchor === other.anchor &&
  one.hue === other.hue &&
  one.isIdle === other.isIdle &&
  one.name === other.name

export function carets({ awareness }: { readonly awareness: Awareness }): Plugin<Drawn> {
  return new Plugin<Drawn>({
    key: caretKey,
    state: {
      init: () => nothing,
      apply(tr, held, _, state) {
        const found = tr.getMeta(caretKey) as readonly Caret[] | undefined
        if (found) return draw(state, found)
        if (!tr.docChanged || held.carets.length === 0) return held
        // Good enough until the places are looked up again, in the next frame.
        const moved = movedEnds(held.carets, tr.mapping)
        const isSure = held.isSure && moved !== null
        return { carets: moved ?? held.carets, decorations: held.decorations.map(tr.mapping, tr.doc), isSure }
      },
    },
    props: { decorations: (state) => caretKey.getState(state)?.decorations },
    view: (view) => new CaretView(view, awareness),
  })
}

class CaretView {
  /** What each other window last said of its caret, and when that was heard. */
  private readonly heard = new Map<number, { said: string; at: number }>()
  private frame = 0
  private lookedAt: EditorState['doc'] | null = null
  private timer: ReturnType<typeof setTimeout> | null = null
  private readonly idle: ReturnType<typeof setInterval>
  private told = ''

  constructor(
    private readonly view: EditorView,
    private readonly awareness: Awareness,
  ) {
    awareness.on('change', this.lookSoon)
    this.idle = setInterval(this.lookSoon, idleAfterMs / 4)
    this.lookSoon()
  }

  update(view: EditorView, before: EditorState): void {
    if (view.state.doc !== this.lookedAt) this.lookSoon()
    if (!view.state.selection.eq(before.selection) || view.state.doc !== before.doc) this.tellSoon()
  }

  destroy(): void {
    this.awareness.off('change', this.lookSoon)
    clearInterval(this.idle)
    cancelAnimationFrame(this.frame)
    if (this.timer) clearTimeout(this.timer)
  }

  private readonly lookSoon = (): void => {
    if (this.frame === 0)
      this.frame = requestAnimationFrame(() => {
        this.frame = 0
        this.look()
      })
  }

  private look(): void {
    const { view, awareness } = this
    // A caret in the word that an input method is composing would end the composition.
    if (view.isDestroyed || view.composing) return
    const now = performance.now()
    const found: Caret[] = []
    const seen = new Set<number>()
    for (const { name, hue, sessions } of peopleIn(awareness.getStates(), awareness.clientID)) {
      for (const { client, anchor, head } of sessions) {
        seen.add(client)
        const said = JSON.stringify([anchor, head])
        const known = this.heard.get(client)
        const at = known?.said === said ? known.at : now
        if (known?.said !== said) this.heard.set(client, { said, at: now })
        const [from, to] = [this.find(anchor), this.find(head)]
        if (from !== null && to !== null)
          found.push({ client, name, hue, anchor: from, head: to, isIdle: now - at > idleAfterMs })
      }
    }
    for (const client of this.heard.keys()) if (!seen.has(client)) this.heard.delete(client)
    const { carets: shown, isSure } = caretKey.getState(view.state)!
    this.lookedAt = view.state.doc
    // While somebody types, the carets of others mostly went along: drawing them again would be another turn of the editor for each letter.
    if (isSure && shown.length === found.length && found.every((caret, i) => isSame(caret, shown[i]!))) return
    if (shown.length === 0 && found.length === 0) return
    view.dispatch(view.state.tr.setMeta(caretKey, found).setMeta('addToHistory', false))
  }

  private find(place: SharedPlace): number | null {
    try {
      return bindingOf(this.view.state).posOf(place as ClausePlace)
    } catch {
      // Another program says where its caret is, in whatever shape. A place that cannot be understood is not drawn; nothing else depends on it.
      return null
    }
  }

  private tellSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null
      this.tell()
    }, tellEveryMs)
  }

  private tell(): void {
    const { view, awareness } = this
    if (view.isDestroyed) return
    const binding = bindingOf(view.state)
    const { anchor, head } = view.state.selection
    const caret = { anchor: binding.placeOf(anchor), head: binding.placeOf(head) }
    const said = JSON.stringify(caret)
    if (said === this.told || !caret.anchor || !caret.head) return
    this.told = said
    awareness.setLocalStateField('caret', caret)
  }
}
