import type { ComponentPropsWithoutRef, ReactNode, Ref } from 'react'
import { classNames } from './class-names.js'
import { Link, type UiLinkProps } from './words.js'

export type ButtonKind = 'plain' | 'primary' | 'quiet' | 'danger'

interface Look {
  /** One primary a page at most; `quiet` has no border; `danger` ends or withdraws. */
  kind?: ButtonKind
  size?: 'normal' | 'small'
  children: ReactNode
}

const look = ({ kind = 'plain', size = 'normal' }: Omit<Look, 'children'>, className?: string) =>
  classNames('btn', `btn-${kind}`, size === 'small' && 'btn-small', className)

export type ButtonProps = Look &
  Omit<ComponentPropsWithoutRef<'button'>, 'children'> & {
    /** At work: shown, announced, and not to be pressed again. Stays focusable. */
    isBusy?: boolean
    ref?: Ref<HTMLButtonElement>
  }

/** Does something here. `type` is 'button' unless said otherwise; in a form say `type="submit"`. */
export function Button({
  kind,
  size,
  isBusy = false,
  type = 'button',
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={look({ kind, size }, className)}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    >
      {children}
    </button>
  )
}

/** Goes somewhere, and looks like a button. */
export function LinkButton({ kind, size, className, children, ...rest }: Look & Omit<UiLinkProps, 'children'>) {
  return (
    <Link {...rest} className={look({ kind, size }, className)}>
      {children}
    </Link>
  )
}
