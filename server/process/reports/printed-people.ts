/**
 * People in reports. A text that is frozen is hashed and never forgets, so it holds no name of a person: it holds a sign, `{P3}`, and whoever reads
 * the report reads the name that the sign stands for then. Somebody who is erased is erased there too. [RP-6; PE-2]
 */

/** What stands in the text for the person with this number in the report. */
export const signOf = (number: number): string => `{P${number}}`
/** The same with whom they represented, their country and how they took part: for the list of participants. */
export const fullSignOf = (number: number): string => `{P${number} in full}`

const signs = /\{P(\d{1,5})( in full)?\}/g

/** Puts what `wordsOf` says in the place of each sign; a sign that stands for nobody stays as somebody typed it. */
export const withPeople = (text: string, wordsOf: (number: number, isFull: boolean) => string | null): string =>
  text.replace(signs, (sign, number: string, full?: string) => wordsOf(Number(number), full !== undefined) ?? sign)

/** The same in JSON, where a sign can stand in texts only. */
export const withPeopleInJson = (json: string, wordsOf: (number: number, isFull: boolean) => string | null): string =>
  withPeople(json, (number, isFull) => {
    const words = wordsOf(number, isFull)
    return words === null ? null : JSON.stringify(words).slice(1, -1)
  })

/**
 * Whether a name may be printed: that of whoever agreed to be in the printed list of the meeting; of those who were not asked, only those who hold an
 * office of the group, which is public anyway. [RG-7, RP-6]
 */
export const mayBeNamed = ({ consents, holdsOffice }: { consents: boolean | null; holdsOffice: boolean }): boolean =>
  consents ?? holdsOffice
