import { Module } from '@nestjs/common'
import { Appender } from './appender.service.js'
import { LiveDocuments } from './live-documents.service.js'
import { Rescue } from './rescue.service.js'
import { Snapshots } from './snapshots.service.js'
import { CollaborationSockets } from './sockets.service.js'
import { Texts } from './texts.service.js'
import { UpdateLog } from './update-log.store.js'

/**
 * Writing together: sockets that speak y-websocket, a log of updates in PostgreSQL that is the truth, snapshots that stand for its older part. An
 * update is checked (checked-update.ts), stored, and only then acknowledged and passed on; no Y.Doc stands in its way. Two processes meet in the
 * log. Wire format: docs/collaboration-protocol.md. Rules: docs/rules/collaboration.md (CS).
 */
@Module({
  providers: [UpdateLog, Appender, Snapshots, Rescue, LiveDocuments, CollaborationSockets, Texts],
  exports: [Texts, CollaborationSockets, LiveDocuments],
})
export class CollaborationModule {}
