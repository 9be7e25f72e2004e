import { createHash } from 'node:crypto'

/** A page as strangers get it. */
export interface KeptPage {
  readonly status: number
  readonly html: string
  readonly etag: string
}

/**
 * Pages for strangers, kept per address and language until the register revision rises. Bounded by the characters kept; the page that was
 * not asked for longest goes first. Holds nothing that only some may see.
 */
export class PageCache {
  private readonly pages = new Map<string, KeptPage>()
  private revision: number | null = null
  private size = 0

  constructor(private readonly limit = 64 * 1024 * 1024) {}

  /** The page, if it was made under this revision. */
  get(key: string, revision: number): KeptPage | null {
    this.moveTo(revision)
    const page = this.pages.get(key)
    if (!page) return null
    this.pages.delete(key)
    this.pages.set(key, page)
    return page
  }

  /** Keeps a page that was begun under `revision`; one that was overtaken meanwhile is answered once and forgotten. */
  keep(key: string, revision: number, page: Omit<KeptPage, 'etag'>): KeptPage {
    const etag = `"${createHash('sha256').update(page.html).digest('base64url').slice(0, 22)}"`
    const kept = { ...page, etag }
    if (revision === this.revision && page.html.length < this.limit / 8) {
      this.pages.set(key, kept)
      this.size += page.html.length
      for (const [oldest, { html }] of this.pages) {
        if (this.size <= this.limit) break
        this.pages.delete(oldest)
        this.size -= html.length
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
