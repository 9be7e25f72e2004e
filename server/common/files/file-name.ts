/** What a file is called: the name of the sender's file, without what could mislead whoever saves it. [FI-7] */
import type { MediaType } from './file.entity.js'

const longest = 120
const endings: Readonly<Record<MediaType, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
}

/** The last part of a path, in one line and of a bearable length, with the ending that its bytes have. */
export function fileNameOf(given: string, mediaType: MediaType): string {
  const stem = given
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)!
    // Signs that are not seen: controls, formats (those that turn the direction of writing among them), halves of pairs.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/["<>:|?*;%]/g, ' ')
    .replace(/\.[a-z0-9]{1,5}\s*$/i, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const short = Array.from(stem).slice(0, longest).join('').trim()
  const ending = /\.([a-z0-9]{1,5})\s*$/i.exec(given)?.[1]?.toLowerCase()
  const own = endings[mediaType]
  return `${short || (mediaType.startsWith('image/') ? 'picture' : 'document')}.${ending !== undefined && own.includes(ending) ? ending : own[0]!}`
}

/** The header that offers it under its name: pictures to be shown, documents to be saved, so that none opens inside this site. Browsers that do not read the second form get a plain one. [RFC 6266, 4.3; RFC 8187] */
export function dispositionOf(name: string, mediaType: MediaType): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${mediaType.startsWith('image/') ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
