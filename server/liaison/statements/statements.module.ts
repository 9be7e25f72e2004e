import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Objects } from '#server/common/activity/index.js'
import { CollaborationModule } from '#server/drafting/collaboration/index.js'
import { DocumentsModule } from '#server/drafting/documents/index.js'
import { groupsById } from '#server/process/groups/index.js'
import { ReportsModule, StatementsTold } from '#server/process/reports/index.js'
import { BodiesModule } from '#server/roadmap/bodies/index.js'
import { Statement } from './statement.entity.js'
import { statementsById } from './statements.list.js'
import {
  CaseStatementsResolver,
  StatementConnectionResolver,
  StatementResolver,
  ViewerStatementsResolver,
} from './statements.resolver.js'
import { Statements } from './statements.service.js'
import { statementsForReports } from './told-in-reports.reads.js'

/**
 * Liaison statements: what one group tells another body. They are drafted here, from a case of overlap whose scopes are quoted, as shared texts of
 * the group; agreeing and sending are still to come. Who may: the groups' own permissions. Rules: draft-text.ts [LS-9], docs/rules/process.md (LS).
 */
@Module({
  imports: [TypeOrmModule.forFeature([Statement]), BodiesModule, DocumentsModule, CollaborationModule, ReportsModule],
  providers: [
    Statements,
    StatementResolver,
    StatementConnectionResolver,
    CaseStatementsResolver,
    ViewerStatementsResolver,
  ],
  exports: [Statements],
})
export class StatementsModule implements OnModuleInit {
  constructor(
    private readonly objects: Objects,
    private readonly reports: StatementsTold,
  ) {}

  onModuleInit(): void {
    this.reports.tellWith(statementsForReports)
    this.objects.describe('statement', async (ctx, ids) => {
      const found = (await Promise.all(ids.map((id) => statementsById(ctx).load(id)))).filter((one) => one !== null)
      const faces = found.map(async ({ id, title, groupId }) => {
        const group = await groupsById(ctx).load(groupId)
        return [id, { label: title, href: group && `/groups/${group.slug}/liaison` }] as const
      })
      return new Map(await Promise.all(faces))
    })
  }
}
