/**
 * Says what somebody who cannot see the sheet has to know: where the caret has come, what a command did to the clauses, who came into the clause and who
 * left it. What is to be said is decided by rules; nothing is said because of what others write. [AC-6 to AC-9]
 */
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import type { Decoration, EditorView } from 'prosemirror-view'
import type { Node } from 'prosemirror-model'
import type { Awareness } from 'y-protocols/awareness'
import type { ClauseNumber } from '#schema/document/numbering.js'
import type { Line } from '#schema/document/tree.js'
import type { Words } from '#schema/words/index.js'
import { shownBy } from '../binding/plugin.js'
import { peopleIn } from '../carets/people.js'
import { labelOfNumber, numbersOf } from '../numbers/index.js'
import { drawnLabels } from '../things/labels.js'
import { companyOf, othersIn } from './company.js'
import { newsOf } from './news.js'
import { rearranged } from './rearranged.js'
import { companySentences, rearrangedSentence, sentenceOf } from './sentences.js'
import { spotOf, type Spot } from './spot.js'

export interface AnnounceOptions {
  readonly words: Words
  /** Says something to somebody who cannot see it. */
  announce(sentence: string): void
  /** Who else is here; without it nobody comes or leaves. */
  readonly awareness?: Awareness
}

/** How many things were done in this view, and not by others. */
const announceKey = new PluginKey<number>('announce')

/** Who comes and goes is told at most this often. */
const companyEveryMs = 2000

/** Whether the same clauses stand at the same levels; most of them are the very same nodes. */
const isSameTree = (one: Node, other: Node): boolean =>
  one.childCount === other.childCount &&
  one.children.every((clause, i) => {
    const { attrs } = other.child(i)
    return clause === other.child(i) || (clause.attrs['id'] === attrs['id'] && clause.attrs['level'] === attrs['level'])
  })

const linesOf = (doc: Node): Line[] =>
  doc.children.map(({ attrs }) => ({ id: String(attrs['id']), level: Number(attrs['level']) }))

const labelAt = (state: EditorState) => (pos: number) => {
  const found = drawnLabels(state)
    .find(pos, pos + 1)
    .find(({ from }) => from === pos) as (Decoration & { spec: { label?: unknown } }) | undefined
  return found?.spec.label === undefined ? '' : String(found.spec.label)
}

/** A clause as people call it, in the text of a state. */
const namesIn =
  (state: EditorState, words: Words, numbers: ReadonlyMap<string, ClauseNumber> = numbersOf(state)) =>
  (id: string): string => {
    const clause = state.doc.children.find(({ attrs }) => attrs['id'] === id)
    const number = numbers.get(id)
    const title = clause?.firstChild?.textContent.trim() || words('editor.untitled')
    return [number ? labelOfNumber(number, words) : '', title].filter(Boolean).join(' ')
  }

class Announcements {
  private spot: Spot | null = null
  private company: ReadonlyMap<string, string> = new Map()
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(
    private readonly view: EditorView,
    private readonly options: AnnounceOptions,
  ) {
    options.awareness?.on('change', this.lookAround)
  }

  destroy(): void {
    this.options.awareness?.off('change', this.lookAround)
    if (this.timer) clearTimeout(this.timer)
  }

  update(before: EditorState): void {
    const { state } = this.view
    const isOwn = announceKey.getState(state) !== announceKey.getState(before)
    if (!isOwn) {
      // What others write may give this place another number; that is no news of one's own.
      if (state.doc !== before.doc && this.spot) this.spot = this.spotNow()
      return
    }
    const done = state.doc === before.doc ? [] : this.done(before)
    const where = this.view.hasFocus() ? this.where() : []
    this.say([...done, ...where])
  }

  /** The caret is there again: where it is, if that is not what was said last. */
  focused(): void {
    this.say(this.where())
  }

  private spotNow(): Spot {
    const { state } = this.view
    return spotOf(state.selection, labelAt(state))
  }

  private where(): string[] {
    const { state } = this.view
    const [before, now] = [this.spot, this.spotNow()]
    this.spot = now
    const name = namesIn(state, this.options.words)
    const sentences = newsOf(before, now).map((news) => sentenceOf(news, this.options.words, name))
    if (before?.clause === now.clause) return sentences
    this.company = this.othersHere(now.clause)
    const company = companyOf(new Map(), this.company)
    return [...sentences, ...companySentences(company, this.options.words)]
  }

  /** What was done to clauses as wholes. */
  private done(before: EditorState): string[] {
    const { words } = this.options
    const { state } = this.view
    const name = namesIn(state, words)
    if (!isSameTree(before.doc, state.doc)) {
      const mine = state.selection.$head.depth > 0 ? String(state.selection.$head.node(1).attrs['id']) : null
      const change = rearranged(linesOf(before.doc), linesOf(state.doc), mine)
      return change ? [rearrangedSentence(change, words, name, namesIn(before, words))] : []
    }
    const changed = state.doc.children.find(
      (clause, i) =>
        clause !== before.doc.child(i) &&
        clause.attrs['id'] === before.doc.child(i).attrs['id'] &&
        clause.attrs['status'] !== before.doc.child(i).attrs['status'],
    )
    if (!changed) return []
    const status = words.dynamic(`editor.status.${String(changed.attrs['status'])}`)
    return [words('say.status', { clause: name(String(changed.attrs['id'])), status })]
  }

  private othersHere(clause: string | null): ReadonlyMap<string, string> {
    const { awareness } = this.options
    return awareness ? othersIn(peopleIn(awareness.getStates(), awareness.clientID), clause) : new Map()
  }

  private readonly lookAround = (): void => {
    this.timer ??= setTimeout(() => {
      this.timer = null
      if (!this.spot || !this.view.hasFocus()) return
      const now = this.othersHere(this.spot.clause)
      const company = companyOf(this.company, now)
      this.company = now
      this.say(companySentences(company, this.options.words))
    }, companyEveryMs)
  }

  private say(sentences: readonly string[]): void {
    if (sentences.length > 0) this.options.announce(sentences.join(' '))
  }
}

export function announcements(options: AnnounceOptions): Plugin<number> {
  let speaker: Announcements | null = null
  return new Plugin<number>({
    key: announceKey,
    state: {
      init: () => 0,
      apply: (tr, done) => (shownBy(tr)?.isRemote || !(tr.docChanged || tr.selectionSet) ? done : done + 1),
    },
    props: { handleDOMEvents: { focus: () => void speaker?.focused() } },
    view: (view) => {
      speaker = new Announcements(view, options)
      return {
        update: (_, before) => speaker?.update(before),
        destroy: () => {
          speaker?.destroy()
          speaker = null
        },
      }
    },
  })
}
