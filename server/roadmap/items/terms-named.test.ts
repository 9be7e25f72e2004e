import { expect, it } from '@jest/globals'
import { LIFECYCLE_STAGES, TOPICS } from '#schema/vocabulary/register.js'
import { termsNamed } from './terms-named.js'

it('[SE-5] knows topics and stages by their words', () => {
  expect(termsNamed('water', TOPICS)).toEqual(['WATER'])
  expect(termsNamed('inference', LIFECYCLE_STAGES)).toEqual(['DEPLOYMENT_INFERENCE'])
  expect(termsNamed('infer', LIFECYCLE_STAGES)).toEqual(['DEPLOYMENT_INFERENCE'])
  expect(termsNamed('use', LIFECYCLE_STAGES)).toEqual(['USE'])
})

it('[SE-5] takes no part of a word and no short beginning for one', () => {
  expect(termsNamed('ater', TOPICS)).toEqual([])
  expect(termsNamed('wat', TOPICS)).toEqual([])
  expect(termsNamed('', TOPICS)).toEqual([])
})

it('[SE-5] forgives a slip in a long word', () => {
  expect(termsNamed('infrence', LIFECYCLE_STAGES)).toEqual(['DEPLOYMENT_INFERENCE'])
  expect(termsNamed('watter', TOPICS)).toEqual(['WATER'])
  expect(termsNamed('matter', TOPICS)).toEqual([])
})
