import { expect, it } from '@jest/globals'
import { directionOf } from './direction.js'

it.each([
  ['Scope', 'ltr'],
  ['النطاق', 'rtl'],
  ['היקף', 'rtl'],
  ['1.2 – (النطاق)', 'rtl'],
  ['١٢٣ Scope', 'ltr'],
  ['« ITU-T » توصية', 'ltr'],
  ['ขอบเขต', 'ltr'],
  ['范围', 'ltr'],
  ['𞤀𞤣𞤤𞤢𞤥', 'rtl'],
  ['\u200fScope', 'rtl'],
  ['12 %', null],
  ['١٢٣', null],
  ['', null],
] as const)('[AC-1] %s is read %s', (words, direction) => expect(directionOf(words)).toBe(direction))
