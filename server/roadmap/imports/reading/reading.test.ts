import { describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { Refusal } from '#server/platform/errors/index.js'
import { formatOf, readFile } from './read-file.js'
import { readCsv } from './read-csv.js'
import { readJson } from './read-json.js'
import { readRelaton } from './read-relaton.js'
import { readXlsx } from './read-xlsx.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, isBig = false) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return new Uint8Array(isBig ? bytes.swap16() : bytes)
}

/** The refusal that reading ends in. */
async function refusal(read: () => unknown): Promise<{ code: string; args: Record<string, unknown> }> {
  try {
    await read()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, args: error.args }
    throw error
  }
  throw new Error('It was read')
}

/** A workbook with one sheet of such cells, as a spreadsheet writes it. */
const workbook = (sheet: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'xl/workbook.xml': strToU8(
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Items" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
    ),
    ...more,
  })
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`

describe('[IM-1] a table of separated values', () => {
  it.each([
    ['UTF-8', utf8('designation,title\nISO 1,An äpple\n')],
    ['UTF-8 with its mark', utf8('\uFEFFdesignation,title\r\nISO 1,An äpple\r\n')],
    ['UTF-16, little end first', utf16('designation;title\nISO 1;An äpple\n')],
    ['UTF-16, big end first', utf16('designation\ttitle\nISO 1\tAn äpple\n', true)],
    ['semicolons', utf8('designation;title\nISO 1;An äpple')],
    ['tabs', utf8('designation\ttitle\nISO 1\tAn äpple')],
    ['quotation marks', utf8('"designation","title"\n"ISO 1","An äpple"')],
    ['empty lines and columns', utf8('designation,title,,\n,,,\nISO 1,An äpple,,\n')],
  ])('is read in %s', (_, bytes) => {
    expect(readCsv(bytes).rows.map(({ raw }) => raw)).toEqual([{ designation: 'ISO 1', title: 'An äpple' }])
  })

  it('knows the line of each row, also behind cells of several lines', () => {
    const { rows } = readCsv(utf8('designation,title\nISO 1,"two\nlines"\nISO 2,one\n'))
    expect(rows.map(({ number }) => number)).toEqual([3, 4])
  })

  it('takes off the apostrophe that our own files put before what looks like a formula [EX-2]', () => {
    expect(
      readCsv(utf8("designation,title\nISO 1,'=1+1\nISO 2,'quoted'\n")).rows.map(({ raw }) => raw['title']),
    ).toEqual(['=1+1', "'quoted'"])
  })

  it('is refused in another encoding, with the line', async () => {
    const latin = new Uint8Array([...utf8('designation,title\nISO 1,fine\nISO 2,caf'), 0xe9, ...utf8('\n')])
    expect(await refusal(() => readCsv(latin))).toEqual({
      code: 'IMPORT_ENCODING',
      args: { line: 3, encoding: 'utf-8' },
    })
    expect((await refusal(() => readCsv(new Uint8Array(Buffer.from('designation\nISO', 'utf16le'))))).code).toBe(
      'IMPORT_ENCODING',
    )
  })

  it('is refused with 300 columns', async () => {
    const heads = Array.from({ length: 300 }, (_, at) => `c${at}`).join(',')
    expect(await refusal(() => readCsv(utf8(`${heads}\n`)))).toEqual({
      code: 'IMPORT_TOO_WIDE',
      args: { columns: 300, limit: 60, line: 1 },
    })
  })

  it.each([
    ['nothing', '', 'IMPORT_EMPTY', undefined],
    ['headings alone', 'designation,title\n', 'IMPORT_EMPTY', undefined],
    ['a heading twice', 'title,title\na,b\n', 'IMPORT_UNREADABLE', 'HEADING_TWICE'],
    ['a cell without a heading', 'designation\nISO 1,x\n', 'IMPORT_UNREADABLE', 'NO_HEADING'],
    ['a quotation mark that stays open', 'designation\n"ISO 1\n', 'IMPORT_UNREADABLE', 'QUOTE'],
    ['a cell that is too long', `designation\n${'x'.repeat(10_001)}\n`, 'IMPORT_UNREADABLE', 'CELL'],
    ['too many rows', `designation\n${'ISO 1\n'.repeat(50_001)}`, 'IMPORT_TOO_LONG', undefined],
  ])('is refused with %s', async (_, text, code, why) => {
    const { code: found, args } = await refusal(() => readCsv(utf8(text)))
    expect([found, args['why']]).toEqual([code, why])
  })
})

describe('[IM-1] a workbook', () => {
  it('is read as text, dates as days', async () => {
    const rows = `<row r="1">${cell('A1', 'designation')}${cell('B1', 'title')}</row><row r="2">${cell('A2', 'ISO 1')}<c r="B2"><v>12.5</v></c></row>`
    const { rows: read } = await readXlsx(workbook(rows))
    expect(read).toEqual([{ number: 2, raw: { designation: 'ISO 1', title: '12.5' } }])
  })

  it('is refused before it is unpacked when it would unpack to more than is taken', async () => {
    const bomb = workbook(`<row r="1">${cell('A1', 'designation')}</row>`, {
      'xl/media/filler.xml': new Uint8Array(50 * 1024 ** 2),
    })
    expect(bomb.length).toBeLessThan(200_000)
    expect((await refusal(() => readXlsx(bomb))).code).toBe('IMPORT_BOMB')
  })

  it('is refused when it says that it unpacks to little and does not', async () => {
    const bomb = Buffer.from(workbook(`<row r="1">${cell('A1', 'x'.repeat(5_000_000))}</row>`))
    // The size in the table of contents of the largest entry is set to 10.
    const at = bomb.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml'))
    bomb.writeUInt32LE(10, at - 46 + 24)
    expect((await refusal(() => readXlsx(new Uint8Array(bomb)))).code).toMatch(/^IMPORT_(BOMB|UNREADABLE|EMPTY)$/)
  })

  it.each([
    ['with a cell in the last column', cell('XFD1', 'far'), 'IMPORT_TOO_WIDE'],
    ['with a cell in the last row', cell('A1048576', 'deep'), 'IMPORT_TOO_LONG'],
  ])('is refused %s, before the table between is made', async (_, far, code) => {
    const sheet = `<row r="1">${cell('A1', 'designation')}${far}</row>`
    expect((await refusal(() => readXlsx(workbook(sheet)))).code).toBe(code)
  })

  it('is refused when it is none', async () => {
    expect((await refusal(() => readXlsx(utf8('PK and no more, for a while at least')))).args['why']).toBe('ZIP')
    expect((await refusal(() => readXlsx(zipSync({ 'a.txt': strToU8('a') })))).args['why']).toBe('WORKBOOK')
  })
})

describe('[IM-1] JSON', () => {
  it.each([
    ['a plain list', '[{"designation":"ISO 1"}]'],
    ['our own file', '{"list":"roadmap","registerAsOf":"2026-03-02T00:00:00Z","rows":[{"designation":"ISO 1"}]}'],
  ])('is read from %s', (_, text) => {
    expect(readJson(utf8(text)).rows).toEqual([{ number: 1, raw: { designation: 'ISO 1' } }])
  })

  it.each([
    ['what is no JSON', '[\n{"designation": }]', 'JSON'],
    ['no list', '{"designation":"ISO 1"}', 'NO_LIST'],
    ['a list of something else', '["ISO 1"]', 'NO_RECORD'],
  ])('is refused with %s', async (_, text, why) => {
    expect((await refusal(() => readJson(utf8(text)))).args['why']).toBe(why)
  })
})

describe('[IM-1] Relaton YAML', () => {
  it.each([
    ['one record', 'docidentifier:\n- content: ISO 1\n', 1],
    ['several documents', '---\nid: A\n---\nid: B\n', 2],
    ['a list', '- id: A\n- id: B\n- id: C\n', 3],
    ['a collection', 'items:\n- id: A\n- id: B\n', 2],
  ])('is read from %s', (_, text, count) => {
    expect(readRelaton(utf8(text)).rows).toHaveLength(count)
  })

  it('is refused with aliases that explode', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let n = 1; n < 12; n += 1)
      lines.push(
        `a${n}: &a${n} [${Array(10)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
      )
    expect((await refusal(() => readRelaton(utf8(lines.join('\n'))))).code).toBe('IMPORT_ALIASES')
  })

  it.each([
    ['no YAML', 'a: [1, 2', 'YAML'],
    ['an object of a program', 'a: !ruby/object:Gem {}\n', 'TAG'],
    ['text alone', 'just a text', 'NO_RECORD'],
  ])('is refused with %s', async (_, text, why) => {
    expect((await refusal(() => readRelaton(utf8(text)))).args['why']).toBe(why)
  })
})

describe('[IM-1] the kind of a file', () => {
  it('follows from its bytes, then from its name', () => {
    expect(formatOf('items.csv', workbook(''))).toBe('XLSX')
    expect(formatOf('Items.YAML', utf8('a: b'))).toBe('RELATON')
    expect(formatOf('items.tsv', utf8('a'))).toBe('CSV')
  })

  it('is refused when it is none of ours', async () => {
    expect(await refusal(() => formatOf('items.pdf', utf8('%PDF')))).toEqual({
      code: 'IMPORT_FORMAT',
      args: { ending: 'pdf' },
    })
    expect((await refusal(() => formatOf('items.csv', new Uint8Array(0)))).code).toBe('IMPORT_EMPTY')
    expect((await refusal(() => formatOf('items.csv', new Uint8Array(21 * 1024 ** 2)))).code).toBe('IMPORT_TOO_LARGE')
    expect((await readFile('JSON', utf8('[{"a":1}]'))).rows).toHaveLength(1)
  })
})
