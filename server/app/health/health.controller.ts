import { Controller, Get, Res } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import type { FastifyReply } from 'fastify'
import { DataSource } from 'typeorm'
import { Settings } from '#server/platform/config/index.js'
import { reportFault } from '#server/platform/errors/index.js'

/** For load balancers and monitoring. */
@Controller('health')
export class HealthController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  /** The process runs. Asks nobody else, so that a slow database does not get the process restarted. */
  @Get('live')
  live() {
    return { status: 'live' }
  }

  /** The process can serve: the database answers. 503 with a reference when not. What works less than it could stands in `details`. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    try {
      await this.dataSource.query('select 1')
    } catch (error) {
      void reply.code(503)
      return { status: 'database', reference: reportFault('asking the database for health', error) }
    }
    return { status: 'ready', ...(this.settings.mailWaits && { details: { mail: 'SMTP_URL is not set' } }) }
  }
}
