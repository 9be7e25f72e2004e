import { describe, expect, it } from '@jest/globals'
import { changesBetween, draftOf, isBehind, issuedOf } from './draft.js'
import type { Clause } from './letter.js'

const clause = (key: Clause['key'], text: string, number = '1'): Clause => ({
  key,
  number,
  heading: key,
  text,
  dates: [],
})
const composed = [
  clause('OPENING', 'You are invited.', '1'),
  clause('AGENDA', 'It is to come.', '2'),
  clause('PRACTICAL', '- Days', 'A'),
]
const heading = (key: string) => key

describe('[CL-2] a draft', () => {
  it('follows the data where nobody worded anything', () => {
    expect(issuedOf(draftOf(composed, [], heading))).toEqual(composed)
  })

  it('keeps the words of somebody, and marks them when the data have changed', () => {
    const wording = { clause: 'AGENDA' as const, text: 'In my words.', basedOn: 'It is to come.' }
    const [, fresh] = draftOf(composed, [wording], heading)
    expect(fresh).toMatchObject({ text: 'In my words.', isWorded: true, isOutdated: false, composed: 'It is to come.' })
    const later = composed.map((one) => (one.key === 'AGENDA' ? { ...one, text: '- 1 Opening' } : one))
    expect(draftOf(later, [wording], heading)[1]).toMatchObject({
      text: 'In my words.',
      isOutdated: true,
      composed: '- 1 Opening',
    })
  })

  it('keeps a worded clause of which the data say nothing any more, and numbers all of them', () => {
    const wording = { clause: 'VISA' as const, text: 'Ask the host.', basedOn: 'Until then.' }
    expect(
      draftOf(composed, [wording], heading).map(({ number, key, isOutdated }) => [number, key, isOutdated]),
    ).toEqual([
      ['1', 'OPENING', false],
      ['2', 'AGENDA', false],
      ['3', 'VISA', true],
      ['A', 'PRACTICAL', false],
    ])
  })
})

describe('[CL-4] what changed', () => {
  it('is told clause by clause: reworded, new, gone; another number alone is nothing', () => {
    const after = [
      clause('OPENING', 'You are invited again.', '1'),
      clause('VISA', 'Ask.', '2'),
      clause('PRACTICAL', '- Days', 'B'),
    ]
    expect(
      changesBetween(composed, after).map(({ key, before, after: is }) => [
        key,
        before?.text ?? null,
        is?.text ?? null,
      ]),
    ).toEqual([
      ['OPENING', 'You are invited.', 'You are invited again.'],
      ['AGENDA', 'It is to come.', null],
      ['VISA', null, 'Ask.'],
    ])
    expect(changesBetween(composed, composed)).toEqual([])
  })

  it('counts a date of the table as well', () => {
    const dates = [{ obligation: 'VISA' as const, until: '1 May', explanation: '' }]
    expect(
      changesBetween(
        composed,
        composed.map((one) => ({ ...one, dates })),
      ),
    ).toHaveLength(3)
  })
})

describe('[CL-5] what was issued is behind', () => {
  const now = (key: Clause['key'], wordings: Parameters<typeof draftOf>[1] = []) =>
    draftOf(
      composed.map((one) => (one.key === key ? { ...one, text: 'Something else.' } : one)),
      wordings,
      heading,
    )

  it('when what somebody acts upon who comes has changed, and not when the agenda has grown', () => {
    expect(isBehind(composed, draftOf(composed, [], heading))).toBe(false)
    expect(isBehind(composed, now('OPENING'))).toBe(true)
    expect(isBehind(composed, now('AGENDA'))).toBe(false)
  })

  it('not because of a clause that somebody is wording', () => {
    const wording = { clause: 'OPENING' as const, text: 'In my words.', basedOn: 'You are invited.' }
    expect(isBehind(composed, now('AGENDA', [wording]))).toBe(false)
  })
})
