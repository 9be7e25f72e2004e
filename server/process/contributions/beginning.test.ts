import { expect, it } from '@jest/globals'
import { beginning } from './beginning.js'

const clause = { draft: 'Method', number: '6.2', title: 'Water', text: 'Count it once.\n\nSay where.' }

it('[WA-3] begins with the clause that it is about, word for word, and goes on with the template', () => {
  const [first, abstract, ...rest] = beginning('In short.', clause)
  expect(first!.title).toBe('The clause as it stands: 6.2 Water')
  expect(JSON.stringify(first!.body)).toMatch(/From “Method”:.*Count it once\..*Say where\./)
  expect(first!.body!.map((block) => 'attrs' in block && block.attrs['kind'])).toEqual([
    undefined,
    'QUOTATION',
    'QUOTATION',
  ])
  expect(abstract!.title).toBe('Abstract')
  expect(JSON.stringify(abstract!.body)).toContain('In short.')
  expect(rest.map(({ title }) => title)).toEqual(['Introduction', 'Discussion', 'Proposal'])
})

it('[WA-3] is the template alone when it is about no clause', () => {
  expect(beginning(null).map(({ title }) => title)).toEqual(['Abstract', 'Introduction', 'Discussion', 'Proposal'])
})
