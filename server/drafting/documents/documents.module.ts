import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { FileScopes } from '#server/common/files/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { SharedDocument } from './document.entity.js'
import './documents.access.js'
import { documentsById } from './documents.loader.js'
import { DocumentResolver } from './documents.resolver.js'
import { Documents } from './documents.service.js'

/**
 * Shared texts as things: what they are called, whose they are, who may read and write them, which document schema they need. Which rooms point to
 * one (a deliverable, a contribution, minutes) is known there; what is written in it is kept by `collaboration`. Roles come with the viewer,
 * from the room that gives them. Rules: docs/rules/collaboration.md (CS).
 */
@Module({
  imports: [TypeOrmModule.forFeature([SharedDocument])],
  providers: [Documents, DocumentResolver],
  exports: [Documents],
})
export class DocumentsModule implements OnModuleInit {
  constructor(private readonly files: FileScopes) {}

  onModuleInit(): void {
    this.files.allow({
      type: 'document',
      find: async (ctx, ids) => new Map((await seen(ctx, ids)).map((document) => [document.id, document])),
      add: 'document.edit',
    })
  }
}

const seen = async (ctx: Ctx, ids: readonly string[]): Promise<SharedDocument[]> =>
  (await Promise.all(ids.map((id) => documentsById(ctx).load(id)))).filter((document) => document !== null)
