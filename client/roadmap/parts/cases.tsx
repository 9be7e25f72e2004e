import type { CaseState, OverlapVerdict } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { Chip, useWords } from '../../ui/index.js'
import { caseLook, verdictLook } from './looks.js'

export const caseHref = (number: string) => `/overlaps/${encodeURIComponent(number)}`
export const suggestionHref = (id: string) => `/overlaps/suggestions/${encodeURIComponent(id)}`

export function CaseStateChip({ state }: { state: CaseState }) {
  const words = useWords<Words>()
  return <Chip {...caseLook[state]}>{words.dynamic(`register.caseState.${state}`)}</Chip>
}

export function VerdictChip({ verdict }: { verdict: OverlapVerdict | null }) {
  const words = useWords<Words>()
  if (verdict === null) return <>{words('overlap.noVerdict')}</>
  return (
    <Chip {...verdictLook[verdict]} title={words.dynamic(`register.overlapVerdictMeaning.${verdict}`)}>
      {words.dynamic(`register.overlapVerdict.${verdict}`)}
    </Chip>
  )
}
