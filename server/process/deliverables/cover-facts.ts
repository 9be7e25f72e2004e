import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import type { StandardsGroup } from '#server/process/groups/index.js'
import type { DeliverableApproval } from './deliverable-approval.entity.js'
import type { DeliverableVersion } from './deliverable-version.entity.js'
import type { Deliverable } from './deliverable.entity.js'
import type { CoverFact } from './frozen-html.js'
import type { Transmission } from './transmission.entity.js'

interface Covered {
  readonly deliverable: Deliverable
  readonly group: StandardsGroup
  readonly transmission: Transmission
  readonly version: DeliverableVersion
  readonly approval: DeliverableApproval | null
}

/** What stands above a text that goes to the parent, line by line; what is not known has no line. [DE-6] */
export function coverFacts(
  { deliverable, group, transmission, version, approval }: Covered,
  words: Words,
): CoverFact[] {
  const { parentMeetingOn, parentMeetingName, remedy, waiverReason, carriedToOn } = transmission
  const day = (on: string) => formatDay(on, words)
  const meeting = parentMeetingName ?? (parentMeetingOn === null ? null : day(parentMeetingOn))
  const lines: [string, string | null][] = [
    ['group', group.name],
    ['deliverable', [deliverable.code, deliverable.title].filter(Boolean).join(' ')],
    ['type', words(`deliverable.type.${deliverable.type}`)],
    ['kind', words(`deliverable.transmission.${transmission.kind}`)],
    ['sentOn', day(transmission.sentOn)],
    ['meeting', meeting],
    ['late', transmission.daysLate > 0 ? words('deliverable.cover.daysLate', { days: transmission.daysLate }) : null],
    ['waiver', waiverReason],
    [
      'carried',
      remedy === 'CARRY_TO_NEXT' ? (carriedToOn === null ? words('deliverable.cover.next') : day(carriedToOn)) : null,
    ],
    ['question', deliverable.targetQuestion],
    [
      'product',
      deliverable.intendedProduct === 'UNKNOWN' ? null : words(`deliverable.product.${deliverable.intendedProduct}`),
    ],
    ['version', words('deliverable.cover.frozen', { number: version.number, on: day(version.frozenOn) })],
    ['approved', approval && day(approval.approvedOn)],
    ['hash', version.hash.toString('hex')],
    ['openIssues', String(transmission.openIssues.length)],
  ]
  return lines.flatMap(([name, value]) => (value === null ? [] : [[words.dynamic(`deliverable.cover.${name}`), value]]))
}
