import { Module } from '@nestjs/common'
import { HealthController } from './health.controller.js'

/** Whether the process runs and can serve. */
@Module({ controllers: [HealthController] })
export class HealthModule {}
