import { expect, it } from '@jest/globals'
import type { ItemState } from '#schema/vocabulary/register.js'
import { questionsAbout } from './standing-question.js'

const published: { state: ItemState } = { state: 'PUBLISHED' }
const withdrawn: { state: ItemState } = { state: 'WITHDRAWN' }
const draft: { state: ItemState } = { state: 'IN_APPROVAL' }

it('[GA-3] asks whether a gap is closed once an item in force answers it fully, and not before', () => {
  const asked = questionsAbout(
    'IN_PROGRESS',
    [
      { degree: 'FULL', item: published },
      { degree: 'FULL', item: draft },
      { degree: 'PARTIAL', item: published },
      { degree: 'FULL', item: withdrawn },
    ],
    [],
  )
  expect(asked).toEqual([{ question: 'IS_IT_CLOSED', item: published }])
})

it('[GA-3] asks whether a closed gap is open again once an item that closed it is gone', () => {
  expect(questionsAbout('CLOSED', [{ degree: 'FULL', item: published }], [published, withdrawn])).toEqual([
    { question: 'IS_IT_OPEN_AGAIN', item: withdrawn },
  ])
  expect(questionsAbout('CLOSED', [], [])).toEqual([])
})
