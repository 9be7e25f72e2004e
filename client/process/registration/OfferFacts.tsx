import type { OfferFactsFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Day, DefinitionList, useWords } from '../../ui/index.js'
import { ClosingTime } from '../deadlines/index.js'

/** Until when, for whom, how many places: what whoever thinks of coming wants to know. */
export function OfferFacts({ offer }: { offer: OfferFactsFragment }) {
  const words = useWords<Words>()
  const { phase, opensOn, closesAt, visaClosesAt, zone, modes, placesOnsite, placesLeft, waiting, audience } = offer
  return (
    <DefinitionList
      facts={[
        {
          term: words('registration.phase'),
          value: words(`registration.phaseIs.${phase}`),
          note: words(`registration.audienceIs.${audience}`),
        },
        { term: words('registration.opens'), value: phase === 'NOT_YET' && opensOn ? <Day on={opensOn} /> : null },
        { term: words('registration.until'), value: <ClosingTime closesAt={closesAt} zone={zone} /> },
        {
          term: words('registration.visaUntil'),
          value: visaClosesAt && <ClosingTime closesAt={visaClosesAt} zone={zone} />,
        },
        {
          term: words('registration.places'),
          value: modes.includes('ONSITE')
            ? placesOnsite === null || placesOnsite === undefined
              ? words('registration.noLimit')
              : words('registration.placesLeft', { left: placesLeft ?? 0, places: placesOnsite })
            : null,
          note: waiting > 0 ? words('registration.waitingCount', { count: waiting }) : null,
        },
        {
          term: words('registration.fromAfar'),
          value: words(modes.includes('REMOTE') ? 'registration.remoteOffered' : 'registration.remoteNotOffered'),
        },
      ]}
    />
  )
}
