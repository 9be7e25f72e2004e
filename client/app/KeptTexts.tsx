import { useEffect } from 'react'
import { isSigningOut, keepsFor, keptFor, signingOut, toForget } from '../editor/offline/whose.js'

/** Forgets what this device keeps of texts when its owner has signed out, or somebody else has signed in. Draws nothing. [OF-5] */
export function KeptTexts({ person }: { person: string | null }) {
  useEffect(() => {
    const what = toForget(keptFor(), person, isSigningOut())
    if (person !== null) signingOut(false)
    if (what === 'NOTHING') return
    void (async () => {
      const { forgetDevice } = await import('../editor/offline/device.js')
      await forgetDevice(what === 'ALL' ? null : person)
      // Only now: broken off before, it is done when the next page opens.
      keepsFor(null)
      signingOut(false)
    })().catch(reportError)
  }, [person])
  return null
}
