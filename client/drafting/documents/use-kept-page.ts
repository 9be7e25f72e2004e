/** Makes the room come without a network the next time: registers the service worker, and has it find this page. Only in what `npm run build` made. [OF-9] */
import { useEffect } from 'react'
import type { Words } from '#schema/words/index.js'
import { useWords } from '../../ui/index.js'

const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis && 'indexedDB' in globalThis

export function useKeptPage(href: string): void {
  const words = useWords<Words>()
  useEffect(() => {
    if (!import.meta.env.PROD || !canKeep()) return
    const keep = async () => {
      const { keepPage } = await import('./keep-page.js')
      await keepPage(href, {
        language: document.documentElement.lang,
        direction: document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr',
        title: words('offline.pageTitle'),
        lead: words('offline.pageLead'),
        none: words('offline.pageNone'),
        waiting: words('offline.pageWaiting'),
      })
    }
    // An edge: without all of it the room works as long as there is a network.
    keep().catch(reportError)
  }, [href, words])
}
