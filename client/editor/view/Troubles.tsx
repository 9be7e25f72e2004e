import { useState } from 'react'
import type * as Y from 'yjs'
import { documentText } from '#schema/document/text.js'
import type { Words } from '#schema/words/index.js'
import { Button, Dialog, LinkButton, Notice, TextArea, useWords } from '../../ui/index.js'
import { endings, isAtRisk, refusalOf, waitingOf, type ConnectionState } from '../connection/index.js'

/** What is wrong with the line, what became of the work, and what to do. Nothing while all is well. */
export function Troubles({
  state,
  doc,
  signInHref,
  onAgain,
}: {
  state: ConnectionState
  doc: Y.Doc
  signInHref: string
  onAgain(): void
}) {
  const words = useWords<Words>()
  const waiting = waitingOf(state)
  const reload = (
    <Button size="small" onClick={() => location.reload()}>
      {words('editor.reload')}
    </Button>
  )
  const again = (
    <Button size="small" onClick={onAgain}>
      {words('editor.again')}
    </Button>
  )
  const copy = isAtRisk(state) && <CopyText doc={doc} />
  if (state.phase === 'ENDED' && state.ending) {
    const cure = endings[state.ending]
    return (
      <Notice
        kind="bad"
        title={words(`editor.end.${state.ending}.title`)}
        actions={
          <>
            {copy}
            {cure === 'RELOAD' && reload}
            {cure === 'SIGN_IN' && (
              <>
                <LinkButton size="small" href={signInHref} target="_blank">
                  {words('editor.signIn')}
                </LinkButton>
                {again}
              </>
            )}
          </>
        }
      >
        {words(`editor.end.${state.ending}`)}{' '}
        {isAtRisk(state) ? words('editor.endAtRisk') : waiting > 0 && words('editor.endKept', { waiting })}
      </Notice>
    )
  }
  const refused = refusalOf(state)
  if (refused)
    return (
      <Notice
        kind="bad"
        title={words('editor.refusedTitle')}
        actions={
          <>
            {copy}
            {reload}
          </>
        }
      >
        {words(`editor.refused.${refused}`)}
      </Notice>
    )
  if (state.choices > 0) return null
  if (state.phase === 'OFFLINE')
    return (
      <Notice kind="attention" title={words('editor.offlineTitle')} actions={again}>
        {words(
          !state.standing?.mayEdit ? 'editor.offlineReading' : state.isKept ? 'editor.offlineKept' : 'editor.offline',
          { waiting },
        )}
      </Notice>
    )
  if (!state.storingWorks)
    return (
      <Notice kind="attention" title={words('editor.storingFailsTitle')} actions={copy}>
        {words('editor.storingFails', { waiting })}
      </Notice>
    )
  return null
}

/** The words of the whole text, to be kept elsewhere. */
function CopyText({ doc }: { doc: Y.Doc }) {
  const words = useWords<Words>()
  return <CopyWords label={words('editor.copyText')} wordsOf={() => documentText(doc)} />
}

/** Words to be kept elsewhere. Shown as well, since a browser may refuse the clipboard. */
export function CopyWords({ label, wordsOf }: { label: string; wordsOf(): string }) {
  const words = useWords<Words>()
  const [text, setText] = useState<string | null>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    const all = wordsOf()
    setText(all)
    setCopied(false)
    try {
      await navigator.clipboard.writeText(all)
      setCopied(true)
    } catch (fault) {
      // A refused clipboard takes nothing away: the text stands in the dialog, which says that it was not copied.
      if (!(fault instanceof DOMException) && navigator.clipboard) reportError(fault)
    }
  }
  return (
    <>
      <Button size="small" kind="primary" onClick={() => void copy()}>
        {label}
      </Button>
      <Dialog title={label} size="wide" isOpen={text !== null} onClose={() => setText(null)}>
        <TextArea
          name="text"
          label={words('editor.copyLabel')}
          hint={words(isCopied ? 'editor.copyHint' : 'editor.copyRefused')}
          value={text ?? ''}
          readOnly
          rows={14}
          onFocus={(event) => event.currentTarget.select()}
        />
      </Dialog>
    </>
  )
}
