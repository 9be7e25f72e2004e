import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { createTransport, type Transporter } from 'nodemailer'
import { DataSource } from 'typeorm'
import { Settings } from '#server/platform/config/index.js'
import { Jobs } from '#server/platform/jobs/index.js'
import type { OutgoingMail } from './outgoing-mail.entity.js'

export const SEND_MAIL = 'mail.send'
export interface SendMail {
  id: string
}

const SECONDS_TO_SEND = 120
const RETRIES = 8

/**
 * Carries letters to the SMTP server. Two processes never carry the same one: whoever marks it as claimed does. When a process dies between
 * the server's "250 OK" and the mark that it is sent, nobody can tell whether it left. It is then sent again, with the same Message-ID, by
 * which mail servers and readers know a copy: a letter twice under one id does less harm than a sign-in link that never comes. [MA-2]
 */
@Injectable()
export class Postman implements OnModuleInit, OnApplicationShutdown {
  private transport: Transporter | null = null

  constructor(
    private readonly settings: Settings,
    private readonly jobs: Jobs,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    if (this.settings.smtpUrl) {
      this.transport = createTransport(this.settings.smtpUrl, { from: this.settings.mailFrom })
    }
    // A claim ends before its job counts as lost, so that the next attempt finds the letter free.
    this.jobs.define<SendMail>(SEND_MAIL, ({ id }) => this.carry(id), {
      retries: RETRIES,
      secondsToFinish: SECONDS_TO_SEND * 2,
      atOnce: 2,
    })
  }

  onApplicationShutdown(): void {
    this.transport?.close()
  }

  /** Sends a letter that nobody has sent or is sending. A failure is kept with the letter and thrown, so that the queue tries again. */
  async carry(id: string): Promise<void> {
    if (!this.transport) throw new Error('There is a letter to send and no SMTP_URL')
    const letter = await this.claim(id)
    if (!letter) return
    try {
      await this.transport.sendMail({
        messageId: `<${id}@${senderDomain(this.settings.mailFrom)}>`,
        to: { name: '', address: letter.recipient },
        subject: letter.subject,
        text: letter.body,
        date: letter.createdAt,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    } catch (error) {
      await this.dataSource.query(`update outgoing_mail set claimed_at = null, last_error = $2 where id = $1`, [
        id,
        reasonOf(error),
      ])
      throw error
    }
    // A sent letter is worth nothing here any more, and its body may hold a secret and an address.
    await this.dataSource.query(
      `update outgoing_mail set sent_at = now(), recipient = '', body = '', last_error = null where id = $1`,
      [id],
    )
  }

  private async claim(id: string): Promise<OutgoingMail | undefined> {
    const [rows] = (await this.dataSource.query(
      `update outgoing_mail set claimed_at = now(), attempts = attempts + 1
       where id = $1 and sent_at is null and (claimed_at is null or claimed_at < now() - make_interval(secs => $2))
       returning id, recipient, subject, body, created_at as "createdAt"`,
      [id, SECONDS_TO_SEND],
    )) as [OutgoingMail[], number]
    return rows[0]
  }
}

const senderDomain = (from: string): string => /@([^\s@<>]+)>?$/.exec(from)?.[1] ?? 'localhost'

/** The server's answer code and the command it answered, never its text: that may repeat the address. */
const reasonOf = (error: unknown): string => {
  const { code, command, responseCode } = error as { code?: string; command?: string; responseCode?: number }
  return [responseCode, code, command].filter((part) => part !== undefined).join(' ') || 'unknown'
}
