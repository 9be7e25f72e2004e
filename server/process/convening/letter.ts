import { annexClauses, callClauseKeys, type CallClauseKey } from '#schema/vocabulary/convening.js'
import type { MeetingMode, Obligation } from '#schema/vocabulary/process.js'
import { formatDay, zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'

/** A key date as the letter lists it. */
export interface LetterDate {
  readonly obligation: Obligation
  /** The last moment with its zone: "2 Oct 2019, 23:59 Geneva". */
  readonly until: string
  /** How it comes about. */
  readonly explanation: string
}

/** What a letter is made of. Nothing in it names a person: what is issued is hashed and never forgets. [PE-2] */
export interface LetterFacts {
  readonly group: {
    readonly name: string
    readonly acronym: string | null
    readonly parent: string
    readonly termsApprovedOn: string | null
    readonly lifetimeMonths: number | null
    readonly aim: string | null
    /** Whether it works by Recommendation ITU-T A.7, which opens it to everybody. */
    readonly isOpenToAll: boolean
  }
  readonly meeting: {
    readonly title: string
    /** The first that counts: not one that prepares it. */
    readonly isFirst: boolean
    readonly isPreparatory: boolean
    readonly mode: MeetingMode
    readonly startsOn: string
    readonly endsOn: string
    /** HH:MM at the place; null when not fixed. */
    readonly opensAt: string | null
    readonly registrationOpensAt: string | null
    readonly zone: string
    readonly place: string | null
    readonly country: string | null
    readonly host: string | null
    readonly collocatedWith: string | null
    /** BCP 47 tag. */
    readonly workingLanguage: string
    readonly objectives: readonly string[]
  }
  /** Rows that may be read by whoever reads the letter, in order. */
  readonly agenda: readonly { readonly number: string; readonly title: string }[]
  readonly dates: readonly LetterDate[]
  /** Null while nobody can register here. */
  readonly registration: {
    readonly opensOn: string | null
    readonly places: number | null
    readonly remote: boolean
    readonly visaSupport: boolean
    readonly forGroupOnly: boolean
  } | null
  /** Path of the meeting's page. */
  readonly address: string
}

/** A clause of the letter. Paragraphs are parted by a blank line; a line that begins with "- " is a point of a list. */
export interface Clause {
  readonly key: CallClauseKey
  /** "1" for the first; "A" for the first annex. */
  readonly number: string
  readonly heading: string
  readonly text: string
  /** The table of the key dates; empty in other clauses. */
  readonly dates: readonly LetterDate[]
}

type Said = Omit<Clause, 'key' | 'number' | 'heading' | 'dates'> & { readonly dates?: readonly LetterDate[] }

/**
 * The convening letter of a meeting, made of its data and nothing else: the same data give the same letter. Clauses of which there is nothing to say
 * are left out, and the others numbered. [CL-1; after the clauses of Circular 191]
 */
export function composeLetter(words: Words, facts: LetterFacts): Clause[] {
  const said: Readonly<Record<CallClauseKey, Said | null>> = {
    OPENING: opening(words, facts),
    BACKGROUND: background(words, facts),
    PARTICIPATION: participation(words, facts),
    OBJECTIVES: objectives(words, facts),
    AGENDA: agenda(words, facts),
    CONTRIBUTIONS: contributions(words, facts),
    REGISTRATION: registration(words, facts),
    VISA: visa(words, facts),
    LANGUAGE: language(words, facts),
    KEY_DATES: keyDates(words, facts),
    FURTHER: null,
    PRACTICAL: practical(words, facts),
  }
  return numberClauses(
    callClauseKeys.flatMap((key) => {
      const one = said[key]
      return one ? [{ key, heading: words(`call.clause.${key}`), text: one.text, dates: one.dates ?? [] }] : []
    }),
  )
}

/** Numbers in their order: 1, 2, 3 for clauses, A, B for annexes. */
export function numberClauses(clauses: readonly Omit<Clause, 'number'>[]): Clause[] {
  let [clause, annex] = [0, 0]
  return clauses.map((one) => ({
    ...one,
    number: annexClauses.includes(one.key) ? String.fromCharCode(64 + (annex += 1)) : String((clause += 1)),
  }))
}

const paragraphs = (...all: readonly (string | null)[]): Said => ({
  text: all.filter((one) => one !== null && one !== '').join('\n\n'),
})
const points = (all: readonly string[]): string => all.map((one) => `- ${one}`).join('\n')
const untilOf = ({ dates }: LetterFacts, obligation: Obligation): string | null =>
  dates.find((date) => date.obligation === obligation)?.until ?? null

function days(words: Words, { meeting: { startsOn, endsOn } }: LetterFacts): string {
  const from = formatDay(startsOn, words)
  return startsOn === endsOn ? from : words('call.days', { from, to: formatDay(endsOn, words) })
}

function where(words: Words, { meeting: { mode, place, country } }: LetterFacts): string {
  const there = [place, country].filter(Boolean).join(', ')
  return mode !== 'REMOTE' && there ? words('call.at', { mode, there }) : words('call.nowhere', { mode })
}

function opening(words: Words, facts: LetterFacts): Said {
  const { group, meeting } = facts
  const kind = meeting.isPreparatory ? 'PREPARATORY' : meeting.isFirst ? 'FIRST' : 'ORDINARY'
  const name = group.acronym ? words('call.groupNamed', { name: group.name, acronym: group.acronym }) : group.name
  const args = { group: name, title: meeting.title, days: days(words, facts), where: where(words, facts) }
  return paragraphs(
    words('call.opening', { kind, ...args }),
    meeting.host && meeting.mode !== 'REMOTE' ? words('call.host', { host: meeting.host }) : null,
    meeting.collocatedWith ? words('call.collocated', { with: meeting.collocatedWith }) : null,
  )
}

function background(words: Words, { group, meeting }: LetterFacts): Said {
  const { parent, termsApprovedOn, lifetimeMonths } = group
  const name = group.acronym ?? group.name
  return paragraphs(
    termsApprovedOn
      ? words('call.setUp', { group: name, parent, on: formatDay(termsApprovedOn, words) })
      : words('call.answersTo', { group: name, parent }),
    group.aim,
    meeting.isFirst && lifetimeMonths !== null ? words('call.lifetime', { months: lifetimeMonths }) : null,
    meeting.isPreparatory ? words('call.preparatory') : null,
  )
}

function participation(words: Words, { group, registration: offer }: LetterFacts): Said {
  const isForGroup = offer?.forGroupOnly ?? false
  if (isForGroup) return paragraphs(words('call.forGroupOnly'))
  return paragraphs(words(group.isOpenToAll ? 'call.openToAll' : 'call.openToInvited'))
}

function objectives(words: Words, { meeting }: LetterFacts): Said | null {
  if (meeting.objectives.length === 0) return null
  return paragraphs(words('call.objectives', { isFirst: String(meeting.isFirst) }), points(meeting.objectives))
}

function agenda(words: Words, { agenda: rows, address }: LetterFacts): Said {
  if (rows.length === 0) return paragraphs(words('call.agendaToCome', { address }))
  return paragraphs(
    words('call.agenda', { address }),
    points(rows.map(({ number, title }) => words('call.agendaRow', { number, title }))),
  )
}

function contributions(words: Words, facts: LetterFacts): Said {
  const until = untilOf(facts, 'CONTRIBUTIONS')
  const { address } = facts
  return paragraphs(
    until ? words('call.contributions', { until }) : words('call.contributionsAnyTime'),
    words('call.contributionsHow', { address }),
  )
}

function registration(words: Words, facts: LetterFacts): Said {
  const { registration: offer, address, meeting } = facts
  const until = untilOf(facts, 'REGISTRATION')
  if (!offer) return paragraphs(until ? words('call.registerBy', { until }) : words('call.registrationToCome'))
  const { opensOn, places, remote } = offer
  return paragraphs(
    until
      ? words('call.registration', { until, address: `${address}/registration` })
      : words('call.registrationOpenEnd', { address: `${address}/registration` }),
    opensOn ? words('call.registrationOpens', { on: formatDay(opensOn, words) }) : null,
    places !== null && meeting.mode !== 'REMOTE' ? words('call.places', { places }) : null,
    words('call.everybody', { remote: String(remote && meeting.mode !== 'ONSITE') }),
  )
}

function visa(words: Words, facts: LetterFacts): Said | null {
  const until = untilOf(facts, 'VISA')
  const offers = facts.registration?.visaSupport ?? false
  if (facts.meeting.mode === 'REMOTE' || (!until && !offers)) return null
  return paragraphs(
    until ? words('call.visa', { until }) : words('call.visaWithRegistration'),
    offers ? words('call.visaHow') : words('call.visaAsk'),
  )
}

function language(words: Words, { meeting: { workingLanguage, mode } }: LetterFacts): Said {
  const name = new Intl.DisplayNames([words.locale], { type: 'language', fallback: 'code' }).of(workingLanguage)
  return paragraphs(
    words('call.language', { language: name ?? workingLanguage }),
    mode === 'ONSITE' ? null : words('call.remote'),
  )
}

const keyDates = (words: Words, { dates }: LetterFacts): Said | null =>
  dates.length === 0 ? null : { text: words('call.keyDates'), dates }

function practical(words: Words, facts: LetterFacts): Said {
  const { meeting } = facts
  const place = zoneLabel(meeting.zone, words)
  const there = [meeting.place, meeting.country].filter(Boolean).join(', ')
  return paragraphs(
    points(
      [
        words('call.practicalDays', { days: days(words, facts) }),
        meeting.opensAt ? words('call.practicalOpens', { time: meeting.opensAt, place }) : null,
        meeting.registrationOpensAt && meeting.mode !== 'REMOTE'
          ? words('call.practicalDesk', { time: meeting.registrationOpensAt, place })
          : null,
        meeting.mode !== 'REMOTE' && there ? words('call.practicalPlace', { there }) : null,
        meeting.mode !== 'REMOTE' && meeting.host ? words('call.practicalHost', { host: meeting.host }) : null,
        words('call.practicalZone', { zone: meeting.zone }),
        words('call.practicalMode', { mode: meeting.mode }),
        words('call.practicalPage', { address: facts.address }),
      ].filter((one) => one !== null),
    ),
    words('call.practicalNoFee'),
  )
}
