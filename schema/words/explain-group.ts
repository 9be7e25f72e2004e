/** Tells what a group works by: values of its defaults in words. */
import { usablePattern, writeContributionNumber } from '../vocabulary/contribution-number.js'
import type { GroupDefaultKey } from '../vocabulary/groups.js'
import type { Offset } from '../vocabulary/process.js'
import { formatDay, zoneLabel } from './dates.js'
import type { Words } from './index.js'

type Value = Offset | string | number | readonly string[] | null

/** Names of closed lists, by what is told; a code that the catalogue does not know is a word of the group's own. */
const lists: Partial<Record<GroupDefaultKey, string>> = {
  CONTRIBUTION_STRENGTH: 'deadline.strength',
  PURPOSES: 'groupSetting.purpose',
  DEFAULT_VISIBILITY: 'group.visibleTo',
  DECISION_PRESENCE: 'groupSetting.presence',
  FIGURE_NUMBERS: 'groupSetting.figures',
  RULESET: 'deadline.ruleset',
  LIFETIME_ANCHOR: 'groupSetting.anchor',
}

function named(words: Words, key: GroupDefaultKey, code: string): string {
  const name = `${lists[key]}.${code}`
  return words.has(name) ? words.dynamic(name) : code
}

/** A language as its readers call it; a tag without a name is told as it is. */
const languageName = (words: Words, tag: string): string =>
  new Intl.DisplayNames(words.locale, { type: 'language', fallback: 'code' }).of(tag) ?? tag

/** A length in words: "4 weeks". */
export const offsetInWords = (words: Words, offset: Offset): string => {
  const [unit, count] = Object.entries(offset)[0] as [string, number]
  return words.dynamic(`deadline.offset.${unit}`, { count })
}

/** The value of a default, in the words of a reader. */
export function explainGroupDefault(words: Words, key: GroupDefaultKey, value: Value): string {
  if (value === null && key === 'HOLIDAYS') return words('groupSetting.noHolidays')
  if (value === null) return words(key === 'LIFETIME' ? 'groupSetting.noLimit' : 'groupSetting.noRule')
  if (typeof value === 'number') return words('group.months', { months: value })
  if (typeof value === 'string') {
    if (key === 'DEADLINE_ZONE') return zoneLabel(value, words)
    if (key === 'CUT_OFF') return value === '24:00' ? words('groupSetting.endOfDay') : value
    if (key === 'CONTRIBUTION_PATTERN') {
      const example = writeContributionNumber(usablePattern(value), { group: 'FG-X', meeting: 1 }, 1)
      return words('groupSetting.patternLike', { pattern: value, example })
    }
    return named(words, key, value)
  }
  if ('length' in value) {
    const parts = value.map((one) => {
      if (key === 'HOLIDAYS') return formatDay(one, words)
      return key === 'WORKING_LANGUAGES' ? languageName(words, one) : named(words, key, one)
    })
    return new Intl.ListFormat(words.locale).format(parts)
  }
  return words(`groupSetting.before.${key === 'DELIVERABLES_OFFSET' ? 'PARENT' : 'MEETING'}`, {
    offset: offsetInWords(words, value),
  })
}

/** A line of the dashboard: days become words, an obligation its name. Names that end in `On`, and `on` itself, hold days. */
export function explainBlocker(words: Words, key: string, args: Readonly<Record<string, string | number>>): string {
  const entries = Object.entries(args).map(([name, value]) => {
    if (typeof value === 'string' && /(^on|On)$/.test(name)) return [name, formatDay(value, words)]
    return name === 'obligation' ? [name, words.dynamic(`deadline.obligation.${value}`)] : [name, value]
  })
  return words.dynamic(key, Object.fromEntries(entries) as Record<string, string | number>)
}
