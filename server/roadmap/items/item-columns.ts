import {
  CONFIDENCES,
  IMPACTS,
  isInDevelopment,
  isInForce,
  ITEM_STATES,
  ITEM_TYPES,
  LIFECYCLE_STAGES,
  TOPICS,
  type LifecycleStage,
  type Topic,
} from '#schema/vocabulary/register.js'
import type { ItemFacet, ItemFilter } from './items.query.js'

/**
 * What lists count by, of all items, as numbers side by side: place n of each array is one item. Single values are places in the closed list, several
 * are bits. A value that is in no list any more is `none`.
 */
export interface ItemColumns {
  readonly count: number
  readonly type: Uint8Array
  readonly state: Uint8Array
  readonly confidence: Uint8Array
  readonly topics: Uint32Array
  readonly lifecycleStages: Uint32Array
  readonly impacts: Uint32Array
  /** Place in `bodies`; `noBody` for none. */
  readonly body: Uint32Array
  readonly committee: Uint32Array
  /** Days since 1970 of the evidence; `noDay` where it is not known. */
  readonly evidence: Int32Array
  readonly bodies: readonly ColumnBody[]
}

export interface ColumnBody {
  readonly id: string
  readonly slug: string
  readonly label: string
  /** Itself and all above it, as places in the list. */
  readonly above: readonly number[]
  /** It publishes some item itself. */
  readonly publishes: boolean
}

export const none = 255
export const noBody = 2 ** 26 - 1
export const noDay = -2_147_483_648

/** A filter that the columns can answer: without words, names or gaps. */
export const canCount = (filter: ItemFilter): boolean =>
  !filter.search?.trim() && !filter.slug?.length && !filter.gap?.length

const lists = {
  type: ITEM_TYPES,
  state: ITEM_STATES,
  confidence: CONFIDENCES,
  topic: TOPICS,
  lifecycleStage: LIFECYCLE_STAGES,
  impact: IMPACTS,
} as const

/** How many items have each value of each list, the choices of the other facets applied; those of bodies by place. */
export interface ColumnCounts {
  readonly byList: Readonly<Record<keyof typeof lists, readonly number[]>>
  readonly byBody: readonly number[]
}

/** Bits of the values that were chosen; null when nothing was. What is in no list lets nothing through. */
function chosenBits(list: readonly string[], values: readonly string[] | null | undefined): number | null {
  if (!values?.length) return null
  return values.reduce((bits, value) => {
    const at = list.indexOf(value)
    return at < 0 ? bits : bits | (1 << at)
  }, 0)
}

const bitOf = (place: number): number => (place === none ? 0 : 1 << place)

/** Counts each facet in one pass: an item that fails one choice counts where that is made, one that fails two nowhere. */
export function countByFacet(columns: ItemColumns, filter: ItemFilter): ColumnCounts {
  const counts = Object.fromEntries(
    Object.entries(lists).map(([facet, list]) => [facet, new Array<number>(list.length).fill(0)]),
  ) as Record<keyof typeof lists, number[]>
  const byBody = new Array<number>(columns.bodies.length).fill(0)
  const wantedBodies = filter.body?.length ? isUnder(columns.bodies, filter.body) : null
  const chosen = Object.fromEntries(
    Object.entries(lists).map(([facet, list]) => [facet, chosenBits(list, filter[facet as keyof typeof lists])]),
  ) as Record<keyof typeof lists, number | null>
  const force = filter.isInForce ?? null
  const forced = new Uint8Array(256).map((_, at) => Number(ITEM_STATES[at] !== undefined && isInForce(ITEM_STATES[at])))
  const isMiss = (wanted: number | null, bits: number): boolean => wanted !== null && (wanted & bits) === 0
  // Few pairs of body and committee, many items.
  const pairs = new Map<number, number>()

  for (let i = 0; i < columns.count; i++) {
    if (force !== null && (forced[columns.state[i]!] === 1) !== force) continue
    const bits = {
      type: bitOf(columns.type[i]!),
      state: bitOf(columns.state[i]!),
      confidence: bitOf(columns.confidence[i]!),
      topic: columns.topics[i]!,
      lifecycleStage: columns.lifecycleStages[i]!,
      impact: columns.impacts[i]!,
    }
    const body = columns.body[i]!
    const committee = columns.committee[i]!
    let misses = 0
    let missed: ItemFacet | null = null
    for (const facet of facets) {
      if (!isMiss(chosen[facet], bits[facet])) continue
      misses += 1
      missed = facet
    }
    if (wantedBodies && !wantedBodies[body] && !(committee !== noBody && wantedBodies[committee])) {
      misses += 1
      missed = 'body'
    }
    if (misses > 1) continue
    for (const facet of facets) if (misses === 0 || missed === facet) addBits(counts[facet], bits[facet])
    if (misses === 0 || missed === 'body') {
      const pair = pairOf(body, committee)
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  }
  for (const [pair, count] of pairs) {
    for (const at of aboveBoth(columns.bodies, pair)) byBody[at]! += count
  }
  return { byList: counts, byBody }
}

const facets = Object.keys(lists) as (keyof typeof lists)[]

function addBits(counts: number[], bits: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) counts[31 - Math.clz32(rest & -rest)]! += 1
}

