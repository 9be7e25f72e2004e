import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Concerns } from '#server/common/activity/index.js'
import { FactCheckResolver, FactConnectionResolver, FactResolver } from './checks.resolver.js'
import { Checks } from './checks.service.js'
import { FactCheck } from './fact-check.entity.js'

/**
 * Looking again whether facts are still so: the queue of those that are stale or unconfirmed (facts.read.ts, one statement), and what people found
 * who looked. It stands above all rooms of the register, whose tables carry the sources. Rules: SO-1 to SO-7.
 */
@Module({
  imports: [TypeOrmModule.forFeature([FactCheck])],
  providers: [Checks, FactResolver, FactConnectionResolver, FactCheckResolver],
  exports: [Checks],
})
export class ChecksModule implements OnModuleInit {
  constructor(private readonly concerns: Concerns) {}

  onModuleInit(): void {
    this.concerns.tellList('/roadmap/to-check', () => `e.verb like 'fact.%'`)
  }
}
