import type { ItemOnTimelineFragment, ItemRowFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { DataTable, Day, EmptyState, useWords, type Column } from '../../ui/index.js'
import { BodyLink, ItemLink, StateChip } from '../parts/index.js'
import { slipInWords } from './slip-words.js'
import { timelineOf, type Mark } from './timeline.js'

export type ItemInTime = ItemRowFragment & ItemOnTimelineFragment

/** Height of a line, and where on it the marks stand. */
const HEIGHT = 28
const MIDDLE = HEIGHT / 2

/** The items of a page on one axis of time. A table, so that keys, screen readers and paper have rows; each line is told in words as well. [TL-1] */
export function ItemTimeline({ items, today }: { items: readonly ItemInTime[]; today: string }) {
  const words = useWords<Words>()
  const { rows, ticks, today: now } = timelineOf(items, today)
  if (ticks.length === 0) {
    return <EmptyState title={words('item.timeline.emptyTitle')}>{words('item.timeline.emptyText')}</EmptyState>
  }
  return (
    <>
      <p className="fact-note" id="timeline-legend">
        {words('item.timeline.legend')}
      </p>
      <table
        className="table timeline-table"
        aria-label={words('item.timeline.look.timeline')}
        aria-describedby="timeline-legend"
      >
        <thead>
          <tr>
            <th scope="col">{words('item.column.designation')}</th>
            <th scope="col" className="timeline-cell">
              <svg
                className="timeline-line"
                height={HEIGHT}
                width="100%"
                role="img"
                aria-label={words('item.timeline.axis')}
              >
                {ticks.map(({ at, year, month }) => (
                  <text key={at} x={`${at}%`} y={MIDDLE + 5} textAnchor={at < 8 ? 'start' : at > 92 ? 'end' : 'middle'}>
                    {month === 1 ? year : `${year}-${String(month).padStart(2, '0')}`}
                  </text>
                ))}
              </svg>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ item, marks }) => (
            <tr key={item.slug}>
              <th scope="row">
                <ItemLink item={item} /> <BodyLink body={item.body} />
              </th>
              <td className="timeline-cell">
                {marks.length === 0 ? (
                  <span className="soft">{words('item.timeline.undated')}</span>
                ) : (
                  <svg
                    className="timeline-line"
                    height={HEIGHT}
                    width="100%"
                    role="img"
                    aria-label={marks.map((mark) => markInWords(words, mark)).join('; ')}
                  >
                    {ticks.map(({ at }) => (
                      <line key={at} className="timeline-tick" x1={`${at}%`} x2={`${at}%`} y1="0" y2={HEIGHT} />
                    ))}
                    <line className="timeline-today" x1={`${now}%`} x2={`${now}%`} y1="0" y2={HEIGHT} />
                    {marks.map((mark, at) => (
                      <MarkDrawn key={at} mark={mark} label={markInWords(words, mark)} />
                    ))}
                  </svg>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Full: reached. Square: a stage. Ring: planned, with a line from the day first named; a triangle when that day has passed. */
function MarkDrawn({ mark, label }: { mark: Mark; label: string }) {
  const x = `${mark.at}%`
  if (mark.what === 'DATE') {
    return (
      <circle className="timeline-date" cx={x} cy={MIDDLE} r="5">
        <title>{label}</title>
      </circle>
    )
  }
  if (mark.what === 'STAGE') {
    return (
      <svg x={x} y={MIDDLE} overflow="visible">
        <path className="timeline-stage" d="M-4 -4h8v8h-8z">
          <title>{label}</title>
        </path>
      </svg>
    )
  }
  return (
    <>
      {mark.from !== mark.at && <line className="timeline-slip" x1={`${mark.from}%`} x2={x} y1={MIDDLE} y2={MIDDLE} />}
      <svg x={x} y={MIDDLE} overflow="visible">
        <path
          className="timeline-plan"
          d={mark.isOverdue ? 'M0 -5 5 5H-5z' : 'M0 -4.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0 -9z'}
        >
          <title>{label}</title>
        </path>
      </svg>
    </>
  )
}

function markInWords(words: Words, mark: Mark): string {
  if (mark.what === 'STAGE') {
    const stage = mark.nativeStage ?? words.dynamic(`register.itemState.${mark.state}`)
    return words('item.timeline.stage', { stage, on: mark.on })
  }
  const what = words.dynamic(`register.dateKind.${mark.kind}`)
  if (mark.what === 'DATE') return words('item.timeline.date', { what, on: mark.on })
  const key = mark.isOverdue ? 'item.timeline.overdue' : 'item.timeline.plan'
  return words(key, { what, on: mark.on, first: mark.firstOn, isMoved: String(mark.firstOn !== mark.on) })
}

interface Line {
  readonly key: string
  readonly item: ItemInTime
  readonly what: string
  readonly firstOn: string | null
  readonly plannedOn: string | null
  readonly reachedOn: string | null
  readonly slip: ItemInTime['planned'][number]['slip']
}

/** The twin: every date of the same items, a row each. */
export function ItemTimelineTable({ items }: { items: readonly ItemInTime[] }) {
  const words = useWords<Words>()
  const rows = items.flatMap((item) => linesOf(words, item))
  return (
    <DataTable
      isMain
      caption={words('item.timeline.rows', { count: rows.length })}
      rows={rows}
      rowKey={({ key }) => key}
      empty={<EmptyState title={words('item.timeline.emptyTitle')}>{words('item.timeline.emptyText')}</EmptyState>}
      columns={columnsFor(words)}
    />
  )
}

const columnsFor = (words: Words): Column<Line>[] => [
  {
    id: 'item',
    header: words('item.column.designation'),
    isRowHeader: true,
    cell: ({ item }) => <ItemLink item={item} />,
  },
  { id: 'what', header: words('item.timeline.what'), cell: ({ what }) => what },
  {
    id: 'reached',
    header: words('item.timeline.reached'),
    cell: ({ reachedOn }) => reachedOn && <Day on={reachedOn} />,
  },
  { id: 'planned', header: words('item.plan.plannedOn'), cell: ({ plannedOn }) => plannedOn && <Day on={plannedOn} /> },
  { id: 'first', header: words('item.timeline.first'), cell: ({ firstOn }) => firstOn && <Day on={firstOn} /> },
  { id: 'slip', header: words('item.plan.slip'), cell: ({ slip }) => slip && slipInWords(words, slip) },
  { id: 'state', header: words('item.column.state'), cell: ({ item }) => <StateChip state={item.state} /> },
]

function linesOf(words: Words, item: ItemInTime): Line[] {
  const none = { firstOn: null, plannedOn: null, reachedOn: null, slip: null }
  const planned = item.planned.map(({ kind, firstOn, lastOn, reachedOn, slip }) => ({
    key: `${item.slug} plan ${kind}`,
    item,
    what: words.dynamic(`register.dateKind.${kind}`),
    firstOn,
    plannedOn: lastOn,
    reachedOn,
    slip,
  }))
  const told = new Set(item.planned.filter(({ reachedOn }) => reachedOn).map(({ kind }) => kind))
  const dates = item.dates
    .filter(({ kind }) => !told.has(kind))
    .map(({ kind, on }) => ({
      ...none,
      key: `${item.slug} date ${kind}`,
      item,
      what: words.dynamic(`register.dateKind.${kind}`),
      reachedOn: on,
    }))
  const stages = item.stages.flatMap(({ state, nativeStage, on }, at) =>
    on === null || item.dates.some((date) => date.on === on)
      ? []
      : [
          {
            ...none,
            key: `${item.slug} stage ${at}`,
            item,
            what: nativeStage ?? words.dynamic(`register.itemState.${state}`),
            reachedOn: on,
          },
        ],
  )
  return [...dates, ...stages, ...planned]
}
