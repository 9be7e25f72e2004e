import { expect, it } from '@jest/globals'
import * as imports from '#schema/vocabulary/imports.js'
import { wordsFor } from '#schema/words/index.js'

it('[IM-2] every reason, field, state and kind of an import has its words', () => {
  const words = wordsFor('en')
  const keys = [
    ...imports.IMPORT_REASONS.map((code) => `import.reason.${code}`),
    ...imports.IMPORT_FIELDS.map((field) => `import.field.${field}`),
    ...imports.IMPORT_STATES.map((state) => `import.state.${state}`),
    ...imports.IMPORT_OUTCOMES.map((outcome) => `import.outcome.${outcome}`),
    ...imports.IMPORT_FORMATS.map((format) => `import.format.${format}`),
    ...imports.IMPORT_CHOICES.map((choice) => `import.choice.${choice}`),
  ]
  expect(keys.filter((key) => !words.has(key))).toEqual([])
})
