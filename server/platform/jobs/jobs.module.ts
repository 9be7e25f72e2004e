import { Global, Module } from '@nestjs/common'
import { Jobs } from './jobs.service.js'

/**
 * Work that goes on after the answer: mail, sweeping, long verbs. On pg-boss, in a database schema of its own (`jobs`). A job that is sent
 * inside a transaction exists when that commits and never otherwise; a handler may run twice for one job (after a crash) and must not mind.
 */
@Global()
@Module({ providers: [Jobs], exports: [Jobs] })
export class JobsModule {}
