import type { DateKind } from '#schema/vocabulary/register.js'
import { FactDraft } from './fact-checks.js'
import type { ReadFact } from './fact.js'
import { typeInDesignation, typeNamed } from './item-type.js'
import { publisherIn } from './publisher.js'

/**
 * What a record of the bibliographic model Relaton says of an item. The model was renamed in part over the years: `docid`, `link`, `docstatus`, `value`
 * and `editorialgroup` of old, `docidentifier`, `source`, `status`, `at` and `contributor` of late; both are read. [IM-6] Relations to other texts
 * stay in the record and are not taken over.
 */
export function factOfRelaton(raw: Readonly<Record<string, unknown>>): ReadFact {
  const draft = new FactDraft()
  const { primary, others } = identifiersOf(raw)
  const designation = draft.designation(primary)
  draft.put('designation', designation)
  // The catalogue's own former identifiers, where it keeps them.
  draft.put('formerly', draft.texts(others, 'docidentifier'))

  const titles: Record<string, string> = {}
  for (const [lang, title] of titlesOf(raw)) {
    const tag = draft.language(lang, 'title.language')
    const text = draft.title(title, 'title')
    if (tag && text) titles[tag] = text
  }
  draft.put('titles', titles)

  draft.put('likelyBodies', bodiesOf(raw, designation ?? ''))
  draft.put('committees', committeesOf(raw))

  const doctype = textOf(at(raw, 'ext', 'doctype') ?? at(raw, 'doctype'))
  draft.put('type', typeNamed(doctype) ?? undefined)
  draft.put('likelyType', typeInDesignation(designation ?? '') ?? typeNamed(textOf(raw['type'])) ?? undefined)

  const stage = stageOf(raw)
  if (stage) draft.put('nativeStage', draft.stage(stage, 'status'))

  const dates: Partial<Record<DateKind, string>> = {}
  for (const entry of listOf(raw['date'])) {
    const kind = dateKinds[textOf(at(entry, 'type'))]
    const on = textOf(at(entry, 'at') ?? at(entry, 'value') ?? at(entry, 'on') ?? at(entry, 'from'))
    const date = kind && on ? draft.date(on, `date.${textOf(at(entry, 'type'))}`) : undefined
    if (kind && date && !dates[kind]) dates[kind] = date
  }
  draft.put('dates', dates)

  const links = listOf(raw['source'] ?? raw['link'])
  const page =
    links.find((link) => textOf(at(link, 'type')) === 'src') ?? links.find((link) => /^https?:/.test(textOf(link)))
  if (page) draft.put('url', draft.address(textOf(page), 'source'))
  return draft.done()
}

const dateKinds: Readonly<Record<string, DateKind>> = {
  published: 'PUBLISHED',
  issued: 'PUBLISHED',
  circulated: 'DRAFT',
  adopted: 'ADOPTED',
  confirmed: 'APPROVED',
  implemented: 'ENTRY_INTO_FORCE',
}

/** The identifier that counts, and former ones. Numbers of books and addresses are no names of a standard. */
function identifiersOf(raw: Readonly<Record<string, unknown>>): { primary: string; others: string[] } {
  const all = listOf(raw['docidentifier'] ?? raw['docid'] ?? raw['docnumber'])
    .map((one) => ({
      text: textOf(at(one, 'content') ?? at(one, 'id') ?? one),
      type: textOf(at(one, 'type')),
      isPrimary: at(one, 'primary') === true || at(one, 'primary') === 'true',
      isOther: textOf(at(one, 'scope')) !== '',
    }))
    .filter(
      ({ type, text }) =>
        text !== '' && !/^(?:isbn|issn|doi|urn|uri|iso-reference|iso-undated)$/i.test(type) && !/^urn:/i.test(text),
    )
  const primary = all.find(({ isPrimary, isOther }) => isPrimary && !isOther) ?? all[0]
  const others = all.filter(({ type }) => /former|previous|draft/i.test(type)).map(({ text }) => text)
  return { primary: primary?.text ?? '', others: others.filter((text) => text !== primary?.text) }
}

/** Titles by language: the whole one where there is one, else its parts joined as printed. */
function titlesOf(raw: Readonly<Record<string, unknown>>): Map<string, string> {
  const titles = new Map<string, string>()
  const byLanguage = Map.groupBy(
    listOf(raw['title']),
    (title) => textOf(listOf(at(title, 'language'))[0] ?? 'en') || 'en',
  )
  for (const [language, given] of byLanguage) {
    const typed = (type: string) => textOf(given.find((title) => textOf(at(title, 'type')) === type))
    const parts = ['title-intro', 'title-main', 'title-part'].map(typed).filter(Boolean)
    const title = typed('main') || parts.join(' - ') || textOf(given[0])
    if (title) titles.set(language, title)
  }
  return titles
}

/** Whoever publishes it; for what ISO and IEC publish together, their joint committee when it is in charge. */
function bodiesOf(raw: Readonly<Record<string, unknown>>, designation: string): string[] {
  const byName = publisherIn(designation)
  const publishers = listOf(raw['contributor'])
    .filter((one) => listOf(at(one, 'role')).some((role) => textOf(at(role, 'type') ?? role) === 'publisher'))
    .flatMap((one) => {
      const organisation = at(one, 'organization')
      return [textOf(at(organisation, 'abbreviation')), textOf(listOf(at(organisation, 'name'))[0])].filter(Boolean)
    })
  return [...new Set([...byName, ...publishers])]
}

function committeesOf(raw: Readonly<Record<string, unknown>>): string[] {
  const subdivisions = listOf(raw['contributor']).flatMap((one) => listOf(at(at(one, 'organization'), 'subdivision')))
  const group = raw['editorialgroup'] ?? at(raw, 'ext', 'editorialgroup')
  const old = listOf(group).flatMap((one) => [
    ...listOf(at(one, 'technical_committee')),
    ...listOf(at(one, 'subcommittee')),
    ...listOf(at(one, 'group')),
    one,
  ])
  // The smallest group is in charge, and stands last.
  return [...subdivisions, ...old]
    .reverse()
    .flatMap((one) => [
      textOf(listOf(at(one, 'identifier'))[0]),
      textOf(at(one, 'name')),
      textOf(listOf(at(one, 'name'))[0]),
    ])
    .filter((text, index, all) => text !== '' && all.indexOf(text) === index)
    .slice(0, 10)
}

/** `60.60`, or the body's own word. */
function stageOf(raw: Readonly<Record<string, unknown>>): string {
  const status = raw['status'] ?? raw['docstatus']
  const stage = textOf(
    at(at(status, 'stage'), 'value') ?? at(status, 'stage') ?? (typeof status === 'string' ? status : ''),
  )
  const substage = textOf(at(at(status, 'substage'), 'value') ?? at(status, 'substage'))
  return /^\d\d$/.test(stage) && /^\d\d$/.test(substage) ? `${stage}.${substage}` : stage
}

/** A field of what may be a record. */
function at(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null && !Array.isArray(found) && Object.hasOwn(found, name)
        ? (found as Record<string, unknown>)[name]
        : undefined,
    value,
  )
}

const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

/** A text as it stands, or in the `content` (of late), `name`, `type` or `id` of a record. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (Array.isArray(value)) return textOf(value[0])
  for (const name of ['content', 'name', 'type', 'id']) {
    const found = at(value, name)
    if (found !== undefined) return textOf(found)
  }
  return ''
}
