/** Names and addresses that the page and the service worker share. */

/** Pages of the writing room, as they were seen last. Private to whoever saw them. */
export const pageCache = 'rapporteur-rooms'
/** Pictures of texts that were seen. */
export const pictureCache = 'rapporteur-pictures'
/** Files of one build of the program. */
export const programCachePrefix = 'rapporteur-program-'

export const mostPages = 40
export const mostPictures = 120
export const largestPictureBytes = 8 * 1024 * 1024

/** The page where a text is written, and no page below it. */
export const isRoomPath = (path: string): boolean =>
  /^\/groups\/[^/]+\/documents\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(path)

export const isPicturePath = (path: string): boolean => path.startsWith('/files/')

/** Puts an answer into a cache and keeps that within its bound: what came first goes first. */
export async function keepIn(cacheName: string, address: string, answer: Response, most: number): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.delete(address, { ignoreVary: true })
  await cache.put(address, answer)
  const kept = await cache.keys()
  await Promise.all(
    kept.slice(0, Math.max(0, kept.length - most)).map((one) => cache.delete(one, { ignoreVary: true })),
  )
}

/** Forgets the page of a room. */
export const forgetPage = async (href: string): Promise<void> => {
  if ('caches' in globalThis) await (await caches.open(pageCache)).delete(href, { ignoreVary: true })
}

/** A page of ours, whole, for whoever asked. */
export const isKeepable = (answer: Response): boolean =>
  answer.ok && !answer.redirected && (answer.headers.get('content-type') ?? '').startsWith('text/html')

/** For the catch of a request: null where the network (or the server behind it) was not reached; every other fault goes on. */
export function ifUnreached(fault: unknown): null {
  // That is what the standard of fetch rejects with in this case, and only in this.
  if (fault instanceof TypeError) return null
  throw fault
}
