/** The tables and figures of the text below the outline: numbers and captions, each leading to its place. Counted when it is opened, and while it is open when the text has come to rest. [GE-5] */
import { useMemo, useState } from 'react'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { TextForm } from '#schema/document/index.js'
import type { Words } from '#schema/words/index.js'
import { useWords } from '../../ui/index.js'
import { targetsIn, type Target } from '../things/index.js'

export interface FramesListProps {
  readonly view: EditorView
  readonly form: TextForm
  /** Another one whenever the text may have other tables and figures. */
  readonly atRest: unknown
  onJump(): void
}

/** Puts the caret into a table or figure, and brings it on the screen. */
function goToFrame(view: EditorView, { pos, label }: Target, frames: () => readonly Target[]): void {
  // Somebody may have written before it since it was counted.
  const now = frames().find((one) => one.label === label)?.pos ?? pos
  if (now >= view.state.doc.content.size) return
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(now + 1))))
  view.focus()
  ;(view.nodeDOM(now) as Element | null)?.scrollIntoView({ block: 'center' })
}

export function FramesList({ view, form, atRest, onJump }: FramesListProps) {
  const words = useWords<Words>()
  const [isOpen, setOpen] = useState(false)
  const find = () => targetsIn(view.state.doc, form, words).filter(({ target }) => target === 'FRAME')
  const frames = useMemo(
    () => (isOpen ? find() : []),
    // `atRest` is what says that the text may have changed.
    [isOpen, atRest, form, words, view],
  )
  return (
    <details className="outline-frames" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words('editor.frames')}</summary>
      {frames.length === 0 ? (
        <p className="soft">{words('editor.noFrames')}</p>
      ) : (
        <ol>
          {frames.map((frame) => (
            <li key={frame.label}>
              <button
                type="button"
                onClick={() => {
                  onJump()
                  goToFrame(view, frame, find)
                }}
              >
                <span className="soft">{frame.label}</span> <bdi>{frame.title}</bdi>
              </button>
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}
