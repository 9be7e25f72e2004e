import { expect, it } from '@jest/globals'
import { SentForm } from '../../../app/forms.js'
import { atItsRow, sentFacts } from './body-form.js'

const sent = new SentForm(
  new URLSearchParams({
    kind: 'COMMITTEE',
    parent: 'iso',
    successor: '',
    'lang-0': '',
    'name-0': '',
    'lang-2': 'fr',
    'name-2': 'Comité',
    'acronym-2': '',
  }),
)

it('[BO-3] sends the names that were filled in, whatever rows stay empty between them', () => {
  expect(sentFacts(sent)).toMatchObject({
    kind: 'COMMITTEE',
    parent: 'iso',
    successor: null,
    names: [{ lang: 'fr', name: 'Comité', acronym: null }],
  })
})

it('tells a refused name at its row, and leaves other refusals where they are', () => {
  const refusal = (field: string) => atItsRow({ code: 'BAD_INPUT', args: {}, field } as never, sent).field
  expect(refusal('input.names.0.lang')).toBe('lang-2')
  expect(refusal('input.parent')).toBe('input.parent')
})
