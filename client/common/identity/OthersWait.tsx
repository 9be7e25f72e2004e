import { useEffect, useState } from 'react'
import type { Words } from '#schema/words/index.js'
import { keptFor } from '../../editor/offline/whose.js'
import { Notice, useWords } from '../../ui/index.js'

/** Says, before anybody signs in, that changes of somebody wait on this device: signing in as somebody else removes them. [OF-5] */
export function OthersWait() {
  const words = useWords<Words>()
  const [waiting, setWaiting] = useState(0)
  useEffect(() => {
    if (keptFor() === null) return
    void (async () => {
      const { changesWaiting } = await import('../../editor/offline/device.js')
      setWaiting(await changesWaiting())
    })().catch(reportError)
  }, [])
  return (
    <div role="status">
      {waiting > 0 && <Notice kind="attention">{words('offline.othersWait', { count: waiting })}</Notice>}
    </div>
  )
}
