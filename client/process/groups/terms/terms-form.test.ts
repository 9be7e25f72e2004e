import { expect, it } from '@jest/globals'
import { SentForm } from '../../../app/forms.js'
import { sentSections, wrongDeadlines } from './terms-form.js'

const sent = (fields: Record<string, string>) => new SentForm(new URLSearchParams(fields))

it('[FG-3] puts each deadline into the section that its row names', () => {
  const form = sent({
    OBJECTIVES: 'Find out.',
    'see-PATENT_POLICY': 'A.7 clause 9',
    'section-0': 'MEETINGS',
    'obligation-0': 'ANNOUNCEMENT',
    'count-0': '4',
    'unit-0': 'WEEKS',
    'section-1': 'MEETINGS',
    'obligation-1': '',
    'count-1': '',
  })
  const sections = sentSections(form)
  expect(sections).toHaveLength(19)
  expect(sections.find(({ key }) => key === 'MEETINGS')!.deadlines).toEqual([
    { obligation: 'ANNOUNCEMENT', count: 4, unit: 'WEEKS' },
  ])
  expect(sections.at(-1)).toMatchObject({ key: 'PATENT_POLICY', text: null, see: 'A.7 clause 9' })
})

it('finds a row that is filled in by half', () => {
  const form = sent({ 'obligation-0': 'VISA', 'count-0': 'soon', 'count-2': '4' })
  expect(wrongDeadlines(form, 'x').map(({ field }) => field)).toEqual(['count-0', 'obligation-2'])
})
