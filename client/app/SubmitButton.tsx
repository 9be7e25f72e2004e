import { useNavigation } from 'react-router'
import { Button, type ButtonProps } from '../ui/index.js'

/** Sends the form around it, and cannot be pressed twice while that is under way. */
export function SubmitButton(props: Omit<ButtonProps, 'type' | 'isBusy'>) {
  const { state, formMethod } = useNavigation()
  return <Button {...props} type="submit" isBusy={state !== 'idle' && formMethod === 'POST'} />
}
