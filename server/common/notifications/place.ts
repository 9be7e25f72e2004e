/** A place in the order of transactions, as people's pages carry it. */
export interface Place {
  readonly transactionId: number
  readonly seq: number
}

export const writePlace = ({ transactionId, seq }: Place): string => `${transactionId}-${seq}`

/** Reads it back; one that lies ahead of `end` is the end, and what is none is the very beginning. [NO-3] */
export function placeOf(text: string, end: Place): Place {
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(text)
  if (!match) return { transactionId: 0, seq: 0 }
  const place = { transactionId: Number(match[1]), seq: Number(match[2]) }
  return place.transactionId > end.transactionId ? end : place
}
