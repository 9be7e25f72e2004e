import { Injectable } from '@nestjs/common'
import { Settings } from '#server/platform/config/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { Jobs } from '#server/platform/jobs/index.js'
import { SEND_MAIL, type SendMail } from './postman.js'

/** A letter in the language of its reader. */
export interface Letter {
  /** E-mail address. */
  readonly to: string
  /** The person it concerns; null for an address that belongs to nobody here. */
  readonly personId: string | null
  readonly subject: string
  /** Plain text. */
  readonly body: string
}

@Injectable()
export class Mail {
  constructor(
    private readonly settings: Settings,
    private readonly jobs: Jobs,
  ) {}

  /** Writes a letter in the transaction of its cause. It leaves once that has committed; after a rollback there is no letter. [MA-1] */
  async send(ctx: WriteCtx, { to, personId, subject, body }: Letter): Promise<void> {
    const id = newId()
    await ctx.db.query(
      `insert into outgoing_mail (id, person_id, recipient, subject, body, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, personId, to, subject, body, ctx.now],
    )
    if (this.settings.smtpUrl) await this.jobs.send<SendMail>(ctx, SEND_MAIL, { id }, { key: id })
  }
}
