import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { Mail, type Letter } from '#server/platform/mail/index.js'
import { Postman } from '#server/platform/mail/postman.js'
import { reportFaultsTo } from '#server/platform/errors/index.js'
import { openRooms, type Rooms } from '../harness/rooms.js'

/** A mail server that keeps what it gets, refuses when told so, and says when something has come. */
class MailBox {
  readonly letters: { to: string[]; mail: Email }[] = []
  attempts = 0
  refuseNext = 0
  private waiting: (() => void)[] = []

  readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        this.attempts += 1
        if (this.refuseNext > 0) {
          this.refuseNext -= 1
          return done(Object.assign(new Error('Try later'), { responseCode: 451 }))
        }
        void PostalMime.parse(Buffer.concat(parts)).then((mail) => {
          this.letters.push({ to: session.envelope.rcptTo.map((to) => to.address), mail })
          done()
          this.waiting.splice(0).forEach((go) => go())
        })
      })
    },
  })

  async has(count: number): Promise<void> {
    while (this.letters.length < count) await new Promise<void>((resolve) => this.waiting.push(resolve))
  }
}

const box = new MailBox()
let rooms: Rooms
const faults: string[] = []

beforeAll(async () => {
  reportFaultsTo(({ doing }) => faults.push(doing))
  await new Promise<void>((resolve) => box.server.listen(0, '127.0.0.1', resolve))
  const { port } = box.server.server.address() as AddressInfo
  rooms = await openRooms([], { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Rapporteur <post@example.org>' })
})
afterAll(async () => {
  await rooms?.stop()
  await new Promise<void>((resolve) => box.server.close(resolve))
})

const letter: Letter = {
  to: 'ada@example.org',
  personId: null,
  subject: 'Your sign-in link ✓',
  body: 'Dear Ada,\n\nhttps://example.org/#secret\n',
}
const send = (more: Partial<Letter> = {}) => rooms.write((tx) => rooms.get(Mail).send(tx, { ...letter, ...more }))
const rows = () =>
  rooms.dataSource.query(
    'select id, recipient, body, sent_at as "sentAt", attempts, last_error as "lastError" from outgoing_mail order by id',
  )
/** The mark follows the mail server's word; looks until it is there. */
async function allSent(): Promise<Awaited<ReturnType<typeof rows>>> {
  for (;;) {
    const found = await rows()
    if (found.every((row: { sentAt: Date | null }) => row.sentAt)) return found
  }
}

describe('mail', () => {
  it('[MA-1] leaves after commit, as it was written, and is emptied', async () => {
    await send()
    await box.has(1)
    const { to, mail } = box.letters[0]!
    expect(to).toEqual(['ada@example.org'])
    expect(mail).toMatchObject({ subject: letter.subject, from: { name: 'Rapporteur', address: 'post@example.org' } })
    expect(mail.text!.trim()).toBe(letter.body.trim())
    const [row] = await allSent()
    expect(row).toMatchObject({ recipient: '', body: '', attempts: 1 })
    expect(mail.messageId).toBe(`<${row.id}@example.org>`)
  })

  it('[MA-1] does not leave when the transaction fails', async () => {
    const failing = rooms.write(async (tx) => {
      await rooms.get(Mail).send(tx, { ...letter, subject: 'never' })
      throw new Error('changed our mind')
    })
    await expect(failing).rejects.toThrow('changed our mind')
    await send({ subject: 'after it' })
    await box.has(2)
    expect(box.letters.map(({ mail }) => mail.subject)).toEqual([letter.subject, 'after it'])
    expect(await rooms.dataSource.query(`select 1 from outgoing_mail where subject = 'never'`)).toEqual([])
  })

  it('[MA-2] is sent once, however many carry it', async () => {
    await rooms.dataSource.query(
      `insert into outgoing_mail (id, recipient, subject, body, created_at) values (gen_random_uuid(), 'bob@example.org', 'once', 'x', now())`,
    )
    const [{ id }] = await rooms.dataSource.query(`select id from outgoing_mail where subject = 'once'`)
    await Promise.all([1, 2, 3, 4, 5].map(() => rooms.get(Postman).carry(id)))
    await rooms.get(Postman).carry(id)
    expect(box.letters.filter(({ mail }) => mail.subject === 'once')).toHaveLength(1)
  })

  it('[MA-2] is tried again after the server refused, under the same Message-ID, and the failure says no address', async () => {
    await rooms.dataSource.query(
      `insert into outgoing_mail (id, recipient, subject, body, created_at) values (gen_random_uuid(), 'eve@example.org', 'again', 'x', now())`,
    )
    const [{ id }] = await rooms.dataSource.query(`select id from outgoing_mail where subject = 'again'`)
    box.refuseNext = 1
    await expect(rooms.get(Postman).carry(id)).rejects.toThrow()
    const [failed] = await rooms.dataSource.query(
      'select claimed_at, last_error, sent_at from outgoing_mail where id = $1',
      [id],
    )
    expect(failed).toEqual({ claimed_at: null, last_error: '451 EMESSAGE DATA', sent_at: null })
    await rooms.get(Postman).carry(id)
    expect(box.letters.at(-1)!.mail.messageId).toBe(`<${id}@example.org>`)
  })
})
