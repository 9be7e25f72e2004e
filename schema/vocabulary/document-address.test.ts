import { expect, it } from '@jest/globals'
import { readDocumentList, writeDocumentFilter } from './document-address.js'

const row = '0190a6e2-0000-7000-8000-000000000001'

it('[AD-1, DL-6] reads what it writes, and names what it does not understand', () => {
  const asked = new URLSearchParams(
    `q=water&row=${row}&row=none&progress=OPEN&result=AGREED&result=noted&state=SUBMITTED&source=Institute&sort=-title&all=true`,
  )
  const view = readDocumentList(asked)
  expect(view).toEqual({
    filter: {
      search: 'water',
      agendaItem: [row],
      isAllocated: false,
      progress: ['OPEN'],
      result: ['AGREED', 'NOTED'],
      state: ['SUBMITTED'],
      source: ['Institute'],
    },
    sort: { by: 'TITLE', direction: 'DESC' },
    after: null,
    before: null,
    isWhole: true,
    unread: [],
  })
  expect(readDocumentList(writeDocumentFilter(view.filter)).filter).toEqual(view.filter)
  const wrong = readDocumentList(new URLSearchParams('result=GOOD&row=3.1&sort=author'))
  expect(wrong.unread).toEqual([
    { name: 'row', value: '3.1' },
    { name: 'result', value: 'GOOD' },
    { name: 'sort', value: 'author' },
  ])
  expect(wrong.filter).toEqual({})
})
