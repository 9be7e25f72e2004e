import { useLoaderData } from 'react-router'
import type { ItemPlaceData } from './items.route.js'
import { ItemChoice, ItemUnknown } from './ItemChoice.js'
import { ItemPage } from './ItemPage.js'

/** What stands at an address below `/items/`: the item, a choice of items, or a search. */
export function ItemPlace() {
  const place = useLoaderData<ItemPlaceData>()
  if (place.item) return <ItemPage {...place} />
  return place.named.length > 0 ? <ItemChoice {...place} /> : <ItemUnknown {...place} />
}
