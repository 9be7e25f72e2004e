/** Makes the sentence of an explanation that was stored or sent as code + arguments. */
import type { Explanation, ExplanationArgs, Offset } from '../vocabulary/process.js'
import { formatClosing, formatDay, formatInstant } from './dates.js'
import type { Words } from './index.js'

const text = (args: ExplanationArgs, name: string): string => String(args[name] ?? '')

const lengthOf = (offset: Offset): [unit: string, count: number] =>
  Object.entries(offset).find((entry): entry is [string, number] => typeof entry[1] === 'number')!

/** "12 calendar days" */
export function formatOffset(offset: Offset, words: Words): string {
  const [unit, count] = lengthOf(offset)
  return words.dynamic(`deadline.offset.${unit}`, { count })
}

/** "borrowed from A.1; A.7 clause 8 leaves it to the group" */
function grounds(words: Words, rule: ExplanationArgs): string {
  const args = {
    document: text(rule, 'document'),
    clause: text(rule, 'clause'),
    borrowedFrom: text(rule, 'borrowedFrom'),
  }
  if (rule.provenance === 'GROUP_SETTING') return words('deadline.grounds.GROUP_SETTING')
  if (rule.borrowedFrom) {
    const own = `deadline.grounds.${text(rule, 'ruleId')}`
    return words.has(own) ? words(own, args) : words('deadline.grounds.borrowed', args)
  }
  return rule.clause ? words('deadline.grounds.cited', args) : words('deadline.grounds.uncited', args)
}

/** The words of one rule, to be put into a sentence. */
function told(words: Words, rule: ExplanationArgs, beside: string) {
  const offset = rule.offset as Offset
  const length = formatOffset(offset, words)
  const timing = `deadline.timing.${text(rule, 'anchor')}.${text(rule, 'direction')}`
  return {
    name: words.dynamic(`deadline.name.${text(rule, 'provenance')}`),
    offset: length,
    timing: words.dynamic(timing, { count: lengthOf(offset)[1], offset: length }),
    grounds: grounds(words, rule),
    on: formatDay(text(rule, 'on'), words, { beside }),
  }
}

/** The sentence with what the other rules say about it added. */
function withOthers(words: Words, head: string, args: ExplanationArgs, isNotice = false): string {
  const on = text(args, 'on')
  const others = Array.isArray(args.others) ? (args.others as readonly ExplanationArgs[]) : []
  return others.reduce((left, other) => {
    const key = isNotice ? 'announcement.norm' : other.on === on ? 'other.agrees' : 'other.differs'
    return words('deadline.join', { left, right: words(`deadline.${key}`, told(words, other, on)) })
  }, head)
}

/**
 * The sentence: "2 Oct 2019, 23:59 Geneva; published by the circular; the default (12 calendar days, borrowed from A.1; A.7 clause 8 leaves
 * it to the group) would give 3 Oct".
 */
export function explain(words: Words, { code, args }: Explanation): string {
  const zone = text(args, 'zone')
  const closesAt = () => formatClosing(text(args, 'closesAt'), zone, words)
  const day = (name: string) => formatDay(text(args, name), words)
  switch (code) {
    case 'PUBLISHED': {
      const source = text(args, 'source')
      const head = source
        ? words('deadline.closes.published', { closesAt: closesAt(), source })
        : words('deadline.closes.announced', { closesAt: closesAt() })
      return withOthers(words, head, args)
    }
    case 'BY_RULE': {
      const rule = told(words, args, text(args, 'on'))
      return withOthers(words, words('deadline.closes.rule', { ...rule, closesAt: closesAt() }), args)
    }
    case 'ON_TIME':
    case 'LATE_PENDING':
    case 'LATE_HELD':
    case 'LATE_ADVISED': {
      const receivedAt = formatInstant(text(args, 'receivedAt'), zone, words)
      return words(`deadline.standing.${code}`, { receivedAt, closesAt: closesAt() })
    }
    case 'ANNOUNCE_BY':
      return withOthers(words, words('deadline.announcement.ANNOUNCE_BY', { latestOn: day('latestOn') }), args, true)
    case 'ANNOUNCED_IN_TIME':
    case 'ANNOUNCED_TOO_LATE': {
      const announcedOn = text(args, 'announcedOn')
      const head = words(`deadline.announcement.${code}`, {
        announcedOn: day('announcedOn'),
        daysAhead: Number(args.daysAhead),
        latestOn: formatDay(text(args, 'latestOn'), words, { beside: announcedOn }),
      })
      return withOthers(words, head, args, true)
    }
    case 'DELIVERABLE_IN_TIME':
    case 'DELIVERABLE_TOO_LATE':
      return words(`deadline.deliverable.${code}`, {
        approvedOn: day('approvedOn'),
        parentStartsOn: day('parentStartsOn'),
        latestOn: day('latestOn'),
        daysLate: Number(args.daysLate),
      })
  }
}
