import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Objects } from '#server/common/activity/index.js'
import { Organisation } from './organisation.entity.js'
import { organisationsById } from './organisations.loader.js'
import {
  AffiliationOrganisationResolver,
  OrganisationConnectionResolver,
  OrganisationResolver,
} from './organisations.resolver.js'
import { Organisations } from './organisations.service.js'
import './organisations.access.js'

/**
 * Legal organisations: companies, ministries, universities, associations. They are sources of contributions and where people belong; a body
 * of the roadmap may point to one. Public, with a source for each fact, readable as of any past instant. Rules: docs/rules/common.md (PE).
 */
@Module({
  imports: [TypeOrmModule.forFeature([Organisation])],
  providers: [Organisations, OrganisationResolver, OrganisationConnectionResolver, AffiliationOrganisationResolver],
  exports: [Organisations],
})
export class OrganisationsModule implements OnModuleInit {
  constructor(private readonly objects: Objects) {}

  onModuleInit(): void {
    this.objects.describe('organisation', async (ctx, ids) => {
      const found = await organisationsById(ctx).loadMany([...ids])
      return new Map(
        found.flatMap((row) =>
          row && !(row instanceof Error) ? [[row.id, { label: row.name, href: null }] as const] : [],
        ),
      )
    })
  }
}
