import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { SharedDocument } from './document.entity.js'
import './documents.access.js'
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
export class DocumentsModule {}
