import { useEffect, useRef, type ChangeEvent, type FormEvent, type ReactNode } from 'react'
import { carriedParams } from './address.js'
import { Button } from './Button.js'
import { useHydrated } from './hydrated.js'
import { TextField } from './TextField.js'
import { FormElement } from './words.js'

export interface FilterFormProps {
  /** Path and query of the list. */
  address: string
  /** The landmark's name: "Search and filter the items". */
  label: string
  /** Label of the search box. Its parameter is `q`. */
  search: string
  placeholder?: string
  /** What is chosen, by parameter; `q` is the search. Parameters not named here are carried along as they are. */
  values: Readonly<Record<string, readonly string[]>>
  /** Head of the choices where they fold away: "Filters (2)". */
  summary: ReactNode
  submit: string
  /** Sends only when the button is pressed, which is then in sight: for a search that leads to another page. */
  isSentByHand?: boolean
  /** CheckboxGroups and RadioGroups, named after their parameters. */
  children?: ReactNode
}

/** Milliseconds after the last letter before the list is asked for again. */
const PAUSE = 250

/**
 * Search and filters of a list, in its address: a GET form. With scripts each change sends it by itself. Where there is little room the
 * choices fold away and the search stays.
 */
export function FilterForm(props: FilterFormProps) {
  const { address, label, search, placeholder, values, summary, submit, isSentByHand = false, children } = props
  const isHydrated = useHydrated()
  const place = useRef<HTMLDivElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { path, fields } = carriedParams(address, Object.keys(values))

  // The form is never made anew, which would take the focus away from who is choosing; so it follows an address that changed by other means.
  useEffect(() => {
    for (const control of place.current?.querySelector('form')?.elements ?? []) {
      if (!(control instanceof HTMLInputElement) || control.type === 'hidden') continue
      const chosen = values[control.name] ?? []
      if (control.type === 'checkbox' || control.type === 'radio') control.checked = chosen.includes(control.value)
      else if (control !== document.activeElement) control.value = chosen[0] ?? ''
    }
  }, [address, values])
  useEffect(() => () => clearTimeout(pause.current), [])

  const onChange = ({ target, currentTarget }: ChangeEvent<HTMLFormElement>) => {
    if (isSentByHand) return
    clearTimeout(pause.current)
    const isTyping = (target as Element as HTMLInputElement).type === 'search'
    pause.current = setTimeout(() => currentTarget.requestSubmit(), isTyping ? PAUSE : 0)
  }
  const onSubmit = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    clearTimeout(pause.current)
    // An empty search has no place in the address. The name is back before anybody can type.
    const box = currentTarget.querySelector<HTMLInputElement>('input[type=search]')
    if (!box || box.value.trim()) return
    box.removeAttribute('name')
    setTimeout(() => box.setAttribute('name', 'q'))
  }

  return (
    <div ref={place} className="filters" role="search" aria-label={label}>
      <FormElement method="get" action={path} onChange={onChange} onSubmit={onSubmit}>
        {fields.map(([name, value], at) => (
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <TextField
          type="search"
          name="q"
          label={search}
          placeholder={placeholder}
          maxLength={200}
          autoComplete="off"
          defaultValue={values['q']?.[0] ?? ''}
        />
        {children && (
          <details className="filters-fold">
            <summary className="btn btn-plain btn-small">{summary}</summary>
            <div className="filters-groups">{children}</div>
          </details>
        )}
        <div className={isHydrated && !isSentByHand ? 'visually-hidden' : undefined}>
          <Button type="submit" size="small">
            {submit}
          </Button>
        </div>
      </FormElement>
    </div>
  )
}
