import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { ItemLineageDocument, type ItemLineageQuery } from '#schema/generated/operations.js'
import { readMoment, type Unread } from '#schema/vocabulary/address.js'
import { found, orRefuse } from '../../api/index.js'
import type { RouteTools } from '../../app/routes.js'
import { ItemLineage } from './ItemLineage.js'

export interface ItemLineageData {
  readonly item: NonNullable<ItemLineageQuery['item']>
  /** Relations away from the item. */
  readonly steps: number
  readonly asOf: string | null
  readonly unread: readonly Unread[]
}

const STEPS = ['1', '2', '3']

/** `/items/<slug>/lineage?steps=2`: what hangs together with an item, as a picture and as a table. */
export const itemLineageRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'items/:slug/lineage',
  Component: ItemLineage,
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<ItemLineageData> => {
    const { searchParams } = new URL(request.url)
    const { asOf, unread } = readMoment(searchParams)
    const asked = searchParams.get('steps')
    const steps = asked !== null && STEPS.includes(asked) ? Number(asked) : 1
    const { item } = await orRefuse(api(ItemLineageDocument, { designation: params['slug'] ?? '', steps, asOf }))
    const odd = asked !== null && !STEPS.includes(asked) ? [{ name: 'steps', value: asked.slice(0, 80) }] : []
    return { item: found(item), steps, asOf, unread: [...unread, ...odd] }
  },
})
