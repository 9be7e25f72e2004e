import { useEffect } from 'react'
import { useRevalidator } from 'react-router'
import type { ImportStandingFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { Form, LinkButton, Stack, useHydrated, useWords } from '../../ui/index.js'
import { importHref } from './import-address.js'

const EVERY_MS = 1000

/** The work under way: how far it is, told anew each second; without script by a link. */
export function Working({ it }: { it: ImportStandingFragment }) {
  const words = useWords<Words>()
  const isLive = useHydrated()
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    // The next look is planned when the last one has been answered.
    if (state !== 'idle') return
    const timer = setTimeout(() => void revalidate(), EVERY_MS)
    return () => clearTimeout(timer)
  }, [revalidate, state])
  const { done, total } = it.progress
  const step = it.state as 'READING' | 'APPLYING' | 'UNDOING'
  return (
    <Stack gap={4}>
      <p id="working">{words(`import.working.${step}`)}</p>
      <progress className="progress" aria-labelledby="working" {...(total > 0 && { value: done, max: total })} />
      <p role="status">
        {it.isCancelAsked
          ? words('import.cancelAsked')
          : total > 0
            ? words('import.progress', { done, total })
            : words('import.progressUnknown')}
      </p>
      <Form
        id="cancel"
        method="post"
        action={importHref(it.id)}
        actions={
          <>
            {!it.isCancelAsked && (
              <SubmitButton name="step" value="cancel">
                {words('import.cancel')}
              </SubmitButton>
            )}
            {!isLive && (
              <LinkButton href={importHref(it.id)} kind="quiet">
                {words('import.refresh')}
              </LinkButton>
            )}
          </>
        }
      />
    </Stack>
  )
}
