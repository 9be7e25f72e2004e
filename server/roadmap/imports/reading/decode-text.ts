import { refuse } from '#server/platform/errors/index.js'

/**
 * The text that bytes are: UTF-8 with or without its mark, or UTF-16 with its mark. Anything else is refused and never guessed at, because a name
 * that was read wrongly looks right. Refuses: IMPORT_ENCODING, with the first line that is not UTF-8; IMPORT_EMPTY. [IM-1]
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (!isUndecodable(error)) throw error
    throw refuse('IMPORT_ENCODING', { line: encoding === 'utf-8' ? lineOfFirstFault(bytes) : 1, encoding })
  }
  // Text of two bytes a character without its mark is full of zeros; nothing else that is text has one.
  const zero = text.indexOf('\0')
  if (zero >= 0) throw refuse('IMPORT_ENCODING', { line: lineAt(text, zero), encoding })
  if (text.trim() === '') throw refuse('IMPORT_EMPTY')
  return text
}

const isUndecodable = (error: unknown): boolean =>
  (error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA'

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length

/** Lines end with the byte 10 in UTF-8 and in every encoding that it is mistaken for. */
function lineOfFirstFault(bytes: Uint8Array): number {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(10, from)
    const to = end < 0 ? bytes.length : end + 1
    try {
      strict.decode(bytes.subarray(from, to))
    } catch (error) {
      if (!isUndecodable(error)) throw error
      return line
    }
    from = to
  }
  return line
}
