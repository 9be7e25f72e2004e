import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Objects } from '#server/common/activity/index.js'
import { Affiliation } from './affiliation.entity.js'
import { peopleById } from './people.loader.js'
import {
  AffiliationResolver,
  EventActorResolver,
  FileSenderResolver,
  PersonResolver,
  ViewerPersonResolver,
} from './people.resolver.js'
import { People } from './people.service.js'
import { PersonProfile } from './person-profile.entity.js'
import { Person } from './person.entity.js'
import './people.access.js'

/**
 * People and where they belong over time; signing up. `person` is an id that the record cites for ever, all that tells who it is stands in
 * rows that can be erased without touching any proof. E-mail addresses are not here: they belong to accounts, and are shown to nobody.
 * Rules: docs/rules/common.md (PE).
 */
@Module({
  imports: [TypeOrmModule.forFeature([Person, PersonProfile, Affiliation])],
  providers: [
    People,
    PersonResolver,
    AffiliationResolver,
    ViewerPersonResolver,
    EventActorResolver,
    FileSenderResolver,
  ],
  exports: [People],
})
export class PeopleModule implements OnModuleInit {
  constructor(private readonly objects: Objects) {}

  onModuleInit(): void {
    this.objects.describe('person', async (ctx, ids) => {
      const people = await peopleById(ctx).loadMany([...ids])
      return new Map(
        people.flatMap((person) =>
          person && !(person instanceof Error) ? [[person.id, { label: person.name, href: null }] as const] : [],
        ),
      )
    })
  }
}
