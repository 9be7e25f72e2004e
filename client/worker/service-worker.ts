/**
 * Brings the writing room without a network: its page as it was seen last, the files of the program, pictures that were seen. Everything else goes to
 * the server as if this were not here; answers of the API are never kept. Registered by the room. [OF-9]
 *
 * A new build has a new worker (the list of files differs), which fetches its files beside the old ones and takes over at once. An open page of the
 * build before goes on finding its files, since all builds are looked through and the one before is kept.
 */
import {
  ifUnreached,
  isKeepable,
  isPicturePath,
  isRoomPath,
  keepIn,
  largestPictureBytes,
  mostPages,
  mostPictures,
  pageCache,
  pictureCache,
  programCachePrefix,
} from '../editor/offline/kept-pages.js'
import { KeptTexts } from '../editor/offline/kept-texts.js'
import { offlinePage } from './offline-page.js'

/** Set by the build: addresses of all files that the room may need, and a name for just these. */
declare const __ROOM_FILES__: readonly string[]
declare const __ROOM_STYLES__: readonly string[]
declare const __BUILD__: string

/** What a worker has and a page has not; the library of types has one or the other. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Worker {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
}
const worker = globalThis as unknown as Worker

const programCache = programCachePrefix + __BUILD__
/** A page that takes longer comes from here, if it is here. */
const patienceMs = 4_000

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(file(request))
  else if (isPicturePath(pathname)) {
    if (request.destination === 'image') event.respondWith(picture(request, event))
  } else if (request.mode === 'navigate')
    event.respondWith(isRoomPath(pathname) ? room(request, pathname, event) : elsewhere(request))
})

async function install(): Promise<void> {
  const cache = await caches.open(programCache)
  for (const address of __ROOM_FILES__) {
    if (await cache.match(address)) continue
    // Names of files tell their content, so one of an earlier build is as good.
    const known = (await caches.match(address)) ?? (await fetch(address))
    if (!known.ok) throw new Error(`${address} is not there (${known.status})`)
    await cache.put(address, known)
  }
  await worker.skipWaiting()
}

async function activate(): Promise<void> {
  const programs = (await caches.keys()).filter((name) => name.startsWith(programCachePrefix) && name !== programCache)
  // In the order in which they were made: pages of the last one may be open.
  await Promise.all(programs.slice(0, -1).map((name) => caches.delete(name)))
  await worker.clients.claim()
  await renewPages()
}

/** Pages of earlier builds name files that will go. */
async function renewPages(): Promise<void> {
  const pages = await caches.open(pageCache)
  for (const { url } of await pages.keys()) {
    const { pathname } = new URL(url)
    // Without a network the old page stays; the next time it is opened it is renewed.
    const answer = await fetch(pathname).catch(ifUnreached)
    if (answer && isKeepable(answer)) await pages.put(pathname, answer)
    else if (answer && isGone(answer)) await pages.delete(pathname, anyway)
  }
}

const anyway = { ignoreVary: true, ignoreSearch: true }

async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

async function picture(request: Request, event: WorkerEvent): Promise<Response> {
  const known = await caches.match(request, { ignoreVary: true, cacheName: pictureCache })
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok && Number(answer.headers.get('content-length') ?? 0) <= largestPictureBytes)
    event.waitUntil(keepIn(pictureCache, request.url, answer.clone(), mostPictures))
  return answer
}

/** It may not be read, or it is not there. */
const isGone = ({ status }: Response): boolean => [401, 403, 404, 410].includes(status)

async function room(request: Request, path: string, event: WorkerEvent): Promise<Response> {
  const known = await caches.match(path, { ...anyway, cacheName: pageCache })
  const asked = fetch(request).then((answer) => {
    if (isKeepable(answer)) event.waitUntil(keepIn(pageCache, path, answer.clone(), mostPages))
    else if (isGone(answer)) event.waitUntil(caches.open(pageCache).then((cache) => cache.delete(path, anyway)))
    return answer
  })
  // A server that is being started anew is no reason to be without one's text.
  const usable = asked.then((answer) => (answer.status >= 500 && known ? null : answer)).catch(ifUnreached)
  event.waitUntil(usable)
  const answer = await (known ? Promise.race([usable, later(patienceMs)]) : usable)
  return answer ?? known ?? (await listPage())
}

async function elsewhere(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    // No network: the list of what is kept is more than the browser's own face.
    return listPage()
  }
}

const later = (milliseconds: number): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), milliseconds))

/** Lists the texts that can be opened; the browser's own face where none ever was. */
async function listPage(): Promise<Response> {
  try {
    const list = await KeptTexts.open()
    const words = await list.pageWords()
    const texts = (await list.all()).filter(({ standing, isSpoilt }) => standing !== null && !isSpoilt)
    const kept = await Promise.all(
      texts.map(async ({ key, title, href }) => ({
        title,
        href,
        waiting: await list.countUnsent(key),
        isHere: (await caches.match(href, { ...anyway, cacheName: pageCache })) !== undefined,
      })),
    )
    list.close()
    if (!words) return Response.error()
    const html = offlinePage(
      words,
      kept.filter(({ isHere }) => isHere),
      __ROOM_STYLES__,
    )
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'self'; font-src 'self'",
    }
    return new Response(html, { status: 503, headers })
  } catch {
    // Nothing can be listed; what the browser shows by itself says as much.
    return Response.error()
  }
}
