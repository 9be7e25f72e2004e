import type { Words } from '#schema/words/index.js'
import { LinkButton, useWords } from '../../ui/index.js'
import { deliverableHref } from './address.js'
import type { DeliverableOnPage } from './deliverables.route.js'

/** What the viewer may do with it, because the server said so. Each is a page of its own; what comes next on the way stands first. */
export function DeliverableActions({ deliverable }: { deliverable: DeliverableOnPage }) {
  const words = useWords<Words>()
  const { viewerMay, nextSteps, versions, document } = deliverable
  const href = deliverableHref(deliverable.group, deliverable)
  const manners = nextSteps.map(({ manner }) => manner)
  const waits = deliverable.transmissions.find(({ kind }) => kind === 'FINAL')
  const [edits, approves, sends] = (['EDIT', 'APPROVE', 'HAND_OVER'] as const).map((one) => viewerMay.includes(one))
  const ways = [
    approves && manners.includes('APPROVAL') && { path: 'approve', label: words('deliverable.approve') },
    sends &&
      manners.includes('ANSWER') &&
      waits && {
        path: `transmissions/${waits.number}/answer`,
        label: words('deliverable.answerIt'),
      },
    sends && versions.length > 0 && { path: 'hand-over', label: words('deliverable.handOver') },
    edits && manners.includes('STEP') && { path: 'state', label: words('deliverable.changeState') },
    edits && { path: 'plan', label: words('deliverable.managePlan') },
    edits && document && { path: 'freeze', label: words('deliverable.freeze') },
    edits && { path: 'edit', label: words('deliverable.edit') },
  ]
  return ways
    .filter((way) => way !== false && way !== undefined && way !== null)
    .map(({ path, label }, at) => (
      <LinkButton key={path} href={`${href}/${path}`} kind={at === 0 ? 'primary' : 'plain'}>
        {label}
      </LinkButton>
    ))
}
