/** What the writing room of minutes asks of the server: which records are kept, and that one be kept. [RC-3, RC-5] */
import { KeepRecordDocument, RecordsOfMinutesDocument, type KeptRecordFragment } from '#schema/generated/operations.js'
import type { RouteTools } from '../../app/routes.js'
import { orAnswer, orRefuse, Refused } from '../../api/index.js'

/** What the group calls a record: "Decision 12"; only some kinds have numbers. */
const nameOfRecord = ({ kind, decision, action }: KeptRecordFragment, words: RouteTools['words']): string => {
  if (decision) return words('record.nameOfDecision', { number: decision.number })
  if (action) return words('record.nameOfAction', { number: action.number })
  return words(`record.kind.${kind}`)
}

/** The page on which the row of a record stands; null when the viewer may not see it. */
const hrefOfRecord = ({ kind, decision, reservation, action }: KeptRecordFragment, slug: string, meeting: number) => {
  const group = `/groups/${slug}`
  if (decision) return `${group}/decisions/${decision.number}`
  if (action) return `${group}/actions/${action.number}`
  if (reservation) return `${group}/reservations#r-${reservation.id}`
  if (kind === 'ATTENDANCE') return `${group}/meetings/${meeting}/attendance`
  return kind === 'PATENT_QUESTION' ? `${group}/meetings/${meeting}/patents` : null
}

/** A record as the group knows it. */
interface KnownRecord {
  readonly name: string
  readonly href: string | null
}

export interface RecordSources {
  /** Undefined for what the group does not know yet; then it is asked again soon, for others keep records too. */
  known(record: string): KnownRecord | undefined
  /** Calls whenever more has become known; answers how to call it off. */
  onKnown(hear: () => void): () => void
  /** Keeps a record as the stored text says it; answers what it was refused with, in words, or null. */
  keep(record: string): Promise<string | null>
}

/** How long a record that nobody knows waits until it is asked for again. */
const AGAIN_MS = 3000

export const recordsOf = (
  { api, words }: RouteTools,
  documentId: string,
  onFault: (fault: unknown) => void,
): RecordSources => {
  const kept = new Map<string, KnownRecord>()
  const hearers = new Set<() => void>()
  let group = ''
  let meeting = 0
  let asking: ReturnType<typeof setTimeout> | null = null
  const learn = (one: KeptRecordFragment) =>
    kept.set(one.id, { name: nameOfRecord(one, words), href: hrefOfRecord(one, group, meeting) })
  const ask = async () => {
    try {
      const { document } = await orRefuse(api(RecordsOfMinutesDocument, { id: documentId }))
      group = document?.group?.slug ?? ''
      meeting = document?.minutes?.meeting.number ?? 0
      const before = kept.size
      document?.minutes?.records.forEach(learn)
      if (kept.size > before) hearers.forEach((hear) => hear())
    } catch (fault) {
      // The text can be written without; the next record that nobody knows asks again.
      if (!(fault instanceof Refused)) onFault(fault)
    }
  }
  const first = { isAsked: false }
  return {
    known(record) {
      const found = kept.get(record)
      if (!found && asking === null) {
        asking = setTimeout(
          () => {
            asking = null
            void ask()
          },
          first.isAsked ? AGAIN_MS : 0,
        )
        first.isAsked = true
      }
      return found
    },
    onKnown(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    async keep(record) {
      const { done, refusals } = await orAnswer(api(KeepRecordDocument, { input: { document: documentId, record } }))
      if (refusals) {
        const [{ code, args } = { code: 'INTERNAL', args: {} }] = refusals
        return words.dynamic(`refusal.${code}`, args)
      }
      learn(done.keepMinutesRecord)
      hearers.forEach((hear) => hear())
      return null
    },
  }
}
