/** Parts that the form of a split has room for; more are split off one at a time. */
export const partsOnForm = 4
