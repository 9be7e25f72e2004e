/** Numbers within names sort as numbers: L.1410 before L.1470, Q.9 before Q.10. */
const inOrder = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Sorted as names in a list of works, terms, abbreviations or keywords are. */
export const compareNames = (a: string, b: string): number => inOrder.compare(a, b)
