import { useState } from 'react'
import { useNavigation } from 'react-router'

/**
 * The revision of a row that whoever fills in its form has seen: the one with which the form was opened, not the one that news brought since, for
 * what was typed stays as it was. Once a form of the row was answered it shows the new state, or says that somebody was faster. [AG-3]
 */
export function useSeenRevision(id: string, revision: number): number {
  const { state, formData } = useNavigation()
  const [seen, setSeen] = useState(revision)
  const [isSent, setSent] = useState(false)
  if (state !== 'idle' && !isSent && formData?.get('id') === id) setSent(true)
  if (state === 'idle' && isSent) {
    setSent(false)
    setSeen(revision)
  }
  return seen
}
