/** One search for everything that the viewer may see. */
export { SearchModule } from './search.module.js'
export type { SearchHit } from './search.resolver.js'
export {
  Searches,
  SEARCH_KINDS,
  type Asked,
  type Found,
  type Hit,
  type SearchArea,
  type SearchKind,
} from './searches.js'
