import { useActionData } from 'react-router'
import type { FormAnswer } from './forms.js'

const none: Pick<FormAnswer, 'refusals' | 'codes' | 'typed'> = { refusals: [], codes: [], typed: {} }

/** What the form called `form` was told when it was last sent from this page; empty when it was not, or was carried out. */
export function useFormAnswer(form: string): Pick<FormAnswer, 'refusals' | 'codes' | 'typed'> {
  const answer = useActionData() as FormAnswer | undefined
  return answer?.form === form ? answer : none
}
