/**
 * Somebody who types, without a Y.Doc: a hundred of those would take more time than what is measured. And edits that are recognised in what
 * comes back, merged or not, by looking for a few bytes.
 */
import * as encoding from 'lib0/encoding'

/** A character of a text, as Yjs names it. */
export interface CharacterId {
  readonly client: number
  readonly clock: number
}

const stringAfterOrigin = 0x84 // ContentString (4), with an origin to its left (0x80)

/** One editing session that types at one place: what it types stands after what it typed before. */
export class Hand {
  private clock = 0

  /** `client`: its Yjs client id, which nobody else has. `after`: the character that it begins behind. */
  constructor(
    private readonly client: number,
    private after: CharacterId,
  ) {}

  /** The update (Yjs' first format) of typing some characters, one UTF-16 unit each. */
  types(text: string): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1) // sessions in this update
    encoding.writeVarUint(encoder, 1) // things of that session
    encoding.writeVarUint(encoder, this.client)
    encoding.writeVarUint(encoder, this.clock)
    encoding.writeUint8(encoder, stringAfterOrigin)
    encoding.writeVarUint(encoder, this.after.client)
    encoding.writeVarUint(encoder, this.after.clock)
    encoding.writeVarString(encoder, text)
    encoding.writeVarUint(encoder, 0) // nothing is deleted
    this.clock += text.length
    this.after = { client: this.client, clock: this.clock - 1 }
    return encoding.toUint8Array(encoder)
  }
}

const sign = '~~~'
const digits = 6

/** The text of the n-th edit: nine characters, about a word. `n` is below 36 to the power of six. */
export const marked = (n: number): string => sign + n.toString(36).padStart(digits, '0')

/** Calls for each edit whose text is in these bytes. Nothing else that is sent holds the sign. */
export function findMarked(bytes: Buffer, found: (n: number) => void): void {
  for (let at = bytes.indexOf(sign, 0, 'latin1'); at >= 0; at = bytes.indexOf(sign, at, 'latin1')) {
    at += sign.length
    let n = 0
    for (const end = at + digits; at < end; at++) {
      const code = bytes[at]!
      n = n * 36 + (code < 58 ? code - 48 : code - 87)
    }
    found(n)
  }
}
