import { Global, Module } from '@nestjs/common'
import { Access } from './access.service.js'

/**
 * Who may do what. Rooms hand in permission tables (`permissions`), verbs and pages ask `Access`, lists apply `visibleSql`.
 * Knows roles only as words; which person holds which role is loaded by the rooms above. Rules: docs/rules/process.md (PA-4).
 */
@Global()
@Module({ providers: [Access], exports: [Access] })
export class AccessModule {}
