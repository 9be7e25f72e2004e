import { useState, type FormEvent } from 'react'
import type { EditorView } from 'prosemirror-view'
import { safeHref } from '#schema/document/links.js'
import type { Words } from '#schema/words/index.js'
import { Button, Dialog, TextField, useWords } from '../../ui/index.js'
import { blockCommands } from '../commands/index.js'

/** Asks for the address of a link. One that is not safe to follow is refused beside the field, and what was typed stays. */
export function LinkDialog({ view, href, onClose }: { view: EditorView; href: string | null; onClose(): void }) {
  const words = useWords<Words>()
  const [isUnsafe, setUnsafe] = useState(false)
  const hasPlace = href !== null || !view.state.selection.empty
  const close = () => {
    onClose()
    setTimeout(() => view.focus())
  }
  const set = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('address') ?? '').trim()
    const address = /^[\w.-]+\.[a-z]{2,}(\/|$)/i.test(typed) ? `https://${typed}` : typed
    if (safeHref(address) === null) return setUnsafe(true)
    blockCommands.setLink(address)(view.state, view.dispatch)
    close()
  }
  const remove = () => {
    blockCommands.setLink(null)(view.state, view.dispatch)
    close()
  }
  return (
    <Dialog title={words('editor.linkTitle')} isOpen onClose={close}>
      {hasPlace ? (
        <form className="stack gap-4" onSubmit={set}>
          <TextField
            name="address"
            label={words('editor.linkAddress')}
            hint={words('editor.linkHint')}
            defaultValue={href ?? ''}
            autoFocus
            refusal={isUnsafe ? words('editor.linkUnsafe') : undefined}
          />
          <div className="cluster gap-2">
            <Button kind="primary" type="submit">
              {words('editor.linkSet')}
            </Button>
            {href !== null && <Button onClick={remove}>{words('editor.linkRemove')}</Button>}
          </div>
        </form>
      ) : (
        <p>{words('editor.linkNothing')}</p>
      )}
    </Dialog>
  )
}
