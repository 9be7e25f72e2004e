import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  isGone,
  isInDevelopment,
  isInForce,
  ITEM_STATES,
  ITEM_STATUSES,
  STAGE_FAMILIES,
  type StageFamily,
} from '#schema/vocabulary/register.js'
import { Refusal } from '#server/platform/errors/index.js'
import { stateOf, type StageFacts } from './state-of.js'

const nothing: StageFacts = { family: 'OTHER', nativeStage: null, fallbackStatus: null, isSuperseded: false }
const stateAt = (family: StageFamily, nativeStage: string) => stateOf({ ...nothing, family, nativeStage }).state

describe('where an item stands', () => {
  it.each([
    ['ISO', '60.60', 'PUBLISHED'],
    ['ISO', ' 90.92 ', 'UNDER_REVIEW'],
    ['JTC1', '30.99', 'IN_DEVELOPMENT'],
    ['JTC1', 'DTR', 'IN_APPROVAL'],
    ['IEC', '40.20', 'IN_APPROVAL'],
    ['IEC', 'CDV', 'IN_APPROVAL'],
    ['IEC', 'PUBLISHED', 'PUBLISHED'],
    ['IEC', 'REPLACED', 'SUPERSEDED'],
    ['ITU_T', 'Under study (AAP)', 'IN_DEVELOPMENT'],
    ['ITU_T', 'Carried to next study period (AAP)', 'IN_DEVELOPMENT'],
    ['ITU_T', 'AAP LC', 'IN_APPROVAL'],
    ['ITU_T', 'Determined', 'IN_APPROVAL'],
    ['ITU_T', 'In force', 'PUBLISHED'],
    ['ITU_T', 'Superseded', 'SUPERSEDED'],
    ['IEEE', 'PAR submitted', 'PROPOSED'],
    ['IEEE', 'Active PAR', 'IN_DEVELOPMENT'],
    ['IEEE', 'Draft D1 (2024-02)', 'IN_DEVELOPMENT'],
    ['IEEE', 'RevCom', 'IN_APPROVAL'],
    ['IEEE', 'Active', 'PUBLISHED'],
    ['IEEE', 'Inactive-Reserved', 'WITHDRAWN'],
    ['ETSI', 'Final deliverable adopted for publication (2026-06-08)', 'APPROVED_UNPUBLISHED'],
    ['CEN_CENELEC', '99.60', 'WITHDRAWN'],
    ['CEN_CENELEC', 'Under drafting', 'IN_DEVELOPMENT'],
  ] as const)('[IT-2] reads the stage of %s "%s" as %s', (family, nativeStage, state) => {
    expect(stateAt(family, nativeStage)).toBe(state)
  })

  it('[IT-3] believes the stage of the body before the status', () => {
    const finding = stateOf({ family: 'ISO', nativeStage: '95.99', fallbackStatus: 'PUBLISHED', isSuperseded: true })

    expect(finding).toMatchObject({ state: 'WITHDRAWN', basis: 'NATIVE_STAGE', phase: 'ISO.95.99' })
  })

  it.each([
    ['PUBLISHED', false, 'PUBLISHED'],
    ['PUBLISHED', true, 'PUBLISHED'],
    ['UNDER_DEVELOPMENT', false, 'IN_DEVELOPMENT'],
    ['WITHDRAWN', false, 'WITHDRAWN'],
    ['WITHDRAWN', true, 'SUPERSEDED'],
  ] as const)(
    '[IT-3] takes the status %s (superseded: %s) where there is no stage',
    (fallbackStatus, isSuperseded, state) => {
      for (const nativeStage of [null, '', '  ', 'Third reading', 'PRF'])
        expect(stateOf({ family: 'ISO', nativeStage, fallbackStatus, isSuperseded })).toMatchObject({
          state,
          basis: 'BY_STATUS',
        })
    },
  )

  it('[IT-3] knows nothing where nothing is given', () => {
    expect(stateOf(nothing)).toMatchObject({ state: 'UNKNOWN', basis: 'UNKNOWN', phase: null })
  })

  it.each(['ISO', 'IEC', 'JTC1'] as const)('[IT-ISO] refuses a number that is no stage of %s', (family) => {
    expect(() => stateAt(family, '29.20')).toThrow('UNOFFICIAL_STAGE')
    expect(() => stateAt(family, '99.60')).toThrow('UNKNOWN_STAGE')
  })

  it('[IT-CEN] takes 99.60, and leaves a code it does not know to the status', () => {
    const unknown = {
      family: 'CEN_CENELEC',
      nativeStage: '77.00',
      fallbackStatus: 'PUBLISHED',
      isSuperseded: false,
    } as const

    expect(stateAt('CEN_CENELEC', '99.60')).toBe('WITHDRAWN')
    expect(stateOf(unknown)).toMatchObject({ state: 'PUBLISHED', basis: 'BY_STATUS' })
  })

  it('[IT-3] says when the mapping itself is from memory', () => {
    expect(stateOf({ ...nothing, family: 'ITU_T', nativeStage: 'LC' }).isMappedFromMemory).toBe(true)
    expect(stateOf({ ...nothing, family: 'ITU_T', nativeStage: 'In force' }).isMappedFromMemory).toBe(false)
  })

  it('[IT-2] gives one of the ten states to anything, or refuses with a reason', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...STAGE_FAMILIES),
        fc.option(fc.oneof(fc.string(), fc.stringMatching(/^\d\d\.\d\d$/))),
        fc.option(fc.constantFrom(...ITEM_STATUSES)),
        fc.boolean(),
        (family, nativeStage, fallbackStatus, isSuperseded) => {
          try {
            const { state, basis } = stateOf({ family, nativeStage, fallbackStatus, isSuperseded })
            expect(ITEM_STATES).toContain(state)
            expect(basis === 'UNKNOWN').toBe(state === 'UNKNOWN')
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
            expect(['UNOFFICIAL_STAGE', 'UNKNOWN_STAGE']).toContain(error.code)
          }
        },
      ),
    ))

  it('[IT-4] puts every state but UNKNOWN into exactly one class', () => {
    for (const state of ITEM_STATES) {
      const classes = [isInForce(state), isInDevelopment(state), isGone(state)].filter(Boolean)
      expect(classes).toHaveLength(state === 'UNKNOWN' ? 0 : 1)
    }
    expect(ITEM_STATES.filter(isInForce)).toEqual(['PUBLISHED', 'UNDER_REVIEW'])
  })
})
