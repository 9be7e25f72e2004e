import { useRef, useState } from 'react'
import type { Words } from '#schema/words/index.js'
import { Button, Notice, useAnnounce, useWords } from '../../ui/index.js'

/** The secret of a new token, this once. Without scripts, or where copying is not allowed, it is marked to be copied by hand. */
export function NewSecret({ name, secret }: { name: string; secret: string }) {
  const words = useWords<Words>()
  const announce = useAnnounce()
  const text = useRef<HTMLElement>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    getSelection()?.selectAllChildren(text.current!)
    try {
      await navigator.clipboard.writeText(secret)
    } catch {
      // Copying is not allowed here; the secret is marked, and Ctrl+C does it.
      return announce(words('identity.copyByHand'))
    }
    setCopied(true)
    announce(words('identity.copied'))
  }
  return (
    <div role="status">
      <Notice
        kind="good"
        title={words('identity.tokenMadeTitle', { name })}
        actions={
          <Button size="small" className="js-only" onClick={() => void copy()}>
            {words(isCopied ? 'identity.copied' : 'identity.copy')}
          </Button>
        }
      >
        {words('identity.tokenMadeText')}
        <code ref={text} className="secret" translate="no">
          {secret}
        </code>
      </Notice>
    </div>
  )
}
