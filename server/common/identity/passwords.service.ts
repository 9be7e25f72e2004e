import { Injectable } from '@nestjs/common'
import { hash, verify } from '@node-rs/argon2'
import { newSecret } from './secret.js'
import { isOversized, normalised } from './password-policy.js'

// Argon2id, the default of the package, as a const enum that isolated modules cannot read. OWASP password storage: 19 MiB, 2 passes.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Hashes passwords, slowly. */
@Injectable()
export class Passwords {
  private dummy: Promise<string> | null = null
  /** The slow part; a field, so that a test can count how often it is done. */
  compare: typeof verify = verify

  /** The hash to store, in PHC format. Takes about 30 ms; callers have looked at the length before. */
  hash(password: string): Promise<string> {
    return hash(normalised(password), cost)
  }

  /**
   * Whether the password goes with the hash. Without a hash the same work is done on another, so that the time taken does not tell whether there
   * is an account. An oversized password goes with nothing and is not hashed. [ID-2, ID-3]
   */
  async verify(stored: string | null, password: string): Promise<boolean> {
    if (isOversized(password)) return false
    this.dummy ??= this.hash(newSecret())
    const matches = await this.compare(stored ?? (await this.dummy), normalised(password))
    return stored !== null && matches
  }
}
