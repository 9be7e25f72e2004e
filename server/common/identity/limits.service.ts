import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { refuse } from '#server/platform/errors/index.js'
import { Attempts } from './attempts.js'

/** What somebody who guesses, or floods a mail box, would do often. */
export type Attempt = 'signIn' | 'link' | 'mail'

/**
 * How often one may try. Wrong passwords: per account and address of the network, so that nobody locks another person out; per network address,
 * so that nobody tries one password on many accounts. Mail: per mail box, whoever asks. [ID-9]
 */
@Injectable()
export class Limits {
  private readonly together = new Attempts({ most: 10, seconds: 15 * 60 })
  private readonly byAccount = new Attempts({ most: 4, seconds: 15 * 60 })
  private readonly byAddress: Record<Attempt, Attempts> = {
    signIn: new Attempts({ most: 100, seconds: 15 * 60 }),
    link: new Attempts({ most: 50, seconds: 15 * 60 }),
    mail: new Attempts({ most: 30, seconds: 15 * 60 }),
  }

  /** Counts an attempt. Returns what to call when it was no guess after all. Refuses: TOO_MANY_REQUESTS. */
  take(attempt: Attempt, ip: string, email: string | null, now: Date): () => void {
    const counted: (readonly [Attempts, string])[] = [[this.byAddress[attempt], ip]]
    if (email !== null && attempt === 'signIn') counted.push([this.together, keyOf(email, ip)])
    if (email !== null && attempt === 'mail') counted.push([this.byAccount, keyOf(email)])
    for (const [attempts, key] of counted) {
      const seconds = attempts.take(key, now)
      if (seconds !== null) throw refuse('TOO_MANY_REQUESTS', { seconds })
    }
    return () => counted.forEach(([attempts, key]) => attempts.forgive(key))
  }
}

/** Of one length whatever is sent, and no list of addresses in memory. */
const keyOf = (...parts: string[]) => createHash('sha256').update(parts.join('\n').toLowerCase()).digest('base64url')
