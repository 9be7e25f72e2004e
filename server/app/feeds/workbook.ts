import { Zip, ZipDeflate } from 'fflate'
import { isPartialDate } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import type { Value } from './feed.js'
import { cell as textOf } from './table.js'
import { escaped } from './xml.js'

/** Parts of a workbook that are always the same: one sheet, and one style besides the usual, for days. */
const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
  'xl/styles.xml':
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>',
}
const DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const DAY = 1
const HEAD = 2

/**
 * A workbook with one sheet, made as its rows come: no more than a few of them are in memory. Texts are texts to a spreadsheet, never formulas; days
 * are days. [EX-2, EX-5]
 */
export async function* workbook(
  sheetName: string,
  heads: readonly string[],
  keys: readonly string[],
  rows: AsyncIterable<readonly (readonly Value[])[]>,
  words: Words,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw new Error('Packing a workbook failed', { cause: error })
    ready.push(chunk)
  })
  const utf8 = new TextEncoder()
  const named =
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  for (const [name, xml] of Object.entries({ ...parts, 'xl/workbook.xml': named })) {
    const file = new ZipDeflate(name)
    zip.add(file)
    file.push(utf8.encode(DECLARED + xml), true)
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 })
  zip.add(sheet)
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const headCells = heads.map((head, at) => textCell(`${columnName(at)}1`, head, HEAD)).join('')
  sheet.push(
    utf8.encode(
      `${DECLARED}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${frozen}<sheetData><row r="1">${headCells}</row>`,
    ),
  )
  let line = 1
  for await (const some of rows) {
    const xml = some.map((values) => {
      line += 1
      return `<row r="${line}">${values.map((value, at) => cellOf(`${columnName(at)}${line}`, keys[at]!, value, words)).join('')}</row>`
    })
    sheet.push(utf8.encode(xml.join('')))
    yield* ready
    ready = []
  }
  sheet.push(utf8.encode('</sheetData></worksheet>'), true)
  zip.end()
  yield* ready
}

/** Columns that hold days, by how their fields are named. */
const isDay = (key: string, value: Value): value is string =>
  /(?:On|^asOf)$/.test(key) &&
  typeof value === 'string' &&
  value.length === 10 &&
  isPartialDate(value) &&
  value >= '1900-03-01'

function cellOf(at: string, key: string, value: Value, words: Words): string {
  if (value === '') return ''
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${at}"><v>${value}</v></c>`
  if (isDay(key, value)) return `<c r="${at}" s="${DAY}"><v>${serialOf(value)}</v></c>`
  const text = textOf(value, words)
  return text === '' ? '' : textCell(at, text, 0)
}

const textCell = (at: string, text: string, style: number) =>
  `<c r="${at}"${style ? ` s="${style}"` : ''} t="inlineStr"><is><t xml:space="preserve">${inCell(text)}</t></is></c>`

/** Days since the last of 1899, as spreadsheets count them from March 1900 on. */
const serialOf = (day: string) => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000

/** A, B … Z, AA. */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter
}

/** A spreadsheet would take `_x0041_` for an A. */
const inCell = (text: string) => escaped(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))
