import type { ReactNode } from 'react'
import { classNames } from './class-names.js'
import { useFieldState } from './Form.js'
import { useWords } from './words.js'

export interface FieldProps {
  name: string
  label: ReactNode
  /** What to type, how it is used; stands between label and control. */
  hint?: ReactNode
  isRequired?: boolean
  /** Overrides what the form knows. */
  refusal?: string
  /** For a control whose meaning is plain from its place, such as a search box. */
  isLabelHidden?: boolean
  className?: string
}

export interface ControlProps {
  id: string
  name: string
  required: boolean | undefined
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

const describe = (id: string, hint: ReactNode, refusal: string | undefined) =>
  [hint ? `${id}-hint` : '', refusal ? `${id}-refusal` : ''].filter(Boolean).join(' ') || undefined

const Requirement = ({ isRequired }: { isRequired: boolean }) => {
  const words = useWords()
  return isRequired ? <span className="field-required">{words('ui.required')}</span> : null
}

const Refusal = ({ id, refusal }: { id: string; refusal: string | undefined }) =>
  refusal ? (
    <p id={`${id}-refusal`} className="field-refusal">
      {refusal}
    </p>
  ) : null

/** Label, hint, control, refusal, in this order and tied together. `children` gets the control's attributes and the value typed before. */
export function Field({
  name,
  label,
  hint,
  isRequired = false,
  refusal: ownRefusal,
  isLabelHidden = false,
  className,
  children,
}: FieldProps & { children(control: ControlProps, typed: string | undefined): ReactNode }) {
  const { id, refusal, value } = useFieldState(name, ownRefusal)
  const control: ControlProps = {
    id,
    name,
    required: isRequired || undefined,
    'aria-invalid': refusal ? true : undefined,
    'aria-describedby': describe(id, hint, refusal),
  }
  return (
    <div className={classNames('field', refusal && 'field-refused', className)}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : 'field-label'}>
        {label} <Requirement isRequired={isRequired} />
      </label>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {children(control, typeof value === 'string' ? value : value?.[0])}
      <Refusal id={id} refusal={refusal} />
    </div>
  )
}

/** The same for several controls with one question: a fieldset whose legend is the label. */
export function FieldSet({
  name,
  label,
  hint,
  isRequired = false,
  refusal: ownRefusal,
  isLabelHidden = false,
  className,
  children,
}: FieldProps & { children(id: string, typed: readonly string[] | undefined): ReactNode }) {
  const { id, refusal, value } = useFieldState(name, ownRefusal)
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={classNames('field', refusal && 'field-refused', className)}
      aria-describedby={describe(id, hint, refusal)}
    >
      <legend className={isLabelHidden ? 'visually-hidden' : 'field-label'}>
        {label} <Requirement isRequired={isRequired} />
      </legend>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {children(id, typeof value === 'string' ? [value] : value)}
      <Refusal id={id} refusal={refusal} />
    </fieldset>
  )
}
