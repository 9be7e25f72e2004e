import { mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { StartFailure } from '#server/platform/errors/index.js'
import { restoreSymlinks } from './binaries.js'
import { takeLock } from './lock.js'
import { birthOf, failureFor } from './machine.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-embedded-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('libraries find each other where npm was not allowed to run install scripts', () => {
  mkdirSync(join(folder, 'native/lib'), { recursive: true })
  const links = ['libpq.so', 'libpq.so.5'].map((name) => ({
    source: 'native/lib/libpq.so.5.18',
    target: `native/lib/${name}`,
  }))
  writeFileSync(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links))
  writeFileSync(join(folder, 'native/lib/libpq.so.5.18'), '')
  symlinkSync('libpq.so.5.18', join(folder, 'native/lib/libpq.so'))
  restoreSymlinks(folder)
  restoreSymlinks(folder)
  expect(readlinkSync(join(folder, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18')
})

describe('what the machine says becomes a sentence', () => {
  const sentence = (error: unknown, log?: string) => {
    const failure = failureFor(error, '/data', log)
    return failure instanceof StartFailure ? failure.message : null
  }
  const system = (code: string, path?: string) => Object.assign(new Error(code), { code, path })

  it.each([
    [system('ENOSPC'), '', 'The disk that holds /data is full'],
    [new Error('initdb'), 'could not extend file: No space left on device', 'The disk that holds /data is full'],
    [system('EACCES', '/data/postgres.lock'), '', 'The data folder /data cannot be written to (/data/postgres.lock)'],
    [system('EROFS', '/data'), '', 'The data folder /data cannot be written to.'],
    [system('EEXIST'), '', '/data is not a folder'],
  ])('%p %s', (error, log, expected) => {
    expect(sentence(error, log)).toContain(expected)
  })

  it('but a fault stays a fault', () => {
    const fault = new Error('something else')
    expect(failureFor(fault, '/data')).toBe(fault)
  })
})

describe('the lock of a data folder', () => {
  const lock = () => join(folder, 'postgres.lock')

  it('is held once, even within one process, and can be taken again after its release', () => {
    const first = takeLock(lock())
    expect(first.taken).toBe(true)
    expect(takeLock(lock())).toMatchObject({ taken: false, holder: process.pid })
    first.release()
    const second = takeLock(lock())
    expect(second.taken).toBe(true)
    second.release()
  })

  it.each([
    ['is gone', '2147483646 birth'],
    ['has a number that now belongs to another process', `${process.ppid} another-birth`],
    ['had our number before us', `${process.pid} another-birth`],
    ['wrote nothing readable', 'nonsense'],
  ])('is free when its holder %s', (_, content) => {
    writeFileSync(lock(), content)
    const taken = takeLock(lock())
    expect(taken.taken).toBe(true)
    taken.release()
  })

  it('is respected while its holder lives', () => {
    writeFileSync(lock(), `${process.ppid} ${birthOf(process.ppid)}`)
    expect(takeLock(lock())).toMatchObject({ taken: false, holder: process.ppid })
  })
})
