import { dropCursor } from 'prosemirror-dropcursor'
import { keymap } from 'prosemirror-keymap'
import { EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { schema } from '#schema/document/index.js'
import { hintOfTitle } from '#schema/report/beginnings.js'
import type { TextType } from '#schema/vocabulary/documents.js'
import type { Words } from '#schema/words/index.js'
import { announcements } from '../announce/index.js'
import { clauseBinding, openedWith } from '../binding/index.js'
import { carets } from '../carets/index.js'
import { editing } from '../commands/index.js'
import { directions } from '../direction/index.js'
import { form } from '../form/index.js'
import { generated, type GeneratedOptions } from '../generated/index.js'
import { labelOfNumber, mannerOfAnnex, numbers } from '../numbers/index.js'
import { paste, type PasteOptions } from '../paste/index.js'
import { records, type RecordsOptions } from '../records/index.js'
import { slash } from '../slash/index.js'
import { tables } from '../tables/index.js'
import { things, type ThingOptions } from '../things/index.js'
import { lintsPlugin, type LintsOptions } from '../lints/index.js'
import { find, type Found } from '../find/index.js'
import type { WordCounter } from '../manners/index.js'
import { hints } from './hints.js'
import { snapshotOf, type EditorSnapshot } from './snapshot.js'

export type ThingSources = Pick<ThingOptions, 'findItems' | 'itemOf' | 'upload' | 'fileUrl' | 'others'>

export interface EditorViewOptions {
  readonly place: HTMLElement
  readonly doc: Y.Doc
  /** Who else is here; without it nobody is shown, and nobody sees us. */
  readonly awareness?: Awareness
  /** Id of the person who writes. */
  readonly by: string | null
  readonly mayEdit: boolean
  /** The type of a text that says none. */
  readonly usualType: TextType
  readonly words: Words
  /** The name of a person; null where nobody knows it. */
  nameOf(personId: string): string | null
  onChange(snapshot: EditorSnapshot): void
  /** Somebody wants to make or change a link. */
  onLink(): void
  /** Items to cite and pictures to show; what is left out cannot be put in. */
  readonly sources?: ThingSources
  /** What the register knows of the works that are cited; without it only their keys are listed. */
  readonly register?: Pick<GeneratedOptions, 'known' | 'onKnown'>
  /** What the group knows of the records of minutes; without it the text holds none. */
  readonly records?: Omit<RecordsOptions, 'words'>
  /** What a paste left out, and whether it can be made into more. */
  readonly pasting: PasteOptions
  /** What is known besides the text when it is checked, and who hears what was found; without it nothing is checked. */
  readonly checks?: LintsOptions
  /** Hears what was found of what is looked for. */
  onFound(found: Found | null): void
  /** Somebody pressed Escape in the text; true when that meant the room. */
  onEscape(): boolean
  readonly counter: WordCounter
  /** Says something to somebody who cannot see it. */
  announce(words: string): void
  /** A fault that the editor survived. */
  onFault(fault: unknown): void
}

/** The view of a shared text, with everything that makes it an editor. */
export interface DocumentView {
  readonly view: EditorView
  setMayEdit(mayEdit: boolean): void
  destroy(): void
}

/** Makes the editor in `place`: shows the Y.Doc, follows it, and writes into it. */
export function makeEditorView(options: EditorViewOptions): DocumentView {
  const { place, doc, awareness, by, usualType, words, nameOf, onChange, onLink, onFault, announce } = options
  let { mayEdit } = options
  let snapshot: EditorSnapshot | null = null
  const look = (state: EditorState) => {
    const now = snapshotOf(state, snapshot)
    if (now === snapshot) return
    snapshot = now
    onChange(now)
  }
  const ofKind = (what: 'hintTitle' | 'hintText') => (kind: string) =>
    words.has(`editor.${what}.${kind}`) ? words.dynamic(`editor.${what}.${kind}`) : words(`editor.${what}.CLAUSE`)

  const binding = clauseBinding({ doc, by, onFault })
  const state = EditorState.create({
    schema,
    doc: openedWith(binding),
    plugins: [
      // First: what the others draw is looked up in what it has shown.
      binding,
      form({ doc, usualType }),
      keymap({
        'Mod-k': () => {
          onLink()
          return true
        },
      }),
      slash({ words, isMinutes: options.records !== undefined }),
      ...tables(),
      ...(options.records ? records({ ...options.records, words }) : []),
      ...things({ ...options.sources, words, type: usualType, onFault }),
      paste(options.pasting),
      find({ onFound: options.onFound }),
      keymap({ Escape: () => options.onEscape() }),
      ...editing(),
      ...(options.checks ? [lintsPlugin(options.checks)] : []),
      dropCursor({ class: 'drop-cursor', color: false }),
      directions(words.dir),
      numbers({
        type: usualType,
        label: (number) => labelOfNumber(number, words),
        manner: (number, isInformative) => mannerOfAnnex(number, isInformative, words),
      }),
      hints({
        title: ofKind('hintTitle'),
        text: (kind, title) => {
          const hint = kind === 'CLAUSE' ? hintOfTitle(title) : null
          return hint === null ? ofKind('hintText')(kind) : words.dynamic(`writing.hint.${hint}`)
        },
        rescued: (person) => words('editor.rescued', { name: (person && nameOf(person)) ?? words('editor.somebody') }),
        keep: words('editor.rescuedKeep'),
      }),
      generated({ ...options.register, type: usualType, words }),
      ...(awareness ? [carets({ awareness })] : []),
      announcements({ words, announce, awareness }),
      options.counter.plugin(),
      // Last: it tells what all of them have made of it.
      new Plugin({
        key: new PluginKey('snapshot'),
        view: (view) => {
          look(view.state)
          return { update: ({ state: now }) => look(now) }
        },
      }),
    ],
  })
  // The style sheet writes what a paragraph is before it; the words are the reader's language.
  for (const kind of ['NOTE', 'EXAMPLE', 'REQUIREMENT'] as const)
    place.style.setProperty(`--word-${kind.toLowerCase()}`, JSON.stringify(words(`editor.block.${kind}`)))
  const view = new EditorView(place, {
    state,
    editable: () => mayEdit,
    // Tools above and the line below stay where they are: what is to be seen must not lie under them.
    scrollThreshold: { top: 80, bottom: 64, left: 0, right: 0 },
    scrollMargin: { top: 96, bottom: 80, left: 0, right: 0 },
    attributes: () => ({
      class: 'sheet-text',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-readonly': String(!mayEdit),
      'aria-label': words('editor.sheet'),
      // Also where nothing may be written: to walk and copy by keyboard.
      tabindex: '0',
      spellcheck: 'true',
    }),
  })
  return {
    view,
    setMayEdit(now) {
      if (now === mayEdit) return
      mayEdit = now
      view.setProps({})
    },
    destroy: () => view.destroy(),
  }
}
