import { useLoaderData } from 'react-router'
import { PrincipleList } from './PrincipleList.js'
import { PrincipleMatrix } from './PrincipleMatrix.js'
import type { PrincipleListData, PrincipleMatrixData } from './principles.route.js'

/** What stands at `/principles`: the statements, or how items stand against them. */
export function PrinciplesPlace() {
  const data = useLoaderData<PrincipleListData | PrincipleMatrixData>()
  return 'matrix' in data ? <PrincipleMatrix {...data} /> : <PrincipleList {...data} />
}
