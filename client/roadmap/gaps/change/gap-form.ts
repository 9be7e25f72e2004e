import type { CreateGapInput } from '#schema/generated/operations.js'
import {
  GAP_BODY_ROLES,
  GAP_KINDS,
  GAP_STANDINGS,
  LIFECYCLE_STAGES,
  PRIORITIES,
  READINESS,
  TOPICS,
} from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import type { SentForm } from '../../../app/forms.js'
import type { RefusalSeen } from '../../../api/index.js'
import type { FieldRefusal } from '../../../ui/index.js'

/** Rows for bodies beyond those named already: without scripts a form cannot grow. */
export const spareRows = 3
/** The most rows that are read. */
const mostRows = 60

export const scoreParts = ['criticality', 'achievability', 'scope', 'effect'] as const
export const needsResearch = ['YES', 'NO', 'MAYBE', 'UNKNOWN'] as const

/** Groups of ticks and single ticks: a browser sends nothing for those that are empty, which is not the same as untouched. */
export const ticked = ['topics', 'lifecycleStages', 'principles', 'isConfirmed'] as const

const oneOf = <T extends string>(list: readonly T[], value: string): T | undefined =>
  list.find((known) => known === value)
const some = <T extends string>(list: readonly T[], values: readonly string[]): T[] =>
  list.filter((known) => values.includes(known))

/** The rows of bodies that were filled in, each with the place of its row. */
export function bodyRows(sent: SentForm) {
  return Array.from({ length: mostRows }, (_, at) => ({
    at,
    body: sent.text(`body-${at}`),
    role: oneOf(GAP_BODY_ROLES, sent.text(`role-${at}`)) ?? 'UNKNOWN',
  })).filter(({ body }) => body !== '')
}

/** All four scores, none of them (null), or only some, which is neither. */
export function sentScore(sent: SentForm) {
  const given = scoreParts.map((part) => sent.text(part))
  if (given.every((score) => score === '')) return null
  if (given.some((score) => score === '')) return 'incomplete' as const
  const [criticality, achievability, scope, effect] = given.map(Number) as [number, number, number, number]
  return { criticality, achievability, scope, effect }
}

/** What is wrong with the form before the server is asked. */
export function wrongIn(sent: SentForm, words: Words): FieldRefusal[] {
  const score = sentScore(sent)
  return [
    ...(sent.text('title') ? [] : [{ field: 'title', sentence: words('gap.titleMissing') }]),
    ...(sent.text('description') ? [] : [{ field: 'description', sentence: words('gap.descriptionMissing') }]),
    ...(score === 'incomplete'
      ? [{ field: scoreParts.find((part) => !sent.text(part))!, sentence: words('gap.scoreIncomplete') }]
      : []),
    ...(sent.text('priorityReason') && !sent.text('priority')
      ? [{ field: 'priority', sentence: words('gap.reasonAlone') }]
      : []),
  ]
}

/** The fields of a gap as they were sent. */
export function gapFields(sent: SentForm) {
  const score = sentScore(sent)
  return {
    title: sent.text('title'),
    description: sent.text('description'),
    recommendation: sent.optional('recommendation'),
    kind: oneOf(GAP_KINDS, sent.text('kind')) ?? 'UNKNOWN',
    readiness: oneOf(READINESS, sent.text('readiness')) ?? 'UNKNOWN',
    needsResearch: oneOf(needsResearch, sent.text('needsResearch')) ?? 'UNKNOWN',
    score: score === 'incomplete' ? null : score,
    priority: oneOf(PRIORITIES, sent.text('priority')) ?? null,
    priorityReason: sent.optional('priorityReason'),
    topics: some(TOPICS, sent.all('topics')),
    lifecycleStages: some(LIFECYCLE_STAGES, sent.all('lifecycleStages')),
    bodies: bodyRows(sent).map(({ body, role }) => ({ body, role })),
    principles: sent.all('principles'),
    statedIn: sent.lines('statedIn'),
    source: sent.optional('source'),
    evidenceOn: sent.optional('evidenceOn'),
    isConfirmed: sent.isTicked('isConfirmed'),
    standing: oneOf(GAP_STANDINGS, sent.text('standing')),
  } satisfies Partial<CreateGapInput>
}

/** A refused body is told at its row: `input.bodies.1.body` is the second row that was filled in. */
export function atItsRow(refusal: RefusalSeen, sent: SentForm): RefusalSeen {
  const [, place] = /bodies\.(\d+)\./.exec(refusal.field ?? '') ?? []
  const row = place && bodyRows(sent)[Number(place)]
  return row ? { ...refusal, field: `body-${row.at}` } : refusal
}
