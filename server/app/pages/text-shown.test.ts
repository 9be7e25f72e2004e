import { expect, it } from '@jest/globals'
import { showsAnyText, textShownAt } from './text-shown.js'

it('[RD-6] knows which text stands on a page', () => {
  const id = '01900000-0000-7000-8000-00000000000a'
  for (const path of ['/read', '/read?q=water', '/clauses/cAbc', '', '?x', '.json']) {
    expect(textShownAt(`/groups/example/documents/${id}${path}`)).toBe(id)
  }
  expect(textShownAt(`/groups/example/documents/${id.toUpperCase()}/read`)).toBe(id)
  for (const path of ['/', '/groups/example', '/groups/example/documents/none/read', `/activity?x=/documents/${id}/`]) {
    expect(textShownAt(path)).toBeNull()
  }
})

it('[RD-6] knows that a search may show words of any text', () => {
  for (const path of ['/search', '/search?q=water', '/search/']) expect(showsAnyText(path)).toBe(true)
  for (const path of ['/', '/roadmap?q=/search', '/searching']) expect(showsAnyText(path)).toBe(false)
})
