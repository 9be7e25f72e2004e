/**
 * Every refusal of the product: a code and one English sentence (ICU MessageFormat). The sentence says what happened, what became of the
 * person's work and what to do next. The same codes are the SDL enum `ErrorCode`; a test sees that neither has one the other lacks.
 */
export const refusals = {
  NOT_FOUND: 'There is nothing here that you may see. It may have been moved, or you may need to sign in.',
  FORBIDDEN:
    'Your role does not allow this. Nothing was changed; the people named on the group page can do it for you.',
  SIGN_IN_REQUIRED: 'Please sign in first. Nothing was changed, and what you typed is still here.',
  BAD_INPUT: 'Something in what was sent cannot be used: {detail}. Nothing was changed; correct it and send it again.',
  STALE:
    'Somebody changed this while you were working on it. Your text is still here: compare it with the new state, then save again.',
  ALREADY_DONE: 'This was done before with other contents. Nothing was changed; start again with a new form.',
  TOO_LARGE: 'What was sent is larger than is taken here ({limit} at most). Nothing was changed; send less at a time.',
  TOO_DEEP: 'The query is nested {depth} levels deep; {limit} are allowed. Ask for less at a time.',
  TOO_COSTLY: 'The query would cost {cost} points; {limit} are allowed. Ask for fewer rows or fewer fields at a time.',
  TOO_MANY_REQUESTS:
    'Too many requests came from here in a short time. Nothing was lost; try again in {seconds} seconds.',
  BAD_ORIGIN:
    'The request came from a page of another site and was not carried out. Open this site itself and try again.',
  BAD_QUERY: 'The query could not be read: {detail}.',
  INTERNAL:
    'Something went wrong on our side. What you typed is still here; try again, and name the reference {reference} if it happens again.',
} as const

export type RefusalCode = keyof typeof refusals
