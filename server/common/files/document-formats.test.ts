import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { aDocm, aDocx, aPdf } from '../../../test/builders/documents.js'
import { aPng } from '../../../test/builders/pictures.js'
import { documentFaults, documentIn, documentTypes } from './document-formats.js'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** The list of contents says how large a part is when unpacked; so said, without being so. */
function saysLarge(docx: Buffer): Buffer {
  const at = docx.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  docx.writeUInt32LE(0xf0000000, at + 24)
  return docx
}

describe('what an uploaded document is', () => {
  it.each([
    ['DOCX', aDocx(), WORD],
    ['PDF', aPdf(), 'application/pdf'],
    ['PDF with blanks behind its end', Buffer.concat([aPdf(), Buffer.from('\r\n\r\n')]), 'application/pdf'],
    ['nothing', Buffer.alloc(0), 'EMPTY'],
    ['a few bytes', Buffer.from('ab'), 'OTHER'],
    ['a page of the Web', Buffer.from('<html><script>alert(1)</script>'), 'OTHER'],
    ['a picture', aPng(), 'OTHER'],
    ['Word of old', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'OLD_WORD'],
    ['Word with a macro', aDocm(), 'MACROS'],
    ['Word with a hidden macro', aDocx({ more: { 'word/vbaProject.bin': strToU8('x') } }), 'MACROS'],
    ['a table', aDocx({ main: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }), 'OTHER'],
    ['any packed file', Buffer.from(zipSync({ 'word/document.xml': strToU8('x') })), 'OTHER'],
    ['half a DOCX', aDocx().subarray(0, 300), 'DAMAGED'],
    ['half a PDF', aPdf().subarray(0, 100), 'DAMAGED'],
    ['a PDF with something behind its end', Buffer.concat([aPdf(), aDocx()]), 'DAMAGED'],
    ['what unpacks to gigabytes', saysLarge(aDocx()), 'UNPACKED_TOO_LARGE'],
  ])('[FI-9] is read from its bytes: %s', (_, bytes, found) => {
    expect(documentIn(bytes)).toBe(found)
  })

  it('[FI-9] is told of any bytes whatever, without a fault', () =>
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.nat(400),
        fc.constantFrom(aDocx(), aPdf()),
        (noise, at, base) => {
          const bytes = Buffer.concat([base.subarray(0, at), Buffer.from(noise)])
          expect([...documentTypes, ...documentFaults]).toContain(documentIn(bytes))
        },
      ),
    ))
})
