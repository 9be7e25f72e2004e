import { expect, it } from '@jest/globals'
import { PageCache } from './page-cache.js'

const page = (html: string) => ({ status: 200, html })

it('[PG-1] answers from what it kept until the register revision changes', () => {
  const cache = new PageCache()
  expect(cache.get('/gaps', 1)).toBeNull()
  const kept = cache.keep('/gaps', 1, page('<p>one</p>'))
  expect(cache.get('/gaps', 1)).toBe(kept)
  expect(cache.get('/gaps', 2)).toBeNull()
  expect(cache.get('/gaps', 1)).toBeNull()
})

it('[PG-1] does not keep a page that was overtaken while it was made', () => {
  const cache = new PageCache()
  cache.get('/gaps', 2)
  cache.keep('/gaps', 1, page('old'))
  expect(cache.get('/gaps', 2)).toBeNull()
})

it('[RD-6] answers a page of a text only while the text is as it was', () => {
  const cache = new PageCache(100)
  const kept = cache.keep('/read', 1, page('x'.repeat(11)), '1.1')
  cache.get('/', 1)
  expect(cache.get('/read', 1, '1.1')).toBeNull()
  cache.keep('/read', 1, page('x'.repeat(11)), '1.1')
  expect(cache.get('/read', 1, '1.1')).toMatchObject({ etag: kept.etag })
  expect(cache.get('/read', 1, '1.2')).toBeNull()
  // Kept anew many times, it takes the room of one.
  cache.keep('/', 1, page('home'))
  for (let i = 2; i < 50; i += 1) cache.keep('/read', 1, page('x'.repeat(11)), `1.${i}`)
  expect(cache.get('/', 1)).not.toBeNull()
})

it('[PG-1] forgets the page that was not asked for longest when it is full', () => {
  const cache = new PageCache(100)
  for (const name of 'abcdefghij') {
    cache.get('', 1)
    cache.keep(name, 1, page('x'.repeat(11)))
    cache.get('a', 1)
  }
  expect(cache.get('a', 1)).not.toBeNull()
  expect(cache.get('b', 1)).toBeNull()
  expect(cache.get('j', 1)).not.toBeNull()
})

it('[PG-2] names the same contents alike and other contents differently', () => {
  const cache = new PageCache()
  expect(cache.keep('/', 1, page('a')).etag).toBe(cache.keep('/b', 1, page('a')).etag)
  expect(cache.keep('/', 1, page('a')).etag).not.toBe(cache.keep('/', 1, page('b')).etag)
})
