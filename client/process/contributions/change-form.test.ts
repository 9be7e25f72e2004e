import { expect, it } from '@jest/globals'
import { SentForm } from '../../app/forms.js'
import { contactLines, contactsIn, coverIn, keywordsIn } from './change-form.js'

it('reads contacts as they are typed, and writes them back', () => {
  const lines = ['Ines Rossi; Rain Works; ines@example.org', 'Bo Lund;bo@example.org', 'Ada']
  const contacts = contactsIn(lines)
  expect(contacts).toEqual([
    { name: 'Ines Rossi', organisation: 'Rain Works', email: 'ines@example.org' },
    { name: 'Bo Lund', organisation: null, email: 'bo@example.org' },
    { name: 'Ada', organisation: null, email: null },
  ])
  const shown = contacts.map(({ name, organisation, email }) => ({
    name: name ?? null,
    organisation: organisation ?? null,
    email: email ?? null,
  }))
  expect(contactsIn(contactLines(shown).split('\n'))).toEqual(contacts)
})

it('takes keywords by commas and lines', () => {
  expect(keywordsIn('water, cooling;\nheat')).toEqual(['water', 'cooling', 'heat'])
})

it('sends no clause without its draft, and no meeting for what is for any time', () => {
  const sent = new SentForm(
    new URLSearchParams('title=x&sources=A%0AB&meeting=0&concernsClauseId=c1&purposes=PROPOSAL'),
  )
  expect(coverIn(sent)).toMatchObject({ sources: ['A', 'B'], concernsClauseId: null, purposes: ['PROPOSAL'] })
  expect(coverIn(sent)).not.toHaveProperty('meeting')
})
