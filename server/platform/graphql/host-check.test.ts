import { describe, expect, it } from '@jest/globals'
import { isOwnHost, isOwnOrigin } from './host-check.js'

const laptop = { publicUrl: null, boundTo: '127.0.0.1' }
const site = { publicUrl: new URL('https://rapporteur.example.org'), boundTo: '0.0.0.0' }
const behindProxy = { ...site, boundTo: '127.0.0.1' }
const open = { publicUrl: null, boundTo: '0.0.0.0' }

describe('the host asked for', () => {
  it.each([
    ['127.0.0.1:3000', laptop, true],
    ['localhost', laptop, true],
    ['LOCALHOST:3000', laptop, true],
    ['[::1]:3000', laptop, true],
    ['group.localhost:3000', laptop, true],
    ['evil.example', laptop, false],
    ['127.0.0.1.evil.example', laptop, false],
    ['localhost.evil.example', laptop, false],
    ['10.0.0.1', laptop, false],
    ['rapporteur.example.org', site, true],
    ['Rapporteur.Example.org:443', site, true],
    ['rapporteur.example.org:8443', site, false],
    ['localhost', site, false],
    ['localhost:3000', behindProxy, true],
    ['rapporteur.example.org', behindProxy, true],
    ['evil.example', behindProxy, false],
    ['anything.example:99', open, true],
    ['', open, false],
    [undefined, open, false],
    ['a b', open, false],
    ['a/b', open, false],
    ['user@host', open, false],
    ['<script>', open, false],
    ['a:b', open, false],
  ])('%s is ours with %j: %s', (host, settings, ours) => expect(isOwnHost(host, settings)).toBe(ours))
})

describe('the origin of a page', () => {
  it.each([
    ['http://127.0.0.1:3000', '127.0.0.1:3000', laptop, true],
    ['http://localhost', 'localhost:80', laptop, true],
    ['http://127.0.0.1:3001', '127.0.0.1:3000', laptop, false],
    ['null', '127.0.0.1:3000', laptop, false],
    ['file://', '', laptop, false],
    ['', '', laptop, false],
    ['https://rapporteur.example.org', 'localhost:3000', behindProxy, true],
    ['https://evil.example', 'rapporteur.example.org', behindProxy, false],
    ['https://rapporteur.example.org.evil.example', 'rapporteur.example.org', behindProxy, false],
  ])('%s asking %s is ours with %j: %s', (origin, host, settings, ours) =>
    expect(isOwnOrigin(origin, host, settings)).toBe(ours),
  )
})
