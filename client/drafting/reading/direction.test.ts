import { expect, it } from '@jest/globals'
import { directionIn } from './direction.js'

const para = (text: string, attrs = {}) => ({ type: 'para', attrs, content: [{ type: 'text', text }] })

it('[AC-1] is that of the first letter, over formal notation and formulas', () => {
  expect(directionIn([para('12'), para('ASN.1', { kind: 'CODE' }), para('النطاق'), para('Scope')])).toBe('rtl')
  expect(
    directionIn([
      {
        type: 'para',
        content: [
          { type: 'math', attrs: { tex: 'E' } },
          { type: 'text', text: ' الطاقة' },
        ],
      },
    ]),
  ).toBe('rtl')
  expect(directionIn([para('5 %'), para('')])).toBeUndefined()
})
