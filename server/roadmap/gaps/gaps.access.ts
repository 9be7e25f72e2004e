import { anybody, isAdministrator, permissions, type Test } from '#server/common/access/index.js'
import { isSomebodyElse } from './coverage-review.js'
import type { GapCoverage } from './gap-coverage.entity.js'
import type { Gap } from './gap.entity.js'

export const gapAccess = permissions<Gap>({
  'gap.read': [[anybody]],
  'gap.edit': [[isAdministrator]],
})

const isNotAsserter: Test<GapCoverage> = ({ personId }, edge) => isSomebodyElse(edge.assertedById, personId)
const holds: Test<GapCoverage> = (_viewer, edge) => edge.withdrawnAt === null

/** Coverage edges; that nobody reviews their own is said with a sentence of its own where it is tried. [GA-11] */
export const coverageAccess = permissions<GapCoverage>({
  'coverage.read': [[anybody]],
  'coverage.change': [[isAdministrator]],
  'coverage.review': [[isAdministrator, isNotAsserter, holds]],
  'coverage.withdraw': [[isAdministrator]],
})