/** Body and committee of an item as one number. */
const pairOf = (body: number, committee: number): number => body * (noBody + 1) + committee

/** All bodies under which an item of this body and committee counts, each once. */
function aboveBoth(bodies: readonly ColumnBody[], pair: number): ReadonlySet<number> {
  const body = Math.floor(pair / (noBody + 1))
  const committee = pair % (noBody + 1)
  return new Set([...bodies[body]!.above, ...(committee === noBody ? [] : bodies[committee]!.above)])
}

function isUnder(bodies: readonly ColumnBody[], slugs: readonly string[]): boolean[] {
  const wanted = new Set(slugs)
  return bodies.map(({ above }) => above.some((at) => wanted.has(bodies[at]!.slug)))
}

/** How many items each body has with those under it, by state: place of the body, then place of the state. */
export function countByBody(columns: ItemColumns): Uint32Array[] {
  const pairs = new Map<number, Uint32Array>()
  for (let i = 0; i < columns.count; i++) {
    const state = columns.state[i]!
    if (state === none) continue
    const pair = pairOf(columns.body[i]!, columns.committee[i]!)
    let counts = pairs.get(pair)
    if (!counts) pairs.set(pair, (counts = new Uint32Array(ITEM_STATES.length)))
    counts[state]! += 1
  }
  const found = columns.bodies.map(() => new Uint32Array(ITEM_STATES.length))
  for (const [pair, counts] of pairs) {
    for (const at of aboveBoth(columns.bodies, pair)) counts.forEach((count, state) => (found[at]![state]! += count))
  }
  return found
}

export interface PlaceCount {
  readonly topic: Topic
  readonly stage: LifecycleStage
  readonly inForce: number
  readonly inDevelopment: number
  /** Latest day of evidence among them; null when none is known. */
  readonly asOf: string | null
}

/** Items by topic and life-cycle stage, as the coverage map counts them; places without any item are left out. [MAP-1] */
export function countByPlace(columns: ItemColumns): PlaceCount[] {
  const width = LIFECYCLE_STAGES.length
  const places = TOPICS.flatMap(() => LIFECYCLE_STAGES.map(() => ({ items: 0, force: 0, development: 0, day: noDay })))
  const force = ITEM_STATES.map(isInForce)
  const development = ITEM_STATES.map(isInDevelopment)
  for (let i = 0; i < columns.count; i++) {
    const state = columns.state[i]!
    for (let topics = columns.topics[i]!; topics !== 0; topics &= topics - 1) {
      const row = (31 - Math.clz32(topics & -topics)) * width
      for (let stages = columns.lifecycleStages[i]!; stages !== 0; stages &= stages - 1) {
        const place = places[row + 31 - Math.clz32(stages & -stages)]!
        place.items += 1
        if (force[state]) place.force += 1
        if (development[state]) place.development += 1
        if (columns.evidence[i]! > place.day) place.day = columns.evidence[i]!
      }
    }
  }
  return places.flatMap(({ items, force: inForce, development: inDevelopment, day }, at) =>
    items === 0
      ? []
      : [
          {
            topic: TOPICS[Math.floor(at / width)]!,
            stage: LIFECYCLE_STAGES[at % width]!,
            inForce,
            inDevelopment,
            asOf: day === noDay ? null : new Date(day * 86_400_000).toISOString().slice(0, 10),
          },
        ],
  )
}
