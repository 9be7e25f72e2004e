/**
 * Addresses of the deliverables of a group: `/groups/<slug>/deliverables?state=IN_DRAFTING&overdue=true&q=water`. The page and the files beside it
 * read them by the same function. Nothing here throws: what cannot be understood is left out and named in `unread`. [AD-1]
 */
import { MAX_SEARCH, type Unread } from './address.js'
import { deliverableStates, deliverableTypes, type DeliverableState, type DeliverableType } from './deliverables.js'

export interface DeliverableListFilter {
  readonly state?: readonly DeliverableState[]
  readonly type?: readonly DeliverableType[]
  /** Numbers of working groups. */
  readonly subgroup?: readonly number[]
  readonly search?: string
  readonly isOverdue?: boolean
}

export interface DeliverableListView {
  readonly filter: DeliverableListFilter
  readonly after: string | null
  readonly unread: readonly Unread[]
}

/** What may stand in the address besides and says nothing of the filter. */
const aside = ['after', 'columns', 'density', 'lang']

export function readDeliverableList(params: URLSearchParams): DeliverableListView {
  const unread: Unread[] = []
  const state: DeliverableState[] = []
  const type: DeliverableType[] = []
  const subgroup: number[] = []
  let search: string | undefined
  let isOverdue: boolean | undefined
  for (const [name, value] of params) {
    if (aside.includes(name) || value === '') continue
    const one = {
      state: deliverableStates.find((known) => known === value),
      type: deliverableTypes.find((known) => known === value),
    }
    if (name === 'state' && one.state) state.push(one.state)
    else if (name === 'type' && one.type) type.push(one.type)
    else if (name === 'subgroup' && /^[1-9]\d{0,2}$/.test(value)) subgroup.push(Number(value))
    else if (name === 'q') search = value.slice(0, MAX_SEARCH)
    else if (name === 'overdue' && (value === 'true' || value === 'false')) isOverdue = value === 'true'
    else unread.push({ name, value: value.slice(0, 80) })
  }
  return {
    filter: {
      ...(state.length > 0 && { state }),
      ...(type.length > 0 && { type }),
      ...(subgroup.length > 0 && { subgroup }),
      ...(search?.trim() && { search }),
      ...(isOverdue !== undefined && { isOverdue }),
    },
    after: params.get('after'),
    unread,
  }
}
