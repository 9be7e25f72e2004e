import type { ChangeEventHandler, ComponentPropsWithoutRef, ReactNode } from 'react'
import { classNames } from './class-names.js'
import { Field, FieldSet, type FieldProps } from './Field.js'

export interface Option {
  value: string
  label: string
  isDisabled?: boolean
}

export type SelectProps = FieldProps & {
  options: readonly Option[]
  /** A first, empty option: "Any body". */
  placeholder?: string
} & Omit<ComponentPropsWithoutRef<'select'>, keyof FieldProps | 'id' | 'required' | 'children'>

/** One of some, in the browser's own list. */
export function Select({
  name,
  label,
  hint,
  isRequired,
  refusal,
  isLabelHidden,
  className,
  options,
  placeholder,
  ...select
}: SelectProps) {
  return (
    <Field {...{ name, label, hint, isRequired, refusal, isLabelHidden, className }}>
      {(control, typed) => (
        <select
          {...select}
          {...control}
          className="input input-select"
          {...(select.value === undefined && { defaultValue: typed ?? select.defaultValue })}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export interface Choice {
  value: string
  label: ReactNode
  hint?: ReactNode
  /** How many there are behind it, in a list of filters. */
  count?: ReactNode
  isDisabled?: boolean
}

interface ChoicesProps extends FieldProps {
  choices: readonly Choice[]
  onChange?: ChangeEventHandler<HTMLInputElement>
  /** Closer together, for filters. */
  isCompact?: boolean
}

/** Any of some. Without `onChange` the form holds the state; sends the name once for each ticked choice. */
export function CheckboxGroup({ defaultValues = [], ...props }: ChoicesProps & { defaultValues?: readonly string[] }) {
  return <Choices {...props} type="checkbox" chosen={defaultValues} />
}

/** One of few, all in sight. */
export function RadioGroup({ defaultValue, ...props }: ChoicesProps & { defaultValue?: string }) {
  return <Choices {...props} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />
}

function Choices({
  type,
  chosen,
  choices,
  onChange,
  isCompact = false,
  ...field
}: ChoicesProps & { type: 'checkbox' | 'radio'; chosen: readonly string[] }) {
  return (
    <FieldSet {...field}>
      {(id, typed) => (
        <ul className={classNames('choices', isCompact && 'choices-compact')}>
          {choices.map((choice, at) => (
            <li key={choice.value}>
              <label className="choice">
                <input
                  type={type}
                  name={field.name}
                  value={choice.value}
                  defaultChecked={(typed ?? chosen).includes(choice.value)}
                  disabled={choice.isDisabled}
                  onChange={onChange}
                  aria-describedby={choice.hint ? `${id}-${at}-hint` : undefined}
                />
                <span className="choice-label">{choice.label}</span>
                {choice.count !== undefined && <span className="choice-count">{choice.count}</span>}
              </label>
              {choice.hint && (
                <p id={`${id}-${at}-hint`} className="choice-hint">
                  {choice.hint}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </FieldSet>
  )
}

/** One thing that is so or not; sends `value` when ticked. */
export function Checkbox({
  name,
  label,
  hint,
  refusal,
  value = 'true',
  ...input
}: FieldProps & Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps | 'id' | 'type'> & { value?: string }) {
  return (
    <Field name={name} label={label} hint={hint} refusal={refusal} className="field-checkbox">
      {(control, typed) => (
        <input
          {...input}
          {...control}
          type="checkbox"
          value={value}
          {...(input.checked === undefined && {
            defaultChecked: typed === undefined ? input.defaultChecked : typed === value,
          })}
        />
      )}
    </Field>
  )
}
