/** Contributors as an administrator types them: one a line, `name; affiliation; country; mark`. [ED-3] */

export interface ContributorTyped {
  readonly name: string
  readonly sortName: string | null
  readonly affiliation: string | null
  readonly country: string | null
  readonly mark: string | null
}

/** `Ana María | García López; ITU; Spain; editor`: what stands behind the bar is the surname, by which they are sorted. */
export function readContributors(lines: readonly string[]): ContributorTyped[] {
  return lines.map((line) => {
    const [whole = '', affiliation, country, ...mark] = line.split(';').map((part) => part.trim())
    const [given, surname] = whole.split('|').map((part) => part.trim())
    return {
      name: surname ? `${given} ${surname}`.trim() : whole.replace('|', '').trim(),
      sortName: surname ? `${surname} ${given}`.trim() : null,
      affiliation: affiliation || null,
      country: country || null,
      mark: mark.join('; ') || null,
    }
  })
}

/** The same lines again, for the form. A sort name that is not the usual one cannot be told apart any more and is left to the next save. */
export function writeContributors(
  contributors: readonly {
    readonly name: string | null
    readonly affiliation: string | null
    readonly country: string | null
    readonly mark: string | null
    readonly sortName?: string | null
  }[],
): string {
  return contributors
    .filter(({ name }) => name !== null)
    .map(({ name, sortName, affiliation, country, mark }) =>
      [barred(name!, sortName ?? null), affiliation, country, mark]
        .map((part) => part ?? '')
        .join('; ')
        .replace(/[; ]+$/, ''),
    )
    .join('\n')
}

/** Puts the bar back where the surname begins; nowhere when it is the last word anyway. */
function barred(name: string, sortName: string | null): string {
  const words = name.split(/\s+/)
  for (let at = words.length - 2; at > 0; at -= 1) {
    const [given, surname] = [words.slice(0, at).join(' '), words.slice(at).join(' ')]
    if (sortName === `${surname} ${given}`) return `${given} | ${surname}`
  }
  return name
}
