import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Button, LinkButton, type ButtonKind } from './Button.js'
import { useHydrated } from './hydrated.js'

export interface DialogProps {
  title: ReactNode
  isOpen: boolean
  /** Escape, the close button, and a press outside (unless `mustDecide`). */
  onClose(): void
  children: ReactNode
  /** Buttons at the foot. */
  actions?: ReactNode
  size?: 'normal' | 'wide'
  /** A question that a stray click may not answer. */
  mustDecide?: boolean
}

const AriaDialog = lazy(() => import('./AriaDialog.js'))

/** Takes the focus, keeps it, and gives it back. Opens only where scripts run: give its purpose an address of its own as well. */
export function Dialog(props: DialogProps) {
  if (!props.isOpen) return null
  return (
    <Suspense fallback={null}>
      <AriaDialog {...props} />
    </Suspense>
  )
}

export interface DialogLinkProps extends Pick<DialogProps, 'title' | 'size' | 'mustDecide'> {
  /** The page that does the same: followed where scripts do not run, or when opened in a new tab. */
  href: string
  label: ReactNode
  kind?: ButtonKind
  /** `close` ends the dialog from within. */
  children(close: () => void): ReactNode
}

/** A link that opens its matter in a dialog where it can, and goes to the page where it cannot. */
export function DialogLink({ href, label, kind, children, ...dialog }: DialogLinkProps) {
  const [isOpen, setOpen] = useState(false)
  const isHydrated = useHydrated()
  const close = () => setOpen(false)
  return (
    <>
      {isHydrated ? (
        <Button kind={kind} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {label}
        </Button>
      ) : (
        <LinkButton kind={kind} href={href}>
          {label}
        </LinkButton>
      )}
      <Dialog {...dialog} isOpen={isOpen} onClose={close}>
        {children(close)}
      </Dialog>
    </>
  )
}
