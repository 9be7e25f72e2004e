import { describe, expect, it } from '@jest/globals'
import { comesFromOwnPage, type OriginFacts } from './origin-check.js'

const post: OriginFacts = {
  method: 'POST',
  isUpgrade: false,
  hasCookie: true,
  hasBearer: false,
  origin: undefined,
  secFetchSite: undefined,
  host: 'rapporteur.example.org',
  publicUrl: 'https://rapporteur.example.org',
}
const laptop: OriginFacts = { ...post, host: '127.0.0.1:3000', publicUrl: null }
const socket: OriginFacts = { ...post, method: 'GET', isUpgrade: true }

describe('[ID-8] a request that acts by cookie', () => {
  it.each<[string, OriginFacts, boolean]>([
    ['from our own page', { ...post, origin: 'https://rapporteur.example.org' }, true],
    ['from another site', { ...post, origin: 'https://evil.example' }, false],
    ['from our name without encryption', { ...post, origin: 'http://rapporteur.example.org' }, false],
    ['from a name that begins like ours', { ...post, origin: 'https://rapporteur.example.org.evil.example' }, false],
    ['from a sandboxed page', { ...post, origin: 'null' }, false],
    ['without any sign of a page', post, false],
    ['that the browser says is of the same origin', { ...post, secFetchSite: 'same-origin' }, true],
    ['that the browser says is only of the same site', { ...post, secFetchSite: 'same-site' }, false],
    ['on a laptop, from the host that was asked', { ...laptop, origin: 'http://127.0.0.1:3000' }, true],
    ['on a laptop, from another port', { ...laptop, origin: 'http://127.0.0.1:3001' }, false],
    [
      'on a laptop, with the port that http implies',
      { ...laptop, host: 'localhost:80', origin: 'http://localhost' },
      true,
    ],
    ['with a forged Host', { ...post, host: 'evil.example', origin: 'https://evil.example' }, false],
    ['that only reads', { ...post, method: 'GET' }, true],
    ['that opens a socket from our page', { ...socket, origin: 'https://rapporteur.example.org' }, true],
    ['that opens a socket from another site', { ...socket, origin: 'https://evil.example' }, false],
    ['that opens a socket without Origin', socket, false],
    [
      'that opens a socket and only says that it is of the same origin',
      { ...socket, secFetchSite: 'same-origin' },
      false,
    ],
  ])('%s', (_who, facts, isOurs) => {
    expect(comesFromOwnPage(facts)).toBe(isOurs)
  })

  it.each<[string, OriginFacts, boolean]>([
    ['a token needs no Origin', { ...post, hasBearer: true }, true],
    ['a token is good from anywhere', { ...post, hasBearer: true, origin: 'https://evil.example' }, true],
    ['without cookie, a program needs no Origin', { ...post, hasCookie: false }, true],
    [
      'without cookie, another site may not sign anybody in',
      { ...post, hasCookie: false, origin: 'https://evil.example' },
      false,
    ],
    [
      'without cookie, nor when the browser only says so',
      { ...post, hasCookie: false, secFetchSite: 'cross-site' },
      false,
    ],
  ])('%s', (_who, facts, isOurs) => {
    expect(comesFromOwnPage(facts)).toBe(isOurs)
  })
})
