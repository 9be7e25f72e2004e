import type { Type } from '@nestjs/common'
import { ResolveField, Resolver } from '@nestjs/graphql'
import { provenanceOf, type Provenance } from './provenance.js'
import { isStale } from '#schema/vocabulary/register.js'
import type { Ctx } from '#server/platform/context/index.js'
import type { Sourced } from './sourced.entity.js'

/** `provenance` of one type of the API whose rows carry the columns of `Sourced`. */
export function provenanceField(type: string): Type {
  @Resolver(type)
  class ProvenanceField {
    @ResolveField()
    provenance(row: Sourced): Provenance {
      return provenanceOf(row)
    }
  }
  return ProvenanceField
}

@Resolver('Provenance')
export class ProvenanceResolver {
  /** The person by id alone; the fields of a person are fetched by the room that knows people. */
  @ResolveField()
  checkedBy({ checkedById }: Provenance): { id: string } | null {
    return checkedById === null ? null : { id: checkedById }
  }

  @ResolveField()
  isStale(provenance: Provenance, _args: unknown, ctx: Ctx): boolean {
    return isStale(provenance, ctx.now.toISOString().slice(0, 10))
  }
}
