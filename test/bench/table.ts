import { spreadOf, verdictOf, type Aim } from './statistics.js'

/** A table as people read it and as it is pasted into a page: Markdown, columns in line. The first column is text, the others are figures. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heading.map((_, column) => Math.max(3, ...[heading, ...rows].map((row) => row[column]!.length)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(heading), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n')
}

/** The middle of the rounds with the least and the most beside it. */
export function spread(rounds: readonly number[]): string {
  const { median, least, most } = spreadOf(rounds)
  return rounds.length === 1 ? figure(median) : `${figure(median)} (${figure(least)}–${figure(most)})`
}

/** Three digits, or all that stand before the point. */
export function figure(value: number): string {
  const size = Math.abs(value)
  if (size >= 100) return Math.round(value).toLocaleString('en')
  return value.toFixed(size >= 10 ? 1 : size >= 0.1 || size === 0 ? 2 : 3)
}

/** Figures that have an aim, each with its verdict. */
export const aimsTable = (aims: readonly Aim[]): string =>
  table(
    ['What should be so', 'aim', 'measured', ''],
    aims.map((one) => [
      one.name,
      'atMost' in one.aim ? `≤ ${one.aim.atMost}` : `≥ ${one.aim.atLeast}`,
      spread(one.rounds),
      verdictOf(one),
    ]),
  )
