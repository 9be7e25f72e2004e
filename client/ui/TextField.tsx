import type { ComponentPropsWithoutRef } from 'react'
import { Field, type FieldProps } from './Field.js'

type Native<T extends 'input' | 'textarea'> = Omit<ComponentPropsWithoutRef<T>, keyof FieldProps | 'id' | 'required'>

export type TextFieldProps = FieldProps & Native<'input'>

/** One line of text: also e-mail, password, number, url and search, by `type`. */
export function TextField({
  name,
  label,
  hint,
  isRequired,
  refusal,
  isLabelHidden,
  className,
  ...input
}: TextFieldProps) {
  return (
    <Field {...{ name, label, hint, isRequired, refusal, isLabelHidden, className }}>
      {(control, typed) => (
        <input
          type="text"
          dir="auto"
          {...input}
          {...control}
          className="input"
          {...(input.value === undefined && { defaultValue: typed ?? input.defaultValue })}
        />
      )}
    </Field>
  )
}

export type TextAreaProps = FieldProps & Native<'textarea'>

/** Several lines; grows with its text where the browser can. */
export function TextArea({ name, label, hint, isRequired, refusal, isLabelHidden, className, ...area }: TextAreaProps) {
  return (
    <Field {...{ name, label, hint, isRequired, refusal, isLabelHidden, className }}>
      {(control, typed) => (
        <textarea
          rows={4}
          dir="auto"
          {...area}
          {...control}
          className="input input-area"
          {...(area.value === undefined && { defaultValue: typed ?? area.defaultValue })}
        />
      )}
    </Field>
  )
}

export type DateFieldProps = FieldProps &
  Native<'input'> & {
    /** Calendar days, `2026-03-14`. */
    min?: string
    max?: string
  }

/** A calendar day, in the browser's own picker; sends `2026-03-14`. */
export const DateField = (props: DateFieldProps) => (
  <TextField {...props} type="date" dir={undefined} className="field-short" />
)

/** A time of day on the clocks of a zone that the label or hint must name; sends `23:59`. */
export const TimeField = (props: FieldProps & Native<'input'>) => (
  <TextField {...props} type="time" dir={undefined} className="field-short" />
)
