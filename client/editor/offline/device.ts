/**
 * What a device keeps of texts, as a whole: whose it is, what waits in it, and how it is forgotten. Small, and without Yjs: every page asks whether
 * there is something to forget. [OF-5]
 */
import { KeptTexts, strangerKey } from './kept-texts.js'
import { pageCache, pictureCache } from './kept-pages.js'

const hasDatabase = (): boolean => typeof indexedDB !== 'undefined'

/** How many changes of people wait on this device to be sent. */
export async function changesWaiting(): Promise<number> {
  if (!hasDatabase()) return 0
  const list = await KeptTexts.open()
  try {
    const texts = (await list.all()).filter(({ person }) => person !== strangerKey)
    const counts = await Promise.all(texts.map(({ key }) => list.countUnsent(key)))
    return counts.reduce((sum, count) => sum + count, 0)
  } finally {
    list.close()
  }
}

/** Forgets the texts of everybody but `person` (null: of everybody), and all pages and pictures. */
export async function forgetDevice(person: string | null): Promise<void> {
  await Promise.all([forgetTexts(person), ...[pageCache, pictureCache].map((name) => forgetCache(name))])
}

const forgetCache = async (name: string): Promise<unknown> => ('caches' in globalThis ? caches.delete(name) : undefined)

async function forgetTexts(except: string | null): Promise<void> {
  if (!hasDatabase()) return
  const list = await KeptTexts.open()
  try {
    const isForgotten = ({ person }: { person: string }) => person !== except
    for (const text of (await list.all()).filter(isForgotten)) await list.forget(text)
    for (const { key } of (await list.asides()).filter(isForgotten)) await list.dropAside(key)
  } finally {
    list.close()
  }
}
