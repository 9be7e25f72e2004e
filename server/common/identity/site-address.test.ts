import { describe, expect, it } from '@jest/globals'
import { siteAddress } from './site-address.js'

const laptop = { publicUrl: null, host: '127.0.0.1', port: 3000 }

describe('[ID-6] a mailed link', () => {
  it.each([
    [{ ...laptop, publicUrl: 'https://rapporteur.example.org' }, 'evil.example', 'https://rapporteur.example.org'],
    [laptop, 'localhost:3100', 'http://localhost:3100'],
    [laptop, '[::1]:3000', 'http://[::1]:3000'],
    [laptop, 'evil.example', 'http://127.0.0.1:3000'],
    [laptop, '127.0.0.1.evil.example', 'http://127.0.0.1:3000'],
    [laptop, 'localhost@evil.example', 'http://127.0.0.1:3000'],
    [laptop, undefined, 'http://127.0.0.1:3000'],
    [{ ...laptop, host: '::1' }, 'evil.example', 'http://[::1]:3000'],
  ])('of %j, asked as %j, leads to %s', (settings, host, address) => {
    expect(siteAddress(settings, host)).toBe(address)
  })
})
