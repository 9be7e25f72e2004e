import { describe, expect, it } from '@jest/globals'
import { isoStages, nearCodes } from './stage-iso.js'
import { isStepBack } from './stage-order.js'

const iso = (code: string) => ({ nativeStage: code, state: isoStages.find((stage) => stage.code === code)!.state })

describe('the order of stages', () => {
  it.each([
    ['40.20', '30.60'],
    ['60.60', '40.20'],
    ['40.60', '40.20'],
    ['30.00', '20.20'],
    ['95.99', '60.60'],
    ['40.98', '40.00'],
    ['95.99', '90.20'],
  ])('[IT-12] knows that after %s, %s is a step back', (held, given) => {
    expect(isStepBack(iso(given), iso(held))).toBe(true)
  })

  it.each([
    ['30.60', '40.20'],
    ['40.20', '40.98'],
    ['30.92', '20.20'],
    ['40.92', '30.60'],
    ['40.93', '40.20'],
    ['90.93', '90.20'],
    ['60.60', '90.20'],
    ['90.20', '90.93'],
    ['90.99', '95.99'],
    ['40.20', '40.20'],
  ])('[IT-12] lets %s be followed by %s', (held, given) => {
    expect(isStepBack(iso(given), iso(held))).toBe(false)
  })

  it('[IT-12] has no order within a state for stages in words, and none with what is not known', () => {
    const words = (nativeStage: string) => ({ nativeStage, state: 'IN_APPROVAL' as const })
    expect(isStepBack(words('AAP LC'), words('AAP AR'))).toBe(false)
    expect(isStepBack({ nativeStage: null, state: 'UNKNOWN' }, iso('60.60'))).toBe(false)
    expect(isStepBack(iso('10.00'), { nativeStage: null, state: 'UNKNOWN' })).toBe(false)
    expect(isStepBack({ nativeStage: 'Under study', state: 'IN_DEVELOPMENT' }, words('Consented'))).toBe(true)
  })

  it('[IT-12] is never a step back both ways, nor from a stage to itself', () => {
    for (const one of isoStages)
      for (const other of isoStages)
        expect([
          one.code,
          other.code,
          isStepBack(stepOf(one), stepOf(other)) && isStepBack(stepOf(other), stepOf(one)),
        ]).toEqual([one.code, other.code, false])
  })

  it('[IT-ISO] names the official codes near one that is not', () => {
    expect(nearCodes('29.20')).toEqual(['20.99', '30.00'])
    expect(nearCodes('60.20')).toEqual(['60.00', '60.60'])
    expect(nearCodes('99.60')).toEqual(['95.99'])
    expect(nearCodes('00.00')).toEqual(['00.00', '00.20'])
  })
})

const stepOf = ({ code, state }: { code: string; state: (typeof isoStages)[number]['state'] }) => ({
  nativeStage: code,
  state,
})
