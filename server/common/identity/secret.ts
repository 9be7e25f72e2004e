import { createHash, randomBytes } from 'node:crypto'

/** A new secret of 32 random bytes, as text that fits into an address, a header and a cookie. */
export const newSecret = (prefix = ''): string => prefix + randomBytes(32).toString('base64url')

/**
 * What is stored of a secret. SHA-256 is enough: the secret is random, so there is nothing to guess, and looking it up by its hash tells a
 * watcher of response times nothing. [ID-4]
 */
export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()
