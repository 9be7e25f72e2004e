import { createContext, useContext, useEffect, useId, useRef, type ReactNode } from 'react'
import { FormElement, useWords, type UiFormProps } from './words.js'

export interface FieldRefusal {
  /** Name of the field it concerns; absent when it concerns the whole. */
  field?: string | null
  /** One sentence in the reader's language. */
  sentence: string
}

export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>

interface FormState {
  prefix: string
  refusals: readonly FieldRefusal[]
  values: FormValues
}

const FormContext = createContext<FormState | null>(null)

/** What a field finds out about itself from the form around it. Works without one, too. */
export function useFieldState(name: string, ownRefusal?: string) {
  const form = useContext(FormContext)
  const id = useId()
  return {
    id: form ? `${form.prefix}-${name}` : id,
    refusal: ownRefusal ?? form?.refusals.find((refusal) => refusal.field === name)?.sentence,
    value: form?.values[name],
  }
}

export interface FormProps extends UiFormProps {
  /** Unique on the page; ids of fields and the links of the summary are made from it. */
  id: string
  /** Why the last attempt was refused. Each stands in the summary, and beside its field. */
  refusals?: readonly FieldRefusal[]
  /** What was typed in the refused attempt, by field name: nothing typed is lost, with or without scripts. */
  values?: FormValues
  /** The buttons. */
  actions?: ReactNode
}

/** A form that posts without scripts. A refusal is summed up at its head, which takes the focus; each line leads to its field. */
export function Form({ id, refusals = [], values = {}, actions, children, ...rest }: FormProps) {
  const words = useWords()
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusals.length > 0) summary.current?.focus()
  }, [refusals])
  return (
    <FormContext value={{ prefix: id, refusals, values }}>
      <FormElement id={id} className="form" noValidate {...rest}>
        {refusals.length > 0 && (
          <div ref={summary} className="form-summary" role="alert" tabIndex={-1} aria-labelledby={`${id}-summary`}>
            <p id={`${id}-summary`} className="form-summary-title">
              {words('ui.mendTitle', { count: refusals.length })}
            </p>
            <ul>
              {refusals.map(({ field, sentence }, at) => (
                <li key={at}>{field ? <a href={`#${id}-${field}`}>{sentence}</a> : sentence}</li>
              ))}
            </ul>
          </div>
        )}
        {children}
        {actions && <div className="cluster gap-2 align-center form-actions">{actions}</div>}
      </FormElement>
    </FormContext>
  )
}
