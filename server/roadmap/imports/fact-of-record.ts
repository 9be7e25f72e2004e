import {
  DATE_KINDS,
  IMPACTS,
  ITEM_STATUSES,
  LIFECYCLE_STAGES,
  TOPICS,
  type DateKind,
} from '#schema/vocabulary/register.js'
import { FactDraft } from './fact-checks.js'
import type { ReadFact } from './fact.js'
import { typeInDesignation, typeNamed } from './item-type.js'
import { publisherIn } from './publisher.js'
import { meaningOf, type ColumnMeaning } from './table-columns.js'

/**
 * What a record of a table says of an item. Its words for what is not known (`unknown`, `n/a`, `-`) say nothing; lists are separated by semicolons.
 * [IM-3] Columns that we do not know are left aside.
 */
export function factOfRecord(raw: Readonly<Record<string, unknown>>): ReadFact {
  const draft = new FactDraft()
  const given = Object.entries(raw).flatMap(([column, value]) => {
    const meaning = meaningOf(column)
    return meaning === null ? [] : [{ column, meaning, value }]
  })
  const cell = (part: ColumnMeaning['part']) => {
    const found = given.find(({ meaning, value }) => meaning.part === part && !saysNothing(value))
    return found && { column: found.column, text: textOf(found.value), list: listOf(found.value) }
  }

  const designation = draft.designation(cell('designation')?.text ?? '')
  draft.put('designation', designation)
  draft.put('formerly', draft.texts(cell('formerly')?.list ?? [], 'formerly'))
  const slug = /(?:^|\/items\/)([^/?#\s]+)$/.exec(cell('slug')?.text ?? '')?.[1]
  if (slug) draft.put('slug', slug.slice(0, 300).toLowerCase())

  const language = cell('language')
  const rowLanguage = language && draft.language(language.text, language.column)
  const titles: Record<string, string> = {}
  const dates: Partial<Record<DateKind, string>> = {}
  for (const { column, meaning, value } of given) {
    if (saysNothing(value)) continue
    if (meaning.part === 'title') {
      const lang = meaning.lang === null ? (rowLanguage ?? 'en') : draft.language(meaning.lang, column)
      const title = draft.title(textOf(value), column)
      if (lang && title) titles[lang] = title
    }
    if (meaning.part === 'date') addDate(meaning.kind, textOf(value), column)
    if (meaning.part === 'dates' && typeof value === 'object' && value !== null) {
      for (const [name, on] of Object.entries(value)) {
        const kind = DATE_KINDS.find(
          (known) => known === name || (meaningOf(name)?.part === 'date' && kindOf(name) === known),
        )
        if (kind && !saysNothing(on)) addDate(kind, textOf(on), `${column}.${name}`)
      }
    }
  }
  draft.put('titles', titles)
  draft.put('dates', dates)

  draft.put('body', cell('body')?.text)
  draft.put('likelyBodies', publisherIn(designation ?? ''))
  const committee = cell('committee')
  if (committee) draft.put('committees', [committee.text])

  const type = cell('type')
  const known = type && typeNamed(type.text)
  if (type && !known) draft.refuse('UNKNOWN_VALUE', { column: type.column, value: type.text.slice(0, 80) })
  draft.put('type', known ?? undefined)
  draft.put('likelyType', typeInDesignation(designation ?? '') ?? undefined)

  const stage = cell('stage')
  if (stage) draft.put('nativeStage', draft.stage(stage.text, stage.column))
  const status = cell('status')
  if (status) {
    const found = statuses[squeezed(status.text)]
    if (found) draft.put('status', found)
    else draft.refuse('UNKNOWN_VALUE', { column: status.column, value: status.text.slice(0, 80) })
  }

  draft.put('topics', values('topics', TOPICS))
  draft.put('lifecycleStages', values('lifecycleStages', LIFECYCLE_STAGES))
  draft.put('impacts', values('impacts', IMPACTS))
  const note = cell('scopeNote')
  if (note) draft.put('scopeNote', draft.scopeNote(note.text, note.column))
  const equal = cell('equivalents')
  if (equal) draft.put('equivalents', draft.texts(equal.list, equal.column))
  const url = cell('url')
  if (url) draft.put('url', draft.address(url.text, url.column))
  const more = cell('moreUrls')
  if (more)
    draft.put(
      'moreUrls',
      more.list.flatMap((text) => draft.address(text, more.column) ?? []),
    )
  return draft.done()

  function addDate(kind: DateKind, text: string, column: string): void {
    const date = draft.date(text, column)
    if (date) dates[kind] = date
  }

  /** Values of a closed list, however they are spelled. */
  function values<T extends string>(
    part: 'topics' | 'lifecycleStages' | 'impacts',
    list: readonly T[],
  ): T[] | undefined {
    const found = cell(part)
    if (!found) return undefined
    const known = found.list.map((text) => {
      const value = list.find((one) => squeezed(one) === squeezed(text))
      if (!value) draft.refuse('UNKNOWN_VALUE', { column: found.column, value: text.slice(0, 80) })
      return value
    })
    return [...new Set(known.filter((value) => value !== undefined))]
  }
}

const squeezed = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

function kindOf(name: string): DateKind | null {
  const meaning = meaningOf(name)
  return meaning?.part === 'date' ? meaning.kind : null
}

const statuses: Readonly<Record<string, (typeof ITEM_STATUSES)[number]>> = {
  published: 'PUBLISHED',
  inforce: 'PUBLISHED',
  active: 'PUBLISHED',
  underdevelopment: 'UNDER_DEVELOPMENT',
  indevelopment: 'UNDER_DEVELOPMENT',
  draft: 'UNDER_DEVELOPMENT',
  withdrawn: 'WITHDRAWN',
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (Array.isArray(value)) return value.length === 0
  return /^(?:|unknown|n\/?a|-|–|\?)$/i.test(String(value).trim())
}

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(textOf).join('; ')
  // A body or a committee as the API gives it.
  if (typeof value === 'object' && value !== null) return textOf((value as { slug?: unknown }).slug ?? '')
  return String(value ?? '').trim()
}

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[;\n]/)).map((text) => text.trim()).filter(Boolean)
