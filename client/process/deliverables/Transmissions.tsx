import type { TransmissionRowFragment } from '#schema/generated/operations.js'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { EmptyState, Link, LinkButton, Section, useWords } from '../../ui/index.js'
import { deliverableHref } from './address.js'
import type { DeliverableOnPage } from './deliverables.route.js'
import { sizeSaid } from './parts.js'

/** The meeting of the parent in words; null where it is not known. */
export function meetingSaid(
  { parentMeeting, parentMeetingName, parentMeetingOn }: TransmissionRowFragment,
  words: Words,
): string | null {
  const name = parentMeeting?.title ?? parentMeetingName
  const day = parentMeetingOn && formatDay(parentMeetingOn, words)
  return name && day ? words('deliverable.meetsOn', { title: name, day }) : (name ?? day ?? null)
}

/** What was done about being late; nothing for what was in time. */
export function latenessSaid(sent: TransmissionRowFragment, words: Words): string | null {
  const { daysLate, latestOn, remedy, waiverReason, carriedToOn } = sent
  if (daysLate === 0) return null
  const late = latestOn && words('deliverable.daysLate', { days: daysLate, latest: formatDay(latestOn, words) })
  const done =
    remedy === 'RECORD_WAIVER'
      ? words('deliverable.waived', { reason: waiverReason! })
      : carriedToOn
        ? words('deliverable.carried', { day: formatDay(carriedToOn, words) })
        : words('deliverable.carriedNext')
  return [late, done].filter(Boolean).join(' ')
}

/** What went to the parent group, newest first, and what came back. */
export function Transmissions({ deliverable }: { deliverable: DeliverableOnPage }) {
  const words = useWords<Words>()
  const { transmissions, viewerMay, group } = deliverable
  const base = `${deliverableHref(group, deliverable)}/transmissions`
  return (
    <Section
      id="transmissions"
      title={words('deliverable.transmissions')}
      note={words('deliverable.transmissionsNote')}
    >
      {transmissions.length === 0 ? (
        <EmptyState title={words('deliverable.noTransmissions')}>{words('deliverable.noTransmissionsText')}</EmptyState>
      ) : (
        <ul className="lines">
          {transmissions.map((sent) => {
            const meeting = meetingSaid(sent, words)
            return (
              <li key={sent.id} id={`transmission-${sent.number}`}>
                {words('deliverable.sent', {
                  kind: words(`deliverable.transmission.${sent.kind}`),
                  day: formatDay(sent.sentOn, words),
                })}
                {meeting && <span className="block">{words('deliverable.forMeeting', { meeting })}</span>}
                <span className="block" dir="auto">
                  {latenessSaid(sent, words)}
                </span>
                <span className="block soft">
                  {sent.receivedOn
                    ? words('deliverable.received', { day: formatDay(sent.receivedOn, words) })
                    : words('deliverable.receivedNot')}
                  {sent.receipt && (
                    <>
                      {': '}
                      <bdi>{sent.receipt}</bdi>
                    </>
                  )}
                  {sent.kind === 'FINAL' && (
                    <>
                      {' · '}
                      {sent.answer && sent.answeredOn
                        ? words('deliverable.answered', {
                            answer: words(`deliverable.answer.${sent.answer}`),
                            day: formatDay(sent.answeredOn, words),
                          })
                        : words('deliverable.answeredNot')}
                    </>
                  )}
                </span>
                {sent.answerNote && (
                  <span className="fact-note" dir="auto">
                    {sent.answerNote}
                  </span>
                )}
                <span className="cluster gap-2">
                  <Link href={`${base}/${sent.number}`}>{words('deliverable.cover')}</Link>
                  {sent.packageUrl && (
                    <Link href={sent.packageUrl} download>
                      {words('deliverable.package', { size: sizeSaid(sent.packageBytes, words.locale) })}
                    </Link>
                  )}
                  {viewerMay.includes('HAND_OVER') && (
                    <LinkButton size="small" href={`${base}/${sent.number}/answer`}>
                      {words('deliverable.answerTitle')}
                    </LinkButton>
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
