import { useRef, useState, type ReactNode } from 'react'
import type { Words } from '#schema/words/index.js'
import { Button, Notice, useAnnounce, useWords } from '../ui/index.js'

/** A secret just made, this once. Without scripts, or where copying is not allowed, it is marked to be copied by hand. */
export function NewSecret({ title, secret, children }: { title: string; secret: string; children: ReactNode }) {
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
        title={title}
        actions={
          <Button size="small" className="js-only" onClick={() => void copy()}>
            {words(isCopied ? 'identity.copied' : 'identity.copy')}
          </Button>
        }
      >
        {children}
        <code ref={text} className="secret" translate="no">
          {secret}
        </code>
      </Notice>
    </div>
  )
}
