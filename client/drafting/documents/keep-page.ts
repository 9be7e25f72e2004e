import { ifUnreached, isKeepable, keepIn, mostPages, pageCache } from '../../editor/offline/kept-pages.js'
import { KeptTexts, type OfflinePageWords } from '../../editor/offline/kept-texts.js'

/** Registers the service worker and keeps the page: one that was walked to was never fetched as a page. Nothing without a network. */
export async function keepPage(href: string, words: OfflinePageWords): Promise<void> {
  const registered = navigator.serviceWorker.register('/service-worker.js').catch((fault: unknown) => {
    if (navigator.onLine) throw fault
  })
  const list = await KeptTexts.open()
  await list.putPageWords(words)
  list.close()
  await registered
  const answer = await fetch(href, { headers: { accept: 'text/html' } }).catch(ifUnreached)
  if (answer && isKeepable(answer)) await keepIn(pageCache, href, answer, mostPages)
}
