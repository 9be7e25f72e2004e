import { createHash } from 'node:crypto'

/** A page as strangers get it. */
export interface KeptPage {
  readonly status: number
  readonly html: string
  readonly etag: string
}

/**
 * Pages for strangers, kept per address and language until the register revision rises or the text that they show changes. Bounded by the characters kept; the page that was
 * not asked for longest goes first. Holds nothing that only some may see.
 */
export class PageCache {
  private readonly pages = new Map<string, { readonly page: KeptPage; readonly version: string }>()
  private revision: number | null = null
  private size = 0

  constructor(private readonly limit = 64 * 1024 * 1024) {}

  /** The page, if it was made under this revision, and under this version of the text that it shows (empty where it shows none). */
  get(key: string, revision: number, version = ''): KeptPage | null {
    this.moveTo(revision)
    const found = this.pages.get(key)
    if (found?.version !== version) return null
    this.pages.delete(key)
    this.pages.set(key, found)
    return found.page
  }

  /** Keeps a page that was begun under `revision` and `version`; one that was overtaken meanwhile is answered once and forgotten. */
  keep(key: string, revision: number, page: Omit<KeptPage, 'etag'>, version = ''): KeptPage {
    const etag = `"${createHash('sha256').update(page.html).digest('base64url').slice(0, 22)}"`
    const kept = { ...page, etag }
    if (revision === this.revision && page.html.length < this.limit / 8) {
      this.size -= this.pages.get(key)?.page.html.length ?? 0
      this.pages.set(key, { page: kept, version })
      this.size += page.html.length
      for (const [oldest, { page: other }] of this.pages) {
        if (this.size <= this.limit) break
        this.pages.delete(oldest)
        this.size -= other.html.length
      }
    }
    return kept
  }

  private moveTo(revision: number): void {
    if (revision === this.revision) return
    this.revision = revision
    this.pages.clear()
    this.size = 0
  }
}
