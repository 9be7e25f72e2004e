import { DATE_KINDS, type DateKind } from '#schema/vocabulary/register.js'

/** What a column of a table is about. */
export type ColumnMeaning =
  | { readonly part: Exclude<ColumnPart, 'title' | 'date'> }
  | { readonly part: 'title'; readonly lang: string | null }
  | { readonly part: 'date'; readonly kind: DateKind }

type ColumnPart =
  | 'designation'
  | 'formerly'
  | 'slug'
  | 'title'
  | 'language'
  | 'body'
  | 'committee'
  | 'type'
  | 'stage'
  | 'status'
  | 'date'
  | 'dates'
  | 'topics'
  | 'lifecycleStages'
  | 'impacts'
  | 'scopeNote'
  | 'equivalents'
  | 'url'
  | 'moreUrls'

/** Headings that mean the same, in small letters without blanks and signs: ours in files and in the API, and those that catalogues use. */
const headings: Readonly<Record<string, ColumnPart>> = {
  designation: 'designation',
  reference: 'designation',
  number: 'designation',
  standard: 'designation',
  formerly: 'formerly',
  formername: 'formerly',
  formerdesignation: 'formerly',
  olddesignation: 'formerly',
  previousdesignation: 'formerly',
  slug: 'slug',
  address: 'slug',
  title: 'title',
  name: 'title',
  language: 'language',
  lang: 'language',
  titlelanguage: 'language',
  body: 'body',
  publisher: 'body',
  sdo: 'body',
  organisation: 'body',
  organization: 'body',
  committee: 'committee',
  technicalcommittee: 'committee',
  group: 'committee',
  type: 'type',
  documenttype: 'type',
  doctype: 'type',
  nativestage: 'stage',
  stage: 'stage',
  stageofthebody: 'stage',
  stagecode: 'stage',
  status: 'status',
  dates: 'dates',
  publicationdate: 'date',
  topics: 'topics',
  topic: 'topics',
  lifecyclestages: 'lifecycleStages',
  impacts: 'impacts',
  impact: 'impacts',
  scopenote: 'scopeNote',
  scope: 'scopeNote',
  equivalents: 'equivalents',
  equivalent: 'equivalents',
  url: 'url',
  link: 'url',
  officialaddress: 'url',
  website: 'url',
  moreurls: 'moreUrls',
}

const squeezed = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const dateKinds = new Map<string, DateKind>(
  DATE_KINDS.flatMap((kind) =>
    [squeezed(kind), `${squeezed(kind)}on`, `date${squeezed(kind)}`].map((name) => [name, kind] as const),
  ),
)

/**
 * What a heading means; null for one that we do not know, whose cells are kept with the row and not taken over. `title_fr`, `Title (fr)` and
 * `title:zh-Hans` are titles in a language.
 */
export function meaningOf(heading: string): ColumnMeaning | null {
  const inLanguage = /^\s*title\s*(?:[_:\-.]|\()\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\s*\)?\s*$/i.exec(heading)
  if (inLanguage) return { part: 'title', lang: inLanguage[1]! }
  const name = squeezed(heading)
  const kind = dateKinds.get(name)
  if (kind) return { part: 'date', kind }
  const part = Object.hasOwn(headings, name) ? headings[name]! : null
  if (part === null) return null
  if (part === 'title') return { part, lang: null }
  if (part === 'date') return { part, kind: 'PUBLISHED' }
  return { part }
}
