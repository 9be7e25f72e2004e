import type { Words } from '#schema/words/index.js'
import { Tabs, useWords } from '../../ui/index.js'

/** The two views of the principles, each with its address; the moment at which the register is read goes along. */
export function PrincipleViews({ current, asOf }: { current: 'list' | 'matrix'; asOf: string | null }) {
  const words = useWords<Words>()
  const moment = asOf === null ? '' : `asOf=${encodeURIComponent(asOf)}`
  return (
    <Tabs
      label={words('principle.views')}
      tabs={[
        {
          href: moment ? `/principles?${moment}` : '/principles',
          label: words('principle.viewList'),
          isCurrent: current === 'list',
        },
        {
          href: `/principles?view=matrix${moment && `&${moment}`}`,
          label: words('principle.viewMatrix'),
          isCurrent: current === 'matrix',
        },
      ]}
    />
  )
}
