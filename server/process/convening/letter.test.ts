import { describe, expect, it } from '@jest/globals'
import { wordsFor } from '#schema/words/index.js'
import { composeLetter, type LetterFacts } from './letter.js'

const words = wordsFor('en')

/** The first meeting of the circular: Vienna, 15 October 2019. */
const vienna: LetterFacts = {
  group: {
    name: 'Focus Group on X',
    acronym: 'FG-X',
    parent: 'Study Group 5',
    termsApprovedOn: '2019-05-22',
    lifetimeMonths: 24,
    aim: 'Find what is missing.',
    isOpenToAll: true,
  },
  meeting: {
    title: 'First meeting of FG-X',
    isFirst: true,
    isPreparatory: false,
    mode: 'HYBRID',
    startsOn: '2019-10-15',
    endsOn: '2019-10-15',
    opensAt: '09:30',
    registrationOpensAt: '08:30',
    zone: 'Europe/Vienna',
    place: 'Vienna',
    country: 'Austria',
    host: 'A ministry',
    collocatedWith: null,
    workingLanguage: 'en',
    objectives: ['Appoint the management', 'Agree the structure'],
  },
  agenda: [],
  dates: [
    { obligation: 'VISA', until: '16 Sept 2019, 23:59 Geneva', explanation: 'published' },
    {
      obligation: 'CONTRIBUTIONS',
      until: '2 Oct 2019, 23:59 Geneva',
      explanation: 'published; the default would give 3 Oct',
    },
    { obligation: 'REGISTRATION', until: '2 Oct 2019, 23:59 Geneva', explanation: 'published' },
  ],
  registration: null,
  address: '/groups/fg-x/meetings/1',
}
const letter = (over: Partial<LetterFacts> = {}) => composeLetter(words, { ...vienna, ...over })
const textOf = (key: string, over: Partial<LetterFacts> = {}) => letter(over).find((clause) => clause.key === key)?.text

describe('[CL-1] the convening letter', () => {
  it('has numbered clauses and an annex, in the order of the list', () => {
    expect(letter().map(({ number, key }) => `${number} ${key}`)).toEqual([
      '1 OPENING',
      '2 BACKGROUND',
      '3 PARTICIPATION',
      '4 OBJECTIVES',
      '5 AGENDA',
      '6 CONTRIBUTIONS',
      '7 REGISTRATION',
      '8 VISA',
      '9 LANGUAGE',
      '10 KEY_DATES',
      'A PRACTICAL',
    ])
  })

  it('says of a first meeting when, where and by whom, and when the lifetime begins', () => {
    expect(textOf('OPENING')).toBe(
      'You are invited to the first meeting of Focus Group on X (FG-X), “First meeting of FG-X”. It takes place on 15 Oct 2019, in Vienna, Austria, with the possibility to take part remotely.\n\nIt is kindly hosted by A ministry.',
    )
    expect(textOf('BACKGROUND')).toContain('With this first meeting its lifetime begins: 24 months')
    expect(textOf('OBJECTIVES')).toBe(
      'The first meeting lays the ground for the work. It is to:\n\n- Appoint the management\n- Agree the structure',
    )
    expect(textOf('PRACTICAL')).toContain(
      '- Opens at 09:30, Vienna time\n- Registration at the door from 08:30, Vienna time',
    )
  })

  it('works without registration, and names its date where one is published', () => {
    expect(textOf('REGISTRATION')).toBe(
      'Please tell the secretariat of the group until 2 Oct 2019, 23:59 Geneva that you will take part, also if you do so remotely.',
    )
    expect(textOf('REGISTRATION', { dates: [] })).toContain('Registration has not been opened here')
  })

  it('tells how to register, how many places there are, and of help with visas', () => {
    const registration = { opensOn: '2019-08-21', places: 40, remote: true, visaSupport: true, forGroupOnly: false }
    const text = textOf('REGISTRATION', { registration })
    expect(text).toContain('/groups/fg-x/meetings/1/registration')
    expect(text).toContain('There are 40 places in the room.')
    expect(text).toContain('Registration opens on 21 Aug 2019.')
    expect(textOf('VISA', { registration })).toContain('16 Sept 2019, 23:59 Geneva')
    expect(textOf('PARTICIPATION', { registration: { ...registration, forGroupOnly: true } })).toContain('hold a role')
  })

  it('leaves out what there is nothing to say of, and numbers the rest', () => {
    const meeting = { ...vienna.meeting, mode: 'REMOTE' as const, objectives: [], host: null, place: null }
    const left = letter({ meeting, dates: [] })
    expect(left.map(({ key }) => key)).not.toContain('VISA')
    expect(left.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7', 'A'])
    expect(left[0]!.text).toContain('15 Oct 2019, remotely.')
  })

  it('lists the agenda where there is one, and says where it will be where there is none', () => {
    expect(textOf('AGENDA')).toContain('will stand on the page of the meeting')
    const agenda = [
      { number: '1', title: 'Opening' },
      { number: '1.1', title: 'Adoption of the agenda' },
    ]
    expect(textOf('AGENDA', { agenda })).toContain('- 1 Opening\n- 1.1 Adoption of the agenda')
  })

  it('tells each key date with its last moment and how it comes about', () => {
    expect(letter().find(({ key }) => key === 'KEY_DATES')!.dates).toEqual(vienna.dates)
  })

  it('says of another meeting that it is the next one, and of one that prepares that it begins nothing', () => {
    expect(textOf('OPENING', { meeting: { ...vienna.meeting, isFirst: false } })).toContain('the next meeting of')
    expect(textOf('BACKGROUND', { meeting: { ...vienna.meeting, isFirst: false } })).not.toContain('lifetime')
    const preparing = { ...vienna.meeting, isFirst: false, isPreparatory: true }
    expect(textOf('BACKGROUND', { meeting: preparing })).toContain('does not begin the lifetime')
  })
})
