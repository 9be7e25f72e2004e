import { expect, it } from '@jest/globals'
import { languageTag } from './language-tag.js'

it('[ME-1] takes tags of languages as people type them, and nothing else', () => {
  expect([' en', 'PT-br', 'zh-hant'].map((tag) => languageTag(tag, 'x'))).toEqual(['en', 'pt-BR', 'zh-Hant'])
  for (const none of ['', 'English please', 'e', '12']) expect(() => languageTag(none, 'x')).toThrow()
})
