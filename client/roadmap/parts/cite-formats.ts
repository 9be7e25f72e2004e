/** What a citation needs to know of a page. */
export interface Cited {
  /** Permanent part of the address: `g-05`, `iso-iec-21031-2024`. */
  readonly key: string
  /** What stands on the page: name and title. */
  readonly title: string
  /** Who keeps the page. */
  readonly publisher: string
  /** Instant of which the register is told. */
  readonly asOf: string
  readonly href: string
}

/** The signs that BibTeX would take for its own. */
const texed = (text: string) =>
  text.replace(
    /[\\{}$&#%_^~]/g,
    (sign) => ({ '\\': '\\textbackslash{}', '^': '\\^{}', '~': '\\~{}' })[sign] ?? `\\${sign}`,
  )
/** A line of its own, whatever is in it. */
const line = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** An entry for LaTeX; braces around the title keep its capitals. [CI-1] */
export function bibtex({ key, title, publisher, asOf, href }: Cited): string {
  const [year, month, day] = [asOf.slice(0, 4), asOf.slice(5, 7), asOf.slice(0, 10)]
  const name = `rapporteur-${key}`.toLowerCase().replace(/[^a-z0-9-]+/g, '-')
  return [
    `@misc{${name},`,
    `  title = {{${texed(line(title))}}},`,
    `  publisher = {${texed(line(publisher))}},`,
    `  year = {${year}},`,
    `  month = {${Number(month)}},`,
    `  url = {${href}},`,
    `  note = {Register as of ${day}}`,
    '}',
  ].join('\n')
}

/** A record for reference managers. [CI-1] */
export const ris = ({ title, publisher, asOf, href }: Cited): string =>
  [
    'TY  - ELEC',
    `TI  - ${line(title)}`,
    `PB  - ${line(publisher)}`,
    `PY  - ${asOf.slice(0, 4)}`,
    `DA  - ${asOf.slice(0, 10).replaceAll('-', '/')}`,
    `Y2  - ${asOf.slice(0, 10).replaceAll('-', '/')}`,
    `UR  - ${href}`,
    'ER  - ',
  ].join('\n')
