/** What the editor asks of the server while somebody writes: items to cite, and what became of them; pictures to keep. */
import { CitedItemsDocument, ItemsToCiteDocument, type CitedItemFactsFragment } from '#schema/generated/operations.js'
import { recordsOf, type RecordSources } from './records-of-minutes.js'
import { otherTextsOf, type OtherTexts } from './other-texts.js'
import type { CitedItem } from '#schema/report/index.js'
import type { RouteTools } from '../../app/routes.js'
import { orRefuse, Refused, upload } from '../../api/index.js'
import { citedItemOf } from '../reading/index.js'

/** An item as the form for citations shows it. */
interface ItemShown {
  readonly slug: string
  readonly designation: string
  readonly title: string
  readonly state: string
}

export interface Sources {
  findItems(query: string): Promise<readonly ItemShown[]>
  itemOf(slug: string): ItemShown | null
  /** What is known of these items: null for one that the register does not have. What is not known yet is left out and asked for; `onKnown` hears when it has come. */
  known(slugs: readonly string[]): ReadonlyMap<string, CitedItem | null>
  /** Calls whenever more has become known; answers how to call it off. */
  onKnown(hear: () => void): () => void
  readonly others: OtherTexts
  upload(
    file: File,
    more?: { onProgress?(share: number): void; readonly signal?: AbortSignal },
  ): Promise<{ id: string; url: string }>
  fileUrl(id: string): string
  /** What is known of the records of minutes. */
  readonly records: RecordSources
}

/** So many items in one question: a text may cite hundreds. */
const mostAtOnce = 100

export const sourcesOf = (
  { api, words }: RouteTools,
  documentId: string,
  onFault: (fault: unknown) => void,
): Sources => {
  const items = new Map<string, CitedItemFactsFragment | null>()
  const asked = new Set<string>()
  const shown = ({ slug, designation, title, state }: CitedItemFactsFragment): ItemShown => ({
    slug,
    designation,
    title: title ?? '',
    state: words(`register.itemState.${state}`),
  })
  const hearers = new Set<() => void>()
  const learn = async (slugs: readonly string[]): Promise<void> => {
    for (const slug of slugs) asked.add(slug)
    try {
      const { nodes } = (await orRefuse(api(CitedItemsDocument, { slugs }))).items
      const found = new Map(nodes.map((item) => [item.slug, item]))
      for (const slug of slugs) items.set(slug, found.get(slug) ?? null)
      hearers.forEach((hear) => hear())
    } catch (fault) {
      // Lists and checks go on without them; the next one that needs them asks again.
      for (const slug of slugs) asked.delete(slug)
      if (!(fault instanceof Refused)) onFault(fault)
    }
  }
  return {
    async findItems(search) {
      const found = (await orRefuse(api(ItemsToCiteDocument, { search }))).items.edges.map(({ node }) => node)
      for (const item of found) items.set(item.slug, item)
      return found.map(shown)
    },
    itemOf(slug) {
      const item = items.get(slug)
      return item ? shown(item) : null
    },
    known(slugs) {
      const missing = slugs.filter((slug) => !items.has(slug) && !asked.has(slug))
      if (missing.length > 0) void learn(missing.slice(0, mostAtOnce))
      return new Map(
        slugs.flatMap((slug) => {
          const item = items.get(slug)
          return item === undefined ? [] : [[slug, item && citedItemOf(item)] as const]
        }),
      )
    },
    onKnown(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    others: otherTextsOf({ api }, documentId),
    async upload(file, more = {}) {
      const path = `/files?document=${documentId}&name=${encodeURIComponent(file.name)}`
      try {
        return await upload<{ id: string; url: string }>({ path, file, language: words.locale, ...more })
      } catch (fault) {
        // A person reads the sentence of the refusal in the form.
        const [refusal] = fault instanceof Refused ? fault.refusals : []
        throw refusal ? new Error(words.dynamic(`refusal.${refusal.code}`, refusal.args), { cause: fault }) : fault
      }
    },
    fileUrl: (id) => `/files/${id}`,
    records: recordsOf({ api, words }, documentId, onFault),
  }
}
