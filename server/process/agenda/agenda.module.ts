import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Objects } from '#server/common/activity/index.js'
import { Blockers, groupsById, GroupsModule } from '#server/process/groups/index.js'
import { AlsoMoves, meetingsById, MeetingsModule } from '#server/process/meetings/index.js'
import { AgendaMoves } from './agenda-moves.service.js'
import { AgendaItem } from './agenda-item.entity.js'
import { AgendaPapers } from './agenda-papers.service.js'
import { AgendaPlan } from './agenda-plan.entity.js'
import { AgendaRemoval } from './agenda-removal.entity.js'
import { AgendaRemovals } from './agenda-removals.service.js'
import { AgendaVerbsResolver } from './agenda-verbs.resolver.js'
import { AgendaVisit } from './agenda-visit.entity.js'
import { AgendaVisits } from './agenda-visits.service.js'
import { AgendaVersion } from './agenda-version.entity.js'
import {
  AgendaItemResolver,
  AgendaVersionResolver,
  AgendaVersionRowResolver,
  DocumentAtHandResolver,
  MeetingAgendaResolver,
} from './agenda.resolver.js'
import { Agendas } from './agenda.service.js'
import { agendaBlockerSource } from './blockers.loader.js'
import { BlockApprovals } from './block-approvals.service.js'
import { DocumentsAtHand } from './documents-at-hand.service.js'

/**
 * The agenda of a meeting: a tree of rows, never a file, so that contributions, decisions and minutes can point to a row. Numbers follow from
 * the order (agenda-numbers.ts), and moving keeps it a tree (agenda-tree.ts). A row is at most as visible as its meeting, and what hangs from a
 * hidden row is hidden with it. Higher rooms hand in the documents of a row (DocumentsAtHand) and hear of approved blocks (BlockApprovals).
 * Rules: docs/rules/process.md (ME-10, AG).
 */
@Module({
  imports: [
    GroupsModule,
    MeetingsModule,
    TypeOrmModule.forFeature([AgendaItem, AgendaPlan, AgendaVersion, AgendaVisit, AgendaRemoval]),
  ],
  providers: [
    Agendas,
    AgendaPapers,
    AgendaRemovals,
    AgendaVisits,
    AgendaMoves,
    DocumentsAtHand,
    BlockApprovals,
    AgendaVerbsResolver,
    AgendaItemResolver,
    MeetingAgendaResolver,
    AgendaVersionResolver,
    AgendaVersionRowResolver,
    DocumentAtHandResolver,
  ],
  exports: [Agendas, AgendaPapers, AgendaVisits, DocumentsAtHand, BlockApprovals],
})
export class AgendaModule implements OnModuleInit {
  constructor(
    private readonly objects: Objects,
    private readonly blockers: Blockers,
    private readonly alsoMoves: AlsoMoves,
    private readonly moves: AgendaMoves,
  ) {}

  onModuleInit(): void {
    this.blockers.register(agendaBlockerSource)
    this.alsoMoves.add(this.moves)
    // The record tells of the agenda as a whole, by the name of its meeting.
    this.objects.describe('agenda', async (ctx, ids) => {
      const meetings = (await Promise.all(ids.map((id) => meetingsById(ctx).load(id)))).filter((one) => one !== null)
      const faces = meetings.map(async ({ id, groupId, title, number }) => {
        const group = await groupsById(ctx).load(groupId)
        return [id, { label: title, href: group && `/groups/${group.slug}/meetings/${number}/agenda` }] as const
      })
      return new Map(await Promise.all(faces))
    })
  }
}
