import type { PrincipleLineFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Link, Unknown, useWords } from '../../ui/index.js'
import { AssessmentChip, principleHref } from '../parts/index.js'

/** How many items meet a principle, meet it in part, do not; each figure the list behind it. */
export function StandCounts({ counts, number }: { counts: PrincipleLineFragment['standCounts']; number: string }) {
  const words = useWords<Words>()
  if (counts.length === 0)
    return (
      <p className="eyebrow">
        <Unknown>{words('principle.nobodyAssessed')}</Unknown>
      </p>
    )
  return (
    <ul className="values">
      {counts.map(({ assessment, count }) => (
        <li key={assessment}>
          <AssessmentChip assessment={assessment} />{' '}
          <Link href={`${principleHref(number)}?assessment=${assessment}#stands`}>
            {words('item.count', { count })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
