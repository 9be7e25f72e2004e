/** What the editor asks of the server while somebody writes: items to cite, and what became of them; pictures to keep. */
import { CitedItemDocument, ItemsToCiteDocument, type CitedItemFactsFragment } from '#schema/generated/operations.js'
import type { CitedItem } from '#schema/report/index.js'
import type { RouteTools } from '../../app/routes.js'
import { orRefuse, Refused, upload } from '../../api/index.js'

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
  /** What is known of these items; what is not known yet is asked for, and known at the next question. */
  known(slugs: readonly string[]): ReadonlyMap<string, CitedItem>
  upload(file: File): Promise<{ id: string; url: string }>
  fileUrl(id: string): string
}

/** Asks for at most so many items at once: a text may cite hundreds. */
const mostAtOnce = 10

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
  const learn = async (slug: string): Promise<void> => {
    asked.add(slug)
    try {
      items.set(slug, (await orRefuse(api(CitedItemDocument, { slug }))).item ?? null)
    } catch (fault) {
      // The check goes on without it; the next one asks again.
      asked.delete(slug)
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
      slugs
        .filter((slug) => !items.has(slug) && !asked.has(slug))
        .slice(0, mostAtOnce)
        .forEach((slug) => void learn(slug))
      const known = slugs.flatMap((slug) => {
        const item = items.get(slug)
        return item ? [[slug, { state: item.state, supersededBy: null }] as const] : []
      })
      return new Map(known)
    },
    async upload(file) {
      const path = `/files?document=${documentId}&name=${encodeURIComponent(file.name)}`
      try {
        return await upload<{ id: string; url: string }>({ path, file, language: words.locale })
      } catch (fault) {
        // A person reads the sentence of the refusal in the form.
        const [refusal] = fault instanceof Refused ? fault.refusals : []
        throw refusal ? new Error(words.dynamic(`refusal.${refusal.code}`, refusal.args), { cause: fault }) : fault
      }
    },
    fileUrl: (id) => `/files/${id}`,
  }
}
