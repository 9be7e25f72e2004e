import { StarterModule } from '#server/app/starter/index.js'
import { AccessModule } from '#server/common/access/index.js'
import { ActivityModule } from '#server/common/activity/index.js'
import { FilesModule } from '#server/common/files/index.js'
import { IdentityModule } from '#server/common/identity/index.js'
import { NotificationsModule } from '#server/common/notifications/index.js'
import { SearchModule } from '#server/common/search/index.js'
import { OrganisationsModule } from '#server/community/organisations/index.js'
import { PeopleModule } from '#server/community/people/index.js'
import { CollaborationModule } from '#server/drafting/collaboration/index.js'
import { DocumentsModule } from '#server/drafting/documents/index.js'
import { ReadingModule } from '#server/drafting/reading/index.js'
import { StatementsModule } from '#server/liaison/statements/index.js'
import { ContextModule } from '#server/platform/context/index.js'
import { JobsModule } from '#server/platform/jobs/index.js'
import { MailModule } from '#server/platform/mail/index.js'
import { AgendaModule } from '#server/process/agenda/index.js'
import { ConveningModule } from '#server/process/convening/index.js'
import { ContributionsModule, ContributionVerbsModule } from '#server/process/contributions/index.js'
import { ConsensusClosingModule, DecidedTextsModule, DecisionsModule } from '#server/process/decisions/index.js'
import { ConcernedClausesModule, DocumentListModule } from '#server/process/document-list/index.js'
import { DeliverablesModule, DeliverableVersionsModule } from '#server/process/deliverables/index.js'
import { GroupsModule, GroupTextsModule } from '#server/process/groups/index.js'
import { LifetimesModule } from '#server/process/lifetimes/index.js'
import { MeetingsModule } from '#server/process/meetings/index.js'
import { MinutesModule } from '#server/process/minutes/index.js'
import { RegistrationModule } from '#server/process/registration/index.js'
import { ReportsModule } from '#server/process/reports/index.js'
import { ProceedingsModule } from '#server/process/proceedings/index.js'
import { BodiesModule } from '#server/roadmap/bodies/index.js'
import { ChecksModule } from '#server/roadmap/checks/index.js'
import { EditionsModule } from '#server/roadmap/editions/index.js'
import { GapsModule } from '#server/roadmap/gaps/index.js'
import { ImportsModule } from '#server/roadmap/imports/index.js'
import { ItemsModule } from '#server/roadmap/items/index.js'
import { OverlapSeekingModule, OverlapsModule } from '#server/roadmap/overlaps/index.js'
import { PrinciplesModule } from '#server/roadmap/principles/index.js'
import { RelationsModule } from '#server/roadmap/relations/index.js'

const platform = [
  AccessModule,
  ActivityModule,
  ContextModule,
  FilesModule,
  IdentityModule,
  JobsModule,
  MailModule,
  SearchModule,
  NotificationsModule,
]
const community = [OrganisationsModule, PeopleModule]
const roadmap = [
  BodiesModule,
  ItemsModule,
  RelationsModule,
  PrinciplesModule,
  OverlapsModule,
  OverlapSeekingModule,
  GapsModule,
  EditionsModule,
  ChecksModule,
  ImportsModule,
]
const drafting = [DocumentsModule, CollaborationModule, ReadingModule]
const process = [
  GroupsModule,
  GroupTextsModule,
  MeetingsModule,
  RegistrationModule,
  ConveningModule,
  AgendaModule,
  ContributionsModule,
  DocumentListModule,
  ConcernedClausesModule,
  DecisionsModule,
  DecidedTextsModule,
  MinutesModule,
  ConsensusClosingModule,
  DeliverablesModule,
  ContributionVerbsModule,
  ProceedingsModule,
  DeliverableVersionsModule,
  ReportsModule,
  LifetimesModule,
]
const liaison = [StatementsModule]

/** The rooms, storey by storey: all that the server and the command line have in common. */
export const rooms = [...platform, ...community, ...roadmap, ...drafting, ...process, ...liaison, StarterModule]
