import { Controller, Get, Header, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { DataSource } from 'typeorm'
import { isDemoRequest, Settings } from '#server/platform/config/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { chooseLanguage, wordsFor } from '#schema/words/index.js'
import { outboxPage, type OutboxLetter } from './outbox-page.js'

/** Letters that would have been mailed, for whoever tries the product on their own machine. */
@Controller('dev/outbox')
export class OutboxController {
  constructor(
    private readonly settings: Settings,
    private readonly dataSource: DataSource,
  ) {}

  /** The newest hundred letters. Refuses: NOT_FOUND outside demo mode. */
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async list(@Req() request: FastifyRequest): Promise<string> {
    if (!isDemoRequest(this.settings, { host: request.headers.host, headers: request.headers })) {
      throw refuse('NOT_FOUND')
    }
    const letters = (await this.dataSource.query(
      `select recipient, subject, body, created_at as "createdAt" from outgoing_mail order by created_at desc, id desc limit 100`,
    )) as OutboxLetter[]
    const { lang } = request.query as { lang?: string }
    return outboxPage(wordsFor(chooseLanguage(lang, request.headers['accept-language'])), letters)
  }
}
