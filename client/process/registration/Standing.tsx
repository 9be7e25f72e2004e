import type { OwnRegistrationFragment } from '#schema/generated/operations.js'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Chip, Notice, Time, useWords } from '../../ui/index.js'
import { registrationMarks } from './registration-marks.js'

export function StateChip({ registration }: { registration: Pick<OwnRegistrationFragment, 'state' | 'waitingPlace'> }) {
  const words = useWords<Words>()
  const { state, waitingPlace } = registration
  return (
    <Chip {...registrationMarks[state]}>
      {waitingPlace === null || waitingPlace === undefined
        ? words(`registration.state.${state}`)
        : words('registration.waitingAt', { place: waitingPlace })}
    </Chip>
  )
}

/** How one stands oneself: with a place, waiting, moved up, withdrawn. */
export function Standing({
  registration,
  zone,
}: {
  registration: Pick<OwnRegistrationFragment, 'state' | 'mode' | 'waitingPlace' | 'movedUpAt'>
  zone: string
}) {
  const words = useWords<Words>()
  const { state, mode, waitingPlace, movedUpAt } = registration
  if (state === 'WITHDRAWN') return <Notice title={words('registration.youWithdrew')} />
  if (state === 'WAITING') {
    return (
      <Notice kind="attention" title={words('registration.youWait', { place: waitingPlace ?? 0 })}>
        {words('registration.youWaitText')}
      </Notice>
    )
  }
  return (
    <Notice kind="good" title={words(`registration.youAre.${mode}`)}>
      {movedUpAt && (
        <>
          {words('registration.youMovedUp')} <Time at={movedUpAt} zone={zone} place={zoneLabel(zone, words)} />
        </>
      )}
    </Notice>
  )
}
