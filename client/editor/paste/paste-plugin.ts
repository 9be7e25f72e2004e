/** What comes from the clipboard of other programs, made into clean blocks. Pasting any number of blocks is one step of undo. */
import { NodeSelection, Plugin, PluginKey, TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { Fragment, Slice } from 'prosemirror-model'
import { isFree } from '../commands/insert-block.js'
import { beginsWithHeading, cleanHtml, isOurs } from './clean-html.js'
import type { Dropped } from './dropped.js'
import { blocksOfMarkdown, looksLikeMarkdown, sliceOf } from './markdown.js'

export interface PasteOptions {
  /** Told what a paste left out; not called when nothing was. */
  onDropped(dropped: readonly Dropped[]): void
  /** What was pasted as plain text looks like Markdown: `take` makes blocks of it, as long as nobody has changed it. */
  onMarkdown?(take: () => boolean): void
}

interface Offer {
  readonly from: number
  readonly to: number
  readonly written: string
}

const offerKey = new PluginKey<Offer | null>('markdown-offer')

/** The text that was pasted last and may be Markdown; null where there is none. */
export const markdownOffer = (state: EditorState): Offer | null => offerKey.getState(state) ?? null

const textOf = (state: EditorState, { from, to }: Offer): string => state.doc.textBetween(from, to, '\n', '\ufffc')

/** Makes blocks of the pasted Markdown; false when there is none, or it is no more what was pasted. */
export const takeMarkdown: Command = (state, dispatch) => {
  const offer = markdownOffer(state)
  if (!offer || textOf(state, offer) !== plain(offer.written).join('\n')) return false
  const { tr } = state
  tr.setSelection(TextSelection.create(tr.doc, offer.from, offer.to))
  tr.replaceSelection(sliceOf(blocksOfMarkdown(offer.written).blocks))
  dispatch?.(tr.setMeta(offerKey, 'taken').setMeta('paste', true).scrollIntoView())
  return true
}

const plain = (written: string): string[] => written.split(/(?:\r\n?|\n)+/).filter((line) => line !== '')

/** Pastes text line by line, and keeps it as an offer when it looks like Markdown. */
export const pastePlain =
  (written: string): Command =>
  (state, dispatch) => {
    const { para } = state.schema.nodes
    if (state.selection.$from.parent.type !== para || !looksLikeMarkdown(written)) return false
    const blocks = plain(written).map((line) => para!.create(null, state.schema.text(line)))
    const tr = state.tr.replaceSelection(new Slice(Fragment.from(blocks), 1, 1))
    const offer: Offer = { from: tr.mapping.map(state.selection.from, -1), to: tr.selection.to, written }
    dispatch?.(tr.setMeta(offerKey, offer).setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView())
    return true
  }

/** Whether what is pasted here stands between clauses: a clause is selected as a whole, or nothing is written yet after the caret in its clause. */
export function isAtBoundary({ selection }: EditorState): boolean {
  if (selection instanceof NodeSelection) return selection.node.type.name === 'clause'
  const { $from, empty } = selection
  if (!empty || $from.depth !== 2) return false
  const clause = $from.node(1)
  const isLast = $from.index(1) === clause.childCount - 1
  const isTitleEnd = $from.parent.type.name === 'clause_title' && $from.parentOffset === $from.parent.content.size
  return isLast && (isTitleEnd || isFree($from.parent))
}

const isCode = ({ selection: { $from } }: EditorState): boolean =>
  $from.parent.type.name === 'para' && $from.parent.attrs['kind'] === 'CODE'

export const paste = ({ onDropped, onMarkdown }: PasteOptions): Plugin<Offer | null> =>
  new Plugin<Offer | null>({
    key: offerKey,
    state: {
      init: () => null,
      apply(tr, held) {
        const told = tr.getMeta(offerKey) as Offer | 'taken' | undefined
        if (told) return told === 'taken' ? null : told
        if (!held || !tr.docChanged) return held
        const [from, to] = [tr.mapping.map(held.from, 1), tr.mapping.map(held.to, -1)]
        return from < to ? { ...held, from, to } : null
      },
    },
    props: {
      transformPastedHTML(html, view) {
        if (isOurs(html)) return html
        const isStructure = isAtBoundary(view.state) && beginsWithHeading(html)
        const cleaned = cleanHtml(html, { headings: isStructure ? 'CLAUSES' : 'PARAGRAPHS' })
        if (cleaned.dropped.length > 0) onDropped(cleaned.dropped)
        return cleaned.html
      },
      handlePaste(view, event) {
        const written = event.clipboardData?.getData('text/plain') ?? ''
        const html = event.clipboardData?.getData('text/html') ?? ''
        // In code every character stays what it is.
        if (isCode(view.state) && written !== '') {
          view.dispatch(
            view.state.tr.insertText(written.replaceAll(/\r\n?/g, '\n')).setMeta('paste', true).scrollIntoView(),
          )
          return true
        }
        if (html !== '' || !onMarkdown || !pastePlain(written)(view.state, view.dispatch)) return false
        onMarkdown(() => {
          const { dropped } = blocksOfMarkdown(written)
          const isTaken = takeMarkdown(view.state, view.dispatch)
          if (isTaken && dropped.length > 0) onDropped(dropped)
          return isTaken
        })
        return true
      },
    },
  })
