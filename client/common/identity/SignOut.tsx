import { useState, type FormEvent } from 'react'
import { useSubmit } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { keptFor, signingOut } from '../../editor/offline/whose.js'
import { Button, Dialog, FormElement, useWords } from '../../ui/index.js'

const form = { form: 'sign-out' }

/** Signs out, after asking when this device still keeps changes that were not sent: they go with the texts on it. [OF-5] */
export function SignOut() {
  const words = useWords<Words>()
  const submit = useSubmit()
  const [waiting, setWaiting] = useState(0)
  const leave = () => {
    setWaiting(0)
    signingOut(true)
    void submit(form, { method: 'post' })
  }
  const ask = (event: FormEvent) => {
    if (keptFor() === null) return
    event.preventDefault()
    void (async () => {
      const { changesWaiting } = await import('../../editor/offline/device.js')
      const count = await changesWaiting().catch((fault: unknown) => {
        // What cannot be counted cannot be sent either: signing out goes on.
        reportError(fault)
        return 0
      })
      if (count > 0) setWaiting(count)
      else leave()
    })()
  }
  return (
    <>
      <FormElement method="post" onSubmit={ask}>
        <input type="hidden" name="form" value={form.form} />
        <SubmitButton>{words('identity.signOut')}</SubmitButton>
      </FormElement>
      <Dialog
        title={words('offline.signOutTitle')}
        isOpen={waiting > 0}
        mustDecide
        onClose={() => setWaiting(0)}
        actions={
          <>
            <Button kind="primary" onClick={() => setWaiting(0)}>
              {words('offline.staySignedIn')}
            </Button>
            <Button kind="danger" onClick={leave}>
              {words('offline.signOutAnyway', { count: waiting })}
            </Button>
          </>
        }
      >
        <p>{words('offline.signOutText', { count: waiting })}</p>
      </Dialog>
    </>
  )
}
