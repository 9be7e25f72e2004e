import { Global, Module } from '@nestjs/common'
import { SearchResolver } from './search.resolver.js'
import { Searches } from './searches.js'

/**
 * One search for everything: rooms hand in what they let people find, and each answers no more than the viewer may see, as of any instant where it
 * keeps history. Knows none of them; they extend the hit by their own type. Rules: docs/rules/common.md (SE).
 */
@Global()
@Module({ providers: [Searches, SearchResolver], exports: [Searches] })
export class SearchModule {}
