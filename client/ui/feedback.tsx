/** The faces of a page besides its content: a notice, nothing yet, not there yet, refused, offline. */
import { useSyncExternalStore, type ReactNode } from 'react'
import { classNames } from './class-names.js'
import { Shape, type ShapeName } from './Shape.js'
import { Button } from './Button.js'
import { useWords } from './words.js'

export type NoticeKind = 'info' | 'example' | 'attention' | 'bad' | 'good'

const shapes: Record<NoticeKind, ShapeName> = {
  info: 'ring',
  example: 'diamond',
  attention: 'triangle',
  bad: 'cross',
  good: 'full',
}

/** A remark that belongs to what is around it. `isBanner` spans the page: the example label, non-endorsement. */
export function Notice({
  kind = 'info',
  title,
  children,
  actions,
  isBanner = false,
}: {
  kind?: NoticeKind
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  isBanner?: boolean
}) {
  return (
    <div className={classNames('notice', `notice-${kind}`, isBanner && 'notice-banner')} role="note">
      <div className="notice-inner">
        <Shape name={shapes[kind]} />
        <div className="notice-words">
          {title && <strong>{title}</strong>} {children}
        </div>
        {actions && <div className="cluster gap-2 align-center">{actions}</div>}
      </div>
    </div>
  )
}

/** An empty place teaches: what belongs here, why, and the button that starts it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div className="empty-words">{children}</div>}
      {action}
    </div>
  )
}

/** Grey lines where text will be. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} />
      ))}
    </div>
  )
}

/** At work. Without `done` nobody knows how long; with it, the part done (0 to 1). Long work can be cancelled. */
export function Loading({
  label,
  done,
  onCancel,
  lines,
}: {
  label?: string
  done?: number
  onCancel?: () => void
  lines?: number
}) {
  const words = useWords()
  const text = label ?? words('ui.loading')
  return (
    <div className="loading" role="status">
      {lines ? (
        <>
          <span className="visually-hidden">{text}</span>
          <Skeleton lines={lines} />
        </>
      ) : (
        <>
          <p className="loading-words">{text}</p>
          <progress className="progress" aria-label={text} {...(done !== undefined && { value: done, max: 1 })} />
          {onCancel && (
            <Button size="small" onClick={onCancel}>
              {words('ui.cancel')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

/** A page that could not be: what happened, what became of the work, what to do next. */
export function Refused({
  title,
  sentence,
  reference,
  actions,
}: {
  title: ReactNode
  sentence: ReactNode
  /** Of a fault, to be named when reporting it. */
  reference?: string
  actions?: ReactNode
}) {
  const words = useWords()
  return (
    <div className="refused">
      <h1>{title}</h1>
      <p className="lead">{sentence}</p>
      {reference && (
        <p className="refused-reference">
          {words('ui.reference')} <code>{reference}</code>
        </p>
      )}
      {actions && <div className="cluster gap-2 align-center">{actions}</div>}
    </div>
  )
}

/** The same beside what was refused, spoken at once. */
export const RefusedInline = ({ sentence, actions }: { sentence: ReactNode; actions?: ReactNode }) => (
  <div className="notice notice-bad" role="alert">
    <div className="notice-inner">
      <Shape name="cross" />
      <div className="notice-words">{sentence}</div>
      {actions}
    </div>
  </div>
)

const connection = (listener: () => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Whether the browser has a connection; true on the server. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    connection,
    () => navigator.onLine,
    () => true,
  )

/** Shows itself while there is no connection; `isOffline` decides instead of the browser where the caller knows better. */
export function OfflineNotice({ isOffline, children }: { isOffline?: boolean; children?: ReactNode }) {
  const words = useWords()
  const isOnline = useOnline()
  return (
    <div role="status">
      {(isOffline ?? !isOnline) && (
        <Notice kind="attention" title={words('ui.offlineTitle')} isBanner>
          {children ?? words('ui.offline')}
        </Notice>
      )}
    </div>
  )
}
