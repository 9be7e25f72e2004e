import { useRef, useState, type FormEvent } from 'react'
import { useRevalidator } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { fieldRefusals } from '../../app/forms.js'
import { Refused, upload } from '../../api/index.js'
import { Button, Notice, useWords } from '../../ui/index.js'

type Sending =
  | { readonly kind: 'IDLE' }
  | { readonly kind: 'SENDING'; readonly name: string; readonly share: number }
  | { readonly kind: 'SENT' | 'STOPPED'; readonly name: string }
  | { readonly kind: 'REFUSED'; readonly sentence: string }

/**
 * Sends a Word document or PDF for a contribution, with the share that has gone and a way to stop. Without script the same form posts itself and comes
 * back to the page.
 */
export function SendFile({ contributionId, back }: { contributionId: string; back: string }) {
  const words = useWords<Words>()
  const { revalidate } = useRevalidator()
  const [sending, setSending] = useState<Sending>({ kind: 'IDLE' })
  const stop = useRef<AbortController>(null)
  const input = useRef<HTMLInputElement>(null)
  const path = `/files?contribution=${contributionId}`

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const file = input.current?.files?.[0]
    if (!file) return
    const { name } = file
    const controller = new AbortController()
    stop.current = controller
    setSending({ kind: 'SENDING', name, share: 0 })
    try {
      await upload({
        path: `${path}&name=${encodeURIComponent(name)}`,
        file,
        language: words.locale,
        onProgress: (share) => setSending({ kind: 'SENDING', name, share }),
        signal: controller.signal,
      })
      setSending({ kind: 'SENT', name })
      if (input.current) input.current.value = ''
      await revalidate()
    } catch (error) {
      if (controller.signal.aborted) setSending({ kind: 'STOPPED', name })
      else if (error instanceof Refused) {
        setSending({ kind: 'REFUSED', sentence: fieldRefusals(error.refusals, words)[0]?.sentence ?? '' })
      } else throw error
    }
  }

  return (
    <form
      className="form"
      method="post"
      action={path}
      encType="multipart/form-data"
      onSubmit={(event) => void send(event)}
    >
      <input type="hidden" name="back" value={back} />
      <div className="field">
        <label className="field-label" htmlFor="contribution-file">
          {words('contribution.file')}
        </label>
        <p className="field-hint" id="contribution-file-hint">
          {words('contribution.sendHint')}
        </p>
        <input
          ref={input}
          id="contribution-file"
          className="input"
          type="file"
          name="file"
          required
          accept=".docx,.pdf,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          aria-describedby="contribution-file-hint"
        />
      </div>
      <div className="cluster gap-2 align-center">
        <Button type="submit" disabled={sending.kind === 'SENDING'}>
          {words('contribution.send')}
        </Button>
        {sending.kind === 'SENDING' && (
          <>
            <progress value={sending.share} max={1} aria-label={sending.name} />
            <span>{words('contribution.sending', { share: sending.share, name: sending.name })}</span>
            <Button kind="quiet" onClick={() => stop.current?.abort()}>
              {words('contribution.stopSending')}
            </Button>
          </>
        )}
      </div>
      <div role="status" className="spaced">
        {sending.kind === 'SENT' && words('contribution.sent', { name: sending.name })}
        {sending.kind === 'STOPPED' && words('contribution.stopped', { name: sending.name })}
        {sending.kind === 'REFUSED' && (
          <Notice kind="bad" title={words('contribution.notSent')}>
            {sending.sentence}
          </Notice>
        )}
      </div>
    </form>
  )
}
