/** Joins what is there: `classNames('btn', isQuiet && 'btn-quiet')`. */
export const classNames = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')
