import { describe, expect, it } from '@jest/globals'
import { ITEM_STATES } from '#schema/vocabulary/register.js'
import { en } from '#schema/words/en/index.js'
import { Refusal } from '#server/platform/errors/index.js'
import { cenStages } from './stage-cen.js'
import { etsiStages } from './stage-etsi.js'
import { iecStages } from './stage-iec.js'
import { ieeeStages } from './stage-ieee.js'
import { isoStage, isoStages, isoWords } from './stage-iso.js'
import { ituStages } from './stage-itu.js'
import { findStage } from './stage-table.js'

const tables = { isoWords, iecStages, ituStages, ieeeStages, etsiStages, cenStages }

const refusalOf = (code: string) => {
  try {
    isoStage(code)
    return null
  } catch (error) {
    return error as Refusal
  }
}

describe('stages of ISO', () => {
  it('[IT-ISO] are exactly 46 codes, each once and in order', () => {
    const codes = isoStages.map(({ code }) => code)

    expect(codes).toHaveLength(46)
    expect(codes).toEqual([...new Set(codes)].toSorted())
  })

  it('[IT-ISO] map to one state each, in the expected numbers', () => {
    const counts = Object.fromEntries(
      ITEM_STATES.map((state) => [state, isoStages.filter((stage) => stage.state === state).length]),
    )

    expect(counts).toEqual({
      PROPOSED: 8,
      IN_DEVELOPMENT: 10,
      IN_APPROVAL: 10,
      APPROVED_UNPUBLISHED: 2,
      PUBLISHED: 3,
      UNDER_REVIEW: 6,
      SUPERSEDED: 0,
      WITHDRAWN: 1,
      CANCELLED: 6,
      UNKNOWN: 0,
    })
  })

  it('[IT-ISO] are exactly those of all numbers from 00.00 to 99.99 that are taken', () => {
    const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))
    const taken = twoDigits.flatMap((stage) => twoDigits.filter((step) => !refusalOf(`${stage}.${step}`)))

    expect(taken).toHaveLength(46)
  })

  it.each([
    ['10.92', 'PROPOSED', 'NP'],
    ['10.99', 'IN_DEVELOPMENT', 'AWI'],
    ['20.00', 'IN_DEVELOPMENT', 'AWI'],
    ['30.20', 'IN_DEVELOPMENT', 'CD'],
    ['40.20', 'IN_APPROVAL', 'DIS'],
    ['50.92', 'IN_APPROVAL', 'FDIS'],
    ['50.99', 'APPROVED_UNPUBLISHED', 'FDIS'],
    ['60.00', 'APPROVED_UNPUBLISHED', null],
    ['90.93', 'PUBLISHED', null],
    ['95.92', 'PUBLISHED', null],
    ['90.99', 'UNDER_REVIEW', null],
    ['95.60', 'UNDER_REVIEW', null],
    ['40.98', 'CANCELLED', null],
  ])('[IT-ISO] read %s as %s', (code, state, abbreviation) => {
    expect(isoStage(code)).toEqual({ code, state, abbreviation })
  })

  it('[IT-ISO] refuse 29.20 as a pre-CD code that is not official', () => {
    expect(refusalOf('29.20')).toMatchObject({
      code: 'UNOFFICIAL_STAGE',
      args: { code: '29.20' },
      field: 'nativeStage',
    })
    expect(en['refusal.UNOFFICIAL_STAGE']).toContain('pre-CD')
  })

  it.each(['99.60', '60.20', '80.00', '00.93', '90.98', 'CD', '', '6.60', '60.60x'])('[IT-ISO] refuse %s', (code) => {
    expect(refusalOf(code)?.code).toBe('UNKNOWN_STAGE')
  })

  it('[IT-ISO] have words for each code', () => {
    for (const { code } of isoStages) expect(en).toHaveProperty([`stage.ISO.${code}`])
  })
})

describe.each(Object.entries(tables))('the table %s', (_, table) => {
  it('[IT-2] gives a name to one stage only, in the spelling that is looked up', () => {
    const names = table.flatMap((stage) => stage.names)

    expect(new Set(names).size).toBe(names.length)
    for (const stage of table) for (const name of stage.names) expect(findStage(table, name.toUpperCase())).toBe(stage)
  })

  it('[IT-2] never maps a stage to UNKNOWN, and has words for each', () => {
    for (const { phase, state } of table) {
      expect(state).not.toBe('UNKNOWN')
      expect(en).toHaveProperty([`stage.${phase}`])
    }
  })
})

it('[IT-2] has no words for a stage that is gone', () => {
  const phases = new Set([
    ...isoStages.map(({ code }) => `stage.ISO.${code}`),
    ...Object.values(tables).flatMap((table) => table.map(({ phase }) => `stage.${phase}`)),
  ])

  expect(Object.keys(en).filter((key) => key.startsWith('stage.') && !phases.has(key))).toEqual([])
})
