import { Injectable } from '@nestjs/common'
import type { SharedDocument } from '#server/drafting/documents/index.js'

type Hash = (document: SharedDocument) => Promise<string>

/**
 * The hash of a text at the moment at which a group decides on it. Reading texts takes the machinery of shared writing, which is plugged in where
 * it runs (decided-texts.module.ts). [DC-6]
 */
@Injectable()
export class DecidedTexts {
  private read: Hash = () => Promise.reject(new Error('No reader of texts is plugged in: import DecidedTextsModule'))

  /** Says how texts are hashed. */
  readWith(hash: Hash): void {
    this.read = hash
  }

  /** SHA-256 of the text as it is stored now, in hexadecimal. */
  hash(document: SharedDocument): Promise<string> {
    return this.read(document)
  }
}
