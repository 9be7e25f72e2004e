import type { SeriesEvery } from '#schema/generated/operations.js'
import { seriesSteps } from '#schema/vocabulary/meetings.js'
import type { Words } from '#schema/words/index.js'
import type { FieldRefusal } from '../../../ui/index.js'
import { isDay } from '../../deadlines/index.js'

/** How meetings follow each other, as the address says it. */
export interface SeriesPlan {
  startsOn: string
  endsOn: string
  every: SeriesEvery
  step: number
  count: number | null
  untilOn: string | null
  zone: string
  opensAt: string | null
}

/** What stands in the fields: all of it, also what cannot be used. */
export type SeriesFields = Readonly<
  Record<'startsOn' | 'endsOn' | 'every' | 'step' | 'count' | 'untilOn' | 'zone' | 'opensAt', string>
>

/** The fields of a page that nobody has filled in yet, or those of the address. */
export const seriesFields = (read: (name: string) => string | null, zone: string): SeriesFields => ({
  startsOn: read('startsOn') ?? '',
  endsOn: read('endsOn') ?? '',
  every: read('every') ?? 'MONTHS',
  step: read('step') ?? '1',
  count: read('count') ?? '',
  untilOn: read('untilOn') ?? '',
  zone: read('zone') ?? zone,
  opensAt: read('opensAt') ?? '13:00',
})

const wholeNumber = (text: string) => (/^[1-9]\d{0,3}$/.test(text.trim()) ? Number(text) : null)

/** The plan, or what is wrong with the fields before the server is asked. One day is enough; where the series ends the server judges. */
export function seriesPlan(fields: SeriesFields, words: Words): { plan: SeriesPlan } | { wrong: FieldRefusal[] } {
  const endsOn = fields.endsOn || fields.startsOn
  const every = seriesSteps.find((known) => known === fields.every) ?? 'MONTHS'
  const step = wholeNumber(fields.step)
  const count = wholeNumber(fields.count)
  const wrong: FieldRefusal[] = []
  const expectDay = (field: string, text: string) => {
    if (!isDay(text)) wrong.push({ field, sentence: words('meeting.dayMissing') })
  }
  expectDay('startsOn', fields.startsOn)
  if (fields.endsOn) expectDay('endsOn', fields.endsOn)
  if (step === null) wrong.push({ field: 'step', sentence: words('series.numberMissing') })
  if (fields.count && count === null) wrong.push({ field: 'count', sentence: words('series.numberMissing') })
  if (fields.untilOn) expectDay('untilOn', fields.untilOn)
  if (wrong.length > 0 || step === null) return { wrong }
  const { startsOn, zone } = fields
  return {
    plan: {
      startsOn,
      endsOn,
      every,
      step,
      count,
      untilOn: fields.untilOn || null,
      zone,
      opensAt: fields.opensAt || null,
    },
  }
}

/** "Every month on the third Tuesday": how meetings follow each other, from the first day of the first. */
export function rhythm(
  { every, step, startsOn }: Pick<SeriesPlan, 'every' | 'step' | 'startsOn'>,
  words: Words,
): string {
  const weekday = new Intl.DateTimeFormat(words.locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${startsOn}T00:00:00Z`),
  )
  return words(`series.rhythm.${every}`, { step, weekday, nth: Math.ceil(Number(startsOn.slice(8)) / 7) })
}
