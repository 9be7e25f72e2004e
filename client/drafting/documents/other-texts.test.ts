import { expect, it } from '@jest/globals'
import { wordsFor } from '#schema/words/index.js'
import { apiBy } from '../../api/index.js'
import { elsewhereLabel } from '../../editor/things/elsewhere.js'
import { otherTextsOf } from './other-texts.js'

const [own, other, hidden] = ['a', 'b', 'c'].map((end) => `01900000-0000-7000-8000-00000000000${end}`) as [
  string,
  string,
  string,
]
const text = {
  id: other,
  title: 'The method',
  clauses: [
    { id: 'c1', number: '7.2', series: 'BODY', title: 'Meters' },
    { id: 'c2', number: '', series: 'NONE', title: 'Summary' },
  ],
}

function asked() {
  const questions: unknown[] = []
  const api = apiBy(async (query, variables) => {
    questions.push(variables)
    if (query.includes('query OtherTexts'))
      return {
        data: {
          document: {
            group: {
              documents: [
                { id: own, title: 'Ours' },
                { id: other, title: 'The method' },
              ],
            },
          },
        },
      }
    return { data: { document: variables['id'] === other ? text : null } }
  })
  return { questions, texts: otherTextsOf({ api }, own) }
}

it('[TH-5] offers the other texts of the group, and asks for each once', async () => {
  const { questions, texts } = asked()
  expect(await texts.otherTexts()).toEqual([{ id: other, title: 'The method' }])
  await Promise.all([texts.clausesOf(other), texts.clausesOf(other)])
  expect(await texts.clausesOf(other)).toEqual(text)
  expect(questions).toHaveLength(2)
  expect(await texts.clausesOf("'; drop")).toBeNull()
  expect(questions).toHaveLength(2)
})

it('[TH-5] names a clause of another text, says that one is gone, and nothing of a text that is not for the person', async () => {
  const { texts } = asked()
  const words = wordsFor('en')
  const label = async (id: string, clause: string) => elsewhereLabel(await texts.clausesOf(id), clause, words)
  expect(await label(other, 'c1')).toBe('The method, clause 7.2')
  expect(await label(other, 'c2')).toContain('The method, ')
  expect(await label(other, 'c9')).toBe('[a clause of “The method” that is gone]')
  expect(await label(hidden, 'c1')).toBe('[a clause of another text, which is gone or not open to you]')
})
