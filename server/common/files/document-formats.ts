/**
 * What an uploaded document is, read from its bytes and never from what its sender says of it: PDF by its head and its end, Word by what is packed in
 * it. Of a packed file only the list of contents and one small part are unpacked. [FI-9]
 */
import { strFromU8, unzipSync } from 'fflate'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Types of documents that are taken. */
export const documentTypes = ['application/pdf', WORD] as const
export type DocumentType = (typeof documentTypes)[number]

/** Why bytes cannot be taken as a document. */
export const documentFaults = ['EMPTY', 'OLD_WORD', 'MACROS', 'UNPACKED_TOO_LARGE', 'DAMAGED', 'OTHER'] as const
export type DocumentFault = (typeof documentFaults)[number]

/** A packed document may hold so much, and so many parts: what whoever opens it has to unpack. */
export const mostUnpackedBytes = 200 * 1024 * 1024
const mostParts = 5000
/** The list of types in a Word file is a few kilobytes. */
const mostListBytes = 1024 * 1024

/** The document that these bytes are, or why they are none that is taken. */
export function documentIn(bytes: Buffer): DocumentType | DocumentFault {
  if (bytes.length === 0) return 'EMPTY'
  if (bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return isWholePdf(bytes) ? 'application/pdf' : 'DAMAGED'
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return 'OLD_WORD'
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return packed(bytes)
  return 'OTHER'
}

/** A version in the head, and at the end the place of the table of contents and the mark of the end. [ISO 32000-2, 7.5.2 and 7.5.5] */
function isWholePdf(bytes: Buffer): boolean {
  const end = bytes.toString('latin1', Math.max(0, bytes.length - 2048))
  return (
    /^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8)) && /startxref\s+\d+\s+%%EOF[\s\0]*$/.test(end.slice(-1024))
  )
}

/** A Word document names its main part among its types, and holds no program. [ECMA-376, Part 2, 10.1.2; Part 1, 11.3.10] */
function packed(bytes: Buffer): DocumentType | DocumentFault {
  const names = new Set<string>()
  let unpackedBytes = 0
  let types: Uint8Array | undefined
  try {
    types = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name)
        unpackedBytes += originalSize
        if (names.size > mostParts || unpackedBytes > mostUnpackedBytes) throw new TooLarge()
        return name === '[Content_Types].xml' && originalSize <= mostListBytes
      },
    })['[Content_Types].xml']
  } catch (error) {
    if (error instanceof TooLarge) return 'UNPACKED_TOO_LARGE'
    // The library has no class of its own for bytes that it cannot read.
    if (error instanceof Error) return 'DAMAGED'
    throw error
  }
  if (!types || !names.has('word/document.xml')) return 'OTHER'
  const list = strFromU8(types)
  if (/macroEnabled|vnd\.ms-office\.vbaProject/i.test(list)) return 'MACROS'
  if ([...names].some((name) => /(^|\/)(vbaProject\.bin|vbaData\.xml)$|\.(exe|dll|js|vbs|bat|cmd|ps1)$/i.test(name))) {
    return 'MACROS'
  }
  return list.includes(`${WORD}.main+xml`) ? WORD : 'OTHER'
}

class TooLarge extends Error {}
