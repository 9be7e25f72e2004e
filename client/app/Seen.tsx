import { useState, type ReactNode } from 'react'
import { useNavigation } from 'react-router'

/**
 * Around a form on a page that others change meanwhile. Until somebody sets foot in the form it shows the newest state. From then on what is typed stays, and
 * the form goes on naming the revision that it was typed against: news would otherwise bring the newer revision along, and saving would go over what
 * another wrote without a word. Once the form was answered it names the new revision: it was saved, or has said that somebody was faster. [AG-3]
 */
export function Seen({
  revision,
  id,
  field = 'id',
  children,
}: {
  /** The newest revision of what is changed. */
  revision: number
  /** The field of the form, and its value, by which it is known that this form was sent and no other of the page. */
  id: string
  field?: string
  children: (seen: number) => ReactNode
}) {
  const { state, formData } = useNavigation()
  const [it, setIt] = useState({ revision, isTouched: false, isSent: false, opened: 0 })
  const isSending = state !== 'idle' && formData?.get(field) === id
  if (isSending && !it.isSent) setIt({ ...it, isSent: true })
  else if (state === 'idle' && it.isSent) setIt({ ...it, isSent: false, revision })
  else if (!it.isTouched && !it.isSent && revision !== it.revision) setIt({ ...it, revision, opened: it.opened + 1 })
  return (
    <div key={it.opened} onFocus={() => setIt((now) => (now.isTouched ? now : { ...now, isTouched: true }))}>
      {children(it.revision)}
    </div>
  )
}
