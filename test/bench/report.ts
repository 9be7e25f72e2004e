import type { Size } from './extras.js'
import type { Round } from './load.js'
import { ratioOf, spreadOf, type Spread } from './statistics.js'

export interface Report {
  readonly setting: Readonly<Record<string, unknown>> & { connections: number }
  readonly items: Readonly<Record<'ours' | 'bare' | 'oneDirection' | 'bothDirections', Round[]>>
  readonly statements: Readonly<Record<'ours' | 'bare' | 'oneDirection' | 'bothDirections', number>>
  readonly pages: Readonly<Record<'gapKept' | 'gapComputed' | 'roadmapKept' | 'roadmapComputed', Round[]>>
  readonly startUpMilliseconds: number[]
  readonly client: Size
}

const perSecond = (rounds: readonly Round[]): number[] => rounds.map((round) => round.perSecond)

/** What has an aim: a ratio of two that were measured side by side. */
export const comparisons = ({ items, pages }: Pick<Report, 'items' | 'pages'>) => {
  const compare = (name: string, these: readonly Round[], those: readonly Round[], aim: number) => {
    return { name, aim, ratio: ratioOf(perSecond(these), perSecond(those)) }
  }
  return {
    items: [
      compare('of Fastify + pg', items.ours, items.bare, 0.6),
      compare('of PostGraphile, outgoing only', items.ours, items.oneDirection, 1),
      compare('of PostGraphile, both directions', items.ours, items.bothDirections, 1),
    ],
    pages: [
      compare('/gaps/G-01, kept to computed', pages.gapKept, pages.gapComputed, 10),
      compare('/roadmap, kept to computed', pages.roadmapKept, pages.roadmapComputed, 10),
    ],
  }
}

/** The report as people read it: tables, each ratio with its aim. */
export function report(result: Report): string {
  const { items, statements, pages, startUpMilliseconds, client } = result
  const line = (name: string, rounds: readonly Round[], more = '') => {
    const { median, least, most } = spreadOf(perSecond(rounds))
    const p50 = spreadOf(rounds.map((round) => round.p50)).median
    const p99 = spreadOf(rounds.map((round) => round.p99)).median
    return [
      name.padEnd(44),
      whole(median).padStart(7),
      `${whole(least)}–${whole(most)}`.padStart(13),
      whole(p50).padStart(6),
      whole(p99).padStart(6),
      more.padStart(6),
    ].join('')
  }
  const heading = (title: string, more = '') =>
    `\n${title.padEnd(44)}${'req/s'.padStart(7)}${'min–max'.padStart(13)}${'p50'.padStart(6)}${'p99'.padStart(6)}${more.padStart(6)}`
  const ratios = comparisons(result)
  const startUp = spreadOf(startUpMilliseconds)

  return [
    `${result.setting.connections} connections`,
    heading('50 items with three relations each', 'SQL'),
    line('Rapporteur', items.ours, String(statements.ours)),
    line('Fastify + pg, written for this answer', items.bare, String(statements.bare)),
    line('PostGraphile 5, outgoing relations only', items.oneDirection, String(statements.oneDirection)),
    line('PostGraphile 5, both directions as ours', items.bothDirections, String(statements.bothDirections)),
    ...ratios.items.map(ratioLine),
    heading('Pages for strangers'),
    line('/gaps/G-01, kept', pages.gapKept),
    line('/gaps/G-01, computed', pages.gapComputed),
    line('/roadmap, kept', pages.roadmapKept),
    line('/roadmap, computed', pages.roadmapComputed),
    ...ratios.pages.map(ratioLine),
    '',
    `Start on a used data folder, database included: ${whole(startUp.median)} ms (${whole(startUp.least)}–${whole(startUp.most)})`,
    `First load of the client: ${client.files} files, ${kilobytes(client.raw)}, ${kilobytes(client.brotli)} by brotli`,
    '',
  ].join('\n')
}

function ratioLine({
  name,
  aim,
  ratio: { median, least, most },
}: {
  name: string
  aim: number
  ratio: Spread
}): string {
  const figure = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0))
  const verdict = median >= aim ? 'reached' : 'missed'
  return `  → ${name.padEnd(40)}${`× ${figure(median)}`.padStart(7)}${`${figure(least)}–${figure(most)}`.padStart(13)}   aim ${aim}: ${verdict}`
}

const whole = (value: number): string => Math.round(value).toLocaleString('en')
const kilobytes = (bytes: number): string => `${whole(bytes / 1000)} kB`
