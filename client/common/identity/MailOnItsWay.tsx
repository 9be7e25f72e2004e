import type { Words } from '#schema/words/index.js'
import { Notice, useWords } from '../../ui/index.js'

/** Said whether or not the address is known, so that nobody learns which ones are. */
export function MailOnItsWay({ to, isDemo }: { to: string; isDemo?: boolean }) {
  const words = useWords<Words>()
  return (
    <div role="status" className="spaced">
      <Notice kind="good" title={words('identity.mailedTitle')}>
        {words('identity.mailed', { email: to })} {isDemo && words('identity.mailedDemo')}
      </Notice>
    </div>
  )
}
