import { Module } from '@nestjs/common'
import { OrganisationsModule } from '#server/community/organisations/index.js'
import { PeopleModule } from '#server/community/people/index.js'
import { CollaborationModule } from '#server/drafting/collaboration/index.js'
import { DocumentsModule } from '#server/drafting/documents/index.js'
import { ConveningModule } from '#server/process/convening/index.js'
import { AgendaModule } from '#server/process/agenda/index.js'
import { ContributionVerbsModule } from '#server/process/contributions/index.js'
import { DecisionsModule } from '#server/process/decisions/index.js'
import { DeliverablesModule } from '#server/process/deliverables/index.js'
import { GroupsModule } from '#server/process/groups/index.js'
import { MeetingsModule } from '#server/process/meetings/index.js'
import { RegistrationModule } from '#server/process/registration/index.js'
import { BodiesModule } from '#server/roadmap/bodies/index.js'
import { EditionsModule } from '#server/roadmap/editions/index.js'
import { GapsModule } from '#server/roadmap/gaps/index.js'
import { ItemsModule } from '#server/roadmap/items/index.js'
import { OverlapsModule } from '#server/roadmap/overlaps/index.js'
import { PrinciplesModule } from '#server/roadmap/principles/index.js'
import { RelationsModule } from '#server/roadmap/relations/index.js'
import { EditionLoading } from './edition-loading.service.js'
import { ExampleLife } from './example-life.service.js'
import { ExampleLoading } from './example-loading.service.js'
import { FocusGroupLoading } from './focus-group-loading.service.js'
import { GeneratedTexts } from './generated-texts.service.js'
import { RegisterLoading } from './register-loading.service.js'
import { Starter } from './starter.service.js'

/**
 * What the product opens with: the register and FG-AI4EE from the facts in `data/` (how: data/README.md), and the example group from
 * example-world.ts. Loaded when the server starts on an empty register (not with STARTER=off), through the same verbs that people use, as the
 * system, in one transaction, once a database. Offers the starter accounts in demo mode.
 */
@Module({
  imports: [
    OrganisationsModule,
    PeopleModule,
    BodiesModule,
    ItemsModule,
    RelationsModule,
    PrinciplesModule,
    OverlapsModule,
    GapsModule,
    EditionsModule,
    GroupsModule,
    MeetingsModule,
    RegistrationModule,
    ConveningModule,
    AgendaModule,
    ContributionVerbsModule,
    DecisionsModule,
    DeliverablesModule,
    DocumentsModule,
    CollaborationModule,
  ],
  providers: [Starter, RegisterLoading, EditionLoading, FocusGroupLoading, ExampleLoading, ExampleLife, GeneratedTexts],
  exports: [Starter, GeneratedTexts],
})
export class StarterModule {}
