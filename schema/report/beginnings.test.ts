import { expect, it } from '@jest/globals'
import { documentKinds } from '../vocabulary/collaboration.js'
import { clauseKinds } from '../vocabulary/documents.js'
import { en } from '../words/en/index.js'
import { hintedTitles, hintOfTitle, templatesFor, titleOfPlace } from './beginnings.js'
import { mandatorySlots } from './lints/index.js'
import { templateIds } from './templates.js'

it('[MN-10] offers every template for some kind of text, and none twice', () => {
  const offered = documentKinds.flatMap((kind) => templatesFor[kind])
  expect(offered.toSorted()).toEqual(templateIds.toSorted())
})

it('[MN-10, ST-1] knows the heading of every fixed place', () => {
  for (const kind of mandatorySlots) expect(titleOfPlace(kind)).not.toBe('')
  expect(titleOfPlace('ABBREVIATIONS')).toBe('Abbreviations and acronyms')
  expect(titleOfPlace('CLAUSE')).toBe('')
})

it('[MN-11] says what belongs into every place and every clause of a template', () => {
  for (const kind of clauseKinds) expect(en).toHaveProperty([`editor.hintText.${kind}`])
  for (const name of hintedTitles) expect(en).toHaveProperty([`writing.hint.${name}`])
  for (const id of templateIds)
    for (const what of ['template', 'templateFor']) expect(en).toHaveProperty([`writing.${what}.${id}`])
  expect(hintOfTitle('Next meeting')).toBe('NEXT_MEETING')
  expect(hintOfTitle('Something else')).toBeNull()
})
